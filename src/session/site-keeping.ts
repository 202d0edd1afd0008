import type { SessionKeys } from '../transport/transport.js';
import type { CookieJar, CookieSettings } from './cookie-jar.js';

/** The functions by which a site keeps an asynchronous chat itself, named from the site's side. */
export interface SiteHooks {
  /** Is given the session's data for the site to keep, as JSON text; an empty text when the chat is over. */
  readonly getSessionData?: ((data: string, cookie: CookieJar, settings: CookieSettings) => unknown) | undefined;
  /** Returns what the site has kept, or a promise of it; nothing when there is none. */
  readonly setSessionData?: ((isOpen: boolean, cookie: CookieJar, settings: CookieSettings) => unknown) | undefined;
}

/** The text that a site is given to keep. */
export function toSiteData(keys: SessionKeys | undefined): string {
  return keys ? JSON.stringify({ ...keys, sessionID: keys.chatId }) : '';
}
