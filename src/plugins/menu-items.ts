import type { WindowState } from '../model/window-state.js';
import { createStore, type ReadableStore, type Store } from '../store.js';
import type { MenuItemOptions } from './names.js';

/** An item that an extension has put into the menu of actions. */
export interface MenuItem extends Readonly<Pick<MenuItemOptions, 'id' | 'text'>> {
  /** Runs its command. */
  choose(): void;
}

const itemsOfWindows = new WeakMap<ReadableStore<WindowState>, Store<readonly MenuItem[]>>();

/** The items that extensions have put into the window's menu: loaded with the first of them, or with the menu. */
export function menuItemsOf(window: ReadableStore<WindowState>): Store<readonly MenuItem[]> {
  const items = itemsOfWindows.get(window) ?? createStore<readonly MenuItem[]>([]);
  itemsOfWindows.set(window, items);
  return items;
}
