import { expect } from '@open-wc/testing';
import { CookieJar } from '../../src/session/cookie-jar.js';
import { failuresOf, reasonOf, settled } from '../bus/harness.js';
import type { Agent } from '../support/agent.js';
import {
  ServiceFixture,
  serviceWithServer,
  startedConversation,
  type Conversation,
} from '../support/service-fixture.js';

/** What a site keeps of its visitor's chat, by the hooks of `async`. */
class SiteOfItsOwn {
  /** What the service gave to keep, in order. */
  readonly given: string[] = [];
  /** What else the hooks were called with. */
  readonly more: unknown[][] = [];

  readonly #waiting = new Set<() => void>();

  /** Waits until it has been told to keep nothing. */
  toldOfTheEnd(): Promise<void> {
    return new Promise((resolve) => {
      if (this.given.at(-1) === '') resolve();
      else this.#waiting.add(resolve);
    });
  }

  /** The configuration that leads here. */
  readonly async = {
    enabled: true,
    getSessionData: (data: string, ...more: unknown[]) => {
      this.given.push(data);
      this.more.push(more);
      if (data === '') for (const resolve of this.#waiting) resolve();
    },
    setSessionData: (...more: unknown[]) => {
      this.more.push(more);
      return this.given.at(-1);
    },
  };
}

/** An asynchronous chat whose session the site keeps. */
async function keptChat({ async }: SiteOfItsOwn): Promise<Conversation> {
  const { enabled, getSessionData } = async;
  return startedConversation({ webchat: { async: { enabled, getSessionData } } });
}

/** A service of a site that answers so when it is asked what it has kept, after it was asked. */
async function askedFor(setSessionData: () => unknown): Promise<ReturnType<typeof serviceWithServer>> {
  let onAsked: () => void;
  const asked = new Promise<void>((resolve) => {
    onAsked = resolve;
  });
  const hook = () => {
    onAsked();
    return setSessionData();
  };
  const chat = serviceWithServer({ webchat: { async: { enabled: true, setSessionData: hook } } });
  await asked;
  await settled();
  return chat;
}

/** A site that takes its time to say what it has kept. */
function slowSite(): { readonly asked: () => Promise<unknown>; readonly answer: (kept: unknown) => void } {
  let answer: (kept: unknown) => void = () => undefined;
  const kept = new Promise<unknown>((resolve) => {
    answer = resolve;
  });
  return { asked: () => kept, answer };
}

/** The visitor comes back to a page whose site takes its time, while it does. */
async function pageOfSlowSite({ server }: Conversation) {
  const { asked, answer } = slowSite();
  const page = new ServiceFixture({
    webchat: { dataURL: server.dataURL, async: { enabled: true, setSessionData: asked } },
  });
  await page.nextEvent('ready');
  await settled();
  return { page, answer };
}

/** The visitor comes back to another page, which keeps nothing of its own. */
function nextPage({ server }: Conversation, { async }: { readonly async: object }, main: object = {}): ServiceFixture {
  return new ServiceFixture({ main: { ...main }, webchat: { dataURL: server.dataURL, async } });
}

/** The agent joins and writes so many messages; their texts, in the order in which the server has them. */
async function longTalk({ server, chatId }: Conversation, count: number): Promise<string[]> {
  const agent = await server.join();
  await Promise.all(Array.from({ length: count }, (_, at) => agent.write(`message ${String(at)}`)));
  return texts((await server.chat(chatId)).transcript);
}

/** What the messages say, without who came and went. */
function texts(messages: readonly { readonly type: string; readonly text?: string }[]): string[] {
  return messages.filter(({ type }) => type === 'Message').map(({ text = '' }) => text);
}

describe('an asynchronous chat', () => {
  it('is asked for with the start, and only where async.enabled says so', async () => {
    const asynchronous = await keptChat(new SiteOfItsOwn());
    const { userData } = await asynchronous.server.chat(asynchronous.chatId);
    expect(userData).to.include({ GCTI_Chat_AsyncMode: 'true' });

    const other = await startedConversation();
    expect((await other.server.chat(other.chatId)).userData).not.to.have.property('GCTI_Chat_AsyncMode');
  });

  it('is not started where async of the start says so', async () => {
    const chat = serviceWithServer({ webchat: { async: { enabled: true } } });
    const { chatId = '' } = await chat.command('startChat', { nickname: 'Ada', async: false });
    expect((await chat.server.chat(chatId)).userData).not.to.have.property('GCTI_Chat_AsyncMode');
    expect(chat.service.stores.isAsync.get()).to.equal(false);
  });

  it('goes on when the agent leaves', async () => {
    const chat = await keptChat(new SiteOfItsOwn());
    const agent = await chat.server.join();
    await agent.leave();
    await chat.command('poll');
    expect(chat.names).to.include('agentDisconnected').and.not.to.include('ended');
    await chat.command('sendMessage', { message: 'Until tomorrow' });
    expect(await chat.server.visitorTexts()).to.deep.equal(['Until tomorrow']);
    expect(chat.service.stores.phase.get()).to.equal('active');
  });

  describe('whose session the site keeps', () => {
    it('gives getSessionData the session as JSON text at the start, and an empty text at the end', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      expect(JSON.parse(site.given.at(-1) ?? '')).to.deep.equal(await chat.command('getSessionData'));
      expect(site.given).not.to.include('');
      await chat.command('endChat');
      await site.toldOfTheEnd();
    });

    it('hands the hooks the cookie jar and the cookie options too', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      chat.dispose();
      const cookieOptions = { sameSite: 'Strict', expires: 30 };
      site.more.length = 0;
      const next = nextPage(chat, site, { cookieOptions });
      await next.nextEvent('restored');
      await next.command('endChat');
      await site.toldOfTheEnd();

      const [asked, given] = [site.more[0], site.more.at(-1)];
      expect(asked).to.have.lengthOf(3);
      expect(asked?.[0]).to.equal(false);
      expect(given).to.have.lengthOf(2);
      for (const [jar, options] of [asked?.slice(1) ?? [], given ?? []]) {
        expect(jar).to.be.instanceOf(CookieJar);
        expect(options).to.deep.equal(cookieOptions);
      }
    });

    it('goes on by itself on the next page with what setSessionData returns', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      const agent = await chat.server.join();
      await agent.write('Hello');
      await chat.command('sendMessage', { message: 'Hi' });
      chat.dispose();

      const next = nextPage(chat, site);
      expect(await next.nextEvent('restored')).to.deep.equal({ async: true });
      const { restoring, messages } = await next.nextEvent('messageReceived');
      expect(restoring).to.equal(true);
      expect(texts(messages)).to.deep.equal(['Hello', 'Hi']);
      expect(next.names).not.to.include.members(['started']).and.not.to.include.members(['agentConnected']);
      expect((await next.command('getSessionData')).chatId).to.equal(chat.chatId);
      expect((await next.command('getAgents')).agents[2]).to.include({ name: 'Bob', connected: true });
      await next.command('sendMessage', { message: 'I am back' });
      expect(await chat.server.visitorTexts()).to.deep.equal(['Hi', 'I am back']);
    });

    for (const [what, keep] of [
      ['a promise of it', (data: string) => Promise.resolve(data)],
      ['the object that the text stands for', (data: string) => JSON.parse(data) as unknown],
    ] as const) {
      it(`takes ${what} from setSessionData`, async () => {
        const site = new SiteOfItsOwn();
        const chat = await keptChat(site);
        chat.dispose();
        const setSessionData = () => keep(site.given.at(-1) ?? '');
        const next = nextPage(chat, { async: { ...site.async, setSessionData } });
        expect(await next.nextEvent('restored')).to.deep.equal({ async: true });
      });
    }

    for (const [what, kept] of [
      ['nothing', undefined],
      ['an empty text', ''],
    ] as const) {
      it(`has none to go on with when setSessionData returns ${what}, and starts one`, async () => {
        const chat = await askedFor(() => kept);
        await chat.command('startChat', { nickname: 'Ada' });
        expect(chat.names).to.include('started');
        expect(chat.names.filter((name) => name.startsWith('restore'))).to.deep.equal([]);
      });
    }

    for (const [what, kept] of [
      ['what is no session', '{"chatId":7}'],
      ['what is no JSON', 'session'],
    ] as const) {
      it(`tells that it cannot be restored when setSessionData returns ${what}`, async () => {
        const chat = await askedFor(() => kept);
        expect(chat.names).to.include('restoreFailed');
        await chat.command('startChat', { nickname: 'Ada' });
        expect(chat.names).to.include('started');
      });
    }

    it('is told to keep nothing when the server no longer has the session', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      const { secureKey, ...names } = await chat.command('getSessionData');
      chat.dispose();
      site.given.push(JSON.stringify({ ...names, secureKey: `${secureKey}x` }));
      const next = nextPage(chat, site);
      await next.nextEvent('restoreFailed');
      await site.toldOfTheEnd();
      expect(next.service.stores.phase.get()).to.equal('idle');
    });

