import { css } from 'lit';
import { textRanges } from './text-ranges.js';

const found = 'genesys-webchat-found';
const current = 'genesys-webchat-current';

const styles = css`
  ::highlight(genesys-webchat-found) {
    background-color: #ffe08a;
    color: #171a21;
  }

  ::highlight(genesys-webchat-current) {
    background-color: #ff9f1c;
    color: #171a21;
  }

  [data-search-current] {
    /* It stands out from the surface, light or dark. */
    outline: 2px solid light-dark(#b45f06, #ff9f1c);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    ::highlight(genesys-webchat-found),
    ::highlight(genesys-webchat-current) {
      background-color: Highlight;
      color: HighlightText;
    }

    [data-search-current] {
      outline-color: Highlight;
    }
  }
`;

/** What is to be seen of a search. */
export interface Highlighted {
  /** Folded; empty for nothing. */
  readonly words: string;
  readonly lang: string;
  /** The message that the visitor is at. */
  readonly id: string | undefined;
}

/**
 * Marks the words of a search in the transcript without a change to its nodes, and the message that the visitor is at with
 * a ring, which browsers show too that cannot mark words. Pages that come and go are marked as they come.
 */
export class Highlighter {
  readonly #root: ShadowRoot;
  readonly #observer: MutationObserver;
  readonly #ranges = new Map<string, Range[]>();
  #shown: Highlighted = { words: '', lang: 'en', id: undefined };

  constructor(root: ShadowRoot) {
    this.#root = root;
    if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
    this.#observer = new MutationObserver(() => {
      this.#paint();
    });
    this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
  }

  /** Marks this from now on. */
  show(highlighted: Highlighted): void {
    this.#shown = highlighted;
    this.#paint();
  }

  /** Marks nothing any more. */
  stop(): void {
    this.#observer.disconnect();
    this.show({ ...this.#shown, words: '', id: undefined });
    this.#root.adoptedStyleSheets = this.#root.adoptedStyleSheets.filter((sheet) => sheet !== styles.styleSheet);
  }

  #paint(): void {
    const { words, lang, id } = this.#shown;
    const marks = new Map<string, Range[]>([
      [found, []],
      [current, []],
    ]);
    for (const bubble of this.#root.querySelectorAll('.bubble[id]')) {
      const isCurrent = id !== undefined && bubble.id === `message-${id}`;
      bubble.toggleAttribute('data-search-current', isCurrent);
      if (words) marks.get(isCurrent ? current : found)?.push(...textRanges(bubble, words, lang));
    }
    for (const [name, ranges] of marks) this.#mark(name, ranges);
  }

  /** Several chats of a page share the marks of a name, so each adds and takes away its own. */
  #mark(name: string, ranges: Range[]): void {
    if (!('highlights' in CSS)) return;
    const marks = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.#ranges.get(name) ?? []) marks.delete(range);
    for (const range of ranges) marks.add(range);
    this.#ranges.set(name, ranges);
    if (marks.size > 0) CSS.highlights.set(name, marks);
    else CSS.highlights.delete(name);
  }
}
