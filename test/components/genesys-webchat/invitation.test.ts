import { expect, fixture, html } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { expectAccessible } from '../../support/accessible.js';
import { until } from '../../support/frame-tab.js';
import { reasonOf } from '../../bus/harness.js';
import { nextEvent } from '../../support/chat-element.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { findPart, focused, part, textOf } from '../../support/chat-fixture.js';

describe('<genesys-webchat> invites', () => {
  const tag = (options: Readonly<Record<string, unknown>> = {}) =>
    fixture<GenesysWebchat>(
      html`<genesys-webchat .config=${{ webchat: options }} chat-button-enabled></genesys-webchat>`,
    );
  const invited = (element: Element) => until(() => findPart(element, 'invite') !== undefined);
  const gone = (element: Element) => until(() => findPart(element, 'invite') === undefined);

  it('on command, once at a time, and not over an open window', async () => {
    const element = await tag();
    await element.command('WebChat.invite');
    await invited(element);
    expect(textOf(part(element, 'invite-title'))).to.equal('Need help?');
    expect(await reasonOf(element.command('WebChat.invite'))).to.equal('already invited');
    expect(await reasonOf(element.command('WebChat.reInvite'))).to.equal('already invited');
    await element.open();
    await gone(element);
    expect(await reasonOf(element.command('WebChat.invite'))).to.equal('already opened');
  });

  it('to another chat where the last one is over', async () => {
    const element = await tag();
    await element.command('WebChat.reInvite');
    await invited(element);
    expect(textOf(part(element, 'invite-title'))).to.equal('Chat ended');
  });

  it('who comes back too late for the last chat, only where the site wants that', async () => {
    const { dataURL } = LocalServerSide.ofItsOwn();
    for (const inviteOnRestoreTimeout of [false, true]) {
      const before = await tag({ dataURL });
      await before.startChat({ nickname: 'Ada' });
      before.remove();
      // A moment is too long here, and has to pass.
      const left = Date.now();
      await until(() => Date.now() > left);
      const element = document.createElement('genesys-webchat');
      element.config = { webchat: { dataURL, inviteOnRestoreTimeout, restoreTimeout: 0 } };
      const refused = nextEvent(element, 'restoreTimeout');
      await fixture(element);
      await refused;
      if (inviteOnRestoreTimeout) {
        await invited(element);
        expect(textOf(part(element, 'invite-title'))).to.equal('Chat ended');
      } else {
        await element.command('WebChat.hideOverlay');
        expect(findPart(element, 'invite')).to.equal(undefined);
      }
      element.remove();
    }
  });

  it('in the language of the chat', async () => {
    const element = await tag();
    element.lang = 'de';
    await element.command('WebChat.invite');
    await until(() => textOf(findPart(element, 'invite-reject-button')) === 'Nein, danke');
  });

  it('in place of the launcher, which comes back, and takes the focus that was in the invitation', async () => {
    const element = await tag();
    await element.command('WebChat.invite');
    await invited(element);
    expect(findPart(element, 'launcher-button')).to.equal(undefined);
    part(element, 'invite-reject-button').focus();
    part(element, 'invite-reject-button').click();
    await gone(element);
    await until(() => focused() === findPart(element, 'launcher-button'));
  });

  it('above the launcher where that stays', async () => {
    const element = await tag({ chatButton: { enabled: true, hideDuringInvite: false } });
    await element.command('WebChat.invite');
    await invited(element);
    const [invitation, launcher] = [part(element, 'invite'), part(element, 'launcher-button')];
    expect(invitation.getBoundingClientRect().bottom).to.be.below(launcher.getBoundingClientRect().top);
  });

  it('to a chat that is then a proactive one', async () => {
    const element = await tag();
    const opened = new Promise<CustomEvent<{ proactive: boolean }>>((resolve) => {
      element.addEventListener('opened', resolve);
    });
    await element.command('WebChat.invite');
    await invited(element);
    part(element, 'invite-accept-button').click();
    expect((await opened).detail.proactive).to.equal(true);
    await gone(element);
  });

  for (const options of [
    { autoInvite: { enabled: true, timeToInviteSeconds: 0 } },
    { proactive: { enabled: true, idleTimer: 0 } },
  ]) {
    it(`by itself who does nothing, once a page: ${Object.keys(options).join()}`, async () => {
      const element = await tag(options);
      await invited(element);
      part(element, 'invite-reject-button').click();
      await gone(element);
      const parent = element.parentElement;
      element.remove();
      await Promise.resolve();
      let isAsked = false;
      element.bus.before('WebChat.invite', () => {
        isAsked = true;
      });
      parent?.append(element);
      // The invitation of an element that has not asked yet comes within the same time.
      const other = await tag(options);
      await invited(other);
      expect(isAsked).to.equal(false);
    });
  }

  it('by a command that extensions can cancel', async () => {
    const element = await tag({ autoInvite: { enabled: true, timeToInviteSeconds: 0 } });
    const asked = new Promise<void>((resolve) => {
      element.bus.before('WebChat.invite', () => {
        resolve();
        return false;
      });
    });
    await asked;
    await element.updateComplete;
    expect(findPart(element, 'invite')).to.equal(undefined);
  });

  it('until the time is over, but not away from under a visitor', async () => {
    const element = await tag({ autoInvite: { enabled: true, timeToInviteSeconds: 0, inviteTimeoutSeconds: 3 } });
    await invited(element);
    await gone(element);
  });
});

