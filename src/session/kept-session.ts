import type { Clock } from '../platform/clock.js';
import type { Answer, SessionKeys } from '../transport/transport.js';
import type { RestoreStore } from './restore-store.js';
import type { StoredSession } from './stored-session.js';

/** What keeping a session needs. */
export interface KeptSessionOptions {
  readonly clock: Clock;
  readonly store: RestoreStore;
  /** The session's keys are new, or undefined once it is over. */
  readonly onKeys: (keys: SessionKeys | undefined) => void;
}

/** What another page needs to go on with a conversation, kept up to date where that page finds it. */
export class KeptSession {
  /** As it is now; its keys are as the newest answers gave them. */
  session: StoredSession;
  readonly #options: KeptSessionOptions;

  constructor(options: KeptSessionOptions, session: StoredSession) {
    this.#options = options;
    this.session = session;
  }

  /** Lets the next page find it. */
  keep(): void {
    const { store, onKeys } = this.#options;
    store.write(this.session);
    this.seen();
    onKeys(this.session.keys);
  }

  /** Notes a sign of life, to the second: it is noted with every answer, and that is slow. */
  seen(): void {
    const { store, clock } = this.#options;
    const now = clock.now();
    if (Math.abs(now - store.seenAt) >= 1000) store.seen(now);
  }

  /** Up to which position pages of this browser have told the conversation; 0 when it is not known. */
  get told(): number {
    return Number(this.#options.store.value(this.#told)) || 0;
  }

  set told(position: number) {
    if (position !== this.told) this.#options.store.writeValue(this.#told, position);
  }

  /** Nothing is left to go on with. */
  forget(): void {
    const { store, onKeys } = this.#options;
    store.clear(this.session.keys.chatId);
    onKeys(undefined);
  }

  get #told(): string {
    return `told/${this.session.keys.chatId}`;
  }

  /** Takes over the keys of an answer: the newest hold. */
  takeKeys({ secureKey, userId, alias }: Answer): void {
    const { keys } = this.session;
    const news = { ...(secureKey && { secureKey }), ...(userId && { userId }), ...(alias && { alias }) };
    if (Object.entries(news).every(([name, value]) => keys[name as keyof SessionKeys] === value)) return;
    this.session = { ...this.session, keys: { ...keys, ...news } };
    this.keep();
  }
}
