import { expect, fixture, html } from '@open-wc/testing';
import { cxHooks, type Replacement } from '../../src/legacy/cx-hooks.js';
import { chatElement } from '../support/chat-element.js';
import { partsBelow } from '../support/on-screen.js';
import { Visitor } from '../support/visitor.js';

const named = Object.values<Replacement>(cxHooks).flatMap(({ parts = [] }) => parts);

/** What has not been reached by a style of the page so far. */
class Unreached {
  readonly parts = new Set(named);
  readonly #root: Element;

  constructor(root: Element) {
    this.#root = root;
  }

  look(): void {
    for (const part of this.parts) {
      const isReached = partsBelow(this.#root, part).some((each) =>
        getComputedStyle(each).getPropertyValue(`--reached-${part}`),
      );
      if (isReached) this.parts.delete(part);
    }
  }
}

describe('the parts that take the place of hooks', () => {
  it('are reached by styles of the page, in a chat from its start to its end', async function () {
    this.timeout(60_000);
    await fixture(
      html`<style>
        ${[...new Set(named)].map((part) => `genesys-webchat::part(${part}) { --reached-${part}: yes }`).join('\n')}
      </style>`,
    );
    const { element, server } = await chatElement();
    const visitor = new Visitor(element);
    const unreached = new Unreached(element);

    await visitor.finds('launcher-button');
    unreached.look();
    await element.command('WebChat.invite');
    await visitor.finds('invite-accept-button');
    unreached.look();
    (await visitor.finds('invite-reject-button')).click();

    element.form = { inputs: [{ custom: '<p>Who are you?</p>' }, { name: 'nickname', label: 'Name' }] };
    await element.open();
    await visitor.finds('form-row');
    unreached.look();
    await element.command('WebChat.startChat', { nickname: 'Ada' });
    const agent = await server.join({ nickname: 'Ann' });
    await agent.write('Hello');
    await element.sendMessage('Hi');
    await visitor.reads('Hello');
    await visitor.reads('Hi');
    unreached.look();
    (await visitor.finds('menu-button')).click();
    await visitor.finds('menu-item');
    unreached.look();
    await element.command('WebChat.showOverlay', { html: '<p>Terms</p>' });
    await visitor.finds('overlay-close-button');
    unreached.look();
    await element.command('WebChat.hideOverlay');
    (await visitor.finds('close-button')).click();
    await visitor.finds('confirm-cancel-button');
    unreached.look();
    await server.setFaults({ errorRate: 1 });
    (await visitor.finds('confirm-button')).click();
    await visitor.finds('notice-dismiss-button');
    unreached.look();
    await server.mend();

    await agent.end();
    await visitor.finds('end-close-button');
    unreached.look();
    expect([...unreached.parts]).to.deep.equal([]);
  });
});
