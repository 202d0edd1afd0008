import type { Platform } from '../platform/platform.js';
import { pageSelectors, whenIdle } from '../platform/page-styles.js';
import { findHooks } from './find-hooks.js';

/** Of a longer function only the beginning is looked at. */
const longestText = 200_000;

/** Looks into a function of the site for hooks of the old window; `what` names it to the site's developer. */
export type LookAtCode = (what: string, code: unknown) => void;

/**
 * Tells the site's developer of hooks of the old window that the page's styles and code look for in vain, each once and
 * with what takes its place. Styles are looked at when the page is idle, code as it is given: nothing of the page is
 * patched, and nothing is run.
 */
export function createHookHints({ logger }: Pick<Platform, 'logger'>): LookAtCode {
  const told = new Set<string>();

  const look = (where: string, text: string): void => {
    const hooks = findHooks(text).map(({ hook }) => hook);
    const fresh = [...new Set(hooks)].filter((hook) => !told.has(hook));
    for (const hook of fresh) told.add(hook);
    if (fresh.length > 0) void tell(where, fresh);
  };

  const tell = async (where: string, hooks: readonly string[]): Promise<void> => {
    // Without the table there are no hints, and nothing is worse for it.
    const words = await import('./describe-hook.js').catch(() => undefined);
    if (!words) return;
    for (const hook of hooks) {
      const instead = words.describeReplacement(words.replacementOf(hook));
      logger.warn(`${where} looks for ${hook}, which is not in the page: the chat is in a shadow root. ${instead}`);
    }
  };

  whenIdle(() => {
    for (const { selector, address } of pageSelectors()) {
      look(address === undefined ? 'A style of the page' : `The style sheet ${address}`, selector);
    }
  });

  return (what, code) => {
    if (typeof code === 'function') look(what, Function.prototype.toString.call(code).slice(0, longestText));
  };
}
