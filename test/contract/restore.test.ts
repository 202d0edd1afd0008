import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/model/message.js';
import { systemClock } from '../../src/platform/clock.js';
import { reasonOf, settled } from '../bus/harness.js';
import { until } from '../support/frame-tab.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { MemoryCookies, MemoryStorage } from '../support/memory-storage.js';
import { answered, held, lostAnswer, lostRequest, noNetwork, ScriptedServer } from '../support/scripted-server.js';
import { fastPolling, pollsRest, ServiceFixture, type ServiceSetup } from '../support/service-fixture.js';
import type { Store } from '../../src/store.js';

/** A site whose pages, opened one after the other, share what browsers let them share. */
class Site {
  readonly server = LocalServerSide.ofItsOwn();
  readonly storage = new MemoryStorage();
  readonly cookies = new MemoryCookies();

  /** The visitor comes to a page. */
  open({ main = {}, webchat = {}, platform = {} }: ServiceSetup = {}): ServiceFixture {
    const { storage, cookies, server } = this;
    return new ServiceFixture({
      main,
      webchat: { dataURL: server.dataURL, ...fastPolling, ...webchat },
      platform: { storage, cookies, random: () => 0, ...platform },
    });
  }

  /** A page with a running chat. */
  async start(setup?: ServiceSetup): Promise<ServiceFixture> {
    const page = this.open(setup);
    await page.command('startChat', { nickname: 'Ada' });
    return page;
  }

  /** A page to which the visitor comes during a chat, once it knows how that goes on. */
  async goOn(setup?: ServiceSetup): Promise<ServiceFixture> {
    const page = this.open(setup);
    await page.nextEvent('pollingStarted');
    return page;
  }

  /** The only chat, as the server has it. */
  async chat() {
    const [chat] = await this.server.chats();
    if (!chat) throw new Error('there is no chat');
    return chat;
  }
}

/** A clock that goes ahead of ours by so many milliseconds. */
const ahead = (milliseconds: number) => ({ ...systemClock, now: () => systemClock.now() + milliseconds });

/** What is said and done in a conversation, in short. */
const inShort = (messages: readonly ChatMessage[]) => messages.map(({ type, text }) => `${type} ${text}`.trim());

/** What a page that finds a chat tells, if all is well. */
const restoredInOrder = ['ready', 'restored', 'messageReceived', 'pollingStarted'];

describe('a reload during a chat', () => {
  it('is told as restored {async: false}, then messageReceived {restoring: true}, then pollingStarted', async () => {
    const site = new Site();
    const first = await site.start();
    const agent = await site.server.join();
    await agent.write('Hello');
    await first.command('sendMessage', { message: 'Hi' });
    first.dispose();

    const second = await site.goOn();
    expect(second.names).to.deep.equal(restoredInOrder);
    expect(second.all('restored')).to.deep.equal([{ async: false }]);
    const [received] = second.all('messageReceived');
    const { transcript, chatId } = await site.chat();
    expect(received?.restoring).to.equal(true);
    expect(inShort(received?.messages ?? [])).to.deep.equal([
      'ParticipantJoined',
      'ParticipantJoined',
      'Message Hello',
      'Message Hi',
    ]);
    expect(received?.originalMessages).to.deep.equal(transcript);
    expect(received?.sessionData).to.include({ chatId, sessionID: chatId });
    expect(second.complaints).to.deep.equal([]);
  });

  it('tells nothing again of who came, went and types', async () => {
    const site = new Site();
    const first = await site.start();
    const gone = await site.server.join();
    await site.server.join({ nickname: 'Sue', type: 'Supervisor' });
    await gone.leave();
    const agent = await site.server.join();
    await agent.startTyping();
    await first.command('sendTyping');
    await first.nextEvent('agentTypingStarted');
    first.dispose();

    const second = await site.goOn();
    expect(second.names).to.deep.equal(restoredInOrder);
    expect(second.service.stores.typing.get()).to.deep.equal([]);
  });

  it('brings what happened meanwhile as read again, too', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const agent = await site.server.join();
    await agent.write('Are you there?');

    const second = await site.goOn();
    expect(second.names).to.deep.equal(restoredInOrder);
    expect(inShort(second.all('messageReceived')[0]?.messages ?? []).at(-1)).to.equal('Message Are you there?');
  });

  it('lets what happens later be told as ever', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const second = await site.goOn();
    second.forget();

    const agent = await site.server.join();
    await second.nextEvent('agentConnected');
    await agent.startTyping();
    await second.nextEvent('agentTypingStarted');
    await agent.write('Hello');
    await second.nextEvent('agentTypingStopped');
    await agent.end();
    await second.nextEvent('pollingStopped');
    expect(second.names).to.deep.equal([
      ...['messageReceived', 'agentConnected'],
      ...['messageReceived', 'agentTypingStarted'],
      ...['messageReceived', 'agentTypingStopped'],
      ...['messageReceived', 'agentDisconnected', 'clientDisconnected', 'ended', 'pollingStopped'],
    ]);
    expect(second.all('messageReceived').map(({ restoring }) => restoring)).to.deep.equal(Array(4).fill(false));
  });

  it('leaves transcript, agents, statistics and keys as they were', async () => {
    const site = new Site();
    const first = await site.start();
    const gone = await site.server.join({ nickname: 'Sue', type: 'Supervisor' });
    await gone.leave();
    await site.server.join();
    await first.command('sendMessage', { message: 'Hi' });
    await first.until(
      () => first.all('agentConnected').length === 1 && first.all('supervisorDisconnected').length === 1,
    );
    const before = {
      transcript: await first.command('getTranscript'),
      agents: await first.command('getAgents'),
      stats: await first.command('getStats'),
      keys: await first.command('getSessionData'),
    };
    first.dispose();

    const second = await site.goOn();
    const { messages, originalMessages } = await second.command('getTranscript');
    expect(originalMessages).to.deep.equal(before.transcript.originalMessages);
    // An own message had an id of ours, which the server does not keep.
    const withoutId = ({ id, ...message }: ChatMessage) => message;
    expect(messages.map(withoutId)).to.deep.equal(before.transcript.messages.map(withoutId));
    expect(await second.command('getAgents')).to.deep.equal(before.agents);
    const stats = await second.command('getStats');
    expect(stats).to.deep.include({ agents: before.stats.agents, startTime: before.stats.startTime, endTime: 0 });
    expect(stats.duration).to.be.at.least(before.stats.duration);
    expect(await second.command('getSessionData')).to.deep.equal(before.keys);
    expect(second.service.stores.ownId.get()).to.equal(1);
  });

  it('may come as often as the visitor likes', async () => {
    const site = new Site();
    let page = await site.start();
    for (let time = 1; time <= 3; time += 1) {
      await page.command('sendMessage', { message: `On page ${time}` });
      page.dispose();
      page = await site.goOn();
      expect(page.names).to.deep.equal(restoredInOrder);
    }
    expect(inShort((await page.command('getTranscript')).messages).slice(1)).to.deep.equal([
      'Message On page 1',
      'Message On page 2',
      'Message On page 3',
    ]);
  });

  it('that is itself left before the server has answered loses nothing', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const second = site.open();
    await second.nextEvent('ready');
    second.dispose();
    expect((await site.goOn()).names).to.deep.equal(restoredInOrder);
  });

  it('keeps what the visitor has written and not sent, what is unread, and where the window stands', async () => {
    const site = new Site();
    const first = await site.start();
    for (const [name, value] of [
      ['draft', 'I have a'],
      ['unread', 2],
      ['window', 'minimized'],
    ] as const) {
      // A page may only look; the window writes.
      (first.service.stores[name] as Store<unknown>).set(value);
    }
    await first.command('poll').catch(() => undefined);
    first.dispose();

    const { draft, unread, window } = (await site.goOn()).service.stores;
    expect([draft.get(), unread.get(), window.get()]).to.deep.equal(['I have a', 2, 'minimized']);
  });

  it('of a page that starts no chat tells nothing but that it is ready', async () => {
    const site = new Site();
    for (let time = 0; time < 2; time += 1) {
      const page = site.open();
      await page.nextEvent('ready');
      expect(await reasonOf(page.command('restore'))).to.equal('There is no chat session to restore');
      expect(page.names).to.deep.equal(['ready']);
      page.dispose();
    }
  });
});

