import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the view, in pixels, a page already has its entries. */
const margin = 1500;

/** The height that an entry is taken to have until its page was on screen. */
const usualHeight = 64;

type WatchedHost = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Knows which pages of a long transcript are near the view: the others give their nodes back for a space of their
 * height. Pages are the `.page` elements of the host, in order; what scrolls is its `.log`.
 */
export class PageWatcher implements ReactiveController {
  readonly #host: WatchedHost;
  readonly #near = new Set<number>();
  readonly #heights: number[] = [];
  #observer: IntersectionObserver | undefined;
  #pages: Element[] = [];

  constructor(host: WatchedHost) {
    this.#host = host;
    this.#host.addController(this);
  }

  /** Whether the page is near the view. */
  isNear(page: number): boolean {
    return this.#near.has(page);
  }

  /** The height of a page that has no nodes. */
  heightOf(page: number, entries: number): number {
    return this.#heights[page] ?? entries * usualHeight;
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    const log = root.querySelector('.log');
    if (!log) return;
    this.#observer ??= new IntersectionObserver(this.#onMove, { root: log, rootMargin: `${String(margin)}px 0px` });
    const pages = [...root.querySelectorAll('.page')];
    for (const page of pages.slice(this.#pages.length)) this.#observer.observe(page);
    this.#pages.slice(pages.length).forEach((page, at) => {
      this.#observer?.unobserve(page);
      this.#near.delete(pages.length + at);
    });
    this.#heights.length = Math.min(this.#heights.length, pages.length);
    this.#pages = pages;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#pages = [];
  }

  readonly #onMove = (entries: IntersectionObserverEntry[]): void => {
    // A window that is out of sight has no size; its pages are not far, they are nowhere.
    if (!entries[0]?.rootBounds?.height) return;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const page = this.#pages.indexOf(target);
      if (isIntersecting) this.#near.add(page);
      else if (this.#near.delete(page)) this.#heights[page] = boundingClientRect.height;
    }
    this.#host.requestUpdate();
  };
}
