/** A hook of the old window that a text looks for, and where in the text. */
export interface FoundHook {
  /** As `cx-hooks.ts` writes it: `.cx-menu`, `#cx_…`, `[data-message=ChatTitle]`. */
  readonly hook: string;
  readonly index: number;
}

// A class, an id, or the attribute that held the key of a text. In code its quotes may be behind backslashes.
const hooks = /(\.cx-[\w-]+|#cx[-_][\w-]+)|\[data-message(?:[~|^$*]?=[\\"']*([\w-]*)[\\"']*)?\s*[is]?\]/g;

/** Finds the hooks in style sheets, selectors and code. */
export function findHooks(text: string): FoundHook[] {
  return [...text.matchAll(hooks)].map(({ 1: name, 2: key, index }) => ({
    hook: name ?? (key ? `[data-message=${key}]` : '[data-message]'),
    index,
  }));
}