describe('a reload after the chat has ended meanwhile', () => {
  const ends: readonly [what: string, end: (site: Site, secureKey: string) => Promise<unknown>][] = [
    ['an agent ended it', async ({ server }) => (await server.join()).end()],
    [
      'another browser ended it',
      async (site, secureKey) => {
        const { chatId } = await site.chat();
        const body = new URLSearchParams({ secureKey });
        await fetch(`${site.server.dataURL}/${chatId}/disconnect`, { method: 'POST', body });
      },
    ],
  ];

  for (const [what, end] of ends) {
    it(`because ${what} is also told as clientDisconnected and ended`, async () => {
      const site = new Site();
      const first = await site.start();
      await first.command('sendMessage', { message: 'Hi' });
      const { secureKey } = await first.command('getSessionData');
      first.dispose();
      await end(site, secureKey);

      const second = site.open();
      await second.nextEvent('ended');
      expect(second.names).to.deep.equal(['ready', 'restored', 'messageReceived', 'clientDisconnected', 'ended']);
      expect(second.all('messageReceived')[0]?.restoring).to.equal(true);
      expect(second.all('clientDisconnected')[0]?.message.from).to.include({ nickname: 'Ada', type: 'Client' });
      expect(inShort((await second.command('getTranscript')).messages)).to.include('Message Hi');
      expect(site.storage.keys()).to.deep.equal([]);
    });
  }

  it('lets the visitor start another', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const agent = await site.server.join();
    await agent.end();
    const second = site.open();
    await second.nextEvent('ended');
    await second.command('startChat', { nickname: 'Ada' });
    second.dispose();
    expect((await site.goOn()).names).to.deep.equal(restoredInOrder);
  });
});

