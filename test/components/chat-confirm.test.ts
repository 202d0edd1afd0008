import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../components/chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../../components/chat-confirm/chat-confirm.js';
import { FakeChat, chatFixture, focused, part, textOf } from '../support/chat-fixture.js';

const confirm = (theme: 'light' | 'dark' = 'light') =>
  chatFixture<ChatConfirm>(
    new FakeChat(),
    html`<genesys-chat-confirm
      .question=${'Sure?'}
      .explanation=${'It is for good.'}
      .confirmLabel=${'Yes'}
      .cancelLabel=${'No'}
    ></genesys-chat-confirm>`,
    theme,
  );

describe('genesys-chat-confirm', () => {
  it('passes axe in light and dark colours', async () => {
    await expect(await confirm()).to.be.accessible();
    await expect(await confirm('dark')).to.be.accessible();
  });

  it('is an alert dialog named by its question', async () => {
    const element = await confirm();
    const box = part(element, 'confirm');
    expect(box.role).to.equal('alertdialog');
    const label = element.shadowRoot?.getElementById(box.getAttribute('aria-labelledby') ?? '');
    expect(textOf(label ?? undefined)).to.equal('Sure?');
  });

  it('puts the focus on the button that changes nothing', async () => {
    const element = await confirm();
    expect(focused()).to.equal(part(element, 'confirm-cancel-button'));
  });

  it('tells that the visitor wants it', async () => {
    const element = await confirm();
    const event = oneEvent(element, 'genesys-chat-confirm');
    part(element, 'confirm-button').click();
    expect((await event).bubbles).to.equal(false);
  });

  it('tells that the visitor does not, by the button and by Escape', async () => {
    const element = await confirm();
    let count = 0;
    element.addEventListener('genesys-chat-cancel', () => (count += 1));
    part(element, 'confirm-cancel-button').click();
    await sendKeys({ press: 'Escape' });
    expect(count).to.equal(2);
  });
});