    it('tells on the next page that it has ended meanwhile, and keeps nothing', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      chat.dispose();
      const agent = await chat.server.join();
      await agent.end();
      const next = nextPage(chat, site);
      await next.nextEvent('ended');
      expect(next.names).to.include.members(['restored', 'clientDisconnected']);
      await site.toldOfTheEnd();
    });

    it('is not asked for where the chat is not asynchronous', async () => {
      const site = new SiteOfItsOwn();
      const async = { ...site.async, enabled: false };
      const chat = await startedConversation({ webchat: { async } });
      await chat.command('endChat');
      expect([...site.given, ...site.more]).to.deep.equal([]);
    });

    it('has a start wait for what setSessionData returns, and lets it go when there is nothing', async () => {
      const { asked, answer } = slowSite();
      const chat = await askedFor(asked);
      const started = chat.command('startChat', { nickname: 'Ada' });
      const second = reasonOf(chat.command('startChat', { nickname: 'Ada' }));
      await settled();
      expect(chat.service.stores.phase.get()).to.equal('restoring');
      answer(undefined);
      const { chatId = '' } = await started;
      expect(await second).to.equal('There is already an active chat session');
      expect((await chat.server.chats()).map((each) => each.chatId)).to.deep.equal([chatId]);
      expect(chat.names).not.to.include('restored');
    });

    it('refuses a start that waited when there is a chat to go on with', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      const { server, chatId } = chat;
      const { page, answer } = await pageOfSlowSite(chat);
      const refused = reasonOf(page.command('startChat', { nickname: 'Ada' }));
      await settled();
      answer(site.given.at(-1));
      expect(await refused).to.equal('There is already an active chat session');
      expect((await page.command('getSessionData')).chatId).to.equal(chatId);
      expect(await server.chats()).to.have.lengthOf(1);
    });

    it('has data wait with it for the chat that it belongs to', async () => {
      const site = new SiteOfItsOwn();
      const chat = await keptChat(site);
      const { server, chatId } = chat;
      const { page, answer } = await pageOfSlowSite(chat);
      const updated = page.command('updateUserData', { plan: 'gold' });
      await settled();
      answer(site.given.at(-1));
      expect(await updated).to.include({ chatId });
      expect((await server.chat(chatId)).userData).to.include({ plan: 'gold' });
    });

    it('that fails to say what it has kept is reported, and a new chat starts', async () => {
      const mistake = new Error('a mistake of the site');
      const failures = await failuresOf(async () => {
        const chat = await askedFor(() => {
          throw mistake;
        });
        await chat.command('startChat', { nickname: 'Ada' });
        expect(chat.names).to.include('pollingStarted');
      });
      expect(failures).to.deep.equal([mistake]);
    });
  });
});

