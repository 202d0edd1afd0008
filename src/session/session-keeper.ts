import { ChatError } from '../errors.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import type { SessionKeys } from '../transport/transport.js';
import type { ChatServiceOptions } from './chat-service.js';
import type { CookieJar } from './cookie-jar.js';
import { RestoreStore } from './restore-store.js';
import { toSiteData } from './site-keeping.js';
import { sentences } from './sentences.js';

/** What the keeper needs of its service. */
export type SessionKeeperOptions = Pick<ChatServiceOptions, 'settings' | 'conversation'> & {
  readonly platform: Platform;
};

/** Keeps what the next page needs of a conversation where the site wants it kept. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  /** There once a store has been opened, where the site uses cookies or keeps sessions itself. */
  #jar: CookieJar | undefined;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** Where the site's conversation is kept. */
  async openStore(): Promise<RestoreStore> {
    const { platform, settings, conversation } = this.#options;
    const { cookies, hooks } = settings();
    if (cookies || hooks.getSessionData || hooks.setSessionData) this.#jar ??= await this.#createJar();
    const texts = platform.storage;
    const sessions = (cookies && this.#jar?.storage(cookies)) ?? texts;
    return new RestoreStore({ sessions, texts, conversation: conversation() });
  }

  /** Whether another page keeps a session there that may still run. */
  hasSession(store: RestoreStore): boolean {
    const { platform, settings } = this.#options;
    const { restoreTimeout, isAsync } = settings();
    return store.session !== undefined && (isAsync || platform.clock.now() - store.seenAt <= restoreTimeout);
  }

  /** What the site itself has kept of an asynchronous chat, in whatever form or a promise of it; after the store is open. */
  fromSite(): unknown {
    const { hooks, cookies = {} } = this.#options.settings();
    return this.#jar && hooks.setSessionData?.(false, this.#jar, cookies);
  }

  /** Gives the site the session's keys to keep, or nothing once it is over. */
  toSite(keys: SessionKeys | undefined): void {
    const { hooks, cookies = {} } = this.#options.settings();
    try {
      if (this.#jar) hooks.getSessionData?.(toSiteData(keys), this.#jar, cookies);
    } catch (error) {
      reportFailure(error);
    }
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

  async #createJar(): Promise<CookieJar> {
    const { CookieJar } = await import('./cookie-jar.js').catch(() => {
      throw new ChatError(sentences.notLoaded);
    });
    return new CookieJar(this.#options.platform.cookies, this.#options.platform.clock);
  }
}
