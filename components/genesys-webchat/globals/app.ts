import { ChatError } from '../../../src/errors.js';
import type { CommandVerbs } from '../../../src/plugins/lazy-plugin.js';
import type { PluginContext } from './lazy-plugins.js';
import { isRecord, type LooseRecord } from './loose-record.js';

/** What can be closed, in the order in which it is. */
const closable = ['ChannelSelector', 'SideBar', 'Overlay', 'Toaster', 'WebChat'];

/** What the plugin `App` does: it changes what holds for all of the chat. */
export function app({ plugin, tag }: PluginContext): CommandVerbs {
  return {
    main: () => tag.whenReady,
    ready: () => tag.whenReady,
    setTheme: (options: { readonly theme?: unknown }) => {
      const theme = text(options.theme, 'theme');
      const themes = ['auto', 'light', 'dark', ...Object.keys(tag.themes)];
      if (!themes.includes(theme)) throw new ChatError(`There is no theme ${theme}; there are ${themes.join(', ')}`);
      tag.theme = theme;
      return theme;
    },
    getTheme: () => tag.theme,
    setLanguage: ({ lang }: { readonly lang?: unknown }) => {
      tag.lang = text(lang, 'lang');
    },
    closeAll: async () => {
      for (const name of closable) {
        // What is not open needs no closing.
        if (name in plugin.registry()) await plugin.command(`${name}.close`).catch(() => undefined);
      }
    },
    updateAJAXHeader: ({ header }: { readonly header?: unknown }) => {
      if (!isRecord(header))
        throw new ChatError('App.updateAJAXHeader takes {header: an object of HTTP headers, each a text}');
      tag.header = { ...tag.header, ...(header as Record<string, string>) };
    },
    removeAJAXHeader: ({ header }: { readonly header?: unknown }) => {
      const names = [header ?? Object.keys(tag.header)].flat();
      tag.header = Object.fromEntries(Object.entries(tag.header).filter(([name]) => !names.includes(name)));
    },
    // A chat that runs is taken up on the next page by itself.
    registerAutoLoad: () => undefined,
    deregisterAutoLoad: () => undefined,
    reInitialize: (given: LooseRecord) => {
      const { widgets } = (window as unknown as { readonly _genesys: { readonly widgets: LooseRecord } })._genesys;
      for (const name of ['main', 'webchat'] as const) widgets[name] = given[name] ?? widgets[name];
    },
  };
}

function text(value: unknown, name: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new ChatError(`No ${name} provided`);
}
