/** How long after the last key an agent no longer counts as typing, in milliseconds. */
const defaultQuietTime = 5000;

/**
 * How long a "started" holds before the next key renews it, in milliseconds: visitors' pages forget a typist a minute
 * after the last sign. Longer than a request may take, so that signs to a silent server never pile up.
 */
const defaultRenewTime = 10_000;

/** Turns key presses into a "started", renewed while keys keep coming, and one "stopped". */
export class TypingSignal {
  readonly #tell: (isTyping: boolean) => void;
  readonly #quietTime: number;
  readonly #renewTime: number;
  #toldAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (isTyping: boolean) => void, quietTime = defaultQuietTime, renewTime = defaultRenewTime) {
    this.#tell = tell;
    this.#quietTime = quietTime;
    this.#renewTime = renewTime;
  }

  /** The agent has pressed a key. */
  type(): void {
    const now = performance.now();
    if (now - this.#toldAt >= this.#renewTime) {
      this.#toldAt = now;
      this.#tell(true);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
    }, this.#quietTime);
  }

  /** The agent has sent or deleted the text, or stopped writing. */
  stop(): void {
    if (this.#timer === undefined) return;
    this.discard();
    this.#tell(false);
  }

  /** Forgets everything without a word. */
  discard(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldAt = Number.NEGATIVE_INFINITY;
  }
}
