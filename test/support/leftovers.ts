/** What a page holds on to for code that runs in it. */
export interface Holdings {
  /** On what outlives an element: the window, the document, media queries, the visible area, the history. */
  readonly listeners: number;
  readonly timers: number;
  /** Observers of the document, and channels to other tabs. */
  readonly observers: number;
  readonly channels: number;
  readonly nodes: number;
}

const lasting = [Window, Document, MediaQueryList, VisualViewport];

type Listening = Parameters<EventTarget['addEventListener']>;

/** Counts what a page holds on to from when it is made until it is stopped. */
export class Leftovers {
  readonly #listeners = new Set<string>();
  readonly #targets = new Map<unknown, number>();
  readonly #timers = new Set<unknown>();
  readonly #observers = new Set<MutationObserver>();
  readonly #channels = new Set<BroadcastChannel>();
  readonly #undo: (() => void)[] = [];
  /** Requests that have left since it was made, by code that does not hold on to an older `fetch`. */
  requests = 0;

  constructor() {
    this.#watchListeners();
    this.#watchTimers();
    this.#watchObservers();
    this.#watchChannels();
    const fetch = window.fetch.bind(window);
    this.#replace(window, 'fetch', (...request: Parameters<typeof fetch>) => {
      this.requests += 1;
      return fetch(...request);
    });
  }

  /** What is held on to now. */
  get now(): Holdings {
    return {
      listeners: this.#listeners.size,
      timers: this.#timers.size,
      observers: this.#observers.size,
      channels: this.#channels.size,
      nodes: document.querySelectorAll('*').length,
    };
  }

  /** Gives the page its own functions back. */
  stop(): void {
    for (const undo of this.#undo) undo();
  }

  #watchListeners(): void {
    const { prototype } = EventTarget;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with their target
    const { addEventListener, removeEventListener } = prototype;
    const name = (target: EventTarget, [type, callback, options]: Listening): string => {
      const isCapturing = typeof options === 'object' ? options.capture : options;
      return [this.#number(target), type, this.#number(callback), Boolean(isCapturing)].join(' ');
    };
    const listeners = this.#listeners;
    this.#replace(prototype, 'addEventListener', function (this: EventTarget | undefined, ...listening: Listening) {
      const target = this ?? window;
      if (lasting.some((kind) => target instanceof kind)) {
        const key = name(target, listening);
        const [type, , options] = listening;
        listeners.add(key);
        const signal = typeof options === 'object' ? options.signal : undefined;
        signal?.addEventListener('abort', () => listeners.delete(key));
        const isOnce = typeof options === 'object' && options.once;
        if (isOnce) addEventListener.call(target, type, () => listeners.delete(key), { once: true });
      }
      addEventListener.apply(target, listening);
    });
    this.#replace(prototype, 'removeEventListener', function (this: EventTarget | undefined, ...listening: Listening) {
      const target = this ?? window;
      listeners.delete(name(target, listening));
      removeEventListener.apply(target, listening);
    });
  }

  #watchTimers(): void {
    const timers = this.#timers;
    const setTimeout = window.setTimeout.bind(window);
    const clearTimeout = window.clearTimeout.bind(window);
    this.#replace(window, 'setTimeout', (callback: () => void, milliseconds?: number) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, milliseconds);
      timers.add(timer);
      return timer;
    });
    this.#replace(window, 'clearTimeout', (timer: number) => {
      timers.delete(timer);
      clearTimeout(timer);
    });
  }

  #watchObservers(): void {
    const { prototype } = MutationObserver;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with their observer
    const { observe, disconnect } = prototype;
    const observers = this.#observers;
    this.#replace(
      prototype,
      'observe',
      function (this: MutationObserver, ...observed: Parameters<MutationObserver['observe']>) {
        if (observed[0] === document || observed[0].contains(document.body)) observers.add(this);
        observe.apply(this, observed);
      },
    );
    this.#replace(prototype, 'disconnect', function (this: MutationObserver) {
      observers.delete(this);
      disconnect.call(this);
    });
  }

  #watchChannels(): void {
    const channels = this.#channels;
    class WatchedChannel extends BroadcastChannel {
      constructor(name: string) {
        super(name);
        channels.add(this);
      }

      override close(): void {
        channels.delete(this);
        super.close();
      }
    }
    this.#replace(window, 'BroadcastChannel', WatchedChannel);
  }

  #number(thing: unknown): number {
    const number = this.#targets.get(thing) ?? this.#targets.size;
    this.#targets.set(thing, number);
    return number;
  }

  #replace<Owner extends object>(owner: Owner, name: keyof Owner, value: unknown): void {
    const before = owner[name];
    Reflect.set(owner, name, value);
    this.#undo.push(() => Reflect.set(owner, name, before));
  }
}
