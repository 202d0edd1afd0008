import type { Clock, Timer } from '../platform/clock.js';

/** Milliseconds between two signs of typing to the server. */
const signInterval = 3000;
/** Milliseconds without a key press after which the visitor counts as done. */
const stopDelay = 5000;

/** What the tracker needs of its conversation. */
export interface VisitorTypingOptions<Result> {
  readonly clock: Clock;
  readonly sendStarted: (text: string | undefined) => Promise<Result>;
  readonly sendStopped: () => Promise<unknown>;
  readonly onStarted: () => void;
  readonly onStopped: () => void;
}

/** Tells the agent that the visitor types: a sign at most every 3 s, and the end of it 5 s after the last key press. */
export class VisitorTyping<Result> {
  readonly #options: VisitorTypingOptions<Result>;
  #stopTimer: Timer | undefined;
  #signedAt = Number.NEGATIVE_INFINITY;
  #typing = false;

  constructor(options: VisitorTypingOptions<Result>) {
    this.#options = options;
  }

  /** The visitor pressed a key; `text` is what stands in the field. Resolves with the answer if a sign was sent. */
  async typed(text: string | undefined): Promise<Result | undefined> {
    const { clock, onStarted, sendStarted } = this.#options;
    clock.clearTimeout(this.#stopTimer);
    this.#stopTimer = clock.setTimeout(() => {
      this.#stopped();
      void this.#options.sendStopped();
    }, stopDelay);
    if (!this.#typing) {
      this.#typing = true;
      onStarted();
    }
    if (clock.now() - this.#signedAt < signInterval) return undefined;
    this.#signedAt = clock.now();
    return sendStarted(text);
  }

  /** Typing is over and the server need not be told: a message left, or the chat ended. */
  end(): void {
    if (this.#typing) this.#stopped();
  }

  #stopped(): void {
    this.#options.clock.clearTimeout(this.#stopTimer);
    this.#typing = false;
    this.#signedAt = Number.NEGATIVE_INFINITY;
    this.#options.onStopped();
  }
}
