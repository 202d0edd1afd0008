import * as v from 'valibot';
import type { SessionKeys } from '../transport/transport.js';
import type { CookieJar, CookieSettings } from './cookie-jar.js';
import { keysSchema, type StoredSession } from './stored-session.js';

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

const siteSchema = v.union([
  keysSchema,
  // What `getSessionData` of a Widgets site knows it by.
  v.pipe(
    v.object({ sessionID: v.string(), secureKey: v.string() }),
    v.transform(({ sessionID, secureKey }) => ({ chatId: sessionID, secureKey })),
  ),
]);

/** The session that a site has kept: the text or the object it was given, whole. */
export function readSiteData(data: unknown, now: number): StoredSession | 'unreadable' | undefined {
  if (data === undefined || data === null || data === '') return undefined;
  try {
    const read = v.safeParse(siteSchema, typeof data === 'string' ? JSON.parse(data) : data);
    if (read.success) return { version: 1, keys: read.output, ownId: 0, isAsync: true, startedAt: now, filters: [] };
  } catch {
    // No JSON.
  }
  return 'unreadable';
}
