import type { TabChannel, Tabs } from '../../src/platform/tabs.js';
import type { OutboxItem } from '../../src/session/outbox-item.js';
import type { MemoryStorage } from './memory-storage.js';

/** The only other tab of the site, as far as the one under test can tell: it does and says what the test wants. */
export class OtherTab implements Tabs {
  /** What the tab under test has said. */
  readonly heard: unknown[] = [];
  /** Whether it has the lead, and keeps it. */
  leads = false;
  #held: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<(message: unknown) => void>();

  async lock(name: string, _options: object, whileHeld: () => Promise<void>): Promise<void> {
    await this.#held;
    if (!this.leads || name.endsWith('/start')) await whileHeld();
  }

  open(_name: string, onMessage: (message: unknown) => void): TabChannel {
    this.#listeners.add(onMessage);
    return {
      post: (message) => void this.heard.push(structuredClone(message)),
      close: () => void this.#listeners.delete(onMessage),
    };
  }

  /** Holds whatever is to be locked, until the function is called that it returns. */
  holdLocks(): () => void {
    let free: () => void = () => undefined;
    this.#held = new Promise((resolve) => {
      free = resolve;
    });
    return free;
  }

  /** Says something to the tab under test. */
  say(message: unknown): void {
    for (const listener of this.#listeners) listener(structuredClone(message));
  }

  /** Keeps a message of the visitor's where all tabs find it. */
  keep(storage: MemoryStorage, item: OutboxItem): void {
    const session = storage.keys().find((key) => key.endsWith('/session')) ?? '';
    storage.set(session.replace(/session$/, `outbox/${item.id}`), JSON.stringify(item));
  }

  /** Keeps a message of the visitor's, and says so. */
  sayKept(storage: MemoryStorage, item: OutboxItem, chatId = 'CHAT1'): void {
    this.keep(storage, item);
    this.say({ type: 'item', chatId, item });
  }
}
