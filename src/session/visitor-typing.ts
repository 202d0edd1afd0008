import type { Clock, Timer } from '../platform/clock.js';
import type { Answer, Failure, KeylessRequest } from '../transport/transport.js';
import type { Emit } from './emit.js';

/** Milliseconds between two signs of typing to the server. */
const signInterval = 3000;
/** Milliseconds without a key press after which the visitor counts as done. */
const stopDelay = 5000;

/** What the tracker needs of its conversation. */
export interface VisitorTypingOptions {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly exchange: (request: KeylessRequest) => Promise<Answer | Failure>;
}

/**
 * Tells the agent that the visitor types: a sign at most every 3 s, the last of which has the last words, and the end of
 * it 5 s after the last key press.
 */
export class VisitorTyping {
  readonly #options: VisitorTypingOptions;
  #stopTimer: Timer | undefined;
  /** Sends the words that came too soon after the last sign. */
  #signTimer: Timer | undefined;
  #signed: string | undefined;
  #signedAt = Number.NEGATIVE_INFINITY;
  #typing = false;

  constructor(options: VisitorTypingOptions) {
    this.#options = options;
  }

  /** The visitor pressed a key; `text` is what stands in the field. Resolves with the answer if a sign was sent. */
  async typed(text: string | undefined): Promise<Answer | Failure | undefined> {
    const { clock, emit, exchange } = this.#options;
    clock.clearTimeout(this.#stopTimer);
    this.#stopTimer = clock.setTimeout(() => {
      this.#stopped();
      void exchange({ operation: 'stopTyping' });
    }, stopDelay);
    if (!this.#typing) {
      this.#typing = true;
      emit('clientTypingStarted', undefined);
    }
    const wait = this.#signedAt + signInterval - clock.now();
    if (wait <= 0) return this.#sign(text);
    if (text === undefined) return undefined;
    clock.clearTimeout(this.#signTimer);
    if (text !== this.#signed) this.#signTimer = clock.setTimeout(() => void this.#sign(text), wait);
    return undefined;
  }

  /** Typing is over and the server need not be told: a message left, or the chat ended. */
  end(): void {
    if (this.#typing) this.#stopped();
  }

  #sign(text: string | undefined): Promise<Answer | Failure> {
    const { clock, exchange } = this.#options;
    clock.clearTimeout(this.#signTimer);
    this.#signedAt = clock.now();
    this.#signed = text;
    return exchange({ operation: 'startTyping', ...(text !== undefined && { text }) });
  }

  #stopped(): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#stopTimer);
    clock.clearTimeout(this.#signTimer);
    this.#typing = false;
    this.#signedAt = Number.NEGATIVE_INFINITY;
    this.#options.emit('clientTypingStopped', undefined);
  }
}
