import { ChatError } from '../errors.js';
import type { FailedAnswer } from '../model/failure.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import type { Answer, Failure } from '../transport/transport.js';
import { toStatus } from './echo.js';
import type { Emit } from './emit.js';
import type { KeptItems } from './kept-items.js';
import { elsewhere, isOnItsWay, type OutboxItem } from './outbox-item.js';
import { sentences } from './sentences.js';

/** What the outbox needs of its conversation. */
export interface OutboxOptions {
  readonly platform: Pick<Platform, 'clock' | 'random'>;
  /** Where other tabs and the next page find what is not delivered. */
  readonly kept: KeptItems;
  readonly emit: Emit;
  /** Tells the other tabs of an item. */
  readonly post: (item: OutboxItem) => void;
  /** The transcript's position now. */
  readonly position: () => number;
  /** Finds the receipt of an item in what the transcript holds already, and gives it the item's id; its index, if any. */
  readonly takeReceipt: (item: OutboxItem) => number | undefined;
  /** The server's newest answer. */
  readonly lastAnswer: () => Answer;
  /** Sends it; the answer comes to `answered`. */
  readonly send: (item: OutboxItem) => Promise<unknown>;
  /** Milliseconds after which a request that got no answer can no longer arrive. */
  readonly timeout: () => number;
  /** Asks for a refresh that begins from now on, whether this tab leads or not. */
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
 * 6. What is kept is the truth for all tabs. A tab changes only what is kept as it knows it, and sends only when it
 *    knows all that is kept; else it takes over what the others have made of it. What is kept no more is settled.
 * 7. A tab that begins to lead sends nothing before it knows what the transcript holds.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  /** In the order they were written. */
  #pending: readonly Pending[] = [];
  /** The one whose request is under way from this tab. */
  #inFlight: Pending | undefined;
  #isLeading = false;
  /** What a refresh tells that began earlier may lack what other tabs have sent, epoch milliseconds. */
  #oldBefore = 0;
  /** Whether the transcript has been asked for since. */
  #isCurrent = false;
  #isRereading = false;
  #writtenAt = 0;
  /** Those that are settled, lest a late word of another tab brings them back where nothing can be kept. */
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
    // What is neither known nor kept was settled before this word came.
    const isOld = known
      ? known.item.revision >= item.revision
      : this.#settled.has(item.id) || this.#options.kept.isGone(item.id);
    if (isOld) return;
    this.#take(item, known);
    this.#deliverNext();
  }

  /** Takes over what other tabs have made of the items, and goes on. */
  catchUp(): void {
    if (this.#isRereading) return;
    const { kept } = this.#options;
    if (kept.areAll(this.items)) {
      this.#deliverNext(true);
      return;
    }
    this.#isRereading = true;
    const goOn = (read: () => readonly OutboxItem[]) => {
      this.#isRereading = false;
      this.#takeOver(read());
      this.#deliverNext(true);
    };
    // The next occasion comes with the next answer.
    kept.reader().then(goOn, (error: unknown) => {
      this.#isRereading = false;
      reportFailure(error);
    });
  }

  /** Whether an own message of the transcript is one of ours: the id it went by, or undefined. */
  claim(index: number, answer: Answer): string | undefined {
    const found =
      this.#pending.find(({ item }) => isOnItsWay(item) && item.position <= index) ??
      this.#pending.find(({ item }) => item.position === elsewhere);
    if (!found) return undefined;
    const { item } = found;
    const { kept } = this.#options;
    if (kept.isAsKept(item) || kept.isGone(item.id)) {
      this.#deliver(found, answer, index);
      return item.id;
    }
    // Another tab knows more of it, so the message may be the receipt of another.
    this.catchUp();
    return undefined;
  }

  /** The server's answer to the request that carried a message, whichever tab sent it. */
  answered(id: string, answer: Answer | Failure): void {
    const pending = this.#find(id, 'sending');
    // Only the tab that sent it keeps what came of it.
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
    if (begunAt >= this.#oldBefore) {
      this.#isCurrent ||= this.#isLeading;
      for (const pending of this.#pending) if (pending.item.position === elsewhere) this.#deliver(pending, answer);
    }
    const unknown = this.#unknown;
    const isCertain = unknown && begunAt >= this.#certainAt(unknown);
    if (isCertain && this.#isLeading) this.#change(unknown, { state: 'waiting' });
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
      this.#options.kept.remove(pending.item.id);
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
  lead(): void {
    this.#isLeading = true;
    this.#oldBefore = this.#options.platform.clock.now();
    this.catchUp();
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

  #deliverNext(isReread = false): void {
    if (!this.#isLeading || this.#inFlight || this.#isRereading) return;
    const { platform, kept, demandRefresh, position, send } = this.#options;
    const unknown = this.#unknown;
    const next = this.#pending.find(({ item }) => item.state === 'waiting');
    if (unknown) demandRefresh(Math.max(0, this.#certainAt(unknown) - platform.clock.now()));
    else if (!next) return;
    else if (!this.#isCurrent) demandRefresh(0);
    else if (!isReread && !kept.areAll(this.items)) this.catchUp();
    else {
      this.#inFlight = next;
      this.#change(next, { state: 'sending', position: position(), sentAt: platform.clock.now() });
      void send(next.item);
    }
  }

  /** Goes by what is kept: no longer by what this tab remembers. */
  #takeOver(items: readonly OutboxItem[]): void {
    const { platform, kept, refresh, onChange } = this.#options;
    for (const item of items) {
      const known = this.#find(item.id);
      if (!known || !kept.isAsKept(known.item)) this.#take(item, known);
    }
    for (const pending of this.#pending) {
      const { item } = pending;
      if (!kept.isGone(item.id) || item.position === elsewhere || pending === this.#inFlight) continue;
      if (item.state === 'failed') this.#settle(pending);
      else {
        // Another tab has delivered it: its receipt stands in what this one has not seen yet.
        pending.item = { ...item, state: 'accepted', position: elsewhere, revision: elsewhere };
        this.#tell(pending.item, item);
        this.#isCurrent = false;
        this.#oldBefore = platform.clock.now();
        refresh();
      }
    }
    onChange();
  }

  #take(item: OutboxItem, known: Pending | undefined): void {
    if (known) this.#remove(known);
    const pending = { ...known, item };
    this.#insert(pending);
    this.#tell(item, known?.item);
    if (item.state === 'failed') known?.reject?.(new ChatError(item.failure ?? sentences.sessionEnded));
    // An answer that another tab had asked for may have come before the word that the message is on its way.
    const index = isOnItsWay(item) ? this.#options.takeReceipt(item) : undefined;
    if (index !== undefined) this.#deliver(pending, this.#options.lastAnswer(), index);
  }

  /** The one whose fate nobody knows. */
  get #unknown(): Pending | undefined {
    return this.#pending.find((pending) => pending.item.state === 'sending' && pending !== this.#inFlight);
  }

  /** When its request can no longer arrive. */
  #certainAt({ item }: Pending): number {
    return item.sentAt + this.#options.timeout();
  }

  #fail(pending: Pending, failure: FailedAnswer | undefined, isKept: boolean): void {
    const isFailed = this.#change(pending, { state: 'failed', failure }, isKept);
    if (isFailed) pending.reject?.(new ChatError(failure ?? sentences.sessionEnded));
  }

  #deliver(pending: Pending, answer: Answer, index = 0): void {
    // One message is the receipt of one item: those behind it have theirs later.
    for (const other of this.#pending) {
      const isBehind = other !== pending && isOnItsWay(other.item) && other.item.position <= index;
      if (isBehind) this.#change(other, { position: index + 1 }, this.#isLeading);
    }
    this.#settle(pending);
    pending.resolve?.(answer);
    this.#tell({ ...pending.item, state: 'accepted' }, pending.item);
  }

  /** Makes a change, unless another tab has made one: then that one's holds. */
  #change(pending: Pending, change: Partial<OutboxItem>, isKept = true): boolean {
    const before = pending.item;
    if (isKept && !this.#options.kept.isAsKept(before)) {
      this.catchUp();
      return false;
    }
    pending.item = { ...before, ...change, revision: before.revision + 1 };
    if (isKept) this.#keep(pending.item, before);
    else this.#tell(pending.item, before);
    return true;
  }

  /** Keeps what is new of an item and lets everybody know. It is kept when this returns. */
  #keep(item: OutboxItem, before?: OutboxItem): void {
    this.#options.kept.write(item);
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
    this.#options.kept.remove(pending.item.id);
    this.#remove(pending);
  }

  #remove(pending: Pending): void {
    this.#pending = this.#pending.filter((other) => other !== pending);
    if (this.#inFlight === pending) this.#inFlight = undefined;
  }
}
