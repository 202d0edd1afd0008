import type {
  Catalogue,
  CommandName,
  CommandOptions,
  CommandResult,
  EventData,
  EventName,
  GivenOptions,
} from './catalogue.js';
import type { Deferred } from './deferred.js';

/** What a subscriber gets: an object of its own, around data shared with the others. */
export interface BusEvent<Data = unknown> {
  /** Full name, `Plugin.event`. */
  event: string;
  /** Name of the plugin that published it. */
  publisher: string;
  /** What the publisher sent, by reference. */
  data: Data;
  /** When it was published, in epoch milliseconds. */
  time: number;
}

/** What a command's handler gets. */
export interface CommandCall<Options = unknown, Result = unknown> {
  /** What the caller gave, after all interceptors; `{}` when it gave nothing. */
  data: Options;
  /** How the handler answers. Only the first answer counts. */
  deferred: {
    resolve(this: void, value?: Result | PromiseLike<Result>): void;
    reject(this: void, reason?: unknown): void;
  };
  /** Name of the plugin that called. */
  commander: string;
  /** Full name, `Plugin.command`. */
  command: string;
  /** When it was called, in epoch milliseconds. */
  time: number;
}

/**
 * Carries out a command and must settle `call.deferred`; what it returns is ignored.
 * What it throws, or a promise it returns is rejected with, rejects the command and
 * is reported to the page.
 */
export type CommandHandler<Options = unknown, Result = unknown> = (call: CommandCall<Options, Result>) => unknown;

/**
 * Sees a command's options before its handler does. An object it returns replaces
 * them, `false` cancels the command, anything else leaves them as they are. A promise
 * of any of these is waited for.
 */
export type Interceptor<Options = unknown> = (options: Options) => unknown;

/** Undoes a subscription or an interceptor. Calling it again does nothing. */
export type Undo = () => void;

/** What each plugin offers, by plugin name; short names of its own. */
export type Registry = Record<string, { commands: string[]; events: string[] }>;

/** Who listens to what: plugin names by full event name. */
export type Subscribers = Record<string, string[]>;

/**
 * A plugin's end of the bus: a namespace to offer commands and events under, and
 * the means to use those of others. Plugins need not exist yet to be subscribed
 * to or intercepted.
 *
 * All methods work detached from the object. None throws: misuse is logged as an
 * error that says what would be right, and answered with `false` (`command`: with
 * a rejection). So is every use after `unregister`, but for `namespace`, `registry`
 * and `subscribers`.
 */
export interface BusPlugin<C extends Catalogue = Catalogue, Name extends string = string> {
  /** Offers a command under this plugin's name. A name can be taken once only. */
  registerCommand<Short extends string>(
    this: void,
    name: Short,
    handler: CommandHandler<GivenOptions<C, `${Name}.${Short}`>, CommandResult<C, `${Name}.${Short}`>>,
  ): boolean;

  /** Declares the events this plugin may publish, so that `registry` shows them. */
  registerEvents(this: void, names: readonly string[]): boolean;

  /**
   * Calls back at each event of that full name, and at once if it was last
   * republished before. Subscribing twice calls back twice.
   */
  subscribe<Full extends EventName<C>>(
    this: void,
    event: Full,
    callback: (event: BusEvent<EventData<C, Full>>) => unknown,
  ): Undo | false;

  /** Sends an event to its subscribers, before returning. Undeclared events get declared. */
  publish<Short extends string>(this: void, event: Short, data?: EventData<C, `${Name}.${Short}`>): boolean;

  /** Publishes, and keeps the event for subscribers yet to come, in place of the last kept. */
  republish<Short extends string>(this: void, event: Short, data?: EventData<C, `${Name}.${Short}`>): boolean;

  /** Publishes to the subscriptions of one plugin only; no plugin of that name, no delivery. */
  publishDirect<Short extends string>(
    this: void,
    plugin: string,
    event: Short,
    data?: EventData<C, `${Name}.${Short}`>,
  ): boolean;

  /**
   * Calls a command by its full name. Its handler always starts later, never within
   * this call: when the plugin is ready and all interceptors have answered. Rejected
   * with a text when plugin or command do not exist, when an interceptor cancels,
   * and when the plugin leaves the bus before it has answered.
   */
  command<Full extends CommandName<C>>(
    this: void,
    name: Full,
    options?: CommandOptions<C, Full>,
  ): Deferred<CommandResult<C, Full>>;

  /**
   * Puts an interceptor before a command of any plugin. They run in the order they
   * were put; one that fails is reported and changes nothing.
   */
  before<Full extends CommandName<C>>(
    this: void,
    command: Full,
    interceptor: Interceptor<GivenOptions<C, Full>>,
  ): Undo | false;

  /** All plugins of the bus with their commands and events, as a copy. */
  registry(this: void): Registry;

  /** All events that have subscribers, with these plugins' names, as a copy. */
  subscribers(this: void): Subscribers;

  /** This plugin's name. */
  namespace(this: void): Name;

  /** Lets this plugin's commands run, waiting ones first. */
  ready(this: void): boolean;

  /**
   * Reads a value of any plugin by its full name (`Plugin.key`), or one of this
   * plugin by its short name. `undefined` when there is none.
   */
  data(this: void, key: string): unknown;
  /** Stores a value under a short name of this plugin; `undefined` removes it. */
  data(this: void, key: string, value: unknown): boolean;

  /**
   * Takes this plugin off the bus with all it holds there, and frees its name.
   * Commands that others wait for are rejected.
   */
  unregister(this: void): boolean;
}
