import type { KeyValueStorage } from '../platform/storage.js';
import type { OutboxItem } from './outbox-item.js';
import type { StoredSession } from './stored-session.js';

/** Where a conversation is kept beyond the page. */
export interface RestoreStoreOptions {
  /** Holds what a page needs to go on with the conversation; may reach other sub-domains. */
  readonly sessions: KeyValueStorage;
  /** Holds the visitor's texts, which never leave the origin. */
  readonly texts: KeyValueStorage;
  /** Names the conversation among all of the site; holds no slash, so that no name is the beginning of another one's keys. */
  readonly conversation: string;
}

/**
 * Keeps of a conversation what the next page needs: the session's keys, when it last showed a sign of life, and texts
 * that are not delivered. What it gives back may be anything: whoever takes it checks it.
 */
export class RestoreStore {
  readonly #options: RestoreStoreOptions;
  readonly #prefix: string;

  constructor(options: RestoreStoreOptions) {
    this.#options = options;
    this.#prefix = `genesys-webchat/${options.conversation}/`;
  }

  /** The session that a page left here, as JSON text. */
  get session(): string | undefined {
    return this.#options.sessions.get(`${this.#prefix}session`);
  }

  /** Whether the session kept here is that chat's; undefined when none is. */
  isOf(chatId: string): boolean | undefined {
    return this.session?.includes(JSON.stringify(chatId));
  }

  /** When the session last showed a sign of life, epoch milliseconds; 0 if never. */
  get seenAt(): number {
    return Number(this.#options.sessions.get(`${this.#prefix}seen`)) || 0;
  }

  /** Keeps the session. */
  write(session: StoredSession): void {
    this.#options.sessions.set(`${this.#prefix}session`, JSON.stringify(session));
  }

  /** Notes a sign of life. */
  seen(now: number): void {
    // Where the session may be lost, the texts know by themselves how old they are.
    const { sessions, texts } = this.#options;
    for (const storage of new Set([sessions, texts])) storage.set(`${this.#prefix}seen`, String(now));
  }

  /** The texts that are not delivered, each as JSON text. */
  get items(): string[] {
    const { texts } = this.#options;
    return texts.keys(`${this.#prefix}outbox/`).map((key) => texts.get(key) ?? '');
  }

  /** A text that is not delivered, as JSON text. */
  item(id: string): string | undefined {
    return this.#options.texts.get(`${this.#prefix}outbox/${id}`);
  }

  /** Keeps a text that is not delivered. */
  writeItem(item: OutboxItem): void {
    this.#options.texts.set(`${this.#prefix}outbox/${item.id}`, JSON.stringify(item));
  }

  /** Forgets a text. */
  removeItem(id: string): void {
    this.#options.texts.remove(`${this.#prefix}outbox/${id}`);
  }

  /** Something of the view that an earlier page kept. */
  value(name: string): unknown {
    try {
      return JSON.parse(this.#options.texts.get(`${this.#prefix}${name}`) ?? '');
    } catch {
      return undefined;
    }
  }

  /** Keeps something of the view. */
  writeValue(name: string, value: unknown): void {
    this.#options.texts.set(`${this.#prefix}${name}`, JSON.stringify(value));
  }

  /** Makes the place for texts that chat's: what an earlier one has left there is nobody's any more. */
  claim(chatId: string): void {
    const { texts } = this.#options;
    const owner = `${this.#prefix}chat`;
    if (texts.get(owner) === chatId) return;
    for (const key of texts.keys(this.#prefix)) if (!/\/(?:session|seen)$/.test(key)) texts.remove(key);
    texts.set(owner, chatId);
  }

  /** Forgets texts whose session is lost, if there was no sign of life since that time; epoch milliseconds. */
  clearOld(before: number): void {
    if ((Number(this.#options.texts.get(`${this.#prefix}seen`)) || 0) < before) this.clear();
  }

  /** Forgets everything; with a `chatId`, only when it is that chat's. */
  clear(chatId?: string): void {
    if (chatId !== undefined && this.isOf(chatId) === false) return;
    for (const storage of [this.#options.sessions, this.#options.texts]) {
      for (const key of storage.keys(this.#prefix)) storage.remove(key);
    }
  }
}