describe('a reload while the server cannot be asked', () => {
  const failures = [
    { what: 'there is no connection', faults: { offline: true }, isAnswered: false },
    { what: 'the server answers HTTP 500', faults: { statusCode: 500 }, isAnswered: true },
    { what: 'the server answers HTTP 503', faults: { statusCode: 503 }, isAnswered: true },
    { what: 'the server answers HTTP 408', faults: { statusCode: 408 }, isAnswered: true },
    { what: 'the server answers HTTP 429', faults: { statusCode: 429 }, isAnswered: true },
    { what: 'the server answers with a page of HTML', faults: { statusCode: 200 }, isAnswered: true },
    { what: 'the server answers statusCode 1', faults: { statusCode: 1 }, isAnswered: true },
    { what: 'the server answers statusCode 2 without the end', faults: { statusCode: 2 }, isAnswered: true },
  ];

  for (const { what, faults, isAnswered } of failures) {
    it(`because ${what} is told as restoredOffline, and later as the connection's coming back`, async () => {
      const site = new Site();
      const first = await site.start();
      const agent = await site.server.join();
      await agent.write('Hello');
      await first.nextEvent('agentConnected');
      first.dispose();
      await site.server.setFaults(faults);

      const second = await site.goOn();
      const told = [...(isAnswered ? [] : ['disconnected']), 'restoredOffline', 'error', 'pollingStarted'];
      expect(second.names.slice(0, told.length + 1)).to.deep.equal(['ready', ...told]);
      expect(second.all('restoredOffline')).to.deep.equal([undefined]);
      await second.command('stopPoll');
      await pollsRest(() => second.command('poll'));
      second.forget();
      await site.server.mend();
      await second.command('startPoll');
      await second.nextEvent('messageReceived');
      expect(second.names).to.deep.equal([
        'pollingStarted',
        ...(isAnswered ? [] : ['reconnected']),
        ...['chatServerBackOnline', 'connectionRestored', 'messageReceived'],
      ]);
      expect(second.all('messageReceived')[0]?.restoring).to.equal(true);
      expect((await second.command('getAgents')).agents[2]).to.include({ name: 'Bob', connected: true });
    });
  }

  it('shows in the store of the connection until the server answers', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ statusCode: 503 });
    const second = await site.goOn();
    expect(second.service.stores.connection.get()).to.equal('reconnecting');
    expect(second.service.stores.phase.get()).to.equal('active');
    await site.server.mend();
    await second.nextEvent('connectionRestored');
    expect(second.service.stores.connection.get()).to.equal('online');
  });

  it('tells later news as ever', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ statusCode: 503 });
    const second = await site.goOn();
    await site.server.mend();
    await second.nextEvent('messageReceived');
    second.forget();
    await site.server.join();
    await second.nextEvent('agentConnected');
    expect(second.names).to.deep.equal(['messageReceived', 'agentConnected']);
    expect(second.all('messageReceived')[0]?.restoring).to.equal(false);
  });

  it('tells of the chat that ended meanwhile as soon as it is known', async () => {
    const site = new Site();
    const first = await site.start();
    const agent = await site.server.join();
    first.dispose();
    await agent.end();
    await site.server.setFaults({ statusCode: 503 });
    const second = await site.goOn();
    second.forget();
    await site.server.mend();
    await second.nextEvent('pollingStopped');
    expect(second.names.slice(-6)).to.deep.equal([
      ...['chatServerBackOnline', 'connectionRestored'],
      ...['messageReceived', 'clientDisconnected', 'ended', 'pollingStopped'],
    ]);
    expect(site.storage.keys()).to.deep.equal([]);
  });

  it('tells of the end when the server, once it answers, no longer has the chat', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ statusCode: 503 });
    const second = await site.goOn();
    second.forget();
    await site.server.setFaults({ statusCode: 404 });
    await second.nextEvent('pollingStopped');
    expect(second.names.slice(-4)).to.deep.equal(['error', 'clientDisconnected', 'ended', 'pollingStopped']);
    expect(site.storage.keys()).to.deep.equal([]);
  });

  it('keeps the chat for the page after, if this one cannot reach the server either', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ offline: true });
    const second = await site.goOn();
    expect(second.names).to.include('restoredOffline');
    second.dispose();
    await site.server.mend();
    expect((await site.goOn()).names).to.deep.equal(restoredInOrder);
  });
});

describe('a return after longer than restoreTimeout', () => {
  it('is told as restoreTimeout, and nothing is left of the chat', async () => {
    const site = new Site();
    const first = await site.start();
    await site.server.setFaults({ offline: true });
    void first.command('sendMessage', { message: 'Hello?' }).catch(() => undefined);
    first.dispose();

    const second = site.open({ platform: { clock: ahead(61_000) } });
    await second.nextEvent('restoreTimeout');
    expect(second.names).to.deep.equal(['ready', 'restoreTimeout']);
    expect(second.all('restoreTimeout')).to.deep.equal([undefined]);
    expect(site.storage.keys()).to.deep.equal([]);
    second.dispose();

    const third = site.open();
    expect(await reasonOf(third.command('restore'))).to.equal('There is no chat session to restore');
    expect(third.names).to.deep.equal(['ready']);
  });

  it('is no return within it', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const second = await site.goOn({ platform: { clock: ahead(50_000) } });
    expect(second.names).to.deep.equal(restoredInOrder);
  });

  it('goes by the option', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const patient = await site.goOn({ webchat: { restoreTimeout: 600_000 }, platform: { clock: ahead(500_000) } });
    expect(patient.names).to.deep.equal(restoredInOrder);
    patient.dispose();
    const hasty = site.open({ webchat: { restoreTimeout: 1000 }, platform: { clock: ahead(503_000) } });
    await hasty.nextEvent('restoreTimeout');
  });

  it('lets the visitor start another chat', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const second = site.open({ platform: { clock: ahead(61_000) } });
    await second.nextEvent('restoreTimeout');
    await second.command('getTranscript').catch(() => undefined);
    expect(await second.command('startChat', { nickname: 'Ada' })).to.include({ statusCode: 0 });
  });

  it('does not exist for an asynchronous chat', async () => {
    const site = new Site();
    const async = { webchat: { async: { enabled: true } } };
    const first = await site.start(async);
    await first.command('sendMessage', { message: 'Hi' });
    first.dispose();
    const second = await site.goOn({ ...async, platform: { clock: ahead(30 * 86_400_000) } });
    expect(second.names).to.deep.equal(restoredInOrder);
    expect(second.all('restored')).to.deep.equal([{ async: true }]);
  });
});

describe('a reload after which the chat cannot go on', () => {
  for (const statusCode of [400, 401, 403, 404, 410]) {
    it(`because the server answers HTTP ${statusCode} is told as restoreFailed, and nothing is left`, async () => {
      const site = new Site();
      const first = await site.start();
      first.dispose();
      await site.server.setFaults({ statusCode });

      const second = site.open();
      await second.nextEvent('restoreFailed');
      expect(second.names).to.deep.equal(['ready', 'error', 'restoreFailed']);
      expect(second.all('restoreFailed')).to.deep.equal([undefined]);
      expect(second.all('error')[0]).to.include({ status: statusCode, operation: 'refresh' });
      expect(site.storage.keys()).to.deep.equal([]);
      second.dispose();

      await site.server.mend();
      const third = site.open();
      expect(await reasonOf(third.command('restore'))).to.equal('There is no chat session to restore');
    });
  }

  const unreadable: readonly [what: string, spoil: (stored: string) => string][] = [
    ['is empty', () => ''],
    ['is half of it', (stored) => stored.slice(0, 30)],
    ['is no session', () => '["lamp"]'],
    ['is of another version', (stored) => stored.replace('"version":1', '"version":2')],
    ['is of no version', (stored) => stored.replace('version', 'edition')],
    ['names no key', (stored) => stored.replace('secureKey', 'key')],
    ['names an empty chat', (stored) => stored.replace(/"chatId":"\w+"/, '"chatId":""')],
    ['has an alias that is no text', (stored) => stored.replace('"alias":"117"', '"alias":117')],
    ['has a participant that is no number', (stored) => stored.replace('"ownId":1', '"ownId":"1"')],
  ];

  for (const [what, spoil] of unreadable) {
    it(`because what was kept ${what} is told as restoreFailed, without asking the server`, async () => {
      const site = new Site();
      const first = await site.start();
      first.dispose();
      const [key = ''] = site.storage.keys().filter((each) => each.endsWith('/session'));
      site.storage.set(key, spoil(site.storage.get(key) ?? ''));
      await site.server.setFaults({ offline: true });

      const second = site.open();
      await second.nextEvent('restoreFailed');
      expect(second.names).to.deep.equal(['ready', 'restoreFailed']);
      expect(site.storage.keys()).to.deep.equal([]);
    });
  }

  it('lets the visitor start another', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    await site.server.setFaults({ statusCode: 404 });
    const second = site.open();
    await second.nextEvent('restoreFailed');
    await site.server.mend();
    await second.command('getTranscript').catch(() => undefined);
    expect(await second.command('startChat', { nickname: 'Ada' })).to.include({ statusCode: 0 });
  });
});

