import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { expectAccessible } from '../../support/accessible.js';
import { chatElement } from '../../support/chat-element.js';
import { recordConsoleErrors, recordConsoleWarnings } from '../../support/console-errors.js';
import { reasonOf } from '../../bus/harness.js';
import { findPart, part, parts, textOf } from '../../support/chat-fixture.js';
import { FrameTab, until } from '../../support/frame-tab.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { appears, disappears, eventsOf, isThere, pagePlugin, tag } from '../neighbours/neighbour-fixture.js';

const callUs = {
  name: 'Calls',
  displayName: 'Call us',
  displayTitle: '9 to 5',
  clickCommand: 'Calls.open',
  icon: 'call',
};

describe('SideBar', () => {
  const bar = async (options: Readonly<Record<string, unknown>> = {}, dir = 'ltr'): Promise<GenesysWebchat> => {
    const element = await tag({}, dir);
    if (Object.keys(options).length > 0) await element.command('SideBar.configure', options);
    await element.command('SideBar.open');
    await appears(element, 'side-bar');
    return element;
  };
  const channel = (element: Element, at = 0): HTMLButtonElement =>
    parts(element, 'side-bar-channel')[at] as HTMLButtonElement;

  it('opens, closes and tells of it', async () => {
    const element = await tag();
    const told = eventsOf(element, 'SideBar');
    await element.command('SideBar.open');
    await appears(element, 'side-bar');
    expect(await reasonOf(element.command('SideBar.open'))).to.equal('SideBar is already opened');
    await element.command('SideBar.expand');
    expect(await reasonOf(element.command('SideBar.expand'))).to.equal('SideBar is already expanded');
    await element.command('SideBar.contract');
    expect(await reasonOf(element.command('SideBar.contract'))).to.equal('SideBar is already contracted');
    await element.command('SideBar.close');
    expect(isThere(element, 'side-bar')).to.equal(false);
    for (const name of ['close', 'expand', 'contract'] as const) {
      expect(await reasonOf(element.command(`SideBar.${name}`))).to.equal('SideBar is already closed');
    }
    expect(told).to.deep.equal(['ready', 'opened', 'expanded', 'contracted', 'closed']);
  });

  it('is there from the start where the page has configured it', async () => {
    const element = await tag();
    Reflect.set(window, '_genesys', { widgets: { sidebar: { channels: [callUs] } } });
    await appears(element, 'side-bar');
    await until(() => textOf(findPart(element, 'side-bar-label')) === 'Call us');
    Reflect.deleteProperty(window, '_genesys');
  });

  it('comes when the page configures it later, and nothing else', async () => {
    const element = await tag();
    Reflect.set(window, '_genesys', { widgets: { main: { theme: 'dark' } } });
    await until(() => element.theme === 'dark' && element.bus.registry()['SideBar'] !== undefined);
    const { widgets } = Reflect.get(window, '_genesys') as { widgets: Record<string, unknown> };
    widgets['sidebar'] = { channels: [callUs] };
    await appears(element, 'side-bar');
    await until(() => textOf(findPart(element, 'side-bar-label')) === 'Call us');
    Reflect.deleteProperty(window, '_genesys');
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`passes axe, ${theme} and ${dir}`, async () => {
        const element = await bar({ channels: [{ name: 'WebChat' }, callUs] }, dir);
        element.theme = theme;
        await expectAccessible(element);
        await element.command('SideBar.expand');
        await expectAccessible(element);
      });
    }
  }

  it('offers the chat where nothing else is configured, in place of the launcher', async () => {
    const element = await bar();
    expect(textOf(part(element, 'side-bar-label'))).to.equal('Chat');
    await disappears(element, 'launcher-button');
    channel(element).click();
    await until(() => element.bus.data('WebChat.open') === true);
    await element.command('SideBar.close');
    await element.close();
    await appears(element, 'launcher-button');
  });

  it('leaves the launcher where the site has asked for it, and where the chat is no channel', async () => {
    const hidden = async (element: GenesysWebchat) => {
      let isHidden = false;
      element.bus.before('WebChat.hideChatButton', () => {
        isHidden = true;
      });
      await element.command('SideBar.open');
      await appears(element, 'side-bar');
      return isHidden;
    };
    expect(await hidden(await tag({ webchat: { chatButton: { enabled: true } } }))).to.equal(false);
    const other = await tag();
    await other.command('SideBar.configure', { channels: [callUs] });
    expect(await hidden(other)).to.equal(false);
    expect(await hidden(await tag())).to.equal(true);
  });

  it('runs the command of a channel with its options', async () => {
    const element = await bar({ channels: [{ ...callUs, clickOptions: { about: 'lamps' } }] });
    const { calls } = pagePlugin(element, 'Calls', 'open');
    channel(element).click();
    await until(() => calls.length > 0);
    expect(calls).to.deep.equal([{ about: 'lamps' }]);
  });

  it('leaves out a channel that is not here, unless the page has it, and says so', async () => {
    const channels = [callUs, { name: 'Callback', clickCommand: 'Callback.open', readyEvent: 'Callback.ready' }];
    const told = recordConsoleWarnings();
    const element = await bar({ channels }).finally(() => {
      told.restore();
    });
    await until(() => parts(element, 'side-bar-channel').length === 1);
    expect(told.messages.join()).to.match(/sidebar\.channels\[1\]: There is no Callback here: .* It is left out\.$/);
    pagePlugin(element, 'Callback', 'open');
    await element.command('SideBar.configure', { channels });
    await until(() => parts(element, 'side-bar-channel').length === 2);
  });

  it('lets a channel be chosen once its event has come', async () => {
    const element = await bar({ channels: [{ ...callUs, readyEvent: 'Calls.ready' }] });
    await until(() => channel(element).disabled);
    const calls = element.bus.registerPlugin('Calls');
    if (calls) calls.republish('ready');
    await until(() => !channel(element).disabled);
    await element.command('SideBar.configure', { channels: [{ ...callUs, readyEvent: 'Calls.ready' }] });
    await until(() => !channel(element).disabled);
  });

  it('shows names while the pointer or the focus is in it, and not where the site does not want it', async () => {
    const element = await bar();
    const told = eventsOf(element, 'SideBar');
    const hover = (type: string) =>
      part(element, 'side-bar').dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
    hover('pointerenter');
    hover('pointerleave');
    channel(element).focus();
    channel(element).blur();
    await until(() => told.length === 4);
    expect(told).to.deep.equal(['expanded', 'contracted', 'expanded', 'contracted']);
    await element.command('SideBar.configure', { expandOnHover: false });
    hover('pointerenter');
    expect(told).to.have.length(4);
  });

  it('takes the names away on Escape, wherever the focus is', async () => {
    const element = await bar();
    const told = eventsOf(element, 'SideBar');
    const hover = (type: string) =>
      part(element, 'side-bar').dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }));
    hover('pointerenter');
    await sendKeys({ press: 'Escape' });
    await until(() => told.length === 2);
    expect(told).to.deep.equal(['expanded', 'contracted']);
    expect(document.activeElement).to.equal(document.body);
    hover('pointerleave');
  });

  it('can be used by keyboard alone', async () => {
    const element = await bar({ channels: [{ name: 'WebChat' }, callUs] });
    const { calls } = pagePlugin(element, 'Calls', 'open');
    channel(element, 0).focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => calls.length > 0);
  });

  it('stands at the edge that the site says, else where the launcher is', async () => {
    const edgeOf = (element: Element) => {
      const { left, right } = part(element, 'side-bar').getBoundingClientRect();
      return left < innerWidth - right ? 'left' : 'right';
    };
    expect(edgeOf(await bar())).to.equal('right');
    expect(edgeOf(await bar({}, 'rtl'))).to.equal('left');
    expect(edgeOf(await bar({ position: 'left' }))).to.equal('left');
    expect(edgeOf(await bar({ position: 'right' }, 'rtl'))).to.equal('right');
  });

  it('does not lie on the window', async () => {
    const element = await bar();
    await element.open();
    const window = await appears(element, 'window');
    const { left } = part(element, 'side-bar').getBoundingClientRect();
    await until(() => window.getBoundingClientRect().right <= left);
  });

  it('is out of sight while the window fills the screen', async () => {
    const element = await tag({ main: { mobileMode: true } });
    await element.command('SideBar.open');
    const { left, top, width, height } = (await appears(element, 'side-bar')).getBoundingClientRect();
    const isOnTop = (): boolean =>
      element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)?.localName === 'genesys-chat-side-bar';
    expect(isOnTop()).to.equal(true);
    await element.command('WebChat.open');
    await appears(element, 'form');
    await until(() => !isOnTop());
    await element.command('WebChat.minimize');
    await until(isOnTop);
  });

  it('tells of messages that wait', async () => {
    const { element, server } = await chatElement();
    await element.command('SideBar.open');
    await element.startChat({ nickname: 'Ada' });
    await element.minimize(true);
    const agent = await server.join({ nickname: 'Ann' });
    await agent.write('Your lamp is ready.');
    const badge = await appears(element, 'side-bar-badge');
    expect(textOf(badge)).to.equal('1');
    expect(textOf(channel(element))).to.contain('1 unread');
    channel(element).click();
    await disappears(element, 'side-bar-badge');
  });

  it('breaks no name that has room on a screen of 320 pixels', async () => {
    const tab = await FrameTab.open({ server: LocalServerSide.ofItsOwn(), size: { width: 320, height: 640 } });
    await tab.element.command('SideBar.configure', { channels: [{ ...callUs, displayName: 'We call you back' }] });
    await tab.element.command('SideBar.open');
    await tab.element.command('SideBar.expand');
    const label = await tab.finds('side-bar-label');
    const { lineHeight } = getComputedStyle(label);
    expect(label.getBoundingClientRect().height).to.be.below(1.5 * Number.parseFloat(lineHeight));
    tab.close();
  });

  it('is one button on a small screen until it is expanded', async () => {
    const element = await bar();
    const toggle = part(element, 'side-bar-toggle-button');
    expect(toggle.ariaExpanded).to.equal('false');
    expect(toggle.ariaLabel).to.equal('Need help?');
    toggle.click();
    await until(() => toggle.ariaExpanded === 'true');
  });

  it('takes its words from the language packs', async () => {
    const i18n = { en: { sidebar: { SidebarTitle: 'Talk to us', ByPhone: 'By phone', Title: 'Nine to five' } } };
    const element = await tag({ main: { i18n } });
    const channels = [
      { ...callUs, displayName: '@i18n:sidebar.ByPhone', displayTitle: '@i18n:sidebar.Title' },
      { ...callUs, i18n: 'ByPhone' },
    ];
    await element.command('SideBar.configure', { channels });
    await element.command('SideBar.open');
    await until(() => findPart(element, 'side-bar')?.ariaLabel === 'Talk to us');
    await until(() => parts(element, 'side-bar-label').every((each) => textOf(each) === 'By phone'));
    expect(textOf(channel(element))).to.contain('Nine to five');
  });

  it('says what is no good in a configuration, and goes on without', async () => {
    const errors = recordConsoleErrors();
    const element = await bar({
      position: 'top',
      channels: [{ name: 'Nobody' }, 7, { ...callUs, enable: false }, callUs],
    });
    errors.restore();
    expect(parts(element, 'side-bar-channel')).to.have.length(1);
    expect(errors.messages.join('\n')).to.contain("sidebar.position takes 'left' or 'right'");
    expect(errors.messages.join('\n')).to.contain('sidebar.channels[0] takes clickCommand');
    expect(errors.messages.join('\n')).to.contain('sidebar.channels[1] takes clickCommand');
    expect(await reasonOf(element.command('SideBar.configure', {}))).to.equal('Invalid configuration');
  });
});
