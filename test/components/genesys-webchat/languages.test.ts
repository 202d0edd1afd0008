import { expect, fixture, html } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { expectAccessible } from '../../support/accessible.js';
import type { Agent } from '../../support/agent.js';
import { part, textOf } from '../../support/chat-fixture.js';
import { recordConsoleErrors } from '../../support/console-errors.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { partsBelow } from '../../support/on-screen.js';
import { Visitor } from '../../support/visitor.js';

const packs = '/test/fixtures/language-packs.json';
const browserFetch = window.fetch.bind(window);

describe('<genesys-webchat> languages', () => {
  let server: LocalServerSide;
  let errors: ReturnType<typeof recordConsoleErrors>;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
    errors = recordConsoleErrors();
  });

  afterEach(() => {
    errors.restore();
    window.fetch = browserFetch;
    document.documentElement.lang = 'en';
  });

  /** A network on which nothing comes before it is released. */
  const heldFetch = (): { release: () => void } => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    window.fetch = async (...request) => {
      await released;
      return await browserFetch(...request);
    };
    return { release };
  };

  const tag = async (lang?: string, options: Partial<GenesysWebchat> = {}, id = ''): Promise<GenesysWebchat> => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat
        id=${id}
        data-url=${server.dataURL}
        polling-live="20"
        polling-idle="20"
        .config=${{ main: { lang, ...options } }}
      ></genesys-webchat>`,
    );
    await element.whenReady;
    return element;
  };

  const withAgent = async (element: GenesysWebchat): Promise<Agent> => {
    await element.startChat({ nickname: 'Ada' });
    return server.join({ nickname: 'Ann' }, (await server.chats()).at(-1)?.chatId);
  };

  const launcherOf = (element: GenesysWebchat) => element.shadowRoot?.querySelector('genesys-chat-launcher');
  const labelOf = (element: GenesysWebchat) => textOf(part(element, 'launcher-label'));
  const windowOf = (element: GenesysWebchat) => part(element, 'window');

  describe('of the launcher', () => {
    it('is that of the page, without the window', async () => {
      document.documentElement.lang = 'pl';
      const element = await tag();
      await new Visitor(element).reads('Czat');
      expect(part(element, 'launcher').lang).to.equal('pl');
      expect(element.shadowRoot?.querySelector('genesys-chat-window')).to.equal(null);
    });

    it('waits unseen for its first words, and not for those of another language', async () => {
      const words = heldFetch();
      const element = await tag('de', { i18n: packs });
      const visitor = new Visitor(element);
      // The wait ends after a second: its clock stands still, so that a slow machine sees the same.
      const [wait] = launcherOf(element)?.getAnimations() ?? [];
      wait?.pause();
      expect(launcherOf(element)?.hasAttribute('waiting')).to.equal(true);
      expect(getComputedStyle(part(element, 'launcher-button')).visibility).to.equal('hidden');
      words.release();
      await visitor.reads('Beratung');
      expect(getComputedStyle(part(element, 'launcher-button')).visibility).to.equal('visible');
      element.config = { main: { lang: 'ko' } };
      await element.updateComplete;
      expect(launcherOf(element)?.hasAttribute('waiting')).to.equal(false);
      await visitor.reads('채팅 상담');
    });

    it('shows the words that it has when others do not come in a second', async () => {
      const words = heldFetch();
      const element = await tag('de', { i18n: packs });
      for (const wait of launcherOf(element)?.getAnimations() ?? []) wait.finish();
      expect(getComputedStyle(part(element, 'launcher-button')).visibility).to.equal('visible');
      words.release();
      await new Visitor(element).reads('Beratung');
    });

    it('does not wait in English', async () => {
      const element = await tag('en-GB');
      expect(launcherOf(element)?.hasAttribute('waiting')).to.equal(false);
      expect(labelOf(element)).to.equal('Chat');
    });

    it('counts unread messages as the language does', async () => {
      const element = await tag('pl');
      const agent = await withAgent(element);
      await element.minimize(true);
      const visitor = new Visitor(element);
      for (const [text, said] of [
        ['Jeden', '1 nieprzeczytana'],
        ['Dwa', '2 nieprzeczytane'],
      ] as const) {
        await agent.write(text);
        await visitor.reads(said);
      }
    });

    it('follows the page while the window is closed', async () => {
      const element = await tag();
      expect(labelOf(element)).to.equal('Chat');
      document.documentElement.lang = 'ar';
      await new Visitor(element).reads('محادثة');
      document.documentElement.lang = 'en';
      await new Visitor(element).reads('Chat');
    });
  });

  describe('of the window', () => {
    it('is in its form, labels and errors', async () => {
      const element = await tag('de');
      const visitor = new Visitor(element);
      await element.open();
      await visitor.reads('Vorname');
      expect(windowOf(element).lang).to.equal('de');
      (await visitor.finds('submit-button')).click();
      await visitor.reads('Bitte geben Sie Ihren Vornamen ein.');
      await expectAccessible(element);
    });

    it('changes with the tag, with what is around it, and to right-to-left and back', async () => {
      const around = await fixture<HTMLElement>(html`<div lang="fr"></div>`);
      const element = await tag();
      around.append(element);
      const visitor = new Visitor(element);
      await element.open();
      await visitor.reads('Prénom');
      around.lang = 'ar';
      await visitor.reads('الاسم الأول');
      expect(windowOf(element).dir).to.equal('rtl');
      expect(getComputedStyle(part(element, 'form')).direction).to.equal('rtl');
      element.setAttribute('lang', 'ja');
      await visitor.reads('メールアドレス');
      expect(windowOf(element).dir).to.equal('ltr');
      element.removeAttribute('lang');
      around.removeAttribute('lang');
      await visitor.reads('First Name');
      expect(windowOf(element).lang).to.equal('en');
    });

    it('is that of each of two tags on a page', async () => {
      const [sales, help] = [await tag('it', {}, 'sales'), await tag('nl', {}, 'help')];
      await sales.open();
      await help.open();
      await new Visitor(sales).reads('Cognome');
      await new Visitor(help).reads('Achternaam');
      expect(new Visitor(sales).text).to.not.include('Achternaam');
    });

    it('is that of a conversation that goes on, with its times', async () => {
      const element = await tag('en-US');
      const agent = await withAgent(element);
      await agent.write('Hello');
      const visitor = new Visitor(element);
      await visitor.reads('Ann Connected');
      await visitor.reads('Today');
      await visitor.reads('Hello');
      const time = textOf(partsBelow(element, 'system-line')[0]?.querySelector('time') ?? undefined);
      expect(time).to.match(/^\d+:\d\d\s[AP]M$/u);
      element.config = { main: { lang: 'de' } };
      await visitor.reads('Ann ist jetzt im Chat');
      await visitor.reads('Heute');
      await visitor.reads('Im Chat mit Ann');
      expect(textOf(partsBelow(element, 'system-line')[0]?.querySelector('time') ?? undefined)).to.match(/^\d+:\d\d$/u);
      expect(visitor.text).to.include('Hello');
    });

    it('is what is announced', async () => {
      const element = await tag('es');
      const agent = await withAgent(element);
      const visitor = new Visitor(element);
      await visitor.reads('Ann se ha unido al chat');
      await agent.write('Buenos días');
      await visitor.reads('Ann escribió: Buenos días');
    });

    it('counts the hours as the site wants them', async () => {
      const element = await tag('de', { timeFormat: 12 });
      await withAgent(element);
      await new Visitor(element).reads('Ann ist jetzt im Chat');
      const time = () => textOf(partsBelow(element, 'system-line')[0]?.querySelector('time') ?? undefined);
      expect(time()).to.match(/^\d+:\d\d\s[AP]M$/u);
      element.config = { main: { lang: 'de', timeFormat: 12 }, webchat: { timeFormat: '24' } };
      await element.updateComplete;
      await new Visitor(element).seesRest();
      expect(time()).to.match(/^\d+:\d\d$/u);
    });

    for (const lang of ['ar', 'ja']) {
      it(`passes axe in ${lang}, before and in a chat`, async () => {
        const element = await tag(lang);
        const visitor = new Visitor(element);
        await element.open();
        await visitor.finds('form');
        await visitor.seesRest();
        await expectAccessible(element);
        const agent = await withAgent(element);
        await agent.write('1, 2');
        await visitor.reads('1, 2');
        await visitor.seesRest();
        await expectAccessible(element);
      });
    }
  });

  describe('of a site', () => {
    it('go over ours, from an address', async () => {
      const element = await tag('de', { i18n: packs });
      const visitor = new Visitor(element);
      await visitor.reads('Beratung');
      await element.open();
      await visitor.reads('Lampenberatung');
      await visitor.reads('Vorname');
      expect(errors.messages).to.deep.equal([]);
    });

    it('are the launcher’s in English too, without the window', async () => {
      const element = await tag('en', { i18n: packs });
      await new Visitor(element).reads('Ask us');
      expect(element.shadowRoot?.querySelector('genesys-chat-window')).to.equal(null);
    });

    it('are text, whatever they look like', async () => {
      const markup = '<img src="x" onerror="document.title = 1"><b>Hilfe</b>';
      const element = await tag('en', { i18n: { en: { webchat: { ChatButton: markup, ChatTitle: markup } } } });
      await new Visitor(element).reads(markup);
      await element.open();
      await new Visitor(element).finds('title');
      expect(part(element, 'title').textContent).to.equal(markup);
    });

    it('are said in place of a server’s keys', async () => {
      const element = await tag('de', { i18n: packs });
      const agent = await withAgent(element);
      await agent.write('SYS0001');
      const visitor = new Visitor(element);
      await visitor.reads('Ann schrieb: Es ist gleich jemand für Sie da.');
      expect(visitor.text).to.not.include('SYS0001');
    });

    it('that are no good are told once, and ours serve', async () => {
      const element = await tag('de', { i18n: '/test/fixtures/no-such-file.json' });
      const visitor = new Visitor(element);
      await element.open();
      await visitor.reads('Vorname');
      element.setAttribute('theme', 'dark');
      await element.updateComplete;
      expect(errors.messages).to.have.length(1);
      expect(errors.messages[0]).to.include('unable to read the language packs at "/test/fixtures/no-such-file.json"');
    });
  });
});
