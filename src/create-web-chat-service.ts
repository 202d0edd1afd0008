import { createBus, type Bus } from './bus/index.js';
import { configLayer, resolveOptions, type ChatConfig } from './config/resolve-options.js';
import type { ResolvedOptions } from './config/options.js';
import { ChatError, sentences } from './errors.js';
import type { Timer } from './platform/clock.js';
import { systemPlatform, type Platform } from './platform/platform.js';
import type { ChatCatalogue } from './plugins/names.js';
import { addWebChatPlugin, type WebChatPlugin } from './plugins/web-chat-plugin.js';
import { addWebChatServicePlugin, publishServiceEvents } from './plugins/web-chat-service-plugin.js';
import type { ChatService, ChatSettings } from './session/chat-service.js';
import { createChatStores, type ChatStores } from './session/chat-stores.js';
import type { Transport } from './transport/transport.js';

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
  const { options, problems } = resolveOptions([configLayer('config', config)]);
  for (const problem of problems) platform.logger.error(problem);
  const bus = given.bus ?? createBus<ChatCatalogue>(platform);
  const service = assembleService({ bus, platform, options: () => options });
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

/** The parts of a service, for who runs it from inside: the element. */
export interface AssembledService {
  readonly stores: ChatStores;
  readonly whenReady: Promise<void>;
  /** Publishes `ready`, one task later. Calling it again does nothing. */
  start(): void;
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
}

/** Puts the service on the bus. The conversation's code is loaded when the first command needs it. */
export function assembleService(assembly: Assembly): AssembledService {
  const { bus, platform } = assembly;
  const stores = createChatStores();
  const service = createLazyService(assembly, stores, (loaded) => {
    if (plugin) publishServiceEvents(plugin, loaded);
  });
  const plugin = addWebChatServicePlugin(bus, service.load);
  let starting: Timer | undefined;
  let isDisposed = false;
  let resolveReady: () => void;
  const whenReady = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });
  return {
    stores,
    whenReady,
    start: () => {
      starting ??= platform.clock.setTimeout(() => {
        if (plugin) {
          plugin.republish('ready');
          plugin.ready();
        }
        resolveReady();
      }, 0);
    },
    suspend: () => {
      service.suspend();
    },
    resume: () => {
      service.resume();
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

/** A service whose code is brought by the first who needs it, in the state that it should be in by then. */
interface LazyService extends Pick<AssembledService, 'suspend' | 'resume' | 'dispose'> {
  readonly load: () => Promise<ChatService>;
}

function createLazyService(
  { platform, options }: Assembly,
  stores: ReturnType<typeof createChatStores>,
  onLoaded: (service: ChatService) => void,
): LazyService {
  let loading: Promise<ChatService> | undefined;
  let service: ChatService | undefined;
  let isSuspended = false;
  let isDisposed = false;
  const load = async () => {
    const { ChatService } = await import('./session/chat-service.js').catch(() => {
      // The next command tries again.
      loading = undefined;
      throw new ChatError(sentences.notLoaded);
    });
    service = new ChatService({
      platform,
      stores,
      settings: () => toSettings(options(), platform),
      createTransport: () => createTransport(options(), platform),
    });
    onLoaded(service);
    if (isSuspended) service.suspend();
    if (isDisposed) service.dispose();
    return service;
  };
  return {
    load: () => (loading ??= load()),
    suspend: () => {
      isSuspended = true;
      service?.suspend();
    },
    resume: () => {
      if (isDisposed) return;
      isSuspended = false;
      service?.resume();
    },
    dispose: () => {
      isDisposed = true;
      service?.dispose();
    },
  };
}

/** A chat with a window: what the element runs on. */
export interface AssembledChat {
  readonly bus: Bus<ChatCatalogue>;
  readonly service: AssembledService;
  readonly window: WebChatPlugin;
}

/** Puts a service and a window on a bus of their own. */
export function assembleChat({ platform, options }: Omit<Assembly, 'bus'>): AssembledChat {
  const bus = createBus<ChatCatalogue>(platform);
  const service = assembleService({ bus, platform, options });
  const window = addWebChatPlugin(bus, {
    stores: service.stores,
    opensOnStart: () => options()['chatButton.enabled'],
  });
  return { bus, service, window };
}

function toSettings(options: ResolvedOptions, { page, clock }: Platform): ChatSettings {
  const address = page.address();
  const pageData = {
    TimeZone: clock.timeZone(),
    ...(address !== undefined && { _genesys_url: address }),
    ...(options.lang !== undefined && { GCTI_LanguageCode: options.lang }),
  };
  return {
    userData: { ...(options.attachPageData && pageData), ...options.userData },
    timeout: options.ajaxTimeout,
    pollExceptionLimit: options.pollExceptionLimit,
    intervals: { live: options['polling.live'], idle: options['polling.idle'], hidden: options['polling.hidden'] },
  };
}

async function createTransport(options: ResolvedOptions, platform: Platform): Promise<Transport> {
  const { dataURL, apikey, enableCustomHeader, header } = options;
  if (dataURL === undefined) throw new ChatError(sentences.noDataURL);
  const { GmsRestTransport } = await import('./transport/gms-rest/gms-rest-transport.js').catch(() => {
    throw new ChatError(sentences.notLoaded);
  });
  return new GmsRestTransport(
    {
      url: dataURL,
      timeout: options.ajaxTimeout,
      withCredentials: options['xhrFields.withCredentials'],
      ...(apikey !== undefined && { apikey }),
      ...(enableCustomHeader && { headers: header }),
    },
    platform,
  );
}
