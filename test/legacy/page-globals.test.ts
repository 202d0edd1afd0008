import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { chatScript, closePages, SitePage } from './site-page.js';

/** What the tests look at of a page's globals. */
interface Globals {
  CXBus:
    (Record<'command', (name: string, options?: object) => Promise<unknown>> & Record<string, unknown>) | undefined;
  _genesys: Record<'widgets', Record<string, unknown>> & { cxwidget?: Record<string, unknown> };
  /** What the page's own scripts have noted. */
  readonly told: unknown[];
}

const tag = '<genesys-webchat data-url="/chat"></genesys-webchat>';

describe('the globals of a page', function () {
  this.timeout(30_000);

  let server: LocalServerSide;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
  });

  afterEach(closePages);

  const write = async (markup: string) => {
    const page = await SitePage.write(`<script>told = [];</script>${markup}`, server);
    return { page, globals: page.window as unknown as Globals };
  };
  const loaded = (page: SitePage, file: string) =>
    page.window.performance.getEntriesByType('resource').some(({ name }) => name.includes(file));

  describe('with a tag', () => {
    it('are there as soon as the script has run', async () => {
      const { page, globals } = await write(
        `${chatScript}${tag}<script type="module">
          told.push(typeof CXBus.registerPlugin, typeof CXBus.loadFile);
          told.push(_genesys.widgets.bus === document.querySelector('genesys-webchat').bus);
        </script>`,
      );
      expect(globals.told).to.deep.equal(['function', 'function', true]);
      await globals.CXBus?.command('WebChat.open');
      await page.finds('form');
    });

    it('load nothing where nobody looks at them', async () => {
      const { page } = await write(chatScript + tag);
      await (await page.chat()).open();
      await page.finds('form');
      expect(loaded(page, 'widgets-page')).to.equal(false);
      Reflect.get(page.window, '_genesys');
      await until(() => loaded(page, 'widgets-page'));
    });

    it('are not for one with globals="false", which reads none of them', async () => {
      const { page, globals } = await write(
        `<script>_genesys = { widgets: { webchat: { dataURL: '/other', maxMessageLength: 7 } } };</script>${chatScript}
        <genesys-webchat globals="false" data-url="/chat"></genesys-webchat>`,
      );
      const chat = await page.chat();
      expect([chat.dataUrl, chat.maxMessageLength]).to.deep.equal(['/chat', 500]);
      expect(globals.CXBus).to.equal(undefined);
      expect(globals._genesys.widgets).to.have.keys('webchat');
      expect(page.window.document.querySelectorAll('genesys-webchat').length).to.equal(1);
    });

    it('follow the attribute at run time', async () => {
      const { page, globals } = await write(chatScript + tag);
      const chat = await page.chat();
      chat.setAttribute('globals', 'false');
      await chat.updateComplete;
      expect(globals.CXBus).to.equal(undefined);
      expect('_genesys' in page.window).to.equal(false);
      chat.removeAttribute('globals');
      await chat.updateComplete;
      expect(globals._genesys.widgets['bus']).to.equal(chat.bus);
    });

    it('are those of the first of several, and of the next when that is gone', async () => {
      const { page, globals } = await write(
        `${chatScript}${tag}<genesys-webchat id="second" data-url="/chat"></genesys-webchat>`,
      );
      const [first, second] = [...page.window.document.querySelectorAll('genesys-webchat')];
      await page.chat();
      expect(globals._genesys.widgets['bus']).to.equal(first?.bus);
      first?.remove();
      await until(() => globals._genesys.widgets['bus'] === second?.bus);
      const isSecond = () => new Promise((resolve) => second?.addEventListener('WebChat.opened', resolve));
      const opened = isSecond();
      await globals.CXBus?.command('WebChat.open');
      await opened;
      second?.remove();
      await until(() => globals.CXBus === undefined);
    });

    it('stay with a tag that is moved', async () => {
      const { page, globals } = await write(chatScript + tag);
      const chat = await page.chat();
      const { bus } = globals._genesys.widgets;
      page.window.document.body.prepend(chat);
      await chat.updateComplete;
      expect(globals._genesys.widgets['bus']).to.equal(bus);
    });
  });

  describe('with a configuration', () => {
    it('are the lowest layer of a tag’s options', async () => {
      const { page } = await write(
        `<script>
          _genesys = { widgets: { main: { theme: 'dark', lang: 'de' }, webchat: { dataURL: '/page', maxMessageLength: 7, ajaxTimeout: 5 } } };
        </script>${chatScript}
        <genesys-webchat data-url="/chat">
          <script type="application/json">{ "webchat": { "maxMessageLength": 8 } }</script>
        </genesys-webchat>`,
      );
      const chat = await page.chat();
      const options = [chat.dataUrl, chat.maxMessageLength, chat.ajaxTimeout, chat.theme];
      expect(options).to.deep.equal(['/chat', 8, 5, 'dark']);
      expect(chat.chatButtonEnabled).to.equal(true);
      await page.finds('launcher-button');
      await page.reads('Chat');
    });

    it('make a chat by themselves, without a launcher unless they ask for one', async () => {
      const { page, globals } = await write(
        `<script>_genesys = { widgets: { webchat: { dataURL: chatService } } };</script>${chatScript}`,
      );
      const chat = await page.chat();
      await chat.updateComplete;
      expect(chat.dataUrl).to.equal(server.dataURL);
      expect(page.sees('launcher-button')).to.equal(undefined);
      globals._genesys.widgets['webchat'] = { dataURL: server.dataURL, chatButton: { enabled: true } };
      await page.finds('launcher-button');
    });

    it('keep the chat that they have made where the page has another body, and not where it takes the chat out', async () => {
      const { page, globals } = await write(
        `<script>_genesys = { widgets: { webchat: { dataURL: chatService, chatButton: { enabled: true } } } };</script>${chatScript}`,
      );
      const chat = await page.chat();
      const { document: ofPage } = page.window;
      ofPage.body.replaceWith(ofPage.createElement('body'));
      await until(() => chat.isConnected && globals.CXBus !== undefined);
      await globals.CXBus?.command('WebChat.open');
      await page.finds('form');
      chat.remove();
      await until(() => globals.CXBus === undefined);
      expect(ofPage.querySelector('genesys-webchat')).to.equal(null);
    });

    it('may come after the script, and make a chat then', async () => {
      const { page } = await write(
        `${chatScript}<script type="module">
          if (!window._genesys) window._genesys = {};
          if (!window._genesys.widgets) window._genesys.widgets = {};
          window._genesys.widgets.main = { lang: 'fr' };
          window._genesys.widgets.webchat = { dataURL: chatService, chatButton: { enabled: true } };
        </script>`,
      );
      const chat = await page.chat();
      expect([chat.dataUrl, chat.lang]).to.deep.equal([server.dataURL, '']);
      expect(await chat.command('App.getTheme')).to.equal('auto');
      await page.finds('launcher-button');
    });

    it('may replace what was there, and change it, at any time', async () => {
      const { page, globals } = await write(chatScript + tag);
      const chat = await page.chat();
      (globals as { _genesys: unknown })._genesys = { widgets: { webchat: { maxMessageLength: 7 } } };
      await until(() => chat.maxMessageLength === 7);
      expect(globals._genesys.widgets['bus']).to.equal(chat.bus);
      globals._genesys.widgets['webchat'] = { maxMessageLength: 8 };
      await until(() => chat.maxMessageLength === 8);
      (globals._genesys as Record<string, unknown>)['widgets'] = { webchat: { maxMessageLength: 9 } };
      await until(() => chat.maxMessageLength === 9);
    });

    it('call onReady with the bus, once everything is ready', async () => {
      const { page, globals } = await write(
        `<script>
          _genesys = { widgets: {
            webchat: { dataURL: chatService },
            onReady: function (CXBus) {
              told.push(CXBus === _genesys.widgets.bus);
              CXBus.command('WebChat.open').done(function () { told.push('opened'); });
            },
          } };
        </script>${chatScript}`,
      );
      await until(() => globals.told.length === 2);
      expect(globals.told).to.deep.equal([true, 'opened']);
      await page.finds('form');
    });

    it('work by their names in Widgets 8.5', async () => {
      const { page, globals } = await write(
        `<script>
          _genesys = { cxwidget: {
            main: { theme: 'dark' },
            webchat: { dataURL: chatService },
            onReady: function (bus) {
              bus.subscribe('cx.plugin.WebChat.opened', function () { told.push('opened'); });
              bus.command('cx.plugin.WebChat.open').done(function () { told.push('done'); });
            },
          } };
        </script>${chatScript}`,
      );
      const chat = await page.chat();
      await until(() => globals.told.length === 2);
      expect(globals.told).to.have.members(['opened', 'done']);
      expect(chat.theme).to.equal('dark');
      expect(globals._genesys.widgets['bus']).to.equal(chat.bus);
      await globals.CXBus?.command('cx.plugin.WebChat.close');
    });

    it('have an alias for code of Widgets 8.5 on a page that is newer', async () => {
      const { page, globals } = await write(chatScript + tag);
      const chat = await page.chat();
      expect(globals._genesys.widgets['bus']).to.equal(chat.bus);
      await until(() => globals._genesys.cxwidget !== undefined);
      const old = globals._genesys.cxwidget?.['bus'] as Globals['CXBus'];
      await old?.command('cx.plugin.WebChat.open');
      await page.finds('form');
    });
  });

  describe('that are somebody else’s', () => {
    it('are left alone with their configuration, and told once', async () => {
      const { page, globals } = await write(
        `<script>
          theirs = { command: function () {} };
          CXBus = theirs;
          _genesys = { widgets: { bus: theirs, webchat: { maxMessageLength: 7 } } };
        </script>${chatScript}${tag}`,
      );
      const chat = await page.chat();
      await until(() => page.warnings.length > 0);
      chat.theme = 'dark';
      await chat.updateComplete;
      expect(page.warnings).to.have.lengthOf(1);
      expect(page.warnings[0]).to.match(/^window\.CXBus or _genesys\.widgets\.bus is there already/);
      const theirs = Reflect.get(page.window, 'theirs') as unknown;
      expect([globals.CXBus === theirs, globals._genesys.widgets['bus'] === theirs]).to.deep.equal([true, true]);
      expect(globals._genesys).to.have.keys('widgets');
      expect(chat.maxMessageLength).to.equal(500);
      await chat.open();
      await page.finds('form');
    });

    it('make no chat', async () => {
      const { page } = await write(
        `<script>CXBus = {}; _genesys = { widgets: { webchat: { dataURL: chatService } } };</script>${chatScript}`,
      );
      await until(() => page.warnings.length > 0);
      expect(page.window.document.querySelector('genesys-webchat')).to.equal(null);
    });

    it('may come later, and have the page’s configuration then: the chat that was made from it goes', async () => {
      const { page, globals } = await write(
        `<script>_genesys = { widgets: { webchat: { dataURL: chatService, chatButton: { enabled: true } } } };</script>${chatScript}`,
      );
      await page.chat();
      await page.finds('launcher-button');
      globals.CXBus = {} as Globals['CXBus'];
      await until(() => page.warnings.length > 0);
      expect(page.window.document.querySelector('genesys-webchat')).to.equal(null);
      expect([page.warnings.length, page.errors]).to.deep.equal([1, []]);
    });

    it('may come later, and are theirs then', async () => {
      const { page, globals } = await write(chatScript + tag);
      await page.chat();
      expect(globals._genesys.widgets['bus']).to.not.equal(undefined);
      await until(() => globals._genesys.cxwidget !== undefined);
      const theirs = {};
      globals._genesys.widgets['bus'] = theirs;
      await until(() => page.warnings.length > 0);
      expect(globals._genesys.widgets['bus']).to.equal(theirs);
      expect(globals.CXBus).to.equal(undefined);
    });
  });
});