describe('<genesys-webchat> shows its launcher', () => {
  const launcherOf = (element: GenesysWebchat) => findPart(element, 'launcher-button');

  it('when the page wants it, and not when it does not', async () => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat chat-button-enabled="false"></genesys-webchat>`,
    );
    expect(launcherOf(element)).to.equal(undefined);
    await element.command('WebChat.showChatButton');
    await until(() => launcherOf(element) !== undefined);
    await element.command('WebChat.hideChatButton');
    await until(() => launcherOf(element) === undefined);
  });

  it('after openDelay; until then nobody sees it', async () => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat chat-button-open-delay="86400000" chat-button-effect="slide"></genesys-webchat>`,
    );
    await until(() => launcherOf(element) !== undefined);
    const launcher = element.shadowRoot?.querySelector('genesys-chat-launcher');
    expect(launcher && getComputedStyle(launcher).visibility).to.equal('hidden');
    for (const animation of launcher?.getAnimations() ?? []) animation.finish();
    expect(launcher && getComputedStyle(launcher).visibility).to.equal('visible');
  });

  it("with the site's own markup, made harmless, as one button", async () => {
    const markup = '<div role="button"><button onclick="throw 0">Ask <b>us</b></button><script>throw 0</script></div>';
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat .chatButtonTemplate=${markup}></genesys-webchat>`,
    );
    await until(() => textOf(launcherOf(element)) === 'Ask us');
    expect(launcherOf(element)?.querySelector('button, script, [onclick]')).to.equal(null);
    await expectAccessible(element);
    launcherOf(element)?.click();
    await until(() => element.bus.data('WebChat.open') === true);
    element.chatButtonTemplate = false;
    await element.close();
    await until(() => textOf(launcherOf(element)) === 'Chat');
  });

  it("with icon and label where a template of Genesys Widgets' documentation leaves room for them", async () => {
    const markup = `<div class="cx-widget cx-webchat-chat-button cx-side-button" role="button" tabindex="0" data-message="ChatButton"
      ><span class="cx-icon" data-icon="chat"></span><span class="i18n cx-chat-button-label" data-message="ChatButton"></span></div>`;
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat .chatButtonTemplate=${markup}></genesys-webchat>`,
    );
    await until(() => textOf(launcherOf(element)) === 'Chat');
    expect(findPart(element, 'launcher-icon')?.querySelector('svg')?.getBoundingClientRect().width).to.equal(26);
    const [icon, label] = ['launcher-icon', 'launcher-label'].map((name) =>
      part(element, name).getBoundingClientRect(),
    );
    expect(label!.left - icon!.right).to.equal(10);
    expect(Math.abs(label!.top + label!.bottom - icon!.top - icon!.bottom)).to.be.below(8);
    await expectAccessible(element);
    element.i18n = { en: { webchat: { ChatButton: 'Ask us' } } };
    await until(() => textOf(launcherOf(element)) === 'Ask us');
  });

  it('with a name where a template has no words', async () => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat
        .chatButtonTemplate=${'<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'}
      ></genesys-webchat>`,
    );
    await until(() => launcherOf(element)?.querySelector('img')?.alt === 'Chat');
    await expectAccessible(element);
    element.chatButtonTemplate = '<span></span>';
    await until(() => textOf(launcherOf(element)) === 'Chat' && !launcherOf(element)?.querySelector('img'));
  });
});
