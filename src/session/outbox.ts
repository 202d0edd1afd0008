import { ChatError, sentences } from '../errors.js';
import type { FailedAnswer } from '../model/failure.js';
import type { Clock } from '../platform/clock.js';
import type { Answer, Failure } from '../transport/transport.js';

/** An own message that the transcript does not hold yet. */
export interface OutboxItem {
  readonly id: string;
  readonly text: string;
  /** Epoch milliseconds at which the visitor wrote it. */
  readonly writtenAt: number;
  /**
   * - `waiting`: not sent yet
   * - `sending`: on its way, or its fate is unknown
   * - `accepted`: the server has it, the transcript does not tell yet
   * - `failed`: the server refused it
   */
  readonly state: 'waiting' | 'sending' | 'accepted' | 'failed';
  /** The transcript's position when it left: its receipt stands there or later. */
  readonly position: number;
  /** When it left last, epoch milliseconds. */
  readonly sentAt: number;
}

/** What the outbox needs of its conversation. */
export interface OutboxOptions {
  readonly clock: Clock;
  /** The transcript's position now. */
  readonly position: () => number;
  readonly send: (text: string, position: number) => Promise<Answer | Failure>;
  /** Milliseconds after which a request that got no answer can no longer arrive. */
  readonly timeout: () => number;
  /** Asks for a refresh after so many milliseconds. */
  readonly demandRefresh: (milliseconds: number) => void;
  readonly onChange: () => void;
}

interface Pending {
  item: OutboxItem;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: ChatError) => void;
}

/**
 * Delivers own messages in order, each exactly once.
 *
 * 1. One message is on its way at a time.
 * 2. The first own message at or after the position at which one left is its receipt: the server keeps no id of ours.
 * 3. A message of unknown fate is repeated only when a refresh that began after the request could no longer arrive
 *    shows no receipt.
 * 4. It fails only when the server refuses it, or the chat ends before the server has accepted it; then the next goes.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #pending: readonly Pending[] = [];
  /** The one whose request is under way. */
  #inFlight: Pending | undefined;
  #isSuspended = false;
  #count = 0;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** What has no receipt yet, in the order it was written. */
  get items(): readonly OutboxItem[] {
    return this.#pending.map(({ item }) => item);
  }

  /** Takes a message. Settles when its fate is known. */
  add(text: string): Promise<Answer> {
    this.#count += 1;
    const writtenAt = this.#options.clock.now();
    return this.#enqueue(`own-${String(writtenAt)}-${String(this.#count)}`, text, writtenAt);
  }

  /** Sends a failed message again, as the newest; undefined when no failed message has that id. */
  resend(id: string): Promise<Answer> | undefined {
    const failed = this.#removeFailed(id);
    return failed && this.#enqueue(id, failed.text, this.#options.clock.now());
  }

  /** Forgets a failed message; false when no failed message has that id. */
  discard(id: string): boolean {
    const failed = this.#removeFailed(id);
    if (failed) this.#options.onChange();
    return failed !== undefined;
  }

  /** Whether an own message of the transcript is one of ours: the id it went by, or undefined. */
  claim(index: number, answer: Answer): string | undefined {
    const found = this.#pending.find(
      ({ item }) => (item.state === 'sending' || item.state === 'accepted') && item.position <= index,
    );
    if (!found) return undefined;
    this.#remove(found);
    found.resolve(answer);
    return found.item.id;
  }

  /** Tells that a good refresh, begun at that time, has been merged and every receipt in it claimed. */
  refreshed(begunAt: number): void {
    const unknown = this.#pending.find(({ item }) => item.state === 'sending');
    if (unknown && unknown !== this.#inFlight) {
      const certain = unknown.item.sentAt + this.#options.timeout();
      if (begunAt < certain) this.#options.demandRefresh(Math.max(0, certain - this.#options.clock.now()));
      else this.#change(unknown, { state: 'waiting' });
    }
    this.#deliverNext();
  }

  /** The conversation is over: what was not delivered fails, and stays to be read. `why` is what the send under way was told. */
  close(why?: FailedAnswer): void {
    const inFlight = this.#inFlight;
    this.#inFlight = undefined;
    for (const pending of this.#pending) {
      if (pending.item.state === 'failed' || pending.item.state === 'accepted') continue;
      this.#fail(pending, new ChatError(pending === inFlight && why ? why : sentences.sessionEnded));
    }
  }

  /** Sends nothing until `resume`; what is taken meanwhile waits. */
  suspend(): void {
    this.#isSuspended = true;
  }

  /** Goes on after `suspend`. */
  resume(): void {
    this.#isSuspended = false;
    this.#deliverNext();
  }

  #enqueue(id: string, text: string, writtenAt: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const item: OutboxItem = { id, text, writtenAt, state: 'waiting', position: this.#options.position(), sentAt: 0 };
      this.#pending = [...this.#pending, { item, resolve, reject }];
      this.#options.onChange();
      this.#deliverNext();
    });
  }

  #deliverNext(): void {
    const unsettled = this.#pending.find(({ item }) => item.state === 'sending' || item.state === 'waiting');
    if (this.#isSuspended || this.#inFlight || unsettled?.item.state !== 'waiting') return;
    void this.#deliver(unsettled);
  }

  async #deliver(pending: Pending): Promise<void> {
    const { clock, position, send, demandRefresh } = this.#options;
    this.#inFlight = pending;
    this.#change(pending, { state: 'sending', position: position(), sentAt: clock.now() });
    const answer = await send(pending.item.text, pending.item.position);
    // Its receipt came first, or the conversation is over.
    if (this.#inFlight !== pending) {
      this.#deliverNext();
      return;
    }
    this.#inFlight = undefined;
    if (answer.ok) {
      pending.resolve(answer);
      this.#change(pending, { state: 'accepted' });
    } else if (answer.kind === 'refused') {
      this.#fail(pending, new ChatError(answer.answer));
    } else {
      demandRefresh(Math.max(0, pending.item.sentAt + this.#options.timeout() - clock.now()));
      return;
    }
    this.#deliverNext();
  }

  #fail(pending: Pending, error: ChatError): void {
    pending.reject(error);
    this.#change(pending, { state: 'failed' });
  }

  #change(pending: Pending, change: Partial<OutboxItem>): void {
    pending.item = { ...pending.item, ...change };
    this.#options.onChange();
  }

  #removeFailed(id: string): OutboxItem | undefined {
    const failed = this.#pending.find(({ item }) => item.id === id && item.state === 'failed');
    if (failed) this.#remove(failed);
    return failed?.item;
  }

  #remove(pending: Pending): void {
    this.#pending = this.#pending.filter((other) => other !== pending);
    if (this.#inFlight === pending) this.#inFlight = undefined;
  }
}
