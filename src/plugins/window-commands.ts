/** What the window does: loaded with the conversation. */
import { ChatError, sentences, type Rejection } from '../errors.js';
import { isRunning } from '../model/session-state.js';
import { closedWindow, isShown, type WindowState } from '../model/window-state.js';
import type { WritableChatStores } from '../session/chat-stores.js';
import type { Store } from '../store.js';
import type { OpenOptions, StartChatOptions, WebChatCommands } from './names.js';
import { windowLife, type WindowLife, type WindowLifeOptions } from './window-life.js';

/** What the window works on. */
export interface WindowOptions extends WindowLifeOptions {
  readonly window: Store<WindowState>;
  readonly stores: WritableChatStores;
  /** Whether the window opens by itself when a chat is started without it. */
  readonly opensOnStart: () => boolean;
  /** How a closed window comes back when an asynchronous chat has messages; undefined for all other chats. */
  readonly restoreState: () => 'minimized' | 'maximized' | undefined;
}

/** The commands that an ordinary chat has use for. */
export type WindowCommand = 'open' | 'close' | 'minimize' | 'endChat' | 'startChat';

/** How some commands of the window are carried out. */
export type Verbs<Name extends keyof WebChatCommands> = {
  readonly [Each in Name]: (
    options: Exclude<WebChatCommands[Each]['options'], void>,
  ) => Promise<WebChatCommands[Each]['result']> | WebChatCommands[Each]['result'];
};

/** Lets the window follow its chat and other tabs from now on; returns its commands. */
export function conductWindow(options: WindowOptions): Verbs<WindowCommand> {
  const { plugin, window, stores, opensOnStart, restoreState } = options;
  const { unread, newFrom } = stores;
  const life = windowLife(options);
  const leave = () => {
    window.set(closedWindow);
    life.close();
  };
  const setMinimized = (minimized: boolean) => {
    if (minimized === window.get().minimized) return;
    window.set({ ...window.get(), minimized });
    plugin.publish(minimized ? 'minimized' : 'unminimized');
  };
  window.listen((state) => {
    plugin.data('open', state.opened);
    if (isShown(state)) unread.set(0);
    stores.window.set(toPlace(state));
  });
  // Interceptors see that the window opens by itself; one that does not want it is heard.
  const openByItself = (minimized: boolean) => {
    plugin.command('WebChat.open', { restoring: true, minimized }).catch(() => undefined);
  };
  // Puts the window where it stands in other tabs, or stood on the page before.
  stores.window.listen((place) => {
    const state = window.get();
    if (place === toPlace(state)) return;
    if (!state.opened) {
      // It stands where it did until it opens.
      stores.window.set('closed');
      openByItself(place === 'minimized');
    } else if (place === 'closed') leave();
    else setMinimized(place === 'minimized');
  });
  plugin.subscribe('WebChatService.started', () => {
    if (window.get().opened) life.begin('started');
    else if (opensOnStart()) void plugin.command('WebChat.open');
  });
  plugin.subscribe('WebChatService.messageReceived', ({ data: { messages, restoring } }) => {
    const known = newFrom.get();
    const { length } = messages.filter(
      ({ type, from, index = 0 }) => /^(Message|FileUploaded)$/.test(type) && from.type !== 'Client' && index >= known,
    );
    const place = restoreState();
    if (restoring && place && length > 0 && !window.get().opened) openByItself(place === 'minimized');
    // Of what is read again for the first time, nobody knows what the visitor has seen elsewhere.
    if ((!restoring || known > 0) && !isShown(window.get())) unread.set(unread.get() + length);
  });
  return windowVerbs(options, life, leave, setMinimized);
}

function windowVerbs(
  { plugin, window, stores }: WindowOptions,
  life: WindowLife,
  leave: () => void,
  setMinimized: (minimized: boolean) => void,
): Verbs<WindowCommand> {
  const { phase } = stores;
  return {
    open: (given) => {
      const options = readOptions(given);
      const { opened, minimized } = window.get();
      if (opened && !minimized) throw new ChatError(sentences.alreadyOpened);
      if (opened) {
        setMinimized(false);
        return undefined;
      }
      const shown = toOpened(options);
      window.set(shown);
      life.open(options);
      if (shown.minimized) plugin.publish('minimized');
      return undefined;
    },
    close: async () => {
      if (!window.get().opened) throw new ChatError(sentences.alreadyClosed);
      await startSettled(stores);
      // An asynchronous chat goes on; any other does so, behind the launcher, only where the server cannot be told.
      const ends = isRunning(phase.get()) && !stores.isAsync.get();
      if (ends) await plugin.command('WebChatService.endChat').catch(() => undefined);
      // Asked for twice, it closes once.
      if (window.get().opened) leave();
      return undefined;
    },
    minimize: (given) => {
      const options = readOptions(given);
      if (!window.get().opened) throw new ChatError(sentences.notOpen);
      setMinimized(options.minimized ?? !window.get().minimized);
      return undefined;
    },
    endChat: async () => {
      if (!isRunning(phase.get())) throw new ChatError(sentences.noSession);
      await plugin.command('WebChatService.endChat').catch(reject);
      return undefined;
    },
    startChat: async (given) => {
      const options = readOptions(given);
      const { opened, userData, async } = window.get();
      if (!opened) throw new ChatError(sentences.notOpen);
      const isFirst = !isRunning(phase.get());
      if (isFirst) life.begin('submitted');
      const start = { async, ...options, userData: { ...userData, ...options.userData } };
      return plugin.command('WebChatService.startChat', start).catch((rejection: unknown) => {
        if (isFirst) life.tell('rejected');
        return reject(rejection);
      });
    },
  };
}

/** The window that is asked for. */
function toOpened(options: OpenOptions): WindowState {
  const { form = {}, formJSON, userData = {}, markdown, async, restoring = false, minimized = false } = options;
  return { opened: true, minimized, restoring, form, formJSON, userData, markdown, async };
}

function toPlace({ opened, minimized }: WindowState): ReturnType<WritableChatStores['window']['get']> {
  return !opened ? 'closed' : minimized ? 'minimized' : 'opened';
}

/** What a page gives, each value read once: its own getters may throw. */
function readOptions<Options extends OpenOptions | StartChatOptions | { readonly minimized?: boolean }>(
  given: Options & Pick<OpenOptions, 'form' | 'userData'>,
): Options {
  try {
    const { form, userData } = given;
    return { ...given, ...(form && { form: { ...form } }), ...(userData && { userData: { ...userData } }) };
  } catch {
    throw new ChatError(sentences.unreadable);
  }
}

/** What another command was refused for, ours is. */
function reject(rejection: unknown): never {
  throw new ChatError(rejection as Rejection);
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
