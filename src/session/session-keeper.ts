import type { Platform } from '../platform/platform.js';
import type { SessionKeys } from '../transport/transport.js';
import type { ChatServiceOptions } from './chat-service.js';
import { CookieJar, cookieStorage } from './cookie-jar.js';
import { RestoreStore } from './restore-store.js';
import { readSiteData, toSiteData } from './site-keeping.js';
import type { StoredSession } from './stored-session.js';

/** What the keeper needs of its service. */
export type SessionKeeperOptions = Pick<ChatServiceOptions, 'settings' | 'conversation'> & {
  readonly platform: Platform;
};

/** Keeps what the next page needs of a conversation, where the site wants it kept, and finds what an earlier page left. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  readonly #jar: CookieJar;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#jar = new CookieJar(options.platform.cookies, options.platform.clock);
  }

  /** Where the site's conversation is kept. */
  get store(): RestoreStore {
    const { platform, settings, conversation } = this.#options;
    const { cookies } = settings();
    return new RestoreStore({
      sessions: cookies ? cookieStorage(this.#jar, cookies) : platform.storage,
      texts: platform.storage,
      conversation: conversation(),
    });
  }

  /** Whether a session is kept that may still run. */
  hasSession(): boolean {
    const { store } = this;
    const kept = store.read();
    return typeof kept === 'object' && !this.#isTooOld(kept, store);
  }

  /**
   * The session to go on with: that of `given`, or what an earlier page or the site has kept. Or why there is none, upon
   * which it is forgotten.
   */
  async find(given?: unknown): Promise<StoredSession | 'restoreFailed' | 'restoreTimeout' | undefined> {
    const { platform, settings } = this.#options;
    const { hooks, cookies = {} } = settings();
    const data = given ?? (await hooks.setSessionData?.(false, this.#jar, cookies));
    const { store } = this;
    const kept = store.read();
    const found = data === undefined ? kept : readSiteData(data, platform.clock.now());
    if (!found) return undefined;
    if (found !== 'unreadable' && !(found === kept && this.#isTooOld(found, store))) {
      // The site knows the keys alone; of the same session more may be kept here.
      return typeof kept === 'object' && kept.keys.chatId === found.keys.chatId ? { ...kept, keys: found.keys } : found;
    }
    store.clear();
    return found === 'unreadable' ? 'restoreFailed' : 'restoreTimeout';
  }

  /** Gives the site the session's keys to keep, or nothing once it is over. */
  give(keys: SessionKeys | undefined): void {
    const { hooks, cookies = {} } = this.#options.settings();
    hooks.getSessionData?.(toSiteData(keys), this.#jar, cookies);
  }

  /** Does something that only one tab of the site may do at a time. */
  async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const { platform, conversation } = this.#options;
    if (!platform.tabs) return work();
    let outcome: Promise<Result> | undefined;
    await platform.tabs.lock(`genesys-webchat/${conversation()}/start`, {}, async () => {
      outcome = work();
      await outcome.catch(() => undefined);
    });
    return outcome ?? work();
  }

  #isTooOld({ isAsync }: StoredSession, store: RestoreStore): boolean {
    const { platform, settings } = this.#options;
    return !isAsync && platform.clock.now() - store.seenAt > settings().restoreTimeout;
  }
}
