import { expect } from '@open-wc/testing';
import '../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { systemClock, type Clock } from '../../src/platform/clock.js';
import type { ConnectionChange, MessagesReceived } from '../../src/model/chat-events.js';
import { names, type WebChatServiceCommands, type WebChatServiceEvents } from '../../src/plugins/names.js';
import type { Agent } from '../support/agent.js';
import { LocalServerSide, type Role } from '../support/local-server-side.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { fastPolling, pollsRest, ServiceFixture } from '../support/service-fixture.js';
import { Waiting } from '../support/waiting.js';

/** The events that the page of WebChatService's events lists, in its order. */
const listed = [
  'ready',
  'restored',
  'restoreTimeout',
  'restoreFailed',
  'restoredOffline',
  'messageReceived',
  'error',
  'started',
  'ended',
  'agentTypingStarted',
  'agentTypingStopped',
  'pollingStarted',
  'pollingStopped',
  'clientConnected',
  'clientDisconnected',
  'agentConnected',
  'agentDisconnected',
  'supervisorConnected',
  'supervisorDisconnected',
  'clientTypingStarted',
  'clientTypingStopped',
  'disconnected',
  'reconnected',
  'chatServerWentOffline',
  'chatServerBackOnline',
  'connectionPending',
  'connectionRestored',
] as const;

/** Those of bots, which came later. */
const ofBots = ['botConnected', 'botDisconnected'] as const;

type EventName = keyof WebChatServiceEvents;
type RowName = (typeof listed)[number] | (typeof ofBots)[number];

interface Told {
  readonly name: string;
  readonly data: unknown;
}

/** A page with a chat: how the test asks for something, and what the page has been told. */
interface Page {
  readonly events: readonly Told[];
  command(name: keyof WebChatServiceCommands, options?: object): PromiseLike<unknown>;
  until(holds: () => boolean): Promise<void>;
  forget(): void;
  /** The visitor goes to another page, or reloads this one. */
  leave(): Promise<void>;
}

interface PageOptions {
  readonly webchat?: Readonly<Record<string, unknown>>;
  /** Whether the page's time may run faster than ours, if it can. */
  readonly hurried?: boolean;
}

/** A site with a chat server of its own, whose pages are opened one after the other. */
interface Site {
  readonly server: LocalServerSide;
  open(options?: PageOptions): Promise<Page>;
}

/** How one event comes about, and what comes with it. */
interface Row<Name extends EventName> {
  readonly when: string;
  /** Lets it happen, and gives the page that was told; what was told before is forgotten. */
  readonly happen: (site: Site) => Promise<Page>;
  /** All that is told then, in this order. */
  readonly order: readonly EventName[];
  readonly check: (data: WebChatServiceEvents[Name]) => void;
}

const nothing = (data: undefined) => {
  expect(data).to.equal(undefined);
};

const isTold = (page: Page, name: EventName) => page.events.some((event) => event.name === name);

/** A page on which a chat has just been started; it polls by itself. */
async function startChat(site: Site, options?: PageOptions): Promise<Page> {
  const page = await site.open(options);
  page.forget();
  await page.command('startChat', { nickname: 'Ada' });
  return page;
}

/** Polls by itself, but not while a test runs. */
const seldomPolling = { polling: { live: 600_000, idle: 600_000, hidden: 600_000 } };

/** A page with a chat, which asks for news only when it is told to. */
async function chatting(site: Site, options?: PageOptions): Promise<Page> {
  const page = await startChat(site, options);
  await page.command('stopPoll');
  await pollsRest(() => Promise.resolve(page.command('poll')));
  page.forget();
  return page;
}

/** A page with a chat, and what came of `before` known and forgotten. */
async function chattingAfter<Party>(
  site: Site,
  before: (server: LocalServerSide) => Promise<Party>,
): Promise<{ page: Page; party: Party }> {
  const page = await chatting(site);
  const party = await before(site.server);
  await page.command('poll');
  page.forget();
  return { page, party };
}

/** A page that learns that a party has done something. */
const afterDeed =
  (before: (server: LocalServerSide) => Promise<Agent>, deed: (party: Agent) => Promise<void>) =>
  async (site: Site): Promise<Page> => {
    const { page, party } = await chattingAfter(site, before);
    await deed(party);
    await page.command('poll');
    return page;
  };

