import { expect } from '@open-wc/testing';
import type { SessionPhase } from '../../src/model/session-state.js';
import type { CookieJar } from '../../src/session/cookie-jar.js';
import { toSiteData } from '../../src/session/site-keeping.js';
import { reasonOf } from '../bus/harness.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { MemoryCookies, MemoryStorage } from '../support/memory-storage.js';
import { fastPolling, ServiceFixture, type ServiceSetup } from '../support/service-fixture.js';

const keys = { chatId: 'CHAT1', secureKey: 'SECRET', userId: 'USER', alias: '117' };

describe('what a site is given to keep', () => {
  it('is the keys as JSON text, the chat id under its Widgets name too', () => {
    expect(JSON.parse(toSiteData(keys))).to.deep.equal({ ...keys, sessionID: 'CHAT1' });
  });

  it('is an empty text once the chat is over', () => {
    expect(toSiteData(undefined)).to.equal('');
  });
});

/** A site that keeps asynchronous chats itself, in a place that this browser knows nothing of. */
class KeepingSite {
  readonly server = LocalServerSide.ofItsOwn();
  /** All that the site was given, oldest first. */
  readonly given: string[] = [];
  /** What the site gives back. */
  kept: unknown;

  /** A page in a browser that has never been here. */
  open({ webchat, platform }: ServiceSetup = {}): ServiceFixture {
    return new ServiceFixture({
      webchat: {
        dataURL: this.server.dataURL,
        ...fastPolling,
        async: {
          enabled: true,
          getSessionData: (data: string) => {
            this.given.push(data);
            this.kept = data;
          },
          setSessionData: () => this.kept,
        },
        ...webchat,
      },
      platform: { random: () => 0, ...platform },
    });
  }

  /** A page with a chat, which the site was asked for in vain. */
  async start(setup?: ServiceSetup): Promise<ServiceFixture> {
    const page = this.open(setup);
    await phaseOf(page, 'idle');
    await page.command('startChat', { nickname: 'Ada' });
    return page;
  }
}

/** Waits until the page's chat comes into that phase. */
function phaseOf({ service }: ServiceFixture, wanted: SessionPhase): Promise<void> {
  return new Promise((resolve) => {
    service.stores.phase.listen((phase) => {
      if (phase === wanted) resolve();
    });
  });
}

describe('a site that keeps asynchronous chats itself', () => {
  it('is given the keys at the start, and an empty text at the end', async () => {
    const site = new KeepingSite();
    const page = await site.start();
    const data = await page.command('getSessionData');
    expect(site.given.map((each) => JSON.parse(each) as unknown)).to.deep.equal([data]);
    await page.command('endChat');
    expect(site.given.slice(1)).to.deep.equal(['']);
  });

  it('brings the chat into another browser', async () => {
    const site = new KeepingSite();
    const first = await site.start();
    await first.command('sendMessage', { message: 'My lamp is dark' });
    const agent = await site.server.join();
    await first.nextEvent('agentConnected');
    first.dispose();

    const second = site.open();
    await second.nextEvent('pollingStarted');
    expect(second.names).to.deep.equal(['ready', 'restored', 'messageReceived', 'pollingStarted']);
    expect(second.all('restored')).to.deep.equal([{ async: true }]);
    await agent.write('I send you a bulb');
    await second.until(() => second.all('messageReceived').length === 2);
    const { messages } = await second.command('getTranscript');
    expect(messages.filter(({ type }) => type === 'Message').map(({ text, status }) => [text, status])).to.deep.equal([
      ['My lamp is dark', 'sent'],
      ['I send you a bulb', undefined],
    ]);
  });

  it('may take its time to give it back', async () => {
    const site = new KeepingSite();
    const first = await site.start();
    first.dispose();
    site.kept = Promise.resolve(site.kept);
    const second = site.open();
    await second.nextEvent('restored');
  });

  it('that has nothing lets the page wait for a new chat', async () => {
    const site = new KeepingSite();
    const page = site.open();
    await phaseOf(page, 'idle');
    expect(page.names).to.deep.equal(['ready']);
    expect(await reasonOf(page.command('restore'))).to.equal('There is no chat session to restore');
    expect(await page.command('startChat', { nickname: 'Ada' })).to.include({ statusCode: 0 });
  });

  it('may give back an object of it', async () => {
    const site = new KeepingSite();
    const first = await site.start();
    first.dispose();
    site.kept = JSON.parse(String(site.kept)) as object;
    const second = site.open();
    await second.nextEvent('restored');
  });

  for (const kept of ['{"chatId":', { lamp: 'dark' }]) {
    it(`that gives back ${JSON.stringify(kept)} makes the restoring fail`, async () => {
      const site = new KeepingSite();
      site.kept = kept;
      const page = site.open();
      await page.nextEvent('restoreFailed');
      expect(page.names).to.deep.equal(['ready', 'restoreFailed']);
    });
  }

  it('is told that nothing is left when the server no longer has the chat', async () => {
    const site = new KeepingSite();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ statusCode: 404 });
    const second = site.open();
    await second.nextEvent('restoreFailed');
    expect(site.given.at(-1)).to.equal('');
  });

  it('may keep it in cookies, by the jar that it is handed', async () => {
    const site = new KeepingSite();
    const cookies = new MemoryCookies();
    const asks: boolean[] = [];
    const hooks = {
      enabled: true,
      getSessionData: (data: string, jar: CookieJar) => {
        jar.set('chat', data, { path: '/help' });
      },
      setSessionData: (isOpen: boolean, jar: CookieJar) => {
        asks.push(isOpen);
        return jar.get('chat');
      },
    };
    const first = await site.start({ webchat: { async: hooks }, platform: { cookies } });
    first.dispose();
    expect(cookies.written[0]).to.include('; path=/help');

    const second = site.open({ webchat: { async: hooks }, platform: { cookies } });
    await second.nextEvent('restored');
    expect(new Set(asks)).to.deep.equal(new Set([false]));
  });

  it('is not asked for chats that have an end in time', async () => {
    const site = new KeepingSite();
    const storage = new MemoryStorage();
    let asked = 0;
    const hooks = {
      enabled: false,
      getSessionData: () => void (asked += 1),
      setSessionData: () => void (asked += 1),
    };
    const first = site.open({ webchat: { async: hooks }, platform: { storage } });
    await first.command('startChat', { nickname: 'Ada' });
    first.dispose();
    const second = site.open({ webchat: { async: hooks }, platform: { storage } });
    await second.nextEvent('restored');
    expect(asked).to.equal(0);
  });
});
