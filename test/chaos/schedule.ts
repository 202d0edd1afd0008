import type { ChatView, FaultSettings } from '../../demo/local-server/index.js';
import type { ChatMessage } from '../../src/model/message.js';
import { Random } from '../fuzz/random.js';
import type { Agent } from '../support/agent.js';
import { RestartableServer } from './restartable-server.js';
import { SiteTime } from './site-time.js';
import { Site } from './site.js';
import { goodLine } from './tab-network.js';
import { Tab, type Leaving } from './tab.js';

/** What one schedule came to. */
export interface Outcome {
  /** What must not happen and did, as sentences. */
  readonly faults: readonly string[];
  /** What was done, in order, each with the milliseconds since the start. */
  readonly log: readonly string[];
  /** Texts of the visitor that the server has. */
  readonly delivered: number;
}

/** Things that are done in one schedule. */
const steps = 50;
/** Milliseconds between two of them. */
const pauses = [0, 0, 5, 10, 20, 40, 80, 160] as const;
/** Tabs of one visitor at most. */
const mostTabs = 4;
/** Agents in the chat at most. */
const mostAgents = 3;
/** Milliseconds after which what is not quiet never will be. */
const patience = 10_000;

/** So much more often than others some things are done. */
type Weighted = readonly (readonly [weight: number, does: () => Promise<void> | void])[];

/**
 * One visitor with several tabs, agents, a network and a server: all do by chance whatever they can do to each other.
 * Then everything is mended, and once all is quiet, every tab must show what the server has, and the server must have
 * what the visitor wrote.
 */
export class Schedule {
  readonly #time = new SiteTime();
  readonly #random: Random;
  readonly #site: Site;
  readonly #server = new RestartableServer(this.#time);
  readonly #log: string[] = [];
  readonly #faults: string[] = [];
  readonly #startedAt = this.#time.now();
  #tabs: Tab[] = [];
  /** The tabs of each place in the browser's row, one after the other: a reload stays where it was. */
  readonly #places = new Map<Tab, string>();
  readonly #gone: Tab[] = [];
  #agents: Agent[] = [];
  #chatId = '';
  #texts = 0;
  #tabCount = 0;
  /** The server is to be up again after so many steps more. */
  #downFor = 0;