/** A page that learns that somebody has joined. */
const afterJoining = (role: Role) => async (site: Site) => {
  const page = await chatting(site);
  await site.server.join(role);
  await page.command('poll');
  return page;
};

/** A page that learns that somebody has left. */
const afterLeaving = (role: Role) =>
  afterDeed(
    (server) => server.join(role),
    (party) => party.leave(),
  );

async function joinAndType(server: LocalServerSide): Promise<Agent> {
  const agent = await server.join();
  await agent.startTyping();
  return agent;
}

/** A page whose next poll fails. */
const afterFailedPoll = (faults: Parameters<LocalServerSide['setFaults']>[0]) => async (site: Site) => {
  const page = await chatting(site);
  await site.server.setFaults(faults);
  await Promise.resolve(page.command('poll')).catch(() => undefined);
  return page;
};

/** A page that polls by itself, and whose server has failed for so long that it counts as offline. */
async function withoutServer(site: Site): Promise<Page> {
  const page = await startChat(site);
  page.forget();
  await site.server.setFaults({ statusCode: 500 });
  await page.until(() => isTold(page, 'chatServerWentOffline'));
  return page;
}

/** A page that polls by itself, and whose server has come back. */
async function withServerAgain(site: Site): Promise<Page> {
  const page = await withoutServer(site);
  page.forget();
  await site.server.mend();
  await page.until(() => isTold(page, 'connectionRestored'));
  return page;
}

/** The page after the one with the chat, once it has been told how that goes on. */
const afterReload =
  (until: EventName, between: (server: LocalServerSide) => Promise<unknown>, options?: PageOptions) =>
  async (site: Site): Promise<Page> => {
    const first = await chatting(site);
    await first.leave();
    await between(site.server);
    const second = await site.open(options);
    await second.until(() => isTold(second, until));
    return second;
  };

/** Time has passed, be it little. */
async function aMoment(server: LocalServerSide): Promise<void> {
  const since = Date.now();
  while (Date.now() <= since) await server.chats();
}

/** The local server has no bots: on the wire, its external parties become some. */
async function withBots(happen: (site: Site) => Promise<Page>, site: Site): Promise<Page> {
  const original = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await original(...request);
    return new Response((await response.text()).replaceAll('"External"', '"Bot"'), response);
  };
  try {
    return await happen(site);
  } finally {
    globalThis.fetch = original;
  }
}

const supervisor: Role = { nickname: 'Sue', type: 'Supervisor' };
const bot: Role = { nickname: 'Botty', type: 'External' };

/** Checks the data of those who come and go: who, and that `agents` is as it is afterwards. */
function came(nickname: string, type: string): (data: ConnectionChange) => void {
  return (data) => {
    checkChange(data, 'ParticipantJoined', nickname, type);
  };
}

function went(nickname: string, type: string): (data: ConnectionChange) => void {
  return (data) => {
    checkChange(data, 'ParticipantLeft', nickname, type);
  };
}

function checkChange(data: ConnectionChange, change: string, nickname: string, type: string): void {
  const isHere = change === 'ParticipantJoined';
  expect(data).to.have.all.keys('message', 'agents', 'numAgentsConnected');
  expect(data.message.type).to.equal(change);
  expect(data.message.from).to.include({ nickname, type });
  expect(Object.values(data.agents).map(({ name, connected }) => [name, connected])).to.deep.equal(
    type === 'Client' ? [] : [[nickname, isHere]],
  );
  expect(data.numAgentsConnected).to.equal(type === 'Agent' && isHere ? 1 : 0);
}

