import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { expectAccessible } from '../../support/accessible.js';
import type { Agent } from '../../support/agent.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { ServiceFixture } from '../../support/service-fixture.js';
import { Visitor } from '../../support/visitor.js';

describe('<genesys-chat-history>', () => {
  let server: LocalServerSide;
  let agent: Agent;
  let kept: string;

  beforeEach(async () => {
    server = LocalServerSide.ofItsOwn();
    const getSessionData = (data: string) => {
      kept = data;
    };
    const first = new ServiceFixture({
      webchat: { dataURL: server.dataURL, async: { enabled: true, getSessionData } },
    });
    await first.command('startChat', { nickname: 'Ada' });
    agent = await server.join();
    first.dispose();
  });

  const say = async (count: number): Promise<void> => {
    for (let number = 1; number <= count; number += 1) await agent.write(`Sentence ${String(number)}`);
  };

  const comesBack = async (): Promise<{ element: GenesysWebchat; visitor: Visitor }> => {
    const element = document.createElement('genesys-webchat');
    const async = { enabled: true, setSessionData: () => kept, newMessageRestoreState: 'maximized' };
    element.config = { webchat: { dataURL: server.dataURL, async } };
    await fixture(element);
    return { element, visitor: new Visitor(element) };
  };

  const press = async (visitor: Visitor): Promise<void> => {
    (await visitor.finds('history-button')).click();
  };

  /** How far below the upper edge of the conversation the bubble with that text stands. */
  const topOf = (log: HTMLElement, text: string): number => {
    const bubble = [...log.querySelectorAll('[part~="bubble"]')].find(({ textContent }) => textContent.trim() === text);
    return (bubble?.getBoundingClientRect().top ?? Number.NaN) - log.getBoundingClientRect().top;
  };

  it('brings what was said long ago, piece by piece, and goes when there is no more', async () => {
    await say(130);
    const { visitor } = await comesBack();
    await press(visitor);
    const log = await visitor.finds('log');
    await waitUntil(() => !visitor.sees('history-button'), 'all is there', { timeout: 8000 });
    log.scrollTop = 0;
    await visitor.reads('Sentence 1');
  });

  it('keeps what the visitor reads where it is, also at the very top', async () => {
    await say(230);
    const { visitor } = await comesBack();
    await visitor.reads('Sentence 230');
    await visitor.finds('history-button');
    await visitor.seesRest();
    const log = await visitor.finds('log');
    log.scrollTop = 0;
    await new Promise(requestAnimationFrame);
    const first = (await visitor.finds('bubble')).textContent.trim();
    const before = topOf(log, first);
    const height = log.scrollHeight;
    await press(visitor);
    await waitUntil(() => log.scrollHeight > height, 'more is there', { timeout: 8000 });
    await visitor.seesRest();
    expect(topOf(log, first)).to.be.closeTo(before, 2);
  });

  it('says that older messages did not come, and tries again', async () => {
    await say(130);
    const { visitor } = await comesBack();
    await visitor.finds('history-button');
    await server.setFaults({ offline: true });
    await press(visitor);
    expect((await visitor.finds('history-error')).textContent).to.equal(
      'Earlier messages could not be loaded. Please try again.',
    );
    await expectAccessible(await visitor.finds('history-error'));
    await server.mend();
    await press(visitor);
    await waitUntil(() => !visitor.sees('history-button'), 'all is there', { timeout: 8000 });
  });

  it('is not there where the conversation is whole', async () => {
    await say(3);
    const { visitor } = await comesBack();
    await visitor.reads('Sentence 3');
    await visitor.seesRest();
    expect(visitor.sees('history-button')).to.equal(undefined);
  });
});