/** A site whose server and time are the test's. Its pages take no real time. */
class TimedSite {
  readonly clock = new FakeClock();
  readonly server = new ScriptedServer(this.clock);
  readonly storage = new MemoryStorage();

  /** What a page of the site is made with. */
  get setup(): ServiceSetup {
    const { clock, server, storage } = this;
    return {
      webchat: { dataURL: 'https://gms.example/genesys/2/chat/customer-support' },
      platform: { clock, storage, fetch: server.fetch, page: new FakePage(), random: () => 0.5 },
    };
  }

  /** The visitor comes to a page, and all that follows at once has happened. */
  async open(): Promise<ServiceFixture> {
    const { clock } = this;
    const page = new ServiceFixture(this.setup);
    while (!page.names.includes('ready')) await clock.tick(0);
    return page;
  }

  /** A page with a running chat. */
  async start(): Promise<ServiceFixture> {
    const page = await this.open();
    await page.command('startChat', { nickname: 'Ada' });
    return page;
  }

  /** The next page, once it knows how the chat goes on. */
  async goOn(): Promise<ServiceFixture> {
    const page = await this.open();
    while (!page.names.includes('pollingStarted')) await this.clock.tick(0);
    return page;
  }

  /** The visitor writes; nobody waits for what becomes of it. */
  async write(page: ServiceFixture, ...texts: string[]): Promise<void> {
    for (const message of texts) {
      void page.command('sendMessage', { message }).catch(() => undefined);
      await this.clock.tick(1);
    }
  }
}

/** The visitor's own messages as a page shows them: text and status. */
function shown({ service }: ServiceFixture): string[] {
  const messages = service.stores.messages.get().filter(({ type }) => type === 'Message');
  return messages.map(({ text, status = '' }) => `${text} ${status}`.trim());
}

/** The id of the message that failed. */
function failedId({ service }: ServiceFixture): string {
  return service.stores.messages.get().find(({ status }) => status === 'failed')?.id ?? 'none failed';
}

/** Longer than a request can take, with all that is done about it. */
const longEnough = 30_000;

describe('own messages that are not delivered when the page is left', () => {
  it('are shown on the next page at once, and delivered once and in order', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.always('any', noNetwork);
    await site.write(first, 'one', 'two', 'three');
    first.dispose();

    const second = await site.goOn();
    expect(second.names).to.include('restoredOffline');
    expect(shown(second)).to.deep.equal(['one sending', 'two sending', 'three sending']);
    site.server.always('any', undefined);
    await site.clock.tick(longEnough);
    expect(site.server.visitorTexts).to.deep.equal(['one', 'two', 'three']);
    expect(shown(second)).to.deep.equal(['one sent', 'two sent', 'three sent']);
    expect(site.storage.text).not.to.contain('outbox');
  });

  it('stay in order with what the visitor writes on the next page', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.always('any', noNetwork);
    await site.write(first, 'one', 'two');
    first.dispose();
    const second = await site.goOn();
    await site.write(second, 'three');
    second.dispose();
    const third = await site.goOn();
    await site.write(third, 'four');
    site.server.always('any', undefined);
    await site.clock.tick(longEnough);
    expect(site.server.visitorTexts).to.deep.equal(['one', 'two', 'three', 'four']);
    expect(shown(third)).to.deep.equal(['one sent', 'two sent', 'three sent', 'four sent']);
  });

  it('are not sent again when only the answer was lost', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.plan('send', lostAnswer);
    await site.write(first, 'once');
    first.dispose();
    const second = await site.goOn();
    expect(shown(second)).to.deep.equal(['once sent']);
    await site.clock.tick(longEnough);
    expect(site.server.count('send')).to.equal(1);
    expect(site.server.visitorTexts).to.deep.equal(['once']);
  });

  it('are sent again only when the first request can no longer arrive', async () => {
    const site = new TimedSite();
    const first = await site.start();
    const sentAt = site.clock.now();
    site.server.plan('send', lostRequest);
    await site.write(first, 'once');
    first.dispose();
    const second = await site.goOn();
    expect(shown(second)).to.deep.equal(['once sending']);
    await site.clock.tick(longEnough);
    const [, again = 0, ...more] = site.server.times('send', sentAt);
    expect(again).to.be.at.least(10_000);
    expect(more).to.deep.equal([]);
    expect(site.server.visitorTexts).to.deep.equal(['once']);
    expect(shown(second)).to.deep.equal(['once sent']);
  });

  it('are told as sent once each', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.always('any', noNetwork);
    await site.write(first, 'one', 'two');
    const ids = first.all('messageStatus').map(({ id }) => id);
    first.dispose();
    const second = await site.goOn();
    site.server.always('any', undefined);
    await site.clock.tick(longEnough);
    const sent = second.all('messageStatus').filter(({ status }) => status === 'sent');
    expect(sent.map(({ id }) => id)).to.deep.equal(ids);
  });

  it('are lost with the chat when the server no longer has it', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.plan('send', noNetwork);
    await site.write(first, 'too late');
    first.dispose();
    site.server.always('refresh', answered(404));
    const second = await site.open();
    while (!second.names.includes('restoreFailed')) await site.clock.tick(0);
    expect(second.all('messageStatus').map(({ status }) => status)).to.deep.equal(['sending', 'failed']);
    expect(site.storage.keys()).to.deep.equal([]);
    await site.clock.tick(longEnough);
    expect(site.server.count('send')).to.equal(1);
  });

  it('are let pass when they are unreadable, and those beside them are delivered', async () => {
    const site = new TimedSite();
    const first = await site.start();
    site.server.plan('send', noNetwork);
    await site.write(first, 'good');
    first.dispose();
    const [key = ''] = site.storage.keys().filter((each) => each.includes('/outbox/'));
    const good = site.storage.get(key) ?? '';
    for (const [index, bad] of [
      '',
      good.slice(0, 20),
      'null',
      good.replace('"sending"', '"flying"'),
      good.replace('"good"', '7'),
      good.replace(/"id":"[^"]+"/, '"id":""'),
      good.replace(/"revision":\d+/, '"revision":-1'),
    ].entries()) {
      site.storage.set(`${key}-${index}`, bad);
    }
    const second = await site.goOn();
    expect(shown(second)).to.deep.equal(['good sending']);
    await site.clock.tick(longEnough);
    expect(site.server.visitorTexts).to.deep.equal(['good']);
  });

  it('stay with a chat that goes on for long', async () => {
    const site = new TimedSite();
    const first = await site.start();
    await site.clock.tick(600_000);
    site.server.always('any', noNetwork);
    await site.write(first, 'late');
    first.dispose();
    await site.clock.tick(50_000);
    site.server.always('any', undefined);
    const second = await site.goOn();
    expect(second.names).to.include('restored');
    await site.clock.tick(longEnough);
    expect(site.server.visitorTexts).to.deep.equal(['late']);
  });
});