const table: { readonly [Name in RowName]: Row<Name> } = {
  ready: {
    when: 'the page is there',
    happen: (site) => site.open(),
    order: ['ready'],
    check: nothing,
  },
  restored: {
    when: 'the page is loaded anew during a chat',
    happen: afterReload('pollingStarted', () => Promise.resolve()),
    order: ['ready', 'restored', 'messageReceived', 'pollingStarted'],
    check: (data) => {
      expect(data).to.deep.equal({ async: false });
    },
  },
  restoreTimeout: {
    when: 'the visitor comes back too late',
    happen: afterReload('restoreTimeout', aMoment, { webchat: { restoreTimeout: 0 } }),
    order: ['ready', 'restoreTimeout'],
    check: nothing,
  },
  restoreFailed: {
    when: 'the page is loaded anew and the server no longer has the chat',
    happen: afterReload('restoreFailed', (server) => server.setFaults({ statusCode: 404 })),
    order: ['ready', 'error', 'restoreFailed'],
    check: nothing,
  },
  restoredOffline: {
    when: 'the page is loaded anew and there is no connection',
    happen: afterReload('pollingStarted', (server) => server.setFaults({ offline: true })),
    order: ['ready', 'disconnected', 'restoredOffline', 'error', 'pollingStarted'],
    check: nothing,
  },
  messageReceived: {
    when: 'an agent writes',
    happen: afterDeed(
      (server) => server.join(),
      (agent) => agent.write('Hello'),
    ),
    order: ['messageReceived'],
    check: ({ originalMessages, messages, restoring, sessionData }: MessagesReceived) => {
      expect(messages.map(({ type, text, from }) => [type, text, from.name])).to.deep.equal([
        ['Message', 'Hello', 'Bob'],
      ]);
      expect(originalMessages).to.have.lengthOf(1);
      expect(originalMessages[0]).to.include({ text: 'Hello', type: 'Message', index: 3 });
      expect(restoring).to.equal(false);
      expect(sessionData).to.have.all.keys('chatId', 'sessionID', 'userId', 'alias');
    },
  },
  error: {
    when: 'the server answers with an error',
    happen: afterFailedPoll({ statusCode: 503 }),
    order: ['connectionPending', 'error'],
    check: (data) => {
      const errors = [{ code: 503, advice: 'A fault set by PUT /local/faults' }];
      expect(data).to.deep.include({ status: 503, errors, operation: 'refresh' });
    },
  },
  started: {
    when: 'a chat starts',
    happen: startChat,
    order: ['started', 'messageReceived', 'clientConnected', 'pollingStarted'],
    check: (data) => {
      expect(data).to.include({ statusCode: 0, chatEnded: false, nextPosition: 2 });
      expect(data.messages).to.have.lengthOf(1);
      expect(data).not.to.have.property('secureKey');
    },
  },
  ended: {
    when: 'the visitor ends the chat',
    happen: async (site) => {
      // No poll tells of the end before the answer does.
      const page = await startChat(site, { webchat: seldomPolling });
      page.forget();
      await page.command('endChat');
      return page;
    },
    order: ['clientDisconnected', 'ended', 'pollingStopped'],
    check: nothing,
  },
  agentTypingStarted: {
    when: 'an agent begins to type',
    happen: afterDeed(
      (server) => server.join(),
      (agent) => agent.startTyping(),
    ),
    order: ['messageReceived', 'agentTypingStarted'],
    check: (data) => {
      expect(data).to.include({ statusCode: 0, participantId: 2, name: 'Bob' });
    },
  },
  agentTypingStopped: {
    when: 'an agent stops typing',
    happen: afterDeed(joinAndType, (agent) => agent.stopTyping()),
    order: ['messageReceived', 'agentTypingStopped'],
    check: (data) => {
      expect(data).to.include({ statusCode: 0, participantId: 2, name: 'Bob' });
    },
  },
  pollingStarted: {
    when: 'startPoll is called',
    happen: async (site) => {
      const page = await chatting(site);
      await page.command('startPoll');
      return page;
    },
    order: ['pollingStarted'],
    check: nothing,
  },
  pollingStopped: {
    when: 'stopPoll is called',
    happen: async (site) => {
      const page = await startChat(site);
      page.forget();
      await page.command('stopPoll');
      return page;
    },
    order: ['pollingStopped'],
    check: nothing,
  },
  clientConnected: {
    when: 'the visitor is in the chat',
    happen: startChat,
    order: ['started', 'messageReceived', 'clientConnected', 'pollingStarted'],
    check: came('Ada', 'Client'),
  },
  clientDisconnected: {
    when: 'the server lets the visitor go',
    happen: async (site) => {
      const page = await chatting(site);
      const { chatId, secureKey } = (await page.command('getSessionData')) as { chatId: string; secureKey: string };
      const body = new URLSearchParams({ secureKey });
      await fetch(`${site.server.dataURL}/${chatId}/disconnect`, { method: 'POST', body });
      await page.command('poll');
      return page;
    },
    order: ['messageReceived', 'clientDisconnected', 'ended'],
    check: went('Ada', 'Client'),
  },
  agentConnected: {
    when: 'an agent joins',
    happen: afterJoining({}),
    order: ['messageReceived', 'agentConnected'],
    check: came('Bob', 'Agent'),
  },
  agentDisconnected: {
    when: 'an agent leaves',
    happen: afterLeaving({}),
    order: ['messageReceived', 'agentDisconnected'],
    check: went('Bob', 'Agent'),
  },
  supervisorConnected: {
    when: 'a supervisor joins',
    happen: afterJoining(supervisor),
    order: ['messageReceived', 'supervisorConnected'],
    check: came('Sue', 'Supervisor'),
  },
  supervisorDisconnected: {
    when: 'a supervisor leaves',
    happen: afterLeaving(supervisor),
    order: ['messageReceived', 'supervisorDisconnected'],
    check: went('Sue', 'Supervisor'),
  },
  clientTypingStarted: {
    when: 'the visitor begins to type',
    happen: async (site) => {
      const page = await chatting(site);
      await page.command('sendTyping');
      await page.command('sendTyping');
      return page;
    },
    order: ['clientTypingStarted'],
    check: nothing,
  },
  clientTypingStopped: {
    when: 'the visitor has pressed no key for five seconds',
    happen: async (site) => {
      const page = await chatting(site, { webchat: { ajaxTimeout: 1_000_000 }, hurried: true });
      await page.command('sendTyping');
      await page.until(() => isTold(page, 'clientTypingStopped'));
      return page;
    },
    order: ['clientTypingStarted', 'clientTypingStopped'],
    check: nothing,
  },
  disconnected: {
    when: 'a request gets no answer in time',
    happen: async (site) => {
      const page = await site.open({ webchat: { ajaxTimeout: 100 } });
      page.forget();
      await site.server.setFaults({ lostAnswerRate: 1 });
      await Promise.resolve(page.command('startChat', { nickname: 'Ada' })).catch(() => undefined);
      return page;
    },
    order: ['disconnected', 'error'],
    check: nothing,
  },
  reconnected: {
    when: 'the server answers again',
    happen: async (site) => {
      const page = await afterFailedPoll({ offline: true })(site);
      page.forget();
      await site.server.mend();
      await page.command('poll');
      return page;
    },
    order: ['reconnected', 'connectionRestored'],
    check: nothing,
  },
  chatServerWentOffline: {
    when: 'more polls have failed than pollExceptionLimit allows',
    happen: withoutServer,
    order: ['connectionPending', 'error', 'chatServerWentOffline'],
    check: nothing,
  },
  chatServerBackOnline: {
    when: 'a poll succeeds after that',
    happen: withServerAgain,
    order: ['chatServerBackOnline', 'connectionRestored'],
    check: nothing,
  },
  connectionPending: {
    when: 'a poll fails',
    happen: afterFailedPoll({ statusCode: 1 }),
    order: ['connectionPending', 'error'],
    check: nothing,
  },
  connectionRestored: {
    when: 'a poll succeeds after the server was offline',
    happen: withServerAgain,
    order: ['chatServerBackOnline', 'connectionRestored'],
    check: nothing,
  },
  botConnected: {
    when: 'a bot joins',
    happen: (site) => withBots(afterJoining(bot), site),
    order: ['messageReceived', 'botConnected'],
    check: came('Botty', 'Bot'),
  },
  botDisconnected: {
    when: 'a bot leaves',
    happen: (site) => withBots(afterLeaving(bot), site),
    order: ['messageReceived', 'botDisconnected'],
    check: went('Botty', 'Bot'),
  },
};

