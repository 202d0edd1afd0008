import type { Bus, BusPlugin } from '../bus/index.js';
import { ChatError, sentences, type Rejection } from '../errors.js';
import { isRunning } from '../model/session-state.js';
import { closedWindow, isShown, type WindowState } from '../model/window-state.js';
import type { WritableChatStores } from '../session/chat-stores.js';
import { answerCommand } from './answer-command.js';
import { names, type ChatCatalogue, type OpenOptions, type WebChatCommands } from './names.js';
import { createStore, type ReadableStore, type Store } from '../store.js';

/** The window as a plugin: its state, changed by the commands of `WebChat` alone. */
export interface WebChatPlugin {
  readonly window: ReadableStore<WindowState>;
  /** Tells the bus that the window can be used. */
  ready(): void;
}

/** What the window is made with. */
export interface WebChatPluginOptions {
  readonly stores: WritableChatStores;
  /** Whether the window opens by itself when a chat is started without it. */
  readonly opensOnStart: () => boolean;
  /** How a closed window comes back when an asynchronous chat has messages; undefined for all other chats. */
  readonly restoreState: () => 'minimized' | 'maximized' | undefined;
}

type Verbs = {
  readonly [Name in keyof WebChatCommands]: (
    options: Exclude<WebChatCommands[Name]['options'], void>,
  ) => Promise<undefined> | undefined;
};

/**
 * Offers the window on the bus as `WebChat`.
 * @throws {TypeError} when the bus has a plugin of that name.
 */
export function addWebChatPlugin(bus: Bus<ChatCatalogue>, options: WebChatPluginOptions): WebChatPlugin {
  const plugin = bus.registerPlugin('WebChat');
  if (!plugin) throw new TypeError('unable to add the window; the bus has a plugin WebChat already');
  const window = createStore<WindowState>(closedWindow);
  const { unread } = options.stores;
  const verbs = windowVerbs(plugin, window, options.stores);

  plugin.registerEvents(names.WebChat.events);
  for (const name of names.WebChat.commands) {
    const verb = verbs[name] as (given: object) => Promise<undefined> | undefined;
    plugin.registerCommand(name, (call) => answerCommand(call, () => verb(call.data)));
  }
  // Old code compares it with false.
  plugin.data('open', false);
  window.listen((state) => {
    plugin.data('open', state.opened);
    if (isShown(state)) unread.set(0);
    options.stores.window.set(toPlace(state));
  });
  options.stores.window.listen((place) => {
    follow(place, plugin, window);
  });
  plugin.subscribe('WebChatService.started', () => {
    if (!window.get().opened && options.opensOnStart()) void plugin.command('WebChat.open');
  });
  plugin.subscribe('WebChatService.messageReceived', ({ data: { messages, restoring } }) => {
    const received = messages.filter(({ type, status }) => type === 'Message' && status === undefined);
    const restoreState = options.restoreState();
    if (restoring && restoreState && received.length > 0 && !window.get().opened) {
      options.stores.window.set(restoreState === 'minimized' ? 'minimized' : 'opened');
    }
    // What is read again has been counted by the page that it came to first.
    if (!restoring && !isShown(window.get())) unread.set(unread.get() + received.length);
  });
  return {
    window,
    ready: () => {
      plugin.republish('ready');
      plugin.ready();
    },
  };
}

type Place = ReturnType<WritableChatStores['window']['get']>;

function toPlace({ opened, minimized }: WindowState): Place {
  return !opened ? 'closed' : minimized ? 'minimized' : 'opened';
}

/** Puts the window where it stands in other tabs, or stood on the page before. */
function follow(place: Place, plugin: BusPlugin<ChatCatalogue, 'WebChat'>, window: Store<WindowState>): void {
  const state = window.get();
  if (place === toPlace(state)) return;
  // Interceptors see that the window opens by itself; one that does not want it is heard.
  if (!state.opened) plugin.command('WebChat.open', { restoring: true }).catch(() => undefined);
  else if (place === 'closed') {
    window.set(closedWindow);
    plugin.publish('closed');
  } else {
    window.set({ ...state, minimized: place === 'minimized' });
    plugin.publish(place === 'minimized' ? 'minimized' : 'unminimized');
  }
}

function windowVerbs(
  plugin: BusPlugin<ChatCatalogue, 'WebChat'>,
  window: Store<WindowState>,
  stores: WritableChatStores,
): Verbs {
  const setMinimized = (minimized: boolean) => {
    if (minimized === window.get().minimized) return;
    window.set({ ...window.get(), minimized });
    plugin.publish(minimized ? 'minimized' : 'unminimized');
  };
  return {
    open: ({ form, userData, restoring = false }: OpenOptions) => {
      const { opened, minimized } = window.get();
      if (opened && !minimized) throw new ChatError(sentences.alreadyOpened);
      if (opened) {
        setMinimized(false);
        return undefined;
      }
      const isMinimized = restoring && stores.window.get() === 'minimized';
      window.set({ opened: true, minimized: isMinimized, restoring, form: { ...form }, userData: { ...userData } });
      plugin.publish('opened');
      if (isMinimized) plugin.publish('minimized');
      return undefined;
    },
    close: async () => {
      if (!window.get().opened) throw new ChatError(sentences.alreadyClosed);
      await startSettled(stores);
      // Where the server cannot be told, the chat goes on behind the launcher.
      if (isRunning(stores.phase.get())) await plugin.command('WebChatService.endChat').catch(() => undefined);
      // Asked for twice, it closes once.
      if (!window.get().opened) return undefined;
      window.set(closedWindow);
      plugin.publish('closed');
      return undefined;
    },
    minimize: ({ minimized = !window.get().minimized }) => {
      if (!window.get().opened) throw new ChatError(sentences.notOpen);
      setMinimized(minimized);
      return undefined;
    },
    endChat: async () => {
      if (!isRunning(stores.phase.get())) throw new ChatError(sentences.noSession);
      await plugin.command('WebChatService.endChat').catch((rejection: unknown) => {
        throw new ChatError(rejection as Rejection);
      });
      return undefined;
    },
  };
}

/** Waits for a chat that is just being started to run or fail: only then can it be left. */
async function startSettled({ phase }: WritableChatStores): Promise<void> {
  if (phase.get() !== 'starting') return;
  await new Promise<void>((resolve) => {
    const stop = phase.listen(() => {
      stop();
      resolve();
    });
  });
}
