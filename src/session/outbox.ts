import { ChatError } from '../errors.js';
import type { FailedAnswer } from '../model/failure.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import type { Answer, Failure } from '../transport/transport.js';
import { toStatus } from './echo.js';
import type { Emit } from './emit.js';
import type { RestoreStore } from './restore-store.js';
import { sentences } from './sentences.js';

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
  /** Why the server refused it. */
  readonly failure?: FailedAnswer | undefined;
  /** The transcript's position when it left: its receipt stands there or later. */
  readonly position: number;
  /** When it left last, epoch milliseconds. */
  readonly sentAt: number;
  /** Counts the changes: of two copies, the one with more of them is the newer. */
  readonly revision: number;
}

/** What the outbox needs of its conversation. */
export interface OutboxOptions {
  readonly platform: Pick<Platform, 'clock' | 'random'>;
  /** Where the next page finds what is not delivered. */
  readonly store: Pick<RestoreStore, 'session' | 'item' | 'hasMore' | 'writeItem' | 'removeItem'>;
  /** What all tabs and earlier pages have kept there, checked. */
  readonly reread: () => Promise<readonly OutboxItem[]>;
  readonly emit: Emit;
  /** Tells the other tabs of an item. */
  readonly post: (item: OutboxItem) => void;
  /** The transcript's position now. */
  readonly position: () => number;
  /** Finds the receipt of an item in what the transcript holds already, and gives it the item's id; false if there is none. */
  readonly takeReceipt: (item: OutboxItem) => boolean;
  /** The server's newest answer. */
  readonly lastAnswer: () => Answer;
  /** Sends it; the answer comes to `answered`. */
  readonly send: (item: OutboxItem) => Promise<unknown>;
  /** Milliseconds after which a request that got no answer can no longer arrive. */
  readonly timeout: () => number;
  /** Asks for a refresh now, whether this tab leads or not. */
  readonly refresh: () => void;
  /** Asks for a refresh after so many milliseconds. */
  readonly demandRefresh: (milliseconds: number) => void;
  /** Something else is to be shown. */
  readonly onChange: () => void;
}

interface Pending {
  item: OutboxItem;
  /** Whoever waits for it in this tab. */
  readonly resolve?: (answer: Answer) => void;
  readonly reject?: (error: ChatError) => void;
}

