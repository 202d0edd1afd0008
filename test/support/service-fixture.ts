import { createBus, type Bus, type BusEvent } from '../../src/bus/index.js';
import { createWebChatService, type WebChatService } from '../../src/create-web-chat-service.js';
import { systemPlatform, type Platform } from '../../src/platform/platform.js';
import type { ChatCatalogue, WebChatServiceCommands, WebChatServiceEvents } from '../../src/plugins/names.js';
import { settled } from '../bus/harness.js';
import { LocalServerSide } from './local-server-side.js';
import { MemoryStorage } from './memory-storage.js';
import { Waiting } from './waiting.js';

/** What is asked of a service under test. */
export interface ServiceSetup {
  readonly webchat?: Readonly<Record<string, unknown>>;
  readonly main?: Readonly<Record<string, unknown>>;
  readonly platform?: Partial<Platform>;
}

type EventName = keyof WebChatServiceEvents;

const atWork = new Set<ServiceFixture>();

// Whoever forgets nothing leaves no chat polling behind.
afterEach(() => {
  for (const fixture of atWork) fixture.dispose();
  atWork.clear();
});

/** A service with everything it publishes on record. It is disposed of after the test. */
export class ServiceFixture {
  readonly service: WebChatService;
  readonly bus: Bus<ChatCatalogue>;
  /** What happened on the bus, in order, names without the plugin's. */
  readonly events: { readonly name: string; readonly data: unknown }[] = [];
  /** What was told on the console. */
  readonly complaints: string[] = [];
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Waiting();

  constructor({ webchat = {}, main = {}, platform = {} }: ServiceSetup = {}) {
    const complain = (message: string) => void this.complaints.push(message);
    const logger = { error: complain, warn: complain };
    // Each service is a site of its own, unless a test says otherwise.
    const own = { logger, storage: new MemoryStorage(), tabs: undefined, ...platform };
    this.bus = createBus<ChatCatalogue>({ ...systemPlatform, ...own });
    this.bus.observe((event: BusEvent) => {
      this.events.push({ name: event.event.replace('WebChatService.', ''), data: event.data });
      this.#waiting.look();
    });
    this.service = createWebChatService({ main, webchat }, { bus: this.bus, platform: own });
    atWork.add(this);
  }

  /** Calls a command of `WebChatService`. */
  command<Name extends keyof WebChatServiceCommands>(
    name: Name,
    options?: object,
  ): Promise<WebChatServiceCommands[Name]['result']> {
    // Options are what a page may pass, good or bad, so the types of the table do not bind here.
    const full: string = `WebChatService.${name}`;
    return this.bus.command(full, options);
  }

  /** The names of what happened, in order. */
  get names(): string[] {
    return this.events.map(({ name }) => name);
  }

  /** Every payload that an event has had. */
  all<Name extends EventName>(name: Name): WebChatServiceEvents[Name][] {
    return this.events.filter((event) => event.name === name).map(({ data }) => data as WebChatServiceEvents[Name]);
  }

  /** The payload of the first event of that name not asked for before; waits for it if need be. */
  async nextEvent<Name extends EventName>(name: Name): Promise<WebChatServiceEvents[Name]> {
    const place = this.#taken.get(name) ?? 0;
    this.#taken.set(name, place + 1);
    await this.until(() => this.all(name).length > place);
    return this.all(name)[place] as WebChatServiceEvents[Name];
  }

  /** Waits until something holds; looks at every event. */
  until(holds: () => boolean): Promise<void> {
    return this.#waiting.until(holds);
  }

  /** Forgets what has happened so far. */
  forget(): void {
    this.events.length = 0;
    this.#taken.clear();
  }

  dispose(): void {
    this.service.dispose();
  }
}

/** A chat with a local server of its own that has been started, and asks for news only when told to `poll`. */
export interface Conversation extends ServiceFixture {
  readonly server: LocalServerSide;
  readonly chatId: string;
}

/** A service and a server of its own. */
export function serviceWithServer(setup: ServiceSetup = {}): ServiceFixture & { readonly server: LocalServerSide } {
  const server = LocalServerSide.ofItsOwn();
  const webchat = { dataURL: server.dataURL, ...setup.webchat };
  return Object.assign(new ServiceFixture({ ...setup, webchat }), { server });
}

/** A running conversation, with what led to it forgotten. */
export async function startedConversation(setup: ServiceSetup = {}): Promise<Conversation> {
  const fixture = serviceWithServer(setup);
  const { chatId = '' } = await fixture.command('startChat', { nickname: 'Ada' });
  await fixture.command('stopPoll');
  fixture.forget();
  return Object.assign(fixture, { chatId });
}

/** Polls until no other poll is under way: after `stopPoll`, one still may be. */
export async function pollsRest(poll: () => Promise<unknown>): Promise<void> {
  const isRefused = (reason: unknown) => reason === 'A poll is already running';
  while (await poll().then(() => false, isRefused)) await settled();
}

/** Polls as fast as a test wants. */
export const fastPolling = { polling: { live: 10, idle: 10, hidden: 10 } };
