import type { ChatMessage } from '../../src/model/message.js';
import { entryKind } from '../internal/entries.js';
import { pageSize } from './page-size.js';

/** A conversation, and the entries of it that a visitor sees, in pages. */
export interface Paged {
  readonly messages: readonly ChatMessage[];
  readonly pages: readonly ChatMessage[][];
}

/**
 * The entries that a visitor sees, in pages. An entry's page follows from its place in the whole conversation, so that
 * pages stay what they are when it grows at either end; those of which nothing is known yet are empty. Only from the first
 * change since `known` on, pages are other lists than there. `head` is how many events the first page stands for, if it is
 * to be more than others do.
 */
export function toPages(
  messages: readonly ChatMessage[],
  known: Paged = { messages: [], pages: [] },
  head = 0,
): ChatMessage[][] {
  const { pages, start } = unchanged(messages, known);
  let at = Math.max(0, pages.length - 1);
  for (let next = start; next < messages.length; next += 1) {
    const message = messages[next];
    if (!message || !entryKind(message)) continue;
    // What has no place yet stands with what is before it.
    const { index = 1 } = message;
    if (index > head) at = Math.max(at, Math.floor((index - 1) / pageSize));
    while (pages.length <= at) pages.push([]);
    pages[at]?.push(message);
  }
  return pages;
}

/** The pages before the one in which something has changed, and where that one begins. */
function unchanged(messages: readonly ChatMessage[], known: Paged): { pages: ChatMessage[][]; start: number } {
  let changed = 0;
  while (changed < messages.length && messages[changed] === known.messages[changed]) changed += 1;
  for (let at = known.pages.length - 1; changed > 0 && at > 0; at -= 1) {
    const first = known.pages[at]?.[0];
    const start = first ? messages.lastIndexOf(first, changed - 1) : -1;
    if (start > 0) return { pages: known.pages.slice(0, at), start };
  }
  return { pages: [], start: 0 };
}

/** What follows each page: the first entry, and how many there are. */
export function toRests(pages: readonly ChatMessage[][]): { next: ChatMessage | undefined; count: number }[] {
  let rest: { next: ChatMessage | undefined; count: number } = { next: undefined, count: 0 };
  const rests = [...pages].reverse().map((page) => {
    const after = rest;
    rest = { next: page[0] ?? after.next, count: after.count + page.length };
    return after;
  });
  return rests.reverse();
}
