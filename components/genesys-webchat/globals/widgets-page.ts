import { addLazyPlugin } from '../../../src/plugins/lazy-plugin.js';
import type { GlobalChat } from './page-globals.js';
import { lazyPlugins } from './lazy-plugins.js';

/** What pages need that were written for Genesys Widgets: loaded with the first look at one of their globals. */
export class WidgetsPage {
  readonly #served = new WeakSet<GlobalChat>();

  /** Puts the plugins of Genesys Widgets on the bus of a chat. */
  findPlugin(chat: GlobalChat): undefined {
    this.#addPlugins(chat);
  }

  /** Lets the page's globals stand for a chat, and gives all of them its configuration. */
  serve(current: GlobalChat | undefined, chats: readonly GlobalChat[]): Promise<void> {
    if (current) this.#addPlugins(current);
    for (const chat of chats) chat.onConfig?.();
    return Promise.resolve();
  }

  #addPlugins(chat: GlobalChat): void {
    if (this.#served.has(chat) || !chat.tag) return;
    this.#served.add(chat);
    for (const [name, plugin] of Object.entries(lazyPlugins)) {
      addLazyPlugin(chat.bus, name, plugin, { bus: chat.bus, tag: chat.tag });
    }
  }
}
