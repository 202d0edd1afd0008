import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../components/chat-invite/chat-invite.js';
import type { ChatInvite } from '../../../components/chat-invite/chat-invite.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, chatFixture, part, textOf } from '../../support/chat-fixture.js';

describe('genesys-chat-invite', () => {
  const invite = (theme: 'light' | 'dark' = 'light', dir = 'ltr') =>
    chatFixture<ChatInvite>(
      new FakeChat(),
      html`<genesys-chat-invite
        dir=${dir}
        .heading=${'Need help?'}
        .body=${'We are here.'}
        .acceptLabel=${'Start chat'}
        .rejectLabel=${'No thanks'}
        .acceptName=${'Start chat: accept the invitation'}
        .rejectName=${'Reject invitation'}
      ></genesys-chat-invite>`,
      theme,
    );

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`passes axe, ${theme} and ${dir}`, async () => {
        await expectAccessible(await invite(theme, dir));
      });
    }
  }

  it('is a region of its title, and takes no focus', async () => {
    const before = document.activeElement;
    const element = await invite();
    const region = part(element, 'invite');
    expect(region.tagName).to.equal('SECTION');
    const title = region.getAttribute('aria-labelledby') ?? '';
    expect(textOf(element.shadowRoot?.getElementById(title) ?? undefined)).to.equal('Need help?');
    expect(document.activeElement).to.equal(before);
  });

  it('is told once, after the live region is known', async () => {
    const element = await invite();
    const status = element.shadowRoot?.querySelector('[role="status"]') ?? undefined;
    await waitUntil(() => textOf(status) === 'Need help? We are here.', 'the invitation is told');
  });

  it('has names that begin with what is to be read, or none', async () => {
    const element = await invite();
    expect(part(element, 'invite-accept-button').ariaLabel).to.equal('Start chat: accept the invitation');
    expect(part(element, 'invite-reject-button').ariaLabel).to.equal(null);
  });

  it('is accepted and rejected by its buttons, with the keyboard too', async () => {
    const element = await invite();
    for (const [name, event] of [
      ['invite-accept-button', 'genesys-chat-accept'],
      ['invite-reject-button', 'genesys-chat-reject'],
    ] as const) {
      const answered = oneEvent(element, event);
      part(element, name).focus();
      await sendKeys({ press: 'Enter' });
      await answered;
    }
  });

  it('is rejected by Escape from within, or from nowhere', async () => {
    const element = await invite();
    const rejected = oneEvent(element, 'genesys-chat-reject');
    await sendKeys({ press: 'Escape' });
    await rejected;
    const again = oneEvent(element, 'genesys-chat-reject');
    part(element, 'invite-reject-button').focus();
    await sendKeys({ press: 'Escape' });
    await again;
  });

  it('is left alone by Escape in another place of the page', async () => {
    const element = await invite();
    const elsewhere = document.createElement('input');
    document.body.append(elsewhere);
    elsewhere.focus();
    let isRejected = false;
    element.addEventListener('genesys-chat-reject', () => {
      isRejected = true;
    });
    await sendKeys({ press: 'Escape' });
    expect(isRejected).to.equal(false);
    elsewhere.remove();
  });
});
