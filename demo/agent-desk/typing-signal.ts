/** How long after the last key an agent no longer counts as typing, in milliseconds. */
const defaultQuietTime = 5000;

/** Turns key presses into one "started" and one "stopped". */
export class TypingSignal {
  readonly #tell: (isTyping: boolean) => void;
  readonly #quietTime: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (isTyping: boolean) => void, quietTime = defaultQuietTime) {
    this.#tell = tell;
    this.#quietTime = quietTime;
  }

  /** The agent has pressed a key. */
  type(): void {
    if (this.#timer === undefined) this.#tell(true);
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
  }
}
