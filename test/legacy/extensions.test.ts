import { expect } from '@open-wc/testing';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { chatScript, closePages, SitePage } from './site-page.js';

describe('the extensions of a page', function () {
  this.timeout(30_000);

  let server: LocalServerSide;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
  });

  afterEach(closePages);

  const write = async (script: string, head = '') => {
    const page = await SitePage.write(
      `${head}<script>
        told = [];
        _genesys = { widgets: { webchat: { dataURL: chatService }, extensions: {} } };
        ${script}
      </script>${chatScript}`,
      server,
    );
    await page.chat();
    return { page, told: () => Reflect.get(page.window, 'told') as unknown[] };
  };
  const rejection = (page: SitePage, command: string, options?: object) =>
    page.run(command, options).then(
      () => 'resolved',
      (reason: unknown) => reason,
    );

  it('run in their order, before the chat is ready, and hear that it is', async () => {
    const { told } = await write(`
      ['One', 'Two'].forEach(function (name) {
        _genesys.widgets.extensions[name] = function ($, CXBus) {
          told.push(name);
          CXBus.subscribe('WebChatService.ready', function () { told.push(name + ' is ready'); });
        };
      });`);
    expect(told()).to.deep.equal(['One', 'Two', 'One is ready', 'Two is ready']);
  });

  it('may be added later, one by one or as an object', async () => {
    const { page, told } = await write('');
    const { widgets } = Reflect.get(page.window, '_genesys') as { widgets: Record<string, Record<string, unknown>> };
    widgets['extensions']!['Late'] = () => told().push('late');
    await until(() => told().includes('late'));
    widgets['extensions'] = { Other: () => told().push('other') };
    await until(() => told().includes('other'));
    expect(told()).to.deep.equal(['late', 'other']);
  });

  it('hear of a ready plugin whenever they come, and call its commands', async () => {
    const { page, told } = await write(`
      _genesys.widgets.extensions.First = function ($, CXBus) {
        var first = CXBus.registerPlugin('First');
        first.registerCommand('add', async function (e) { e.deferred.resolve(e.data.a + e.data.b); });
        first.republish('ready');
        first.ready();
      };
      _genesys.widgets.extensions.Second = function ($, CXBus) {
        var second = CXBus.registerPlugin('Second');
        second.subscribe('First.ready', function () {
          second.command('First.add', { a: 1, b: 2 }).done(function (sum) { told.push(sum); });
        });
      };`);
    await until(() => told().length === 1);
    expect(told()).to.deep.equal([3]);
    expect(page.errors).to.deep.equal([]);
  });

  it('get the page’s jQuery', async () => {
    const { told } = await write(
      '_genesys.widgets.extensions.A = function ($) { told.push($ === window.jQuery); };',
      '<script>jQuery = function () { return [] };</script>',
    );
    expect(told()).to.deep.equal([true]);
  });

  it('get what looks at the page and changes it where there is no jQuery', async () => {
    const { page } = await write(`
      _genesys.widgets.extensions.A = function ($) {
        $('body').append('<p class="mine">Hello</p>').addClass('extended');
        $('.mine').on('click', function () { $(this).text('Clicked').attr('data-ok', 'yes'); }).trigger('click');
      };`);
    const { body } = page.window.document;
    expect(body.className).to.equal('extended');
    expect(body.querySelector('.mine')?.outerHTML).to.equal('<p class="mine" data-ok="yes">Clicked</p>');
  });

  it('may listen and click by jQuery’s short names there', async () => {
    const { page, told } = await write(`
      _genesys.widgets.extensions.A = function ($) {
        $('<button>').appendTo('body').click(function (event) { told.push(event.type); }).click();
        $('<input>').appendTo('body').change(function () { told.push(this.value); }).val('x').change();
      };`);
    expect(told()).to.deep.equal(['click', 'x']);
    expect(page.errors).to.deep.equal([]);
  });

  it('are told of the old window’s hooks that they look for', async () => {
    const { page } = await write(
      "_genesys.widgets.extensions.A = function ($) { $('.cx-menu').append('<li>More</li>'); };",
    );
    await until(() => page.warnings.length > 0);
    expect(page.warnings.join()).to.match(/extension A looks for \.cx-menu.*WebChat\.addMenuItem/i);
  });

  it('are told what is taken out of their HTML, each once, and what to do', async () => {
    const { page } = await write(`
      _genesys.widgets.extensions.A = function ($, CXBus) {
        CXBus.subscribe('WebChat.opened', function () {
          CXBus.command('WebChat.showOverlay', {
            html: '<p onclick="go()">Video? <button onclick="go()">Yes</button></p><iframe src="/survey"></iframe>',
          });
        });
      };`);
    await page.run('WebChat.open');
    await page.reads('Video?');
    await until(() => page.warnings.length > 1);
    expect(page.warnings).to.have.lengthOf(2);
    for (const [at, name] of ['onclick', 'iframe'].entries())
      expect(page.warnings[at]).to.match(new RegExp(`^${name} is taken out of HTML .*WebChat\\.addMenuItem`));
  });

  it('are not the only code that is: onReady is told of hooks too', async () => {
    const { page } = await write(
      "_genesys.widgets.onReady = function () { document.querySelectorAll('.cx-titlebar').forEach(function () {}); };",
    );
    await until(() => page.warnings.length > 0);
    expect(page.warnings[0]).to.match(/^onReady looks for \.cx-titlebar, which .*::part\(header\)/);
  });

  it('see restoring when the window comes back', async () => {
    const { page } = await write(`
      _genesys.widgets.extensions.A = function ($, CXBus) {
        CXBus.before('WebChat.open', function (options) {
          sessionStorage.setItem('seen', (sessionStorage.getItem('seen') || '') + Boolean(options.restoring) + ' ');
          return options;
        });
      };`);
    sessionStorage.removeItem('seen');
    await page.run('WebChat.open', { form: { autoSubmit: true, firstname: 'Ada', lastname: 'L' } });
    await until(async () => (await server.chats()).length === 1);
    await page.finds('message-input');
    await page.reload();
    await page.finds('message-input');
    expect(sessionStorage.getItem('seen')).to.equal('false true ');
    await page.run('WebChatService.endChat');
  });

  describe('call App', () => {
    it('for another theme or language, which there has to be', async () => {
      const { page } = await write("_genesys.widgets.main = { themes: { acme: 'cx-theme-acme' } };");
      const chat = await page.chat();
      expect(await page.run('App.setTheme', { theme: 'acme' })).to.equal('acme');
      await chat.updateComplete;
      expect([await page.run('App.getTheme'), chat.dataset['theme']]).to.deep.equal(['acme', 'acme']);
      expect(await rejection(page, 'App.setTheme', { theme: 'pink' })).to.equal(
        'There is no theme pink; there are auto, light, dark, acme',
      );
      await page.run('App.setLanguage', { lang: 'de' });
      expect(chat.lang).to.equal('de');
      expect(await rejection(page, 'App.setLanguage')).to.equal('No lang provided');
    });

    it('for headers', async () => {
      const { page } = await write('');
      const chat = await page.chat();
      await page.run('App.updateAJAXHeader', { header: { 'X-A': '1', 'X-B': '2' } });
      expect(chat.header).to.deep.equal({ 'X-A': '1', 'X-B': '2' });
      await page.run('App.removeAJAXHeader', { header: 'X-A' });
      expect(chat.header).to.deep.equal({ 'X-B': '2' });
      await page.run('App.removeAJAXHeader');
      expect(chat.header).to.deep.equal({});
    });

    it('to close all, and to begin anew with another configuration', async () => {
      const { page } = await write('');
      const chat = await page.chat();
      await page.run('WebChat.open');
      await page.finds('form');
      await page.run('App.closeAll');
      expect(page.sees('form')).to.equal(undefined);
      await page.run('App.reInitialize', { webchat: { dataURL: server.dataURL, maxMessageLength: 7 } });
      await until(() => chat.maxMessageLength === 7);
      for (const command of ['main', 'ready', 'registerAutoLoad', 'deregisterAutoLoad'])
        await page.run(`App.${command}`);
    });
  });

  it('hear that a channel is not here, or a plugin nowhere', async () => {
    const { page } = await write('');
    expect(await rejection(page, 'CallUs.open')).to.equal(
      'There is no CallUs here: the plugin of Genesys Widgets that shows telephone numbers is not part of this chat',
    );
    expect(await rejection(page, 'Nobody.open')).to.equal('Unknown plugin: Nobody');
  });

  it('use Common to write, link and alert', async () => {
    const { page, told } = await write(`
      _genesys.widgets.extensions.A = function ($, CXBus, Common) {
        told.push(Common.linkify('See https://a.example/b?c=1&d. <i>'));
        Common.log('broken', 'error');
        Common.Generate.Icon('chat');
        Common.Generate.Icon('chat');
        CXBus.subscribe('WebChat.opened', function () { Common.showAlert($('.x'), { text: 'Mind the gap', buttonText: 'Yes' }); });
      };`);
    expect(told()[0]).to.equal(
      'See <a href="https://a.example/b?c=1&#38;d" target="_blank" rel="noopener noreferrer">https://a.example/b?c=1&#38;d</a>. &#60;i&#62;',
    );
    expect(page.errors).to.deep.equal(['broken']);
    expect(page.warnings.filter((each) => each.startsWith('there is no Common.Generate.Icon here'))).to.have.lengthOf(
      1,
    );
    await page.run('WebChat.open');
    await page.reads('Mind the gap');
    (page.window.document.querySelector('#cx_chat_information button') as HTMLElement).click();
    await until(() => page.sees('overlay') === undefined);
  });

  it('find Common in _genesys.widgets too, and App ready', async () => {
    const { page, told } = await write(`
      _genesys.widgets.extensions.A = function ($, CXBus, Common) {
        told.push(Common === _genesys.widgets.common);
        CXBus.command('App.main').done(function () {
          CXBus.command('App.ready').done(function () { told.push('ready'); });
        });
      };`);
    await until(() => told().includes('ready'));
    expect(told()).to.deep.equal([true, 'ready']);
    expect(page.errors).to.deep.equal([]);
  });

  it('may put something of their own into the title bar, by the slot menu', async () => {
    const { page } = await write(`
      _genesys.widgets.extensions.A = function ($, CXBus) {
        CXBus.subscribe('WebChat.opened', function () {
          $('genesys-webchat').append('<button slot="menu" class="share">Share</button>');
        });
      };`);
    await page.run('WebChat.open');
    const header = (await page.finds('header')).getBoundingClientRect();
    const find = () => page.window.document.querySelector<HTMLElement>('.share');
    await until(() => (find()?.getBoundingClientRect().width ?? 0) > 0);
    const share = (find() as HTMLElement).getBoundingClientRect();
    expect(share.top >= header.top && share.bottom <= header.bottom).to.equal(true);
  });

  it('are told of configuration that has no effect, each once', async () => {
    const { page } = await write('_genesys.widgets.webchat.colour = "red"; _genesys.widgets.callus = {};');
    const { widgets } = Reflect.get(page.window, '_genesys') as { widgets: Record<string, object> };
    widgets['main'] = {};
    await until(() => page.warnings.length === 2);
    expect(page.warnings[0]).to.equal(
      '_genesys.widgets: callus configures CallUs, which is not part of this chat. It has no effect.',
    );
    expect(page.warnings[1]).to.match(/^_genesys\.widgets: there is no option webchat\.colour, which/);
  });

  it('are on a page whose files CXBus cannot load', async () => {
    const page = await SitePage.write(chatScript, server);
    await until(() => Reflect.has(page.window, 'CXBus'));
    const bus = Reflect.get(page.window, 'CXBus') as Record<
      'loadFile' | 'loadPlugin',
      (name: string) => Promise<unknown>
    >;
    const why = (promise: Promise<unknown>) => promise.then(String, String);
    expect(await why(bus.loadFile('/no/such/file.js'))).to.match(
      /^CXBus\.loadFile: unable to load "\/no\/such\/file\.js"/,
    );
    expect(await why(bus.loadPlugin('callus'))).to.match(/^CXBus\.loadPlugin: there is no plugin callus here/);
    expect(await why(bus.loadPlugin('widgets-core'))).to.match(/^CXBus\.loadPlugin: there is no chat to start/);
  });
});
