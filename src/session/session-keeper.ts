import { loadLate } from '../load-late.js';
import type { Platform } from '../platform/platform.js';
import type { ChatServiceOptions } from './chat-service.js';
import { RestoreStore } from './restore-store.js';
import type { SiteKeeping } from './site-keeping.js';

/** What the keeper needs of its service. */
export type SessionKeeperOptions = Pick<ChatServiceOptions, 'settings' | 'conversation'> & {
  readonly platform: Platform;
};

/** Keeps what the next page needs of a conversation where the site wants it kept. */
export class SessionKeeper {
  /** There once a store has been opened, where the site uses cookies or keeps sessions itself. */
  site: SiteKeeping | undefined;
  readonly #options: SessionKeeperOptions;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
  }

  /** Where the site's conversation is kept. */
  async openStore(): Promise<RestoreStore> {
    const { platform, settings, conversation } = this.#options;
    const options = settings();
    const hasHooks = options['async.getSessionData'] ?? options['async.setSessionData'];
    if (options.cookieOptions ?? hasHooks) this.site ??= await this.#loadSite();
    const texts = platform.storage;
    return new RestoreStore({ sessions: this.site?.storage ?? texts, texts, conversation: conversation() });
  }

  /** Whether another page keeps a session there that may still run. */
  hasSession(store: RestoreStore): boolean {
    const { platform, settings } = this.#options;
    const { restoreTimeout, 'async.enabled': isAsync } = settings();
    return store.session !== undefined && (isAsync || platform.clock.now() - store.seenAt <= restoreTimeout);
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

  async #loadSite(): Promise<SiteKeeping> {
    const { SiteKeeping } = await loadLate(import('./site-keeping.js'));
    return new SiteKeeping(this.#options.platform, this.#options.settings);
  }
}
