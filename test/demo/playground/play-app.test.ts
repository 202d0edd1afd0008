import { expect } from '@open-wc/testing';
import { attributeName } from '../../../src/config/option-names.js';
import { optionNames, options } from '../../../src/config/options.js';
import { nextEvent } from '../../support/chat-element.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { change, PlaygroundPage } from './playground-page.js';

let servers = 0;

/** The address of a server that no other test uses. */
function newServer(): string {
  servers += 1;
  return `/servers/playground-${String(servers)}-${String(Date.now())}`;
}

describe('the playground', () => {
  afterEach(() => {
    history.replaceState(history.state, '', location.pathname + location.search);
    document.documentElement.removeAttribute('dir');
    delete document.documentElement.dataset['theme'];
  });

  describe('options', () => {
    it('has every option of the table, with what it does', async () => {
      const page = await PlaygroundPage.open();
      for (const name of optionNames) {
        expect(page.control(name), name).to.be.an.instanceOf(HTMLElement);
        const label = 'fromAttribute' in options[name].type ? attributeName(name) : name;
        expect(page.text, name).to.include(label);
        expect(page.control(`${name}-text`).textContent.length, name).to.be.above(10);
      }
    });

    it('takes effect on the tag at once, and goes back to the default', async () => {
      const page = await PlaygroundPage.open();
      page.set('maxMessageLength', '120');
      page.set('emojis', true);
      page.set('mobileMode', 'false');
      page.set('userData', '{"plan": "gold"}');
      await page.until(() => page.chat.maxMessageLength === 120, 'the tag has the limit');
      expect([page.chat.emojis, page.chat.mobileMode]).to.deep.equal([true, false]);
      expect(page.chat.userData).to.deep.equal({ plan: 'gold' });
      await page.press('Reset maxMessageLength');
      await page.until(() => page.chat.maxMessageLength === 500, 'the tag has the default');
    });

    it('says what an option takes when it is given something else, and leaves the tag alone', async () => {
      const page = await PlaygroundPage.open();
      page.set('maxMessageLength', '0');
      await page.shows('It takes a whole number of characters, 1 or more.');
      expect(page.chat.maxMessageLength).to.equal(500);
    });

    it('are found by name and by what they do', async () => {
      const page = await PlaygroundPage.open();
      const search = page.app.renderRoot.querySelector('play-options')?.renderRoot.querySelector('input');
      if (search) change(search, 'payment cards');
      await page.until(() => !page.text.includes('poll-exception-limit'), 'others are gone');
      expect(page.text).to.include('mask');
      if (search) change(search, 'nothing has this');
      await page.shows('No option has that');
    });
  });

  describe('the address', () => {
    it('holds what is set, and sets it again', async () => {
      const page = await PlaygroundPage.open();
      page.set('maxMessageLength', '120');
      page.set('markdown', true);
      page.set('--gwc-radius', '4');
      change(page.labelled('Direction'), 'rtl');
      await page.until(() => location.hash.includes('dir=rtl'), 'the address has it');
      const again = await PlaygroundPage.open({ hash: location.hash.slice(1) });
      await again.until(() => again.chat.maxMessageLength === 120, 'it is set again');
      expect(again.chat.markdown).to.equal(true);
      expect(again.chat.style.getPropertyValue('--gwc-radius')).to.equal('4px');
      expect(document.documentElement.dir).to.equal('rtl');
      await again.press('Reset all');
      await again.until(() => again.chat.maxMessageLength === 500, 'all is as it comes');
      expect(location.hash).to.be.oneOf(['', '#']);
    });

    it('may hold anything, of which only what is good is taken', async () => {
      const hash =
        'maxMessageLength=-1&userData=%7B&nonsense=1&theme=pink&lang=de&--gwc-color-brand=%23123456&dataURL=javascript:1';
      const page = await PlaygroundPage.open({ hash });
      await page.until(() => page.chat.config?.main?.['lang'] === 'de', 'the language is taken');
      expect(page.chat.maxMessageLength).to.equal(500);
      expect(page.chat.theme).to.equal('auto');
      expect(page.chat.dataUrl).to.equal(undefined);
      expect(page.chat.style.getPropertyValue('--gwc-color-brand')).to.equal('#123456');
    });
  });

  describe('events', () => {
    it('shows what happens once, with every way to hear of it, and its payload', async () => {
      const page = await PlaygroundPage.open();
      await page.press('Open');
      await page.until(() => page.log.includes('WebChat.opened: bus, DOM, DOM bare'), `it is told: ${page.log.join()}`);
      await page.press('Start a chat');
      await page.until(() => page.log.some((line) => line.startsWith('WebChatService.started')), 'the start is told');
      expect(page.code('Payload of WebChatService.started')).to.include('"chatId": "demo-');
      expect(page.code('Payload of WebChatService.started')).not.to.include('secureKey');
    });

    it('shows events of plugins of one’s own', async () => {
      const page = await PlaygroundPage.open();
      const plugin = page.chat.bus.registerPlugin('Hours');
      if (plugin) {
        plugin.registerEvents(['checked']);
        plugin.publish('checked', { open: true });
        await page.until(() => page.log.some((line) => line.startsWith('Hours.checked: bus')), 'it is told');
        plugin.publish('checked', { open: false });
      }
      await page.until(() => page.log.includes('Hours.checked: bus, DOM'), 'it is heard by its name from then on');
    });

    it('shows events of the neighbours', async () => {
      const page = await PlaygroundPage.open();
      await page.chat.command('Toaster.open', { type: 'generic', title: 'A lamp?' });
      await page.until(() => page.log.includes('Toaster.opened: bus, DOM'), 'it is told');
    });

    it('filters, pauses and forgets', async () => {
      const page = await PlaygroundPage.open();
      await page.press('Open');
      await page.until(() => page.log.length > 0, 'something is told');
      const [filter, plugin] =
        page.app.renderRoot.querySelector('play-events')?.renderRoot.querySelectorAll('input, select') ?? [];
      change(filter as HTMLElement, 'opened');
      await page.until(() => page.log.length === 1, 'one is left');
      change(filter as HTMLElement, '');
      change(plugin as HTMLElement, 'WebChatService');
      await page.until(() => page.log.every((line) => line.startsWith('WebChatService.')), 'one plugin is left');
      change(plugin as HTMLElement, '');
      await page.press('Pause');
      await page.press('Minimise');
      await page.shows('new');
      expect(page.log.some((line) => line.startsWith('WebChat.minimized'))).to.equal(false);
      await page.press('Clear');
      await page.until(() => page.log.length === 0, 'all is forgotten');
    });
  });

  describe('looks', () => {
    it('are custom properties of the tag, and a style sheet to copy', async () => {
      const page = await PlaygroundPage.open();
      page.set('--gwc-color-brand', '#1c5a52');
      await page.until(() => page.code('Your style sheet') !== '', 'there is a style sheet');
      expect(page.code('Your style sheet')).to.equal('genesys-webchat {\n  --gwc-color-brand: #1c5a52;\n}');
      expect(page.chat.style.getPropertyValue('--gwc-color-brand')).to.equal('#1c5a52');
      await page.press('Marsh');
      await page.until(() => page.code('Your style sheet').includes('--gwc-radius: 28px'), 'a preset sets several');
      await page.press('As it comes');
      await page.until(() => page.code('Your style sheet') === '', 'nothing is left');
      expect(page.chat.style.length).to.equal(0);
    });

    it('has every custom property that the tag reads', async () => {
      const page = await PlaygroundPage.open();
      for (const name of ['color-brand', 'color-muted', 'font-family', 'radius-bubble', 'window-width', 'z-index']) {
        expect(page.control(`--gwc-${name}`), name).to.be.an.instanceOf(HTMLElement);
      }
    });
  });

  describe('code', () => {
    it('makes the same in HTML, in JavaScript and as the configuration of Genesys Widgets', async () => {
      const page = await PlaygroundPage.open();
      page.set('userData', '{"plan": "gold"}');
      change(page.labelled('Colours'), 'dark');
      await page.until(() => page.code('HTML').includes('theme="dark"'), 'the code has it');
      expect(page.code('HTML')).to.include('<genesys-webchat transport-type="demo" theme="dark"></genesys-webchat>');
      expect(page.code('HTML')).to.include("chat.userData = {\n    plan: 'gold',\n  };");
      expect(page.code('JavaScript')).to.include("chat.theme = 'dark';");
      expect(page.code('Configuration of Genesys Widgets').split(/\s+/).join(' ')).to.equal(
        "window._genesys = { widgets: { main: { theme: 'dark', }, webchat: { userData: { plan: 'gold', }, transport: { type: 'demo', }, }, }, };",
      );
    });
  });

  describe('the other side', () => {
    it('is a script where there is no server, and says how to get one', async () => {
      const page = await PlaygroundPage.open();
      await page.shows('There is no local server behind this page');
      const agent = nextEvent(page.chat, 'agentConnected');
      await page.press('Start a chat');
      expect((await agent).detail.message.from.name).to.equal('Robin');
    });

    it('is an agent of the local server, who acts at a click', async () => {
      const server = newServer();
      const page = await PlaygroundPage.open({ server });
      await page.shows('The agent');
      page.set('polling.live', '20');
      page.set('polling.idle', '20');
      await page.press('Joins');
      await page.shows('There is no chat yet');
      const started = nextEvent(page.chat, 'started');
      await page.press('Start a chat');
      await started;
      const said = page.chat.command('WebChatService.getTranscript');
      await said;
      await page.press('Answers');
      await page.until(
        () => page.log.some((line) => line.startsWith('WebChatService.agentConnected')),
        'the agent is there',
      );
      await page.until(
        () => page.code('Payload of WebChatService.messageReceived').includes('Hello, this is Robin'),
        'the agent has answered',
      );
      await page.press('Leaves');
      await page.until(
        () => page.log.some((line) => line.startsWith('WebChatService.agentDisconnected')),
        'the agent has left',
      );
    });

    it('goes wrong as it is told, and works again', async () => {
      const server = newServer();
      const page = await PlaygroundPage.open({ server });
      await page.shows('What goes wrong');
      change(page.labelled('The network is gone'), true);
      const faults = async () => (await (await fetch(`${server}/local/faults`)).json()) as { offline?: boolean };
      while (!(await faults()).offline) await new Promise(requestAnimationFrame);
      await page.press('Start a chat');
      await page.until(() => page.log.some((line) => line.startsWith('WebChatService.error')), 'the error is told');
      await page.shows('WebChatService.startChat was rejected');
      await page.press('Let everything work again');
      while ((await faults()).offline) await new Promise(requestAnimationFrame);
      const started = nextEvent(page.chat, 'started');
      await page.press('Start a chat');
      await started;
      expect(await new LocalServerSide(server).chats()).to.have.length(1);
    });
  });

  it('is worked by keyboard: arrows go from tab to tab', async () => {
    const page = await PlaygroundPage.open();
    const tabs = page.app.renderRoot.querySelector('play-tabs');
    const tab = (name: string) => tabs?.renderRoot.querySelector<HTMLElement>(`#tab-${name}`);
    tab('Options')?.focus();
    tab('Options')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await page.until(
      () => tabs?.renderRoot instanceof ShadowRoot && tabs.renderRoot.activeElement === tab('Theme'),
      'the next has focus',
    );
    expect(tab('Theme')?.ariaSelected).to.equal('true');
    expect(tab('Options')?.tabIndex).to.equal(-1);
  });
});
