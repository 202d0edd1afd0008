import { showAtStart } from '../../neighbours/neighbours.js';
import { addLazyPlugins } from './lazy-plugins.js';
import { isRecord, type LooseRecord } from './loose-record.js';
import type { GlobalChat } from './page-globals.js';

/** Gives what the page has configured for a chat. */
type ReadConfig = (chat: GlobalChat) => unknown;

/** What pages need that were written for Genesys Widgets: loaded with the first look at one of their globals. */
export class WidgetsPage {
  readonly #served = new WeakSet<GlobalChat>();
  readonly #begun = new WeakSet<GlobalChat>();
  #readConfig: ReadConfig = () => undefined;

  /** Puts the plugins of Genesys Widgets on the bus of a chat. */
  findPlugin(chat: GlobalChat): undefined {
    this.#addPlugins(chat);
  }

  /** Lets the page's globals stand for a chat, and gives all of them its configuration. */
  serve(current: GlobalChat | undefined, chats: readonly GlobalChat[], readConfig: ReadConfig): Promise<void> {
    this.#readConfig = readConfig;
    if (current) this.#addPlugins(current);
    for (const chat of chats) chat.onConfig?.();
    if (current?.tag) this.#begin(current);
    return Promise.resolve();
  }

  /** Shows what the page wants to be there from the start, once it has configured that. */
  #begin(chat: GlobalChat): void {
    const config = this.#configOf(chat);
    if (this.#begun.has(chat) || config['sidebar'] === undefined) return;
    this.#begun.add(chat);
    showAtStart(chat.bus, config);
  }

  #addPlugins(chat: GlobalChat): void {
    if (this.#served.has(chat) || !chat.tag) return;
    this.#served.add(chat);
    addLazyPlugins(chat, () => this.#configOf(chat));
  }

  #configOf(chat: GlobalChat): LooseRecord {
    const config = this.#readConfig(chat);
    return isRecord(config) ? config : {};
  }
}