describe('an own message that failed before the page is left', () => {
  /** The second page, and a message in it that the server refused on the first. */
  async function withFailed(): Promise<{ site: TimedSite; page: ServiceFixture }> {
    const site = new TimedSite();
    const first = await site.start();
    site.server.plan('send', answered(413));
    await site.write(first, 'refused');
    expect(shown(first)).to.deep.equal(['refused failed']);
    first.dispose();
    const page = await site.goOn();
    return { site, page };
  }

  it('is there on the next page, and not sent by itself', async () => {
    const { site, page } = await withFailed();
    expect(shown(page)).to.deep.equal(['refused failed']);
    await site.clock.tick(longEnough);
    expect(site.server.count('send')).to.equal(1);
  });

  it('keeps its place and says why it failed', async () => {
    const { site, page } = await withFailed();
    await site.write(page, 'after');
    page.dispose();
    const next = await site.goOn();
    expect(shown(next)).to.deep.equal(['refused failed', 'after sent']);
    const failed = next.service.stores.messages.get().find(({ status }) => status === 'failed');
    expect(failed?.failure).to.include({ status: 413, operation: 'send' });
  });

  it('can be resent', async () => {
    const { site, page } = await withFailed();
    const resent = page.command('resendMessage', { id: failedId(page) });
    await site.clock.tick(longEnough);
    await resent;
    expect(site.server.visitorTexts).to.deep.equal(['refused']);
    expect(shown(page)).to.deep.equal(['refused sent']);
    page.dispose();
    expect(shown(await site.goOn())).to.deep.equal(['refused sent']);
  });

  it('can be discarded, and is gone on the page after', async () => {
    const { site, page } = await withFailed();
    await page.command('discardMessage', { id: failedId(page) });
    expect(shown(page)).to.deep.equal([]);
    page.dispose();
    expect(shown(await site.goOn())).to.deep.equal([]);
    expect(site.storage.text).not.to.contain('refused');
  });
});

describe('a message whose answer is lost, over a real connection', () => {
  it('is there once after the reload', async () => {
    const site = new Site();
    const first = await site.start();
    await site.server.setFaults({ lostAnswerRate: 1 });
    void first.command('sendMessage', { message: 'Hello' }).catch(() => undefined);
    while ((await site.server.visitorTexts()).length === 0);
    first.dispose();
    await site.server.mend();

    const second = await site.goOn();
    expect(shown(second)).to.deep.equal(['Hello sent']);
    await second.command('sendMessage', { message: 'And another' });
    expect(await site.server.visitorTexts()).to.deep.equal(['Hello', 'And another']);
  });
});

describe('filters of sendFilteredMessage', () => {
  it('hide after the reload what they hid before, and what comes later', async () => {
    const site = new Site();
    const first = await site.start();
    await first.command('sendFilteredMessage', { message: 'Context: lamp 7', regex: /^context:/i });
    await first.command('sendMessage', { message: 'Hi' });
    first.dispose();

    const second = await site.goOn();
    expect(shown(second)).to.deep.equal(['Hi sent']);
    expect(inShort(second.all('messageReceived')[0]?.messages ?? [])).to.deep.equal([
      'ParticipantJoined',
      'Message Hi',
    ]);
    const agent = await site.server.join();
    await agent.write('context: answered');
    await agent.write('Hello');
    await second.until(() => shown(second).includes('Hello'));
    expect(shown(second)).to.deep.equal(['Hi sent', 'Hello']);
    expect(await site.server.visitorTexts()).to.deep.equal(['Context: lamp 7', 'Hi']);
  });
});