/** What every page is configured with. */
const quick = { ...fastPolling, pollExceptionLimit: 1 };

/** A service whose events are those of the bus. Where the code leaves a pause to chance, there is none. */
class ServiceSite implements Site {
  readonly server = LocalServerSide.ofItsOwn();
  readonly #storage = new MemoryStorage();

  async open({ webchat, hurried = false }: PageOptions = {}): Promise<Page> {
    const hurriedClock: Clock = {
      ...systemClock,
      setTimeout: (callback, milliseconds) => systemClock.setTimeout(callback, milliseconds / 100),
    };
    const page = new ServiceFixture({
      webchat: { dataURL: this.server.dataURL, ...quick, ...webchat },
      platform: { storage: this.#storage, random: () => 0, ...(hurried && { clock: hurriedClock }) },
    });
    await page.until(() => page.names.includes('ready'));
    return Object.assign(page, {
      leave: () => {
        page.dispose();
        return Promise.resolve();
      },
    });
  }
}

/** A tag whose events are heard as the page hears them. */
class TagSite implements Site {
  readonly server = LocalServerSide.ofItsOwn();
  /** The page that is open now. */
  page: TagPage | undefined;

  async open({ webchat }: PageOptions = {}): Promise<Page> {
    const page = new TagPage({ dataURL: this.server.dataURL, ...quick, ...webchat });
    this.page = page;
    await page.until(() => isTold(page, 'ready'));
    return page;
  }
}

const onPage = new Set<GenesysWebchat>();

class TagPage implements Page {
  /** What was heard under full names, that is by `WebChatService.ready` and the like. */
  readonly events: Told[] = [];
  /** What was heard under bare names. */
  readonly bare: Told[] = [];
  readonly #element = document.createElement('genesys-webchat');
  readonly #waiting = new Waiting();