/**
 * Delivers own messages in order, each exactly once.
 *
 * 1. One message is on its way at a time, from one tab: the one that leads.
 * 2. The first own message at or after the position at which one left is its receipt: the server keeps no id of ours.
 * 3. A message of unknown fate is repeated only when a refresh that began after the request could no longer arrive
 *    shows no receipt.
 * 4. It fails only when the server refuses it, or the chat ends before the server has accepted it; then the next goes.
 * 5. It is kept before its request leaves, so that whichever page comes next goes by the same rules.
 * 6. A tab that begins to lead, or goes on after it was held still, sends nothing before it knows what the others have
 *    made of the items, and what the transcript holds.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  /** In the order they were written. */
  #pending: readonly Pending[] = [];
  /** The one whose request is under way from this tab. */
  #inFlight: Pending | undefined;
  #isLeading = false;
  /** When this tab began to lead, epoch milliseconds; what it knew before may be old. */
  #leadingSince = 0;
  /** Whether the transcript has been asked for since. */
  #isCurrent = false;
  #rereading: Promise<void> | undefined;
  #writtenAt = 0;
  /** Those that another tab has delivered, and whose receipt was not seen yet. */
  readonly #delivered = new Set<string>();
  /** Those that are settled, lest a late word of another tab brings them back. */
  readonly #settled = new Set<string>();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** What has no receipt yet, in the order it was written. */
  get items(): readonly OutboxItem[] {
    return this.#pending.map(({ item }) => item);
  }

  /** Takes a message. Settles when its fate is known. */
  add(text: string): Promise<Answer> {
    const writtenAt = this.#now();
    const unique = Math.floor(this.#options.platform.random() * 1e9).toString(36);
    return this.#enqueue(`own-${String(writtenAt)}-${unique}`, text, writtenAt);
  }

  /** Sends a failed message again, as the newest; undefined when no failed message has that id. */
  resend(id: string): Promise<Answer> | undefined {
    const failed = this.#find(id, 'failed');
    if (!failed) return undefined;
    this.#remove(failed);
    return this.#enqueue(id, failed.item.text, this.#now(), failed.item.revision + 1);
  }

  /** Forgets a failed message; false when no failed message has that id. */
  discard(id: string): boolean {
    const failed = this.#find(id, 'failed');
    if (!failed) return false;
    this.#settle(failed);
    this.#options.onChange();
    return true;
  }

  /** Takes in an item that another page kept or another tab tells of. An older copy than ours changes nothing. */
  adopt(item: OutboxItem): void {
    const known = this.#find(item.id);
    if (this.#settled.has(item.id) || (known && known.item.revision >= item.revision)) return;
    if (known) this.#remove(known);
    const pending = { ...known, item };
    this.#insert(pending);
    this.#tell(item, known?.item);
    // An answer that another tab had asked for may have come before the word that the message is on its way.
    const isOnItsWay = item.state === 'sending' || item.state === 'accepted';
    if (isOnItsWay && this.#options.takeReceipt(item)) this.#deliver(pending, this.#options.lastAnswer());
    this.#deliverNext();
  }

  /** Takes over what has become of the items while this tab was not told. */
  async catchUp(): Promise<void> {
    this.#rereading ??= this.#reread().catch(reportFailure);
    await this.#rereading;
    this.#rereading = undefined;
    this.#deliverNext();
  }

  /** Whether an own message of the transcript is one of ours: the id it went by, or undefined. */
  claim(index: number, answer: Answer): string | undefined {
    const found = this.#pending.find(
      ({ item }) => (item.state === 'sending' || item.state === 'accepted') && item.position <= index,
    );
    if (!found) return undefined;
    this.#deliver(found, answer);
    return found.item.id;
  }

  /** The server's answer to the request that carried a message, whichever tab sent it. */
  answered(id: string, answer: Answer | Failure): void {
    const pending = this.#find(id, 'sending');
    // Only the tab that sent it keeps what came of it: a late word must not bring back what is settled.
    const isOurs = this.#inFlight?.item.id === id;
    if (isOurs) this.#inFlight = undefined;
    if (pending && answer.ok) {
      pending.resolve?.(answer);
      this.#change(pending, { state: 'accepted' }, isOurs);
    } else if (pending && !answer.ok && answer.kind === 'refused') {
      this.#fail(pending, answer.answer, isOurs);
    }
    this.#deliverNext();
  }

  /** Tells that a good refresh, begun at that time, has been merged and every receipt in it claimed. */
  refreshed(begunAt: number, answer: Answer): void {
    if (this.#isLeading && begunAt >= this.#leadingSince) this.#isCurrent = true;
    for (const id of this.#delivered) {
      const pending = this.#find(id);
      if (pending) this.#deliver(pending, answer);
    }
    this.#delivered.clear();
    const unknown = this.#unknown;
    if (unknown && begunAt >= this.#certainAt(unknown)) this.#change(unknown, { state: 'waiting' });
    this.#deliverNext();
  }

  /** The conversation begins in this tab: there is nothing that it could have missed. */
  begin(): void {
    this.#isCurrent = true;
  }

  /** The conversation is over: what was not delivered fails, and stays to be read. `why` is what the send under way was told. */
  close(why?: FailedAnswer): void {
    const inFlight = this.#inFlight;
    this.#inFlight = undefined;
    this.#isLeading = false;
    for (const pending of this.#pending) {
      // Another chat may be kept there by now, to which it does not belong.
      this.#options.store.removeItem(pending.item.id);
      if (pending.item.state === 'failed' || pending.item.state === 'accepted') continue;
      this.#fail(pending, pending === inFlight ? why : undefined, false);
    }
  }

  /** Only shows; what is taken waits for the tab that sends. */
  follow(): void {
    this.#isLeading = false;
    this.#isCurrent = false;
  }

  /** Sends from now on. */
  async lead(): Promise<void> {
    this.#isLeading = true;
    this.#leadingSince = this.#options.platform.clock.now();
    if (!this.#isCurrent) await this.catchUp();
    this.#deliverNext();
  }

  /** Later than all before, so that the order of writing is told by time alone. */
  #now(): number {
    this.#writtenAt = Math.max(this.#options.platform.clock.now(), this.#writtenAt + 1);
    return this.#writtenAt;
  }

  #enqueue(id: string, text: string, writtenAt: number, revision = 0): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const item: OutboxItem = { id, text, writtenAt, state: 'waiting', position: 0, sentAt: 0, revision };
      this.#insert({ item, resolve, reject });
      this.#keep(item);
      this.#deliverNext();
    });
  }

  #deliverNext(): void {
    if (!this.#isLeading || this.#inFlight || this.#rereading) return;
    const { platform, demandRefresh, position, send } = this.#options;
    const unknown = this.#unknown;
    const next = this.#pending.find(({ item }) => item.state === 'waiting');
    if (unknown) demandRefresh(Math.max(0, this.#certainAt(unknown) - platform.clock.now()));
    else if (!next) return;
    else if (!this.#isCurrent) demandRefresh(0);
    else if (!this.#isAsKept(next.item)) void this.catchUp();
    else {
      this.#inFlight = next;
      this.#change(next, { state: 'sending', position: position(), sentAt: platform.clock.now() });
      void send(next.item);
    }
  }

  /** Whether no other tab has made anything of it. Where nothing can be kept, no other tab can know of it. */
  #isAsKept(item: OutboxItem): boolean {
    const { store } = this.#options;
    return store.session === undefined || store.item(item.id) === JSON.stringify(item);
  }

  async #reread(): Promise<void> {
    const isAllKnown = this.#pending.every(({ item }) => this.#isAsKept(item));
    if (isAllKnown && !this.#options.store.hasMore(this.#pending.length)) return;
    const kept = await this.#options.reread();
    for (const item of kept) this.adopt(item);
    const ids = new Set(kept.map(({ id }) => id));
    for (const pending of this.#pending) {
      if (ids.has(pending.item.id) || pending === this.#inFlight) continue;
      if (pending.item.state === 'failed') this.#settle(pending);
      else {
        // Another tab has delivered it: its receipt stands in what this one has not seen yet.
        this.#delivered.add(pending.item.id);
        pending.item = { ...pending.item, state: 'accepted', position: this.#options.position() };
        this.#isCurrent = false;
      }
    }
    this.#options.onChange();
    if (this.#delivered.size > 0) this.#options.refresh();
  }

  /** The one whose fate nobody knows. */
  get #unknown(): Pending | undefined {
    return this.#pending.find((pending) => pending.item.state === 'sending' && pending !== this.#inFlight);
  }

  /** When its request can no longer arrive. */
  #certainAt({ item }: Pending): number {
    return item.sentAt + this.#options.timeout();
  }

  #fail(pending: Pending, failure: FailedAnswer | undefined, isKept = true): void {
    pending.reject?.(new ChatError(failure ?? sentences.sessionEnded));
    this.#change(pending, { state: 'failed', failure }, isKept);
  }

  #deliver(pending: Pending, answer: Answer): void {
    this.#settle(pending);
    pending.resolve?.(answer);
    this.#tell({ ...pending.item, state: 'accepted' }, pending.item);
  }

  #change(pending: Pending, change: Partial<OutboxItem>, isKept = true): void {
    const before = pending.item;
    pending.item = { ...before, ...change, revision: before.revision + 1 };
    if (isKept) this.#keep(pending.item, before);
    else this.#tell(pending.item, before);
  }

  /** Keeps what is new of an item and lets everybody know. It is kept when this returns. */
  #keep(item: OutboxItem, before?: OutboxItem): void {
    this.#options.store.writeItem(item);
    this.#options.post(item);
    this.#tell(item, before);
  }

  #tell(item: OutboxItem, before: OutboxItem | undefined): void {
    this.#options.onChange();
    const status = toStatus(item.state);
    if (!before || status !== toStatus(before.state)) this.#options.emit('messageStatus', { id: item.id, status });
  }

  #find(id: string, state?: OutboxItem['state']): Pending | undefined {
    return this.#pending.find(({ item }) => item.id === id && (state === undefined || item.state === state));
  }

  #insert(pending: Pending): void {
    this.#pending = [...this.#pending, pending].sort((one, other) => one.item.writtenAt - other.item.writtenAt);
  }

  #settle(pending: Pending): void {
    this.#settled.add(pending.item.id);
    this.#options.store.removeItem(pending.item.id);
    this.#remove(pending);
  }

  #remove(pending: Pending): void {
    this.#pending = this.#pending.filter((other) => other !== pending);
    if (this.#inFlight === pending) this.#inFlight = undefined;
  }
}
