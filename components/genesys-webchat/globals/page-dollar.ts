import { addEventShorthands } from './event-shorthands.js';

/** jQuery, or what stands in for it. */
export type Dollar = (...given: never[]) => unknown;

/** What the page's code is given as `$`. */
export interface PageDollar {
  /** Not there where what stands in for jQuery did not load. */
  readonly $: Dollar | undefined;
  /** What code that fails may have missed, to be told to the page's developer; empty where it is jQuery itself. */
  readonly lack: string;
}

/**
 * The page's jQuery. A page without one gets cash, which has the parts of jQuery that look at the page and change it. Never
 * rejects.
 */
export async function pageDollar(): Promise<PageDollar> {
  const { jQuery } = window as { jQuery?: unknown };
  if (typeof jQuery === 'function') return { $: jQuery as Dollar, lack: '' };
  const loaded = await import('cash-dom/dist/cash.esm.js').catch(() => undefined);
  if (!loaded) {
    return {
      $: undefined,
      lack: 'The page has no jQuery, and what stands in for it did not load, so that $ is undefined.',
    };
  }
  const { default: cash } = loaded;
  addEventShorthands(cash.fn);
  return {
    $: cash,
    lack: 'The page has no jQuery, so that $ is the smaller cash: load jQuery before the chat if it needs more.',
  };
}
