import { createWebChatService, type WebChatService } from '../../src/create-web-chat-service.js';
import type { KeyValueStorage } from '../../src/platform/storage.js';
import type { ChatMessage } from '../../src/model/message.js';
import { Random } from '../fuzz/random.js';
import { FakePage } from '../support/fake-page.js';
import { timeout } from './restartable-server.js';
import type { Site } from './site.js';
import { TabClock } from './tab-clock.js';
import { TabNetwork } from './tab-network.js';
import { TabTasks } from './tab-tasks.js';

/** A text that the visitor gave to `sendMessage`. */
export interface Written {
  readonly text: string;
  /**
   * - `pending`: the tab took it, so it must arrive
   * - `arrived`: the command says that it did
   * - `rejected`: the command says why it will not
   * - `unknown`: the tab was gone before it took it
   */
  fate: 'pending' | 'arrived' | 'rejected' | 'unknown';
}

/** How a tab goes: by itself, so that the page hears of it, or all of a sudden. */
export type Leaving = 'closed' | 'crashed';

/** One tab of a site with a chat service, in which time, network and page can fail and stop like a browser's. */
export class Tab {
  readonly page = new FakePage();
  readonly network: TabNetwork;
  /** What the visitor wrote here, in order. */
  readonly written: Written[] = [];
  readonly #name: string;
  readonly #site: Site;
  readonly #tasks = new TabTasks();
  readonly #clock: TabClock;
  readonly #service: WebChatService;
  readonly #told = new Set<number>();
  readonly #faults: string[] = [];

  constructor(site: Site, name: string, seed: number) {
    const random = new Random(seed);
    this.#site = site;
    this.#clock = new TabClock(site.time, this.#tasks);
    this.#name = name;
    const note = (what: string) => {
      site.note(`  ${name} ${what}`);
    };
    this.network = new TabNetwork(site, this.#tasks, new Random(seed + 1), note);
    const complain = (message: string) => {
      this.#fault(`told on the console: ${message}`);
    };
    this.#service = createWebChatService(
      {
        webchat: {
          dataURL: site.server.dataURL,
          ajaxTimeout: timeout,
          polling: { live: 25, idle: 30, hidden: 30 },
        },
      },
      {
        platform: {
          clock: this.#clock,
          page: this.page,
          fetch: this.network.fetch,
          logger: { error: complain, warn: complain },
          storage: whileThere(this.#tasks, site.storage, note),
          cookies: { read: () => '', write: () => undefined },
          tabs: { lock: site.locks.of(this.#tasks, note), open: site.channels.of(this.#tasks) },
          // Pauses between retries are a share of up to 15 s, left to chance.
          random: () => random.next() * 0.01,
        },
      },
    );
    this.#service.subscribe('WebChatService.messageReceived', ({ data: { messages } }) => {
      for (const { index = 0, text } of messages) {
        if (this.#told.has(index)) this.#fault(`messageReceived told twice of ${String(index)} (${text})`);
        this.#told.add(index);
      }
    });
    this.#service.stores.phase.listen((phase) => {
      if (phase === 'ended') this.#fault('the chat ended');
    });
    for (const name of ['restoreFailed', 'restoreTimeout'] as const) {
      this.#service.subscribe(`WebChatService.${name}`, () => {
        this.#fault(`published ${name}`);
      });
    }
  }

  get name(): string {
    return this.#name;
  }

  get isFrozen(): boolean {
    return this.#tasks.isFrozen;
  }

  get phase(): string {
    return this.#service.stores.phase.get();
  }

  /** What went wrong here. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** The conversation as it shows. */
  get shown(): readonly ChatMessage[] {
    return this.#service.stores.messages.get();
  }

  /** The conversation as commands tell it. */
  async transcript(): Promise<readonly ChatMessage[]> {
    return (await this.#service.command('WebChatService.getTranscript')).messages;
  }

  /** Starts the chat. */
  async start(): Promise<string> {
    await this.#service.whenReady;
    const { chatId } = await this.#service.command('WebChatService.startChat', { nickname: 'Ada' });
    return chatId ?? '';
  }

  /** The visitor sends a text. */
  write(text: string): void {
    const written: Written = { text, fate: 'pending' };
    this.written.push(written);
    this.#service.command('WebChatService.sendMessage', { message: text }).then(
      () => {
        written.fate = 'arrived';
      },
      (reason: unknown) => {
        if (this.#tasks.isGone) return;
        written.fate = 'rejected';
        this.#fault(`${text} was rejected: ${JSON.stringify(reason)}`);
      },
    );
  }

  /** The visitor presses a key. */
  type(): void {
    // Whether anybody is told is not what is tried here.
    this.#service.command('WebChatService.sendTyping').catch(() => undefined);
  }

  goOffline(): void {
    this.network.isOffline = true;
    this.#tasks.run(() => {
      this.page.goOffline();
    });
  }

  comeOnline(): void {
    this.network.isOffline = false;
    this.#tasks.run(() => {
      this.page.comeOnline();
    });
  }

  hide(): void {
    this.#tasks.run(() => {
      this.page.hide();
    });
  }

  show(): void {
    this.#tasks.run(() => {
      this.page.show();
    });
  }

  freeze(): void {
    if (this.isFrozen) return;
    this.page.freeze();
    this.#tasks.freeze();
  }

  thaw(): void {
    if (!this.isFrozen) return;
    this.#tasks.thaw();
    this.page.thaw();
  }

  /** The tab is gone, and nothing of it runs on. What it was asking for may arrive or not. */
  leave(how: Leaving, isCutOff: boolean): void {
    if (how === 'closed') this.freeze();
    const shown = new Set(this.shown.map(({ text }) => text));
    for (const written of this.written) {
      if (written.fate === 'pending' && !shown.has(written.text)) written.fate = 'unknown';
    }
    this.#tasks.end();
    this.#clock.end();
    this.network.end(isCutOff);
    this.#site.locks.free(this.#tasks);
    this.#site.channels.free(this.#tasks);
  }

  /** Disposes of the service; what remains of it then is a fault. */
  async dispose(): Promise<void> {
    this.#service.dispose();
    this.leave('crashed', true);
    // What was given up ends at once.
    await this.#site.time.tick(0);
    const remains = [this.#clock.liveTimers, this.page.listeners];
    if (remains.some(Boolean)) this.#fault(`timers and listeners remain after the end: ${remains.join(', ')}`);
  }

  #fault(fault: string): void {
    this.#faults.push(`${this.#name}: ${fault}`);
  }
}

/** The storage as one tab uses it: once the tab is gone, nothing more is written. */
function whileThere(tasks: TabTasks, storage: KeyValueStorage, note: (what: string) => void): KeyValueStorage {
  const noteText = (what: string, key: string, value = '') => {
    if (!key.includes('/outbox/')) return;
    const { text, state } = JSON.parse(value) as { text: string; state: string };
    note(`${what} ${text} (${state})`);
  };
  return {
    get: (key) => storage.get(key),
    keys: (prefix) => storage.keys(prefix),
    set: (key, value) => {
      if (tasks.isGone) return;
      noteText('keeps', key, value);
      storage.set(key, value);
    },
    remove: (key) => {
      if (tasks.isGone) return;
      if (storage.get(key) !== undefined) noteText('forgets', key, storage.get(key));
      storage.remove(key);
    },
  };
}
