import type { BusPlugin } from '../bus/index.js';
import { ChatError } from '../errors.js';
import type { WindowState } from '../model/window-state.js';
import { consoleLogger } from '../platform/logger.js';
import type { ReadableStore } from '../store.js';
import { menuItemsOf } from './menu-items.js';
import type { ChatCatalogue, MenuItemOptions } from './names.js';
import type { Verbs } from './window-commands.js';

type Check = readonly [takes: string, accepts: (value: unknown) => boolean];

const aText: Check = ['a text that is not empty', (value) => typeof value === 'string' && value.trim() !== ''];

const checks: Readonly<Record<keyof MenuItemOptions, Check>> = {
  id: aText,
  text: aText,
  command: [
    "the full name of a command, as 'Plugin.command'",
    (value) => typeof value === 'string' && /^[^.]+\.[^.]+$/.test(value),
  ],
  options: ['an object, if anything', (value) => value === undefined || (typeof value === 'object' && value !== null)],
};

/** The commands for the window's menu. */
export type MenuCommand = 'addMenuItem' | 'removeMenuItem';

/** Lets extensions change the window's menu. */
export function menuVerbs(
  plugin: BusPlugin<ChatCatalogue, 'WebChat'>,
  window: ReadableStore<WindowState>,
): Verbs<MenuCommand> {
  const items = menuItemsOf(window);
  return {
    addMenuItem: (given) => {
      check(given);
      const { id, text, command, options } = given;
      const choose = () => {
        // An interceptor that does not want it is no mistake, but whoever looks for one finds it here.
        plugin.command(command, options).catch((rejection: unknown) => {
          consoleLogger.warn(`the menu item '${id}' ran ${command}, which was rejected:`, rejection);
        });
      };
      const item = { id, text, choose };
      const isThere = items.get().some((each) => each.id === id);
      items.set(isThere ? items.get().map((each) => (each.id === id ? item : each)) : [...items.get(), item]);
      return undefined;
    },
    removeMenuItem: ({ id }) => {
      const left = items.get().filter((each) => each.id !== id);
      if (left.length === items.get().length) throw new ChatError(`There is no menu item with the id ${id}`);
      items.set(left);
      return undefined;
    },
  };
}

function check(given: MenuItemOptions): void {
  for (const [name, [takes, accepts]] of Object.entries(checks)) {
    const value: unknown = given[name as keyof MenuItemOptions];
    if (accepts(value)) continue;
    throw new ChatError(`addMenuItem takes ${name}: ${takes}; got ${describe(value)}`);
  }
}

function describe(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : value === null ? 'null' : typeof value;
}
