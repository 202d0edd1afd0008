/** A hook of the old window that a text looks for, and where in the text. */
export interface FoundHook {
  /** As `cx-hooks.ts` writes it: `.cx-menu`, `#cx_…`, `[data-message=ChatTitle]`. */
  readonly hook: string;
  readonly index: number;
}

// A class, an id, or the attribute that held the key of a text. In code its quotes may be behind backslashes.
const hooks = /(\.cx-[\w-]+|#cx[-_][\w-]+)|\[data-message(?:[~|^$*]?=[\\"']*([\w-]*)[\\"']*)?\s*[is]?\]/g;

// The same in code that looks them up by their bare names.
const lookups = /getElement(ById|sByClassName)\(\s*[\\"'`]+(cx[-_][\w-]+)/g;

// These are found in what `Toaster.open` answers.
const toasterButtons = /^\.cx-btn(-primary|-default)?$/;

/** Finds the hooks in style sheets, selectors and code; `code` is all that the text is a piece of. */
export function findHooks(text: string, code = text): FoundHook[] {
  const found = [...text.matchAll(hooks)].map(({ 1: name, 2: key, index }) => ({
    hook: name ?? (key ? `[data-message=${key}]` : '[data-message]'),
    index,
  }));
  for (const { 0: call, 1: by, 2: name = '', index } of text.matchAll(lookups)) {
    found.push({ hook: `${by === 'ById' ? '#' : '.'}${name}`, index: index + call.length - name.length });
  }
  return code.includes('Toaster.open') ? found.filter(({ hook }) => !toasterButtons.test(hook)) : found;
}
