import type { ResolvedOptions } from '../config/options.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import type { KeyValueStorage } from '../platform/storage.js';
import type { SessionKeys } from '../transport/transport.js';
import { CookieJar } from './cookie-jar.js';

/**
 * Keeps sessions as a site has asked for: in cookies, or by functions of its own, which are named from the site's side.
 * Loaded where a site has.
 */
export class SiteKeeping {
  readonly #jar: CookieJar;
  readonly #settings: () => ResolvedOptions;

  constructor({ cookies, clock }: Pick<Platform, 'cookies' | 'clock'>, settings: () => ResolvedOptions) {
    this.#jar = new CookieJar(cookies, clock);
    this.#settings = settings;
  }

  /** The cookies that sessions are kept in; undefined without them. */
  get storage(): KeyValueStorage | undefined {
    const { cookieOptions } = this.#settings();
    return cookieOptions && this.#jar.storage(cookieOptions);
  }

  /** What the site has kept of an asynchronous chat, in whatever form or a promise of it. */
  read(): unknown {
    return this.#call('async.setSessionData', false);
  }

  /** Gives the site the session's keys to keep, or nothing once it is over. */
  write(keys: SessionKeys | undefined): void {
    try {
      this.#call('async.getSessionData', toSiteData(keys));
    } catch (error) {
      reportFailure(error);
    }
  }

  #call(name: 'async.getSessionData' | 'async.setSessionData', given: string | boolean): unknown {
    const settings = this.#settings();
    if (!settings['async.enabled']) return undefined;
    return settings[name]?.(given, this.#jar, settings.cookieOptions ?? {});
  }
}

/** The text that a site is given to keep. */
export function toSiteData(keys: SessionKeys | undefined): string {
  return keys ? JSON.stringify({ ...keys, sessionID: keys.chatId }) : '';
}
