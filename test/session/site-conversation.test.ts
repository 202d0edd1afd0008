import { expect } from '@open-wc/testing';
import { resolveOptions, configLayer } from '../../src/config/resolve-options.js';
import type { Tabs } from '../../src/platform/tabs.js';
import { SiteConversation } from '../../src/session/site-conversation.js';
import { FakePage } from '../support/fake-page.js';
import { MemoryCookies, MemoryStorage } from '../support/memory-storage.js';

const dataURL = 'https://gms.example/genesys/2/chat/support';

/** That address as a part of a key. */
const named = dataURL.replaceAll('/', '%2F');

/** What a page without a chat runs, and what it notices. */
class Watch {
  readonly page = new FakePage();
  readonly storage = new MemoryStorage();
  readonly cookies = new MemoryCookies();
  /** Channels that are open now, by name. */
  readonly channels: string[] = [];
  readonly posted: unknown[] = [];
  /** What it told its service. */
  readonly told: string[] = [];
  webchat: Readonly<Record<string, unknown>> = { dataURL };
  main: Readonly<Record<string, unknown>> = {};
  id = '';
  isIdle = true;
  #say: ((message: unknown) => void) | undefined;
  readonly site: SiteConversation;

  constructor() {
    this.site = new SiteConversation({
      platform: { page: this.page, storage: this.storage, cookies: this.cookies, tabs: this.#tabs() },
      options: () => resolveOptions([configLayer('config', { main: this.main, webchat: this.webchat })]).options,
      id: () => this.id,
      isIdle: () => this.isIdle,
      onSession: () => void this.told.push('session'),
      onMessage: (message) => void this.told.push(`message ${String(message)}`),
      onHold: () => void this.told.push('hold'),
      onGoOn: () => void this.told.push('go on'),
    });
  }

  /** Another tab says something. */
  hear(message: unknown): void {
    this.#say?.(message);
  }

  #tabs(): Tabs {
    return {
      lock: () => Promise.resolve(),
      open: (name, onMessage) => {
        this.channels.push(name);
        this.#say = onMessage;
        return {
          post: (message) => void this.posted.push(message),
          close: () => {
            this.channels.splice(this.channels.indexOf(name), 1);
            this.#say = undefined;
          },
        };
      },
    };
  }
}

describe('the conversation of a site', () => {
  it('is not looked for before it is opened', () => {
    const watch = new Watch();
    watch.site.look();
    expect([watch.site.isOpen, watch.site.name(), watch.channels]).to.deep.equal([false, '', []]);
  });

  for (const [what, webchat, id, name] of [
    ['the address of its service', { dataURL }, '', named],
    ['that address as the page resolves it', { dataURL: '/chat' }, '', 'https:%2F%2Fshop.example%2Fchat'],
    ['that address without slashes at its end', { dataURL: `${dataURL}//` }, '', named],
    ['the tag’s id besides', { dataURL }, 'sales', `${named}#sales`],
  ] as const) {
    it(`is named by ${what}`, () => {
      const watch = new Watch();
      Object.assign(watch, { webchat, id });
      watch.site.open();
      expect(watch.site.name()).to.equal(name);
      expect(watch.channels).to.deep.equal([`genesys-webchat/${name}`]);
    });
  }

  it('is named by the deployment alone where there is one', () => {
    const watch = new Watch();
    watch.main = { deploymentID: 'shop' };
    watch.site.open();
    expect(watch.channels).to.deep.equal(['genesys-webchat/shop']);
  });

  it('has no name while no service is configured, and is found once one is', () => {
    const watch = new Watch();
    watch.webchat = {};
    watch.site.open();
    expect([watch.site.name(), watch.channels]).to.deep.equal(['', []]);
    watch.webchat = { dataURL };
    watch.site.look();
    expect(watch.channels).to.deep.equal([`genesys-webchat/${named}`]);
  });

  describe('left by an earlier page', () => {
    const key = `genesys-webchat/${named}/session`;

    it('is told once', () => {
      const watch = new Watch();
      watch.storage.set(key, '{}');
      watch.site.open();
      watch.site.open();
      watch.site.look();
      expect(watch.told).to.deep.equal(['session', 'go on']);
    });

    it('is looked through when only its texts are left: the cookie of its session may have gone with the browser', () => {
      const watch = new Watch();
      watch.main = { cookieOptions: { path: '/' } };
      watch.storage.set(key.replace(/session$/, 'draft'), '"Hel"');
      watch.site.open();
      expect(watch.told).to.deep.equal(['session', 'go on']);
    });

    it('is looked for in cookies where the site keeps it there', () => {
      const watch = new Watch();
      watch.main = { cookieOptions: { path: '/' } };
      watch.site.open();
      expect(watch.told).to.deep.equal(['go on']);

      const other = new Watch();
      other.main = watch.main;
      other.cookies.write(`${encodeURIComponent(key)}=1`);
      other.site.open();
      expect(other.told).to.deep.equal(['session', 'go on']);
    });

    it('may be known to the site alone, which is asked', () => {
      const watch = new Watch();
      watch.webchat = { dataURL, async: { enabled: true, setSessionData: () => '' } };
      watch.site.open();
      expect(watch.told).to.deep.equal(['session', 'go on']);
    });

    it('of another conversation is none', () => {
      const watch = new Watch();
      watch.storage.set(`genesys-webchat/${named}#sales/session`, '{}');
      watch.site.open();
      expect(watch.told).to.deep.equal(['go on']);
    });

    it('is found when the options name it later, but not while another one runs', () => {
      const watch = new Watch();
      watch.storage.set('genesys-webchat/shop/session', '{}');
      watch.site.open();
      watch.isIdle = false;
      watch.main = { deploymentID: 'shop' };
      watch.site.look();
      expect(watch.site.name()).to.equal(named);
      watch.isIdle = true;
      watch.site.look();
      expect(watch.channels).to.deep.equal(['genesys-webchat/shop']);
      expect(watch.told).to.deep.equal(['go on', 'session']);
    });
  });

  it('is heard of in other tabs, which hear of it here', () => {
    const watch = new Watch();
    watch.site.post({ type: 'wantsLead', chatId: 'too early' });
    watch.site.open();
    watch.hear('Hello');
    watch.site.post({ type: 'wantsLead', chatId: 'CHAT1' });
    expect(watch.told).to.deep.equal(['go on', 'message Hello']);
    expect(watch.posted).to.deep.equal([{ type: 'wantsLead', chatId: 'CHAT1' }]);
  });

  it('is held still while the page is frozen, and goes on with a look', () => {
    const watch = new Watch();
    watch.site.open();
    watch.page.freeze();
    watch.page.freeze();
    expect([watch.site.isOpen, watch.channels]).to.deep.equal([false, []]);
    watch.storage.set(`genesys-webchat/${named}/session`, '{}');
    watch.site.look();
    expect(watch.told).to.deep.equal(['go on', 'hold']);
    watch.page.thaw();
    watch.page.thaw();
    expect([watch.site.isOpen, watch.channels.length]).to.deep.equal([true, 1]);
    expect(watch.told).to.deep.equal(['go on', 'hold', 'session', 'go on']);
  });

  it('leaves no channel and no listener once it is closed', () => {
    const watch = new Watch();
    watch.site.open();
    watch.site.close();
    watch.site.post({ type: 'wantsLead', chatId: 'CHAT1' });
    watch.page.freeze();
    watch.page.thaw();
    expect([watch.channels, watch.page.listeners, watch.posted]).to.deep.equal([[], 0, []]);
    expect(watch.told).to.deep.equal(['go on', 'hold']);
  });
});
