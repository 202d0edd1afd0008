import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../components/chat-notice/chat-notice.js';
import type { ChatNotice } from '../../components/chat-notice/chat-notice.js';
import { FakeChat, chatFixture, findPart, part } from '../support/chat-fixture.js';

describe('genesys-chat-notice', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const tone of ['warning', 'danger'] as const) {
      it(`passes axe as a ${tone} in ${theme} colours`, async () => {
        const template = html`<genesys-chat-notice tone=${tone} dismiss-label="Dismiss">Oh</genesys-chat-notice>`;
        await expect(await chatFixture(new FakeChat(), template, theme)).to.be.accessible();
      });
    }
  }

  it('can be dismissed only where it has a name for that', async () => {
    const notice = await chatFixture<ChatNotice>(new FakeChat(), html`<genesys-chat-notice>Oh</genesys-chat-notice>`);
    expect(findPart(notice, 'notice-dismiss-button')).to.equal(undefined);
    notice.dismissLabel = 'Dismiss';
    await notice.updateComplete;
    const dismissed = oneEvent(notice, 'genesys-chat-dismiss');
    part(notice, 'notice-dismiss-button').click();
    expect((await dismissed).bubbles).to.equal(false);
  });
});