describe('commands that are given at once on the page after', () => {
  /** The next page, whose server answers when it is told to. */
  async function slowPage(): Promise<{ site: TimedSite; page: ServiceFixture; answer: () => void }> {
    const site = new TimedSite();
    const first = await site.start();
    await site.write(first, 'Hi');
    first.dispose();
    const slow = held();
    site.server.plan('refresh', slow.fate);
    const page = new ServiceFixture(site.setup);
    return { site, page, answer: slow.release };
  }

  for (const [name, options, isGood] of [
    ['getTranscript', {}, (answer: { messages: unknown[] }) => answer.messages.length === 2],
    ['getAgents', {}, (answer: { agents: object }) => Object.keys(answer.agents).length === 0],
    ['getStats', {}, (answer: { startTime: number }) => answer.startTime > 0],
    ['getSessionData', {}, (answer: { chatId: string }) => answer.chatId === 'CHAT1'],
    ['sendMessage', { message: 'Me again' }, (answer: { statusCode: number }) => answer.statusCode === 0],
    ['sendTyping', {}, (answer: { statusCode: number }) => answer.statusCode === 0],
    ['sendCustomNotice', { message: '{}' }, (answer: { statusCode: number }) => answer.statusCode === 0],
    ['verifySession', {}, (answer: { sessionActive: boolean }) => answer.sessionActive],
    ['poll', {}, (answer: { statusCode: number }) => answer.statusCode === 0],
    ['endChat', {}, (answer: { chatEnded: boolean }) => answer.chatEnded],
  ] as const) {
    it(`wait for the chat that is kept: ${name}`, async () => {
      const { site, page, answer } = await slowPage();
      let outcome: unknown;
      let isRefused = false;
      page.bus.subscribe('WebChatService.ready', () => {
        page.command(name, options).then(
          (value) => {
            outcome = value;
          },
          (reason: unknown) => {
            isRefused = true;
            outcome = reason;
          },
        );
      });
      while (page.service.stores.phase.get() === 'idle') await site.clock.tick(0);
      while (site.server.count('refresh') === 0) await site.clock.tick(0);
      answer();
      // Some bring their code first, which takes real time.
      while (outcome === undefined) await site.clock.tick(0);
      expect([isRefused, (isGood as (answer: unknown) => boolean)(outcome)]).to.deep.equal([false, true]);
    });
  }

  it('are refused when there is nothing to go on with any more', async () => {
    const site = new TimedSite();
    const first = await site.start();
    first.dispose();
    site.server.always('refresh', answered(404));
    const page = new ServiceFixture(site.setup);
    const refused = Promise.all([
      reasonOf(page.command('getTranscript')),
      reasonOf(page.command('getAgents')),
      reasonOf(page.command('poll')),
    ]);
    while (!page.names.includes('restoreFailed')) await site.clock.tick(0);
    expect(await refused).to.deep.equal(Array(3).fill('There is no active chat session'));
  });

  it('take a text at once, so that it is seen and kept while the server is slow', async () => {
    const { site, page, answer } = await slowPage();
    const sent = page.command('sendMessage', { message: 'Me again' });
    while (site.server.count('refresh') === 0) await site.clock.tick(0);
    await site.clock.tick(0);
    expect(shown(page)).to.deep.equal(['Me again sending']);
    expect(site.storage.text).to.contain('Me again');
    answer();
    await site.clock.tick(0);
    await sent;
    expect(site.server.visitorTexts).to.deep.equal(['Hi', 'Me again']);
  });

  it('let filters be there before the first message is', async () => {
    const { site, page, answer } = await slowPage();
    page.bus.subscribe('WebChatService.ready', () => void page.command('addPrefilter', { filters: /^Hi/ }));
    while (site.server.count('refresh') === 0) await site.clock.tick(0);
    answer();
    while (!page.names.includes('messageReceived')) await site.clock.tick(0);
    expect(page.all('messageReceived')[0]?.messages.map(({ text }) => text)).to.deep.equal(['']);
  });
});

describe('the command restore', () => {
  it('rejects while a chat runs', async () => {
    const site = new Site();
    const page = await site.start();
    expect(await reasonOf(page.command('restore'))).to.equal('There is already an active chat session');
    expect(await reasonOf(page.command('restore', { sessionData: '{}' }))).to.equal(
      'There is already an active chat session',
    );
    page.dispose();
    const next = await site.goOn();
    expect(await reasonOf(next.command('restore'))).to.equal('There is already an active chat session');
  });

  it('rejects when there is nothing to go on with', async () => {
    const site = new Site();
    const page = site.open();
    expect(await reasonOf(page.command('restore'))).to.equal('There is no chat session to restore');
    await page.command('startChat', { nickname: 'Ada' });
    await page.command('endChat');
    expect(await reasonOf(page.command('restore'))).to.equal('There is no chat session to restore');
    expect(await page.command('startChat', { nickname: 'Ada' })).to.include({ statusCode: 0 });
  });

  it('takes async: whether the chat has no end in time', async () => {
    for (const async of [undefined, false, true]) {
      const site = new Site();
      const source = await site.start();
      const sessionData = await source.command('getSessionData');
      source.dispose();
      const elsewhere = site.open({ platform: { storage: new MemoryStorage() } });
      await elsewhere.command('restore', { sessionData, async });
      expect(elsewhere.all('restored')).to.deep.equal([{ async: async === true }]);
      const history = elsewhere.command('fetchHistory');
      if (async) expect(await history).to.deep.equal({ messages: [], historyComplete: true });
      else expect(await reasonOf(history)).to.equal('Asynchronous chat is not enabled');
    }
  });

  it('lets a kept chat that is asynchronous for the caller have no end in time', async () => {
    const site = new Site();
    const source = await site.start();
    source.dispose();
    const kept = site.storage.keys().map((key) => [key, site.storage.get(key) ?? ''] as const);
    for (const [key] of kept) site.storage.remove(key);
    const late = site.open({ platform: { clock: ahead(61_000) } });
    await late.nextEvent('ready');
    for (const [key, value] of kept) site.storage.set(key, value);
    await late.command('restore', { async: true });
    expect(late.all('restored')).to.deep.equal([{ async: true }]);
  });

  it('reads all of a long chat that is not asynchronous, wherever it began', async () => {
    const site = new Site();
    const source = await site.start();
    const sessionData = await source.command('getSessionData');
    source.dispose();
    const agent = await site.server.join();
    await Promise.all(Array.from({ length: 120 }, (_, at) => agent.write(`message ${at}`)));
    const elsewhere = site.open({ platform: { storage: new MemoryStorage() } });
    await elsewhere.command('restore', { sessionData });
    expect((await elsewhere.command('getTranscript')).messages).to.have.lengthOf(122);
  });

  for (const [async, words] of [
    ['yes', '"yes"'],
    [1, 'a value of type number'],
  ] as const) {
    it(`rejects ${words} as async`, async () => {
      const reason = await reasonOf(new Site().open().command('restore', { async }));
      expect(reason).to.equal(`async takes true or false, but got ${words}`);
    });
  }

  it('rejects when the chat is too old, or cannot go on', async () => {
    const site = new Site();
    const source = await site.start();
    const sessionData = await source.command('getSessionData');
    source.dispose();
    const stored = site.storage.keys().map((key) => [key, site.storage.get(key) ?? ''] as const);
    const keep = () => {
      for (const [key, value] of stored) site.storage.set(key, value);
    };
    for (const [key] of stored) site.storage.remove(key);

    const late = site.open({ platform: { clock: ahead(61_000) } });
    await late.nextEvent('ready');
    keep();
    expect(await reasonOf(late.command('restore'))).to.equal('The chat session is too old to be restored');
    expect(late.names).to.deep.equal(['ready', 'restoreTimeout']);

    await site.server.setFaults({ statusCode: 404 });
    const refused = site.open();
    await refused.nextEvent('ready');
    expect(await reasonOf(refused.command('restore', { sessionData }))).to.equal(
      'The chat session could not be restored',
    );
    expect(refused.names).to.deep.equal(['ready', 'error', 'restoreFailed']);
  });

  for (const [what, given] of [
    ['as getSessionData gave it', (data: object) => data],
    ['as JSON text', (data: object) => JSON.stringify(data)],
  ] as const) {
    it(`goes on with sessionData ${what}, wherever the chat began`, async () => {
      const site = new Site();
      const first = await site.start();
      await first.command('sendMessage', { message: 'Hi' });
      const sessionData = given(await first.command('getSessionData'));
      first.dispose();

      const elsewhere = site.open({ platform: { storage: new MemoryStorage() } });
      await elsewhere.command('restore', { sessionData });
      expect(elsewhere.names).to.deep.equal(restoredInOrder);
      expect(shown(elsewhere)).to.deep.equal(['Hi sent']);
      await elsewhere.command('sendMessage', { message: 'Me again' });
      expect(await site.server.visitorTexts()).to.deep.equal(['Hi', 'Me again']);
    });
  }

  for (const sessionData of ['{', 'CHAT1', 7, true, [], {}, { chatId: 'CHAT1' }, { chatId: '', secureKey: 'KEY' }]) {
    it(`rejects ${JSON.stringify(sessionData)} as sessionData`, async () => {
      const page = new Site().open();
      expect(await reasonOf(page.command('restore', { sessionData }))).to.equal(
        'The chat session could not be restored',
      );
      expect(page.names).to.deep.equal(['ready', 'restoreFailed']);
    });
  }
});

