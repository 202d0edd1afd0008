import { ChatError, sentences } from '../../src/errors.js';
import type { ShownContent } from '../../src/plugins/neighbour-names.js';
import { toOverlay } from '../../src/plugins/to-overlay.js';
import { holdsMarkup } from '../internal/holds-markup.js';

/** What a page gives to be shown: words, its markup made harmless, or an element of its own. */
export type PageContent = string | DocumentFragment | Element;

/**
 * Reads what a page gives: a text, HTML, an element, or a jQuery object of one.
 * @throws {ChatError} when it is none of these, or the code to make HTML harmless did not load.
 */
export async function readContent(given: unknown): Promise<PageContent> {
  const { content } = toOverlay(given);
  if (typeof content !== 'string' || !holdsMarkup(content)) return content;
  const { sanitizedHtml } = await import('../sanitized-html/sanitized-html.js').catch(() => {
    throw new ChatError(sentences.notLoaded);
  });
  return sanitizedHtml(content);
}

/** All that there is to read, in one line. */
export function wordsOf(content: PageContent | undefined): string {
  const text = typeof content === 'string' ? content : (content?.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Shows an element of the page inside one of ours: as a child of the tag, where the page's style sheets hold for it, passed
 * on by a slot of that name.
 */
export function adopt(tag: Element, element: Element, name: string): HTMLSlotElement {
  const slot = document.createElement('slot');
  slot.name = name;
  element.slot = name;
  tag.append(element);
  return slot;
}

/** Hands elements to code of the page, which may well expect jQuery's methods. */
export function shown(...elements: Element[]): ShownContent {
  const { jQuery } = globalThis as { jQuery?: unknown };
  return { html: isJQuery(jQuery) ? jQuery(elements) : elements };
}

/** By what its plugins are put on: others have used the name. */
function isJQuery(value: unknown): value is (elements: Element[]) => ArrayLike<Element> {
  return typeof value === 'function' && 'fn' in value;
}
