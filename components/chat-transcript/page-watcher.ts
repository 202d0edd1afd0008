import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the view, in pixels, a page already has its entries. */
const margin = 1500;

/** What has pages. */
export type WatchedHost = ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };

/**
 * Knows which pages of a long transcript are near the view: the others give their nodes back for a space of their
 * height. Pages are the children of the host's `.pages`, in order; what scrolls is its `.log`.
 */
export class PageWatcher implements ReactiveController {
  readonly #host: WatchedHost;
  readonly #near = new Set<number>();
  readonly #heights: number[] = [];
  #observer: IntersectionObserver | undefined;
  #pages: Element[] = [];
  /** Whether pages come near or go far with the next update. */
  #isMoving = false;
  /** The first page in the view, of those with entries if there is one, and where it stands. */
  #anchor: { readonly page: Element; readonly top: number } | undefined;

  constructor(host: WatchedHost) {
    this.#host = host;
    this.#host.addController(this);
  }

  /** Whether the page is near the view. */
  isNear(page: number): boolean {
    return this.#near.has(page);
  }

  /** The height that a page had when it was near last; undefined if it never was. */
  heightOf(page: number): number | undefined {
    return this.#heights[page];
  }

  hostUpdate(): void {
    if (!this.#isMoving) return;
    const view = this.#log?.getBoundingClientRect();
    const inView = this.#pages.filter((page) => {
      const { top, bottom } = page.getBoundingClientRect();
      return view && bottom > view.top && top < view.bottom;
    });
    const page = inView.find((each) => each.firstElementChild) ?? inView[0];
    this.#anchor = page && { page, top: page.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    const log = this.#log;
    if (!log) return;
    this.#holdView(log);
    this.#observer ??= new IntersectionObserver(this.#onMove, { root: log, rootMargin: `${String(margin)}px 0px` });
    const pages = [...(this.#host.renderRoot.querySelector('.pages')?.children ?? [])];
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

  get #log(): Element | null {
    return this.#host.renderRoot.querySelector('.log');
  }

  /** A page above the view that gets its entries, or gives them back, must not move what is read; not every browser sees to it. */
  #holdView(log: Element): void {
    const anchor = this.#anchor;
    this.#isMoving = false;
    this.#anchor = undefined;
    if (anchor) log.scrollTop += anchor.page.getBoundingClientRect().top - anchor.top;
  }

  readonly #onMove = (entries: IntersectionObserverEntry[]): void => {
    // A window that is out of sight has no size; its pages are not far, they are nowhere.
    if (!entries[0]?.rootBounds?.height) return;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const page = this.#pages.indexOf(target);
      if (isIntersecting) this.#near.add(page);
      else if (this.#near.delete(page)) this.#heights[page] = boundingClientRect.height;
    }
    this.#isMoving = true;
    this.#host.requestUpdate();
  };
}
