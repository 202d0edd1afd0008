import type { BusPlugin } from '../../../src/bus/index.js';
import { ChatError, sentences } from '../../../src/errors.js';
import type { Locale } from '../../../src/i18n/texts.js';
import { addLazyPlugin, type LazyPlugin } from '../../../src/plugins/lazy-plugin.js';
import type { ChatCatalogue } from '../../../src/plugins/names.js';
import type { ReadableStore } from '../../../src/store.js';
import { neighbours } from '../../neighbours/neighbours.js';
import type { GenesysWebchat } from '../genesys-webchat.js';
import type { LooseRecord } from './loose-record.js';
import type { GlobalChat } from './page-globals.js';

/** What the code of a plugin is given. */
export interface PluginContext {
  /** Its own end of the bus. */
  readonly plugin: BusPlugin<ChatCatalogue>;
  /** The tag of the chat that it belongs to, and the shadow tree in it. */
  readonly tag: GenesysWebchat;
  readonly root: ShadowRoot;
  /** The language of the chat. */
  readonly locale: ReadableStore<Locale>;
  /** How many messages came while the window was not on screen. */
  readonly unread: ReadableStore<number>;
  /** All that the page has configured. */
  readonly pageConfig: Readonly<LooseRecord>;
}

/** The plugins of Genesys Widgets beside the chat, by name; the code of each comes with its first command. */
const lazyPlugins: Readonly<Record<string, LazyPlugin<PluginContext>>> = {
  ...neighbours,
  App: {
    commands: [
      ...['main', 'ready', 'setTheme', 'getTheme', 'setLanguage', 'closeAll', 'reInitialize'],
      ...['updateAJAXHeader', 'removeAJAXHeader', 'registerAutoLoad', 'deregisterAutoLoad'],
    ],
    events: ['ready'],
    load: async () => (await import('./app.js')).app,
  },
};

/** Puts them on the bus of a chat; `config` gives what the page has configured. */
export function addLazyPlugins(chat: GlobalChat, config: () => LooseRecord): void {
  for (const [name, lazyPlugin] of Object.entries(lazyPlugins)) {
    addLazyPlugin(chat.bus, name, lazyPlugin, (plugin) => ({ ...partsOf(chat), plugin, pageConfig: config() }));
  }
}

function partsOf({ tag, locale, unread }: GlobalChat): Omit<PluginContext, 'plugin' | 'pageConfig'> {
  const root = tag?.shadowRoot;
  // It has been in no page yet.
  if (!tag || !root || !locale || !unread) throw new ChatError(sentences.notLoaded);
  return { tag, root, locale, unread };
}