describe('fetchHistory', () => {
  it('brings older messages page by page, until the first', async () => {
    const site = new SiteOfItsOwn();
    const chat = await keptChat(site);
    const said = await longTalk(chat, 230);
    chat.dispose();

    const next = nextPage(chat, site);
    await next.nextEvent('messageReceived');
    await next.command('stopPoll');
    // Of 232 events, the newest hundred.
    expect(texts((await next.command('getTranscript')).messages)).to.deep.equal(said.slice(130));
    next.forget();

    const second = await next.command('fetchHistory');
    expect(second).to.have.all.keys('messages', 'historyComplete');
    expect(texts(second.messages)).to.deep.equal(said.slice(30, 130));
    expect(second.historyComplete).to.equal(false);

    const third = await next.command('fetchHistory');
    expect(third.messages.map(({ type }) => type).slice(0, 3)).to.deep.equal([
      'ParticipantJoined',
      'ParticipantJoined',
      'Message',
    ]);
    expect(texts(third.messages)).to.deep.equal(said.slice(0, 30));
    expect(third.historyComplete).to.equal(true);

    expect(await next.command('fetchHistory')).to.deep.equal({ messages: [], historyComplete: true });
    const { messages, originalMessages } = await next.command('getTranscript');
    expect(texts(messages)).to.deep.equal(said);
    expect(originalMessages).to.deep.equal((await chat.server.chat(chat.chatId)).transcript);
    expect(next.service.stores.messages.get()).to.deep.equal(messages);
  });

  it('is what is older than the newest hundred also when the server could not be asked at first', async () => {
    const site = new SiteOfItsOwn();
    const chat = await keptChat(site);
    const said = await longTalk(chat, 150);
    chat.dispose();
    await chat.server.setFaults({ statusCode: 503 });
    const next = nextPage(chat, site);
    await next.nextEvent('pollingStarted');
    expect(next.names.slice(0, 4)).to.deep.equal(['ready', 'restoredOffline', 'error', 'pollingStarted']);
    await chat.server.mend();
    const { messages, restoring } = await next.nextEvent('messageReceived');
    expect(restoring).to.equal(true);
    expect(texts(messages)).to.deep.equal(said.slice(50));
    expect(next.names).to.include.members(['chatServerBackOnline', 'connectionRestored']);
    expect(texts((await next.command('fetchHistory')).messages)).to.deep.equal(said.slice(0, 50));
  });

  it('is no news: nothing of it is told again, and what comes after it is', async () => {
    const site = new SiteOfItsOwn();
    const chat = await keptChat(site);
    await longTalk(chat, 110);
    chat.dispose();

    const next = nextPage(chat, site);
    await next.nextEvent('messageReceived');
    await next.command('stopPoll');
    next.forget();
    await next.command('fetchHistory');
    expect(next.names).to.deep.equal([]);
    expect((await next.command('getAgents')).agents[2]).to.include({ name: 'Bob', connected: true });

    const agent = await chat.server.join({ nickname: 'Sue' });
    await agent.write('new');
    await next.command('poll');
    expect(next.all('messageReceived').flatMap(({ messages }) => texts(messages))).to.deep.equal(['new']);
    expect(next.all('messageReceived')[0]?.restoring).to.equal(false);
  });

  it('does not bring back who has left since', async () => {
    const site = new SiteOfItsOwn();
    const chat = await keptChat(site);
    const agent = await chat.server.join();
    await Promise.all(Array.from({ length: 110 }, (_, at) => agent.write(`message ${String(at)}`)));
    await agent.leave();
    chat.dispose();

    const next = nextPage(chat, site);
    await next.nextEvent('messageReceived');
    await next.command('fetchHistory');
    expect((await next.command('getAgents')).agents[2]).to.include({ name: 'Bob', connected: false });
  });

  it('has nothing to bring in a chat that has just begun', async () => {
    const chat = await keptChat(new SiteOfItsOwn());
    expect(await chat.command('fetchHistory')).to.deep.equal({ messages: [], historyComplete: true });
  });

  it('rejects where the chat is not asynchronous', async () => {
    const chat = await startedConversation();
    expect(await reasonOf(chat.command('fetchHistory'))).to.equal('Asynchronous chat is not enabled');
  });

  it('rejects with the failed answer, and succeeds when it is repeated', async () => {
    const site = new SiteOfItsOwn();
    const chat = await keptChat(site);
    const said = await longTalk(chat, 110);
    chat.dispose();
    const next = nextPage(chat, site);
    await next.nextEvent('messageReceived');
    await next.command('stopPoll');
    await chat.server.setFaults({ statusCode: 503 });
    expect(await reasonOf(next.command('fetchHistory'))).to.include({ status: 503, operation: 'refresh' });
    await chat.server.mend();
    expect(texts((await next.command('fetchHistory')).messages)).to.deep.equal(said.slice(0, 10));
  });
});

