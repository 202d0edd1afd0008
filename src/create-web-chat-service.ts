import { createBus, type Bus } from './bus/index.js';
import { configLayer, resolveOptions, type ChatConfig } from './config/resolve-options.js';
import type { ResolvedOptions } from './config/options.js';
import { LazyChatService, type ChatCode } from './lazy-chat-service.js';
import type { Timer } from './platform/clock.js';
import type { Logger } from './platform/logger.js';
import { systemPlatform, type Platform } from './platform/platform.js';
import type { ChatCatalogue } from './plugins/names.js';
import { addWebChatPlugin, type WebChatPlugin } from './plugins/web-chat-plugin.js';
import { addWebChatServicePlugin, publishServiceEvents } from './plugins/web-chat-service-plugin.js';
import { createChatStores, type ChatStores, type WritableChatStores } from './session/chat-stores.js';

/** A chat service without a window. */
export interface WebChatService extends Pick<Bus<ChatCatalogue>, 'command' | 'subscribe'> {
  /** Where extensions register, and all commands and events go through. */
  readonly bus: Bus<ChatCatalogue>;
  /** The conversation as it stands, for whoever shows it. */
  readonly stores: ChatStores;
  /** Resolves after `WebChatService.ready`; never rejects. */
  readonly whenReady: Promise<void>;
  /** Ends all work: no timer, listener or request remains. The server's session is left to time out. */
  dispose(): void;
}

/** What may be handed in. */
export interface WebChatServiceOptions {
  /** A bus to work on; default: one of its own. It is not disposed of with the service. */
  readonly bus?: Bus<ChatCatalogue>;
  /** Replaces what the service touches of the outside, for tests and other hosts. */
  readonly platform?: Partial<Platform>;
}

/**
 * Creates the headless half. `config` is the configuration of Genesys Widgets, `{ main, webchat }`; a value that is no
 * good is told on the console and its default holds.
 */
export function createWebChatService(config: ChatConfig = {}, given: WebChatServiceOptions = {}): WebChatService {
  const platform = { ...systemPlatform, ...given.platform };
  const bus = given.bus ?? createBus<ChatCatalogue>(platform);
  let configured: Readonly<Record<string, unknown>> = {};
  let options = resolve(config, configured, platform.logger);
  const configure = (webchat: Readonly<Record<string, unknown>>) => {
    configured = { ...configured, ...webchat };
    options = resolve(config, configured, platform.logger);
    service.optionsChanged();
  };
  const service = assembleService({ bus, platform, options: () => options, configure });
  service.start();
  return {
    bus,
    command: bus.command,
    subscribe: bus.subscribe,
    stores: service.stores,
    whenReady: service.whenReady,
    dispose: () => {
      service.dispose();
      if (!given.bus) bus.dispose();
    },
  };
}

function resolve(config: ChatConfig, configured: Readonly<Record<string, unknown>>, logger: Logger): ResolvedOptions {
  const { options, remarks } = resolveOptions([
    configLayer('config', config),
    configLayer('configure', { webchat: configured }),
  ]);
  for (const { level, sentence } of remarks) logger[level](sentence);
  return options;
}

/** The parts of a service, for who runs it from inside: the element. */
export interface AssembledService {
  readonly stores: WritableChatStores;
  readonly whenReady: Promise<void>;
  /** Brings the code of a chat. */
  load(this: void): Promise<unknown>;
  /** Publishes `ready`, one task later. Calling it again does nothing. */
  start(): void;
  /** Looks whether the options now name another conversation of the site. */
  optionsChanged(): void;
  /** Holds everything still: no timer, listener or request remains; the conversation is kept. */
  suspend(): void;
  /** Goes on after `suspend`. */
  resume(): void;
  dispose(): void;
}

/** What a service is put together from. */
export interface Assembly {
  readonly bus: Bus<ChatCatalogue>;
  readonly platform: Platform;
  /** Read anew at each use, so that a change takes effect as soon as it can. */
  readonly options: () => ResolvedOptions;
  /** Takes configuration over what there is. */
  readonly configure: (webchat: Readonly<Record<string, unknown>>) => void;
  /** Tells apart several chats of one page. */
  readonly id?: () => string;
  /** Is told which conversation of the site it is, and returns what is to be called when it is that no more. */
  readonly claim?: (name: string) => (() => void) | undefined;
  /** Is given what came, before anything happens in a conversation. */
  readonly onCode?: (code: ChatCode) => void;
}

/** Puts the service on the bus. The conversation's code is loaded when the first command needs it. */
export function assembleService(assembly: Assembly): AssembledService {
  const { bus, platform } = assembly;
  const stores = createChatStores();
  const service = new LazyChatService(assembly, stores, (loaded, code) => {
    assembly.onCode?.(code);
    if (plugin) publishServiceEvents(plugin, loaded);
  });
  const plugin = addWebChatServicePlugin(bus, service.commands);
  let starting: Timer | undefined;
  let [isStarted, isSuspended, isDisposed] = [false, false, false];
  let resolveReady: () => void;
  const whenReady = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  return {
    stores,
    whenReady,
    load: service.commands,
    start: () => {
      starting ??= platform.clock.setTimeout(() => {
        if (plugin) {
          plugin.republish('ready');
          plugin.ready();
        }
        resolveReady();
        isStarted = true;
        if (!isSuspended) service.open();
      }, 0);
    },
    optionsChanged: () => {
      service.optionsChanged();
    },
    suspend: () => {
      isSuspended = true;
      service.close();
    },
    resume: () => {
      isSuspended = false;
      if (isStarted && !isDisposed) service.open();
    },
    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      platform.clock.clearTimeout(starting);
      service.dispose();
      if (plugin) plugin.unregister();
    },
  };
}

/** A chat with a window: what the element runs on. */
export interface AssembledChat {
  readonly bus: Bus<ChatCatalogue>;
  readonly service: AssembledService;
  readonly window: WebChatPlugin;
  /** Keeps what the visitor has written and not sent. */
  readonly setDraft: (text: string) => void;
  /** Turns the sound of the conversation off or on. */
  readonly setMuted: (muted: boolean) => void;
}

/** Puts a service and a window on a bus. */
export function assembleChat(assembly: Assembly): AssembledChat {
  const { bus, platform, options } = assembly;
  const service = assembleService({
    ...assembly,
    onCode: ({ conductWindow }) => {
      window.conduct(conductWindow);
    },
  });
  const window = addWebChatPlugin(bus, {
    load: service.load,
    stores: service.stores,
    now: () => platform.clock.now(),
    opensOnStart: () => options()['chatButton.enabled'],
    restoreState: () => (options()['async.enabled'] ? options()['async.newMessageRestoreState'] : undefined),
  });
  const { draft, muted } = service.stores;
  return {
    bus,
    service,
    window,
    setDraft: (text) => {
      draft.set(text);
    },
    setMuted: (isMuted) => {
      muted.set(isMuted);
    },
  };
}
