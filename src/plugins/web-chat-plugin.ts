import type { Bus } from '../bus/index.js';
import { closedWindow, type WindowState } from '../model/window-state.js';
import { createStore, type ReadableStore } from '../store.js';
import { answerCommand } from './answer-command.js';
import { names, type ChatCatalogue } from './names.js';
import type { conductWindow, WindowOptions } from './window-commands.js';

/** The window as a plugin: its state, changed by the commands of `WebChat` alone. */
export interface WebChatPlugin {
  readonly window: ReadableStore<WindowState>;
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
  let verbs: ReturnType<typeof conductWindow> | undefined;

  plugin.registerEvents(names.WebChat.events);
  for (const name of names.WebChat.commands) {
    plugin.registerCommand(name, (call) =>
      answerCommand<unknown>(call, async () => {
        await options.load();
        // Each command is called with its own options.
        return verbs?.[name](call.data as never);
      }),
    );
  }
  // Old code compares it with false.
  plugin.data('open', false);
  return {
    window,
    conduct: (code) => {
      verbs = code({ ...options, plugin, window });
    },
    ready: () => {
      plugin.republish('ready');
      plugin.ready();
    },
  };
}