describe('what is stored', () => {
  it('is nothing before a chat', async () => {
    const site = new Site();
    const page = site.open({ main: { cookieOptions: {} } });
    await page.command('addPrefilter', { filters: /lamp/ });
    await page.command('updateUserData', { basket: 'lamp' });
    (page.service.stores.draft as Store<string>).set('I have');
    await reasonOf(page.command('sendMessage', { message: 'Hi' }));
    await site.server.setFaults({ statusCode: 503 });
    await reasonOf(page.command('startChat', { nickname: 'Ada' }));
    page.dispose();
    expect([site.storage.text, site.cookies.text]).to.deep.equal(['', '']);
  });

  it('is the session, whose texts are kept, when it was alive last, and the view; never what was said', async () => {
    const site = new Site();
    const page = await site.start();
    const agent = await site.server.join();
    await agent.write('said by Bob');
    await page.command('sendMessage', { message: 'said by the visitor' });
    await page.until(() => shown(page).length === 2);
    const { chatId } = await site.chat();
    const names = site.storage.keys().map((key) => key.split('/').at(-1));
    // Under the name of the chat: up to where it has been told.
    expect(names).to.have.members(['session', 'chat', 'seen', 'draft', 'unread', 'muted', chatId]);
    expect(site.storage.text).not.to.contain('said by');
    expect(site.storage.text).not.to.match(/Ada|Bob/);
    expect(site.cookies.text).to.equal('');
  });

  it('is an own text only until it is delivered', async () => {
    const site = new TimedSite();
    const page = await site.start();
    site.server.plan('send', noNetwork);
    await site.write(page, 'on its way');
    expect(site.storage.text).to.contain('on its way');
    await site.clock.tick(longEnough);
    expect(shown(page)).to.deep.equal(['on its way sent']);
    expect(site.storage.text).not.to.contain('on its way');
  });

  it('is written before the request leaves', async () => {
    const site = new Site();
    const stored: boolean[] = [];
    const page = await site.start({
      platform: {
        fetch: (input, init) => {
          const fields = init?.body as URLSearchParams;
          if (fields.get('message') === 'Hello') stored.push(site.storage.text.includes('Hello'));
          return fetch(input, init);
        },
      },
    });
    await page.command('sendMessage', { message: 'Hello' });
    expect(stored).to.deep.equal([true]);
  });

  for (const [who, end] of [
    ['the visitor', (page: ServiceFixture) => page.command('endChat')],
    [
      'an agent',
      async (page: ServiceFixture, server: LocalServerSide) => {
        const agent = await server.join();
        await agent.end();
        await page.nextEvent('ended');
      },
    ],
  ] as const) {
    it(`is nothing after ${who} has ended the chat`, async () => {
      const site = new Site();
      const page = await site.start({ main: { cookieOptions: {} } });
      (page.service.stores.draft as Store<string>).set('I have');
      await site.server.setFaults({ statusCode: 2 });
      await reasonOf(page.command('sendMessage', { message: 'refused' }));
      await site.server.mend();
      await end(page, site.server);
      page.dispose();
      expect([site.storage.text, site.cookies.text]).to.deep.equal(['', '']);
    });
  }
});

