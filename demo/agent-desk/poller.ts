/** How long to wait between the end of one look and the next, in milliseconds. */
export interface PollIntervals {
  readonly visible: number;
  readonly hidden: number;
  /** While the server does not answer. */
  readonly failing: number;
}

/** Looks again and again, one look at a time, less often while nobody watches. */
export class Poller {
  readonly #look: () => Promise<boolean>;
  readonly #intervals: PollIntervals;
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  /** `look` tells whether it worked; it must not reject. */
  constructor(look: () => Promise<boolean>, intervals: PollIntervals) {
    this.#look = look;
    this.#intervals = intervals;
  }

  start(): void {
    const { signal } = this.#listening;
    document.addEventListener('visibilitychange', this.#onVisibilityChange, { signal });
    void this.poll();
  }

  /** Stops for good. */
  stop(): void {
    this.#listening.abort();
    clearTimeout(this.#timer);
  }

  /** Looks now; resolves after a look that began no earlier than this call. */
  async poll(): Promise<void> {
    if (this.#running) await this.#running;
    // Others may have waited for the same look to end: the first of them begins the next, which serves all.
    this.#running ??= this.#run();
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    const isGood = await this.#look();
    this.#running = undefined;
    if (this.#listening.signal.aborted) return;

    const { visible, hidden, failing } = this.#intervals;
    const interval = document.hidden ? hidden : isGood ? visible : failing;
    this.#timer = setTimeout(() => void this.poll(), interval);
  }

  readonly #onVisibilityChange = (): void => {
    if (!document.hidden) void this.poll();
  };
}
