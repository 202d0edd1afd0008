import { addEventShorthands } from './event-shorthands.js';

/** jQuery, or what stands in for it. */
export type Dollar = (...given: never[]) => unknown;

/** What the page's code is given as `$`. */
export interface PageDollar {
  readonly $: Dollar;
  /** Whether it is jQuery itself. */
  readonly isWhole: boolean;
}

/** The page's jQuery. A page without one gets cash, which has the parts of jQuery that look at the page and change it. */
export async function pageDollar(): Promise<PageDollar> {
  const { jQuery } = window as { jQuery?: unknown };
  if (typeof jQuery === 'function') return { $: jQuery as Dollar, isWhole: true };
  const { default: cash } = await import('cash-dom/dist/cash.esm.js');
  addEventShorthands(cash.fn);
  return { $: cash, isWhole: false };
}
