/** Checks what other pages and the site itself have kept: it may be anything. Loaded when there is something. */
import { oneOf } from '../model/one-of.js';
import { being, listOf, objectOf, optional, text, truth, type Shape } from '../model/shape.js';
import type { SessionKeys } from '../transport/transport.js';
import type { OutboxItem } from './outbox-item.js';
import type { StoredSession } from './stored-session.js';

const filled = being('a text that is not empty', (value) => typeof value === 'string' && value !== '');
const count = being('a number, 0 or more', (value) => typeof value === 'number' && value >= 0);

const keysShape = objectOf({ chatId: filled, secureKey: filled, userId: optional(text), alias: optional(text) });

/** A session, as another page kept it. */
export const sessionShape = objectOf({
  version: being('1', (value) => value === 1),
  keys: keysShape,
  ownId: count,
  isAsync: truth,
  startedAt: count,
});

/** Why a request failed, as another page or tab was told. */
export const failureShape = objectOf({
  status: being('a number', (value) => typeof value === 'number'),
  errors: listOf(objectOf({})),
  operation: text,
  message: text,
});

/** An undelivered text, as another page kept it. */
export const itemShape = objectOf({
  id: filled,
  text,
  writtenAt: count,
  state: oneOf('waiting', 'sending', 'accepted', 'failed'),
  position: count,
  sentAt: count,
  revision: count,
  failure: optional(failureShape),
});

/** The session that a page kept; `unreadable` when it is none of ours. */
export function readSession(stored: string | undefined): StoredSession | 'unreadable' | undefined {
  return stored === undefined
    ? undefined
    : ((parse(sessionShape, stored) as StoredSession | undefined) ?? 'unreadable');
}

/** The undelivered texts that pages kept, without what is none. */
export function readItems(stored: readonly string[]): OutboxItem[] {
  return stored.flatMap((each) => (parse(itemShape, each) as OutboxItem | undefined) ?? []);
}

/** The session that a site has kept: the text it was given or an object of it, whole. */
export function readSiteData(data: unknown, now: number, isAsync: boolean): StoredSession | 'unreadable' | undefined {
  if (data === undefined || data === null || data === '') return undefined;
  const keys = readKeys(data);
  if (!keys) return 'unreadable';
  const { chatId, secureKey, userId, alias } = keys;
  const known = { chatId, secureKey, ...(userId && { userId }), ...(alias && { alias }) };
  return { version: 1, keys: known, ownId: 0, isAsync, startedAt: now };
}

/** What `getSessionData` gives calls the chat by two names; a site may have kept either. */
function readKeys(data: unknown): SessionKeys | undefined {
  try {
    const given: unknown = JSON.parse(typeof data === 'string' ? data : JSON.stringify(data));
    const named: unknown =
      typeof given === 'object' && given && 'sessionID' in given ? { chatId: given.sessionID, ...given } : given;
    return keysShape(named) === undefined ? (named as SessionKeys) : undefined;
  } catch {
    return undefined;
  }
}

/** The value, if it has the shape. */
function parse(shape: Shape, json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return shape(value) === undefined ? value : undefined;
  } catch {
    return undefined;
  }
}