describe('a chat in which nothing is said for long', () => {
  /** The chat server itself says so. */
  async function notice(chat: Conversation, agent: Agent, text: string): Promise<void> {
    const path = `chats/${chat.chatId}/participants/${String(agent.participantId)}/notice`;
    await chat.server.control('POST', path, { text, type: 'Notice' });
    await chat.command('poll');
  }

  for (const [text, type] of [
    ['IDLE_CONTROL_ALERT', 'IdleAlert'],
    ['IDLE_CONTROL_CLOSE', 'IdleClose'],
  ] as const) {
    it(`tells ${text} as ${type}, without the words for machines`, async () => {
      const chat = await startedConversation();
      await notice(chat, await chat.server.join(), text);
      const received = chat.all('messageReceived')[0];
      expect(received?.messages.at(-1)).to.include({ type, text: '' });
      expect(received?.originalMessages.at(-1)).to.include({ type: 'Notice', text });
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ type, text: '' });
    });
  }

  it('tells any other notice as it is', async () => {
    const chat = await startedConversation();
    await notice(chat, await chat.server.join(), 'IDLE_CONTROL_OTHER');
    const last = (await chat.command('getTranscript')).messages.at(-1);
    expect(last).to.include({ type: 'Notice', text: 'IDLE_CONTROL_OTHER' });
  });

  it('tells the same words as what they are when a person writes them', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await agent.write('IDLE_CONTROL_ALERT');
    await chat.command('poll');
    const last = (await chat.command('getTranscript')).messages.at(-1);
    expect(last).to.include({ type: 'Message', text: 'IDLE_CONTROL_ALERT' });
  });
});