  constructor(webchat: Readonly<Record<string, unknown>>) {
    this.#element.config = { webchat };
    for (const name of names.WebChatService.events) {
      this.#record(name, name, this.bare);
      this.#record(`WebChatService.${name}`, name, this.events);
    }
    document.body.append(this.#element);
    onPage.add(this.#element);
  }

  command(name: keyof WebChatServiceCommands, options?: object): PromiseLike<unknown> {
    const full: string = `WebChatService.${name}`;
    return this.#element.bus.command(full, options);
  }

  until(holds: () => boolean): Promise<void> {
    return this.#waiting.until(holds);
  }

  forget(): void {
    this.events.length = 0;
    this.bare.length = 0;
  }

  async leave(): Promise<void> {
    this.#element.remove();
    // It makes sure that it is not moved only.
    await Promise.resolve();
  }

  #record(type: string, name: string, list: Told[]): void {
    // By their table all types are known; here they are any.
    const target: EventTarget = this.#element;
    target.addEventListener(type, (event) => {
      // A DOM event without data has the detail null.
      list.push({ name, data: (event as CustomEvent<unknown>).detail ?? undefined });
      this.#waiting.look();
    });
  }
}

const rowNames = Object.keys(table) as RowName[];

/** Lets the event happen, and checks that it came once, in its place, and with its data. */
async function checkRow(name: RowName, site: Site): Promise<void> {
  const { happen, order, check } = table[name] as unknown as Row<EventName>;
  const page = await happen(site);
  const told = page.events.map((event) => event.name);
  expect(told).to.deep.equal(order);
  const [event, ...again] = page.events.filter((each) => each.name === name);
  expect(again).to.deep.equal([]);
  (check as (data: unknown) => void)(event?.data);
}

describe('every event of WebChatService, by what happens on the server', () => {
  const passed = new Set<RowName>();

  for (const name of rowNames) {
    it(`${name}: ${table[name].when}`, async () => {
      await checkRow(name, new ServiceSite());
      passed.add(name);
    });
  }

  it('is in the table, and nothing else is', () => {
    expect(rowNames).to.deep.equal([...listed, ...ofBots]);
    expect(names.WebChatService.events).to.include.members(rowNames);
  });

  after(() => {
    console.log(`${String(passed.size)} of ${String(listed.length + ofBots.length)} events`);
  });
});

describe('every event of WebChatService, on the tag in a page', function () {
  // How long a page waits after failed polls is left to chance.
  this.timeout(30_000);

  const passed = new Set<RowName>();

  for (const name of rowNames) {
    it(`${name} comes under its full and its bare name: ${table[name].when}`, async () => {
      const site = new TagSite();
      await checkRow(name, site);
      expect(site.page?.bare).to.deep.equal(site.page?.events);
      passed.add(name);
    });
  }

  afterEach(() => {
    for (const element of onPage) element.remove();
    onPage.clear();
  });

  after(() => {
    console.log(`${String(passed.size)} of ${String(listed.length + ofBots.length)} events on <genesys-webchat>`);
  });
});
