import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createWebChatService, type WebChatService } from '../../src/create-web-chat-service.js';
import { QuickClock } from '../fuzz/quick-clock.js';
import { Random } from '../fuzz/random.js';
import { FakePage } from '../support/fake-page.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { noNetwork, ScriptedServer } from '../support/scripted-server.js';

const second = 1000;
const minute = 60 * second;

/** What goes on in an hour of the day, in this order, again and again; each round is a chat of its own. */
export const kinds = ['live', 'idle', 'hidden', 'busy', 'outage', 'frozen'] as const;
export type Kind = (typeof kinds)[number];

/** What a day came to. */
export interface DayResult {
  readonly hours: number;
  /** Requests for news in an hour of each kind, on average. */
  readonly pollsPerHour: Readonly<Record<Kind, number>>;
  /** The most that ever were at once. */
  readonly mostTimers: number;
  readonly mostListeners: number;
  /** Bytes of memory in use at the beginning of each round, without what can be collected. */
  readonly memory: readonly number[];
  /** Texts of the visitor that arrived. */
  readonly delivered: number;
  /** What must not happen and did, as sentences. */
  readonly faults: readonly string[];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A service in a page, over many hours that pass in seconds. */
export class ChatDay {
  readonly #clock = new QuickClock();
  readonly #page = new FakePage();
  readonly #server = new ScriptedServer(this.#clock);
  readonly #service: WebChatService;
  readonly #polls = new Map<Kind, number[]>();
  readonly #faults: string[] = [];
  readonly #memory: number[] = [];
  #written: string[] = [];
  #delivered = 0;
  #mostTimers = 0;
  #mostListeners = 0;

  constructor() {
    const complain = (message: string) => void this.#faults.push(`told on the console: ${message}`);
    this.#service = createWebChatService(
      { webchat: { dataURL: 'https://gms.example/genesys/2/chat/customer-support' } },
      {
        platform: {
          clock: this.#clock,
          page: this.#page,
          fetch: this.#server.fetch,
          logger: { error: complain, warn: complain },
          storage: new MemoryStorage(),
          tabs: undefined,
          random: new Random(1).next,
        },
      },
    );
  }

  /** Lives through so many rounds of hours. */
  async live(rounds: number): Promise<DayResult> {
    await this.#clock.tick(0);
    for (let round = 0; round < rounds; round += 1) {
      await this.#service.command('WebChatService.startChat', { nickname: 'Ada' });
      this.#server.agentDoes('ParticipantJoined');
      collectGarbage();
      this.#memory.push(process.memoryUsage().heapUsed);
      for (const kind of kinds) await this.#hour(kind);
      await this.#service.command('WebChatService.endChat');
      this.#checkDelivery();
    }
    this.#service.dispose();
    await this.#clock.tick(0);
    const remains = [this.#clock.liveTimers, this.#page.listeners, this.#server.open];
    if (remains.some(Boolean)) this.#faults.push(`timers, listeners, requests after the end: ${remains.join(', ')}`);
    return {
      hours: rounds * kinds.length,
      pollsPerHour: Object.fromEntries(kinds.map((kind) => [kind, this.#average(kind)])) as Record<Kind, number>,
      mostTimers: this.#mostTimers,
      mostListeners: this.#mostListeners,
      memory: this.#memory,
      delivered: this.#delivered,
      faults: this.#faults,
    };
  }

  async #hour(kind: Kind): Promise<void> {
    // What went before has no part in it: a chat counts as live for a minute.
    await this.#pass(2 * minute);
    if (kind === 'live') await this.#agentTypes();
    if (kind === 'hidden') this.#page.hide();
    if (kind === 'outage') this.#server.always('any', noNetwork);
    if (kind === 'frozen') this.#page.freeze();
    this.#server.requests.length = 0;
    for (let passed = 0; passed < 60; passed += 1) {
      if (kind === 'live') await this.#agentTypes();
      if (kind === 'busy') this.#visitorActs(passed);
      if (kind === 'outage' && passed === 30) this.#write('In the outage');
      await this.#pass(minute);
    }
    this.#polls.set(kind, [...(this.#polls.get(kind) ?? []), this.#server.count('refresh')]);
    this.#server.always('any', undefined);
    if (kind === 'hidden') this.#page.show();
    if (kind === 'frozen') this.#page.thaw();
    await this.#clock.tick(0);
    this.#checkPhase(kind);
  }

  /** The agent types, which keeps the chat live for a minute after it is heard of, and sometimes writes. */
  async #agentTypes(): Promise<void> {
    this.#server.agentDoes('TypingStarted');
    await this.#clock.tick(0);
    if (this.#server.requests.length % 3 === 0) this.#server.agentDoes('Message', 'Let me see');
  }

  #visitorActs(passed: number): void {
    this.#service.command('WebChatService.sendTyping').catch(() => undefined);
    if (passed % 2 === 0) this.#write(`Message ${String(passed)}`);
    else this.#server.agentDoes('Message', 'And then?');
  }

  #write(text: string): void {
    this.#written.push(text);
    this.#service.command('WebChatService.sendMessage', { message: text }).catch((reason: unknown) => {
      this.#faults.push(`${text} was rejected: ${JSON.stringify(reason)}`);
    });
  }

  /** Lets time pass in steps as small as what is counted is short-lived. */
  async #pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += second) {
      await this.#clock.tick(second);
      this.#mostTimers = Math.max(this.#mostTimers, this.#clock.liveTimers);
      this.#mostListeners = Math.max(this.#mostListeners, this.#page.listeners);
    }
  }

  #average(kind: Kind): number {
    const counts = this.#polls.get(kind) ?? [];
    return counts.reduce((sum, count) => sum + count, 0) / counts.length;
  }

  #checkPhase(kind: Kind): void {
    const phase = this.#service.stores.phase.get();
    if (phase !== 'active') this.#faults.push(`after an hour ${kind} the chat is ${phase}`);
  }

  #checkDelivery(): void {
    const arrived = this.#server.visitorTexts;
    if (arrived.join() !== this.#written.join()) this.#faults.push(`written and arrived differ: ${arrived.join()}`);
    this.#delivered += arrived.length;
    this.#written = [];
  }
}
