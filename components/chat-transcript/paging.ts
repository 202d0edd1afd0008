import { noChange } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';
import { EntryList, isSameList, pageTemplate } from './entry-list.js';
import type { TranscriptView } from './message-template.js';
import { pageSize } from './page-size.js';
import { PageWatcher, type WatchedHost } from './page-watcher.js';
import { toPages, toRests } from './pages.js';

/** More entries than fit on a screen. */
const usualScreen = 20;

/** The height in pixels that an entry is taken to have until its page was on screen. */
const usualHeight = 64;

/** More messages than that come at once when a conversation is taken up again. */
const mostAtOnce = 1000;

/**
 * A conversation in pages, of which only those that are near the view have their entries: rendering one more message, or
 * ten thousand, costs what is seen of them.
 */
export class Paging {
  readonly #host: WatchedHost;
  readonly #watcher: PageWatcher;
  /** How many events the first page stands for. */
  readonly #head: number;
  #pages: readonly ChatMessage[][] = [];
  /** The conversation that the pages were made of. */
  #messages: readonly ChatMessage[] | undefined;
  /** Whether the messages that are there by now are to be shown, however many. */
  #isDue = false;
  /** What each page was last rendered from, and its entries. */
  #rendered: { readonly inputs: readonly unknown[]; readonly list: EntryList }[] = [];

  /** What is `shown` already stays one page if it is the beginning: nothing in it is made anew while somebody reads it. */
  constructor(host: WatchedHost, shown: readonly ChatMessage[]) {
    const { index: first = 1 } = shown[0] ?? {};
    const { index: last = 0 } = shown.findLast(({ index }) => index !== undefined) ?? {};
    this.#head = first > pageSize ? 0 : Math.ceil(last / pageSize) * pageSize;
    this.#host = host;
    this.#watcher = new PageWatcher(host);
  }

  /** Makes pages of the messages; those of before where so many have come that they are a task of their own. */
  take(messages: readonly ChatMessage[]): readonly ChatMessage[][] {
    const known = this.#messages ?? messages;
    this.#isDue = !this.#isDue && messages.length > known.length + mostAtOnce;
    // In a task of their own: the one in which they came has been long enough.
    if (this.#isDue) setTimeout(() => this.#host.requestUpdate());
    else {
      this.#pages = toPages(messages, this.#messages && { messages: this.#messages, pages: this.#pages }, this.#head);
      this.#messages = messages;
    }
    return this.#pages;
  }

  /** Renders them; `common` is what all entries show alike. */
  render(view: TranscriptView, common: readonly unknown[]): unknown[] {
    const pages = this.#pages;
    const rests = toRests(pages);
    const rendered = this.#rendered;
    this.#rendered = [];
    let last: ChatMessage | undefined;
    return pages.map((page, at) => {
      const { next: below, count = 0 } = rests[at] ?? {};
      // Where what follows does not fill the view, the page is one of the newest.
      const isShown = count < usualScreen || this.#watcher.isNear(at);
      const height = isShown ? undefined : (this.#watcher.heightOf(at) ?? page.length * usualHeight);
      const above = last;
      last = page.at(-1) ?? last;
      // Nothing that an entry shows has changed unless one of these has.
      const inputs = [page, above, below, height, ...common];
      const known = rendered[at];
      const list = isShown && known ? known.list : new EntryList();
      this.#rendered.push({ inputs, list });
      if (known && isSameList(inputs, known.inputs)) return noChange;
      return pageTemplate(isShown ? list.render(page, { above, below }, view, common) : [], height);
    });
  }
}
