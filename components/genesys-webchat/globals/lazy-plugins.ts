import type { LazyPlugin } from '../../../src/plugins/lazy-plugin.js';
import type { GlobalChat } from './page-globals.js';

/** What the code of a plugin is given besides its own end of the bus. */
export interface PluginContext {
  readonly bus: GlobalChat['bus'];
  /** The tag of the chat that the plugin belongs to. */
  readonly tag: HTMLElement;
}

/** The plugins of Genesys Widgets beside the chat, by name; the code of each comes with its first command. */
export const lazyPlugins: Readonly<Record<string, LazyPlugin<PluginContext>>> = {};