describe('with cookieOptions', () => {
  const main = { cookieOptions: { domain: 'shop.example', path: '/help', secure: true, sameSite: 'Strict' } };

  it('the session is in cookies, written as the options say, and not in the storage', async () => {
    const site = new Site();
    const page = await site.start({ main });
    const { chatId, secureKey } = await page.command('getSessionData');
    expect(site.cookies.text).to.contain(chatId).and.contain(secureKey);
    expect(site.storage.text).not.to.contain(secureKey);
    for (const cookie of site.cookies.written) {
      expect(cookie).to.match(/; path=\/help; samesite=Strict; domain=shop\.example(; max-age=-?\d+)?; secure$/);
    }
  });

  it('no text of the visitor is in them', async () => {
    const site = new Site();
    const page = await site.start({ main });
    (page.service.stores.draft as Store<string>).set('a draft');
    await page.command('sendMessage', { message: 'a delivered text' });
    await site.server.setFaults({ statusCode: 2 });
    await reasonOf(page.command('sendMessage', { message: 'a failed text' }));
    await site.server.setFaults({ offline: true });
    void page.command('sendMessage', { message: 'a pending text' }).catch(() => undefined);
    await until(() => site.storage.text.includes('a pending text'));
    const written = decodeURIComponent(site.cookies.written.join('\n'));
    expect(written).not.to.match(/a draft|a delivered|a failed|a pending/);
    expect(site.storage.text).to.contain('a draft').and.contain('a failed text');
  });

  it('no filter of sendFilteredMessage is in them, which may be a text of the visitor', async () => {
    const site = new Site();
    const page = await site.start({ main, webchat: { mask: true } });
    await page.command('sendFilteredMessage', { message: 'pay 4111 1111 1111 1111', regex: /4111/ });
    await page.command('sendFilteredMessage', { message: 'my secret word', regex: 'my secret word' });
    expect(decodeURIComponent(site.cookies.written.join('\n'))).not.to.match(/pay|4111 1111|secret/);
    page.dispose();
    const next = await site.goOn({ main });
    expect(shown(next)).to.deep.equal([]);
  });

  it('texts of a browser that lost them go when they are found older than restoreTimeout, and not before', async () => {
    const site = new Site();
    const first = await site.start({ main });
    (first.service.stores.draft as Store<string>).set('a draft');
    first.dispose();
    for (const cookie of site.cookies.read().split('; ')) {
      site.cookies.write(`${cookie.split('=')[0] ?? ''}=; max-age=-1`);
    }
    const soon = site.open({ main, platform: { clock: ahead(50_000) } });
    expect(await reasonOf(soon.command('restore'))).to.equal('There is no chat session to restore');
    expect(site.storage.text).to.contain('a draft');
    soon.dispose();

    const late = site.open({ main, platform: { clock: ahead(61_000) } });
    await late.nextEvent('ready');
    while (site.storage.keys().length > 0) await settled();
    expect(late.names).to.deep.equal(['ready']);
  });

  it('a page of another origin that shares them goes on with the chat', async () => {
    const site = new Site();
    const first = await site.start({ main });
    await first.command('sendMessage', { message: 'Hi' });
    first.dispose();
    const second = await site.goOn({ main, platform: { storage: new MemoryStorage() } });
    expect(second.names).to.deep.equal(restoredInOrder);
    expect(shown(second)).to.deep.equal(['Hi sent']);
  });

  it('a page that goes without them does not', async () => {
    const site = new Site();
    const first = await site.start({ main });
    first.dispose();
    const second = site.open();
    expect(await reasonOf(second.command('restore'))).to.equal('There is no chat session to restore');
  });

  it('nothing is in them after the end', async () => {
    const site = new Site();
    const page = await site.start({ main });
    await page.command('endChat');
    page.dispose();
    expect(site.cookies.text).to.equal('');
  });

  it('other cookies of the site are left alone', async () => {
    const site = new Site();
    site.cookies.write('basket=lamp%20%26%20bulb; path=/');
    site.cookies.write('odd=%E0%A4%A; path=/');
    const page = await site.start({ main });
    await page.command('endChat');
    expect(site.cookies.read()).to.equal('basket=lamp%20%26%20bulb; odd=%E0%A4%A');
  });
});

describe('several chats of one site', () => {
  const pairs: readonly [what: string, one: ServiceSetup, other: ServiceSetup][] = [
    [
      'of different addresses',
      {},
      { webchat: { dataURL: `${location.origin}/servers/another/genesys/2/chat/customer-support` } },
    ],
    ['of different deployments', { main: { deploymentID: 'lamps' } }, { main: { deploymentID: 'bulbs' } }],
    ['of a deployment and a part of it', { main: { deploymentID: 'lamps/desk' } }, { main: { deploymentID: 'lamps' } }],
    ['with and without a deployment', {}, { main: { deploymentID: 'bulbs' } }],
  ];

  for (const [what, one, other] of pairs) {
    it(`${what} do not see each other`, async () => {
      const site = new Site();
      const first = await site.start(one);
      const { chatId } = await first.command('getSessionData');
      first.dispose();

      const stranger = site.open(other);
      expect(await reasonOf(stranger.command('restore'))).to.equal('There is no chat session to restore');
      await stranger.command('startChat', { nickname: 'Eve' });
      expect((await stranger.command('getSessionData')).chatId).not.to.equal(chatId);
      await stranger.command('endChat');
      stranger.dispose();

      const second = await site.goOn(one);
      expect(second.names).to.deep.equal(restoredInOrder);
      expect((await second.command('getSessionData')).chatId).to.equal(chatId);
    });
  }

  it('of one address are one, with a slash at its end or without', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const second = await site.goOn({ webchat: { dataURL: `${site.server.dataURL}/` } });
    expect(second.names[1]).to.equal('restored');
  });

  it('of one deployment are one, whichever address its pages know', async () => {
    const site = new Site();
    const main = { deploymentID: 'lamps' };
    const first = await site.start({ main });
    first.dispose();
    const second = await site.goOn({ main, webchat: { dataURL: `${site.server.dataURL}?from=help` } });
    expect(second.names[1]).to.equal('restored');
  });

  it('of one address are one, however the pages write it', async () => {
    const site = new Site();
    const first = await site.start();
    first.dispose();
    const { pathname } = new URL(site.server.dataURL);
    const second = await site.goOn({ webchat: { dataURL: pathname } });
    expect(second.names).to.deep.equal(restoredInOrder);
  });
});
