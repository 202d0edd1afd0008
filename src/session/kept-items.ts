import type { OutboxItem } from './outbox-item.js';
import type { RestoreStore } from './restore-store.js';

/**
 * The undelivered texts of one conversation as all its tabs and the next pages have them: what is kept holds, and not
 * what a tab remembers. Where nothing can be kept, each tab goes by what it knows.
 */
export class KeptItems {
  readonly #store: RestoreStore;
  readonly #chatId: string;
  /** Those for which there was no room: nobody else can make anything of them. */
  readonly #unkept = new Set<string>();

  constructor(store: RestoreStore, chatId: string) {
    this.#store = store;
    this.#chatId = chatId;
  }

  /** Whether it is as kept, so that no other tab has made anything of it. */
  isAsKept(item: OutboxItem): boolean {
    return !this.#isOurs || this.#unkept.has(item.id) || this.#store.item(item.id) === JSON.stringify(item);
  }

  /** Whether these are all that is kept, as it is. */
  areAll(items: readonly OutboxItem[]): boolean {
    return !this.#isOurs || (this.#store.items.length === items.length && items.every((item) => this.isAsKept(item)));
  }

  /** Whether it is settled: else it would be kept. */
  isGone(id: string): boolean {
    return this.#isOurs === true && !this.#unkept.has(id) && this.#store.item(id) === undefined;
  }

  /** Keeps it; it is kept when this returns. */
  write(item: OutboxItem): void {
    if (this.#isOurs === false) return;
    this.#store.writeItem(item);
    if (this.isAsKept(item)) return;
    this.#unkept.add(item.id);
    this.remove(item.id);
  }

  /** Forgets it: it is settled. */
  remove(id: string): void {
    this.#store.removeItem(id);
  }

  /** Brings what reads them, and checks them. */
  async reader(): Promise<() => readonly OutboxItem[]> {
    const { readItems } = await import('./read-stored.js');
    return () => readItems(this.#store.items);
  }

  /** Undefined when nobody's session is kept there. */
  get #isOurs(): boolean | undefined {
    return this.#store.isOf(this.#chatId);
  }
}