  private constructor(seed: number) {
    this.#random = new Random(seed);
    this.#site = new Site(this.#time, this.#server, seed + 1, (what) => {
      this.#note(what);
    });
  }

  /** Runs the schedule of one seed. */
  static async run(seed: number): Promise<Outcome> {
    const schedule = new Schedule(seed);
    try {
      return await schedule.#run();
    } finally {
      await schedule.#server.close();
    }
  }

  async #run(): Promise<Outcome> {
    this.#chatId = await this.#time.until(this.#openTab().start());
    for (let step = 0; step < steps && this.#faults.length === 0; step += 1) {
      await this.#act();
      await this.#time.tick(this.#random.pick(pauses));
      if (this.#downFor > 0) this.#recover();
    }
    await this.#mend();
    await this.#untilQuiet();
    const chat = await this.#server.side.chat(this.#chatId);
    this.#checkTexts(chat);
    for (const tab of this.#tabs) await tab.dispose();
    const faults = [...this.#faults, ...[...this.#gone, ...this.#tabs].flatMap((tab) => tab.faults)];
    return { faults, log: this.#log, delivered: textsOf(chat).length };
  }

  async #act(): Promise<void> {
    const actions: Weighted = [
      [8, this.#visitorWrites],
      [2, this.#visitorTypes],
      [2, this.#agentJoins],
      [5, this.#agentWrites],
      [2, this.#agentTypes],
      [1, this.#agentLeaves],
      [4, this.#serverFails],
      [3, this.#serverRecovers],
      [3, this.#lineChanges],
      [2, this.#tabGoesOffline],
      [3, this.#tabComesOnline],
      [1, this.#serverGoesDown],
      [3, this.#tabOpens],
      [2, this.#tabLeaves],
      [3, this.#tabReloads],
      [5, this.#tabIsHiddenOrShown],
      [2, this.#tabFreezes],
      [3, this.#tabThaws],
    ];
    let left = this.#random.below(actions.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, act] of actions) {
      left -= weight;
      if (left < 0) return act();
    }
  }

  readonly #visitorWrites = (): void => {
    const tab = this.#pickTab(({ isFrozen }) => !isFrozen);
    if (!tab) return;
    for (let left = this.#random.happens(0.3) ? 2 + this.#random.below(4) : 1; left > 0; left -= 1) {
      this.#texts += 1;
      const text = `${tab.name} says ${String(this.#texts)}`;
      this.#note(`${text} (${tab.phase})`);
      tab.write(text);
    }
  };

  readonly #visitorTypes = (): void => {
    this.#pickTab(({ isFrozen }) => !isFrozen)?.type();
  };

  readonly #agentJoins = async (): Promise<void> => {
    if (this.#agents.length >= mostAgents) return;
    this.#note('an agent joins');
    this.#agents.push(await this.#server.side.join({}, this.#chatId));
  };

  readonly #agentWrites = async (): Promise<void> => {
    this.#texts += 1;
    await this.#random.pick(this.#agents)?.write(`the agent says ${String(this.#texts)}`);
  };

  readonly #agentTypes = async (): Promise<void> => {
    const agent = this.#random.pick(this.#agents);
    if (this.#random.happens(0.5)) await agent?.startTyping();
    else await agent?.stopTyping();
  };

  readonly #agentLeaves = async (): Promise<void> => {
    const agent = this.#random.pick(this.#agents);
    this.#agents = this.#agents.filter((each) => each !== agent);
    if (agent) this.#note('an agent leaves');
    await agent?.leave();
  };

  readonly #serverFails = async (): Promise<void> => {
    const random = this.#random;
    const faults: FaultSettings = {
      seed: random.below(1_000_000),
      ...(random.happens(0.15) && { offline: true }),
      ...(random.happens(0.5) && { latencyMs: random.below(80) }),
      ...(random.happens(0.5) && {
        errorRate: random.pick([0.2, 0.5, 0.9]),
        statusCode: random.pick([1, 200, 408, 429, 500, 502, 503]),
      }),
      ...(random.happens(0.5) && { lostAnswerRate: random.pick([0.1, 0.3, 0.8]) }),
      ...(random.happens(0.5) && { duplicateRate: random.pick([0.2, 1]) }),
    };
    this.#note(`the server has faults ${JSON.stringify(faults)}`);
    await this.#server.side.setFaults(faults);
  };

  readonly #serverRecovers = async (): Promise<void> => {
    this.#note('the server has no faults');
    await this.#server.side.mend();
  };

  readonly #lineChanges = (): void => {
    const line = { longestWay: this.#random.pick([0, 10, 60]), lossRate: this.#random.pick([0, 0, 0.2]) };
    const tab = this.#pickTab();
    if (tab) tab.network.line = line;
  };

  readonly #tabGoesOffline = (): void => {
    const concerned = this.#random.happens(0.3) ? this.#tabs : [this.#pickTab()];
    for (const tab of concerned) {
      this.#note(`${tab?.name ?? 'nobody'} goes offline`);
      tab?.goOffline();
    }
  };

  readonly #tabComesOnline = (): void => {
    this.#note('all come online');
    for (const tab of this.#tabs) tab.comeOnline();
  };

  readonly #serverGoesDown = (): void => {
    this.#note('the server goes down');
    this.#downFor = 1 + this.#random.below(6);
    this.#server.goDown();
  };

  readonly #tabOpens = (): void => {
    if (this.#tabs.length < mostTabs) this.#openTab();
  };

  readonly #tabLeaves = (): void => {
    const tab = this.#pickTab();
    if (tab) this.#leave(tab);
  };

  readonly #tabReloads = (): void => {
    const tab = this.#pickTab();
    if (!tab) return;
    this.#leave(tab);
    this.#openTab(this.#places.get(tab));
  };

  readonly #tabIsHiddenOrShown = (): void => {
    const tab = this.#pickTab(({ isFrozen }) => !isFrozen);
    if (!tab) return;
    this.#note(`${tab.name} is ${tab.page.isHidden() ? 'shown' : 'hidden'}`);
    if (tab.page.isHidden()) tab.show();
    else tab.hide();
  };

  readonly #tabFreezes = (): void => {
    const tab = this.#pickTab(({ isFrozen }) => !isFrozen);
    if (!tab) return;
    this.#note(`${tab.name} freezes`);
    tab.freeze();
  };

  readonly #tabThaws = (): void => {
    const tab = this.#pickTab(({ isFrozen }) => isFrozen);
    if (!tab) return;
    this.#note(`${tab.name} thaws`);
    tab.thaw();
  };

  #openTab(place?: string): Tab {
    this.#tabCount += 1;
    const name = `tab${String(this.#tabCount)}`;
    const tab = new Tab(this.#site, name, this.#random.below(1_000_000_000));
    this.#places.set(tab, place ?? name);
    this.#note(`${name} opens${place === undefined ? '' : ` in place of ${place}`}`);
    if (this.#random.happens(0.3)) tab.hide();
    this.#tabs.push(tab);
    return tab;
  }

  #leave(tab: Tab): void {
    const how: Leaving = this.#random.happens(0.5) ? 'closed' : 'crashed';
    const isCutOff = this.#random.happens(0.5);
    this.#note(`${tab.name} is ${how}, and its requests are ${isCutOff ? 'cut off' : 'let go'}`);
    tab.leave(how, isCutOff);
    this.#tabs = this.#tabs.filter((each) => each !== tab);
    this.#gone.push(tab);
  }

  #recover(): void {
    this.#downFor -= 1;
    if (this.#downFor > 0) return;
    this.#server.comeUp();
    this.#note('the server is up again');
  }

  /** Lifts all faults. Nobody helps the service beyond that. */
  async #mend(): Promise<void> {
    this.#note('everything is mended');
    this.#server.comeUp();
    await this.#server.side.mend();
    if (this.#tabs.length === 0) this.#openTab();
    for (const tab of this.#tabs) {
      tab.network.line = goodLine;
      tab.thaw();
      if (tab.network.isOffline) tab.comeOnline();
    }
  }

  /** Waits until nothing is to be done, or nobody can hope for it any more: then what is left to be done is a fault. */
  async #untilQuiet(): Promise<void> {
    const deadline = this.#time.now() + patience;
    for (;;) {
      const disquiet = await this.#disquiet();
      if (disquiet.length === 0 || this.#tabs.some((tab) => tab.faults.length > 0)) return;
      if (this.#time.now() > deadline) {
        this.#faults.push(...disquiet);
        return;
      }
      await this.#time.tick(20);
    }
  }

  /** Why it is not quiet yet. */
  async #disquiet(): Promise<string[]> {
    const chat = await this.#server.side.chat(this.#chatId);
    const expected = entriesOf(chat);
    const reasons: string[] = [];
    for (const tab of [...this.#tabs, ...this.#gone]) {
      if (tab.network.underWay.size > 0) reasons.push(`${tab.name} asks for ${[...tab.network.underWay].join()}`);
    }
    for (const tab of this.#tabs) {
      const shown = tab.shown.map(toLine);
      if (!isSame(shown, expected)) reasons.push(`${tab.name} (${tab.phase}) shows ${difference(shown, expected)}`);
      const told = shown.length > 0 ? (await this.#time.until(tab.transcript())).map(toLine) : [];
      if (!isSame(told, expected)) reasons.push(`${tab.name} tells ${difference(told, expected)}`);
      const ids = tab.shown.map(({ id }) => id);
      if (new Set(ids).size < ids.length) reasons.push(`${tab.name} has ids twice: ${ids.join()}`);
      const pending = tab.written.filter(({ fate }) => fate === 'pending').map(({ text }) => text);
      if (pending.length > 0) reasons.push(`${tab.name} waits for the fate of ${pending.join(', ')}`);
    }
    const kept = this.#site.storage.keys().filter((key) => key.includes('/outbox/'));
    if (kept.length > 0) reasons.push(`kept as undelivered: ${kept.map((key) => this.#site.storage.get(key)).join()}`);
    return reasons;
  }

  #checkTexts(chat: ChatView): void {
    const texts = textsOf(chat);
    const byPlace = new Map<string, string[]>();
    for (const tab of [...this.#gone, ...this.#tabs].sort((one, other) => numberOf(one) - numberOf(other))) {
      for (const { text, fate } of tab.written) {
        const times = texts.filter((each) => each === text).length;
        const isRight = fate === 'unknown' ? times <= 1 : times === (fate === 'rejected' ? 0 : 1);
        if (!isRight) this.#faults.push(`${text} (${fate}) is ${String(times)} times at the server`);
        const place = this.#places.get(tab) ?? '';
        byPlace.set(place, [...(byPlace.get(place) ?? []), text]);
      }
    }
    for (const written of byPlace.values()) {
      const inOrder = written.filter((text) => texts.includes(text));
      const arrived = texts.filter((text) => written.includes(text));
      if (!isSame(arrived, inOrder)) {
        this.#faults.push(`texts are out of order: written ${inOrder.join(', ')}; arrived ${arrived.join(', ')}`);
      }
    }
  }

  #pickTab(isWanted: (tab: Tab) => boolean = () => true): Tab | undefined {
    return this.#random.pick(this.#tabs.filter(isWanted));
  }

  #note(what: string): void {
    this.#log.push(`${String(this.#time.now() - this.#startedAt)} ms: ${what}`);
  }
}

/** What a tab should show of the chat: each entry as one line. Typing is of the moment. */
function entriesOf({ transcript }: ChatView): string[] {
  return transcript
    .filter(({ type }) => !type.startsWith('Typing'))
    .map(({ index, type, text = '', from }) =>
      [index, type, from.participantId, text, ...(from.type === 'Client' && type === 'Message' ? ['sent'] : [])].join(
        ' ',
      ),
    );
}

function toLine({ index = 0, type, text, from, status }: ChatMessage): string {
  return [index, type, from.participantId, text, ...(status ? [status] : [])].join(' ');
}

function textsOf({ transcript }: ChatView): string[] {
  return transcript.flatMap(({ type, text = '', from }) => (type === 'Message' && from.type === 'Client' ? text : []));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each, at) => each === others[at]);
}

function difference(shown: readonly string[], expected: readonly string[]): string {
  const [missing, added] = [
    expected.filter((line) => !shown.includes(line)),
    shown.filter((line) => !expected.includes(line)),
  ];
  if (missing.length + added.length === 0) return `another order or doubles: ${shown.join(' | ')}`;
  return `without [${missing.join(' | ')}], with [${added.join(' | ')}]`;
}

function numberOf({ name }: Tab): number {
  return Number(name.replace('tab', ''));
}
