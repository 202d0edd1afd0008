import type { Bus } from '../bus/index.js';
import { loadLate } from '../load-late.js';
import { plainLauncher, type LauncherState } from '../model/launcher-state.js';
import type { ChatMessage } from '../model/message.js';
import { closedWindow, type WindowState } from '../model/window-state.js';
import { createStore, type ReadableStore, type Store } from '../store.js';
import { answerCommand } from './answer-command.js';
import { names, type ChatCatalogue } from './names.js';
import type { SiteCommand } from './site-commands.js';
import type { conductWindow, Verbs, WindowCommand, WindowOptions } from './window-commands.js';

/** The window as a plugin: its state, changed by the commands of `WebChat` alone. */
export interface WebChatPlugin {
  readonly window: ReadableStore<WindowState>;
  readonly launcher: Store<LauncherState>;
  /** Tells the page that an entry stands in the transcript. */
  tellAdded(this: void, message: ChatMessage, element: unknown): void;
  /** Takes what the window does, which follows the chat from then on. */
  conduct(code: typeof conductWindow): void;
  /** Tells the bus that the window can be used. */
  ready(): void;
}

/** What the window is made with. */
export interface WebChatPluginOptions extends Omit<WindowOptions, 'plugin' | 'window'> {
  /** Brings what the window does. */
  readonly load: () => Promise<unknown>;
}

/**
 * Offers the window on the bus as `WebChat`.
 * @throws {TypeError} when the bus has a plugin of that name.
 */
export function addWebChatPlugin(bus: Bus<ChatCatalogue>, options: WebChatPluginOptions): WebChatPlugin {
  const plugin = bus.registerPlugin('WebChat');
  if (!plugin) throw new TypeError('unable to add the window; the bus has a plugin WebChat already');
  const window = createStore<WindowState>(closedWindow);
  const launcher = createStore<LauncherState>(plainLauncher);
  let verbs: Verbs<WindowCommand> | undefined;
  let siteVerbs: Promise<Verbs<SiteCommand>> | undefined;
  const loadSiteVerbs = async () => {
    const { siteCommands } = await loadLate(import('./site-commands.js'), () => {
      siteVerbs = undefined;
    });
    return siteCommands({ plugin, window, launcher, stores: options.stores, now: options.now });
  };

  plugin.registerEvents(names.WebChat.events);
  for (const name of names.WebChat.commands) {
    plugin.registerCommand(name, (call) =>
      answerCommand<unknown>(call, async () => {
        // Each command is called with its own options.
        if (!isWindowCommand(name)) return (await (siteVerbs ??= loadSiteVerbs()))[name](call.data as never);
        await options.load();
        return verbs?.[name](call.data as never);
      }),
    );
  }
  // Old code compares it with false.
  plugin.data('open', false);
  return {
    window,
    launcher,
    tellAdded: (message, element) => {
      plugin.publish('messageAdded', { data: message, message, html: [element] });
    },
    conduct: (code) => {
      verbs = code({ ...options, plugin, window });
    },
    ready: () => {
      plugin.republish('ready');
      plugin.ready();
    },
  };
}

/** Whether the command comes with the conversation; a page that never chats may use the others. */
function isWindowCommand(name: WindowCommand | SiteCommand): name is WindowCommand {
  return /^(open|close|minimize|endChat|startChat)$/.test(name);
}
