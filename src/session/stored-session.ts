import * as v from 'valibot';
import type { SessionKeys } from '../transport/transport.js';
import type { OutboxItem } from './outbox.js';

/** What a page needs to go on with a conversation that another page began. */
export interface StoredSession {
  /** Of this very shape; pages of another version start anew. */
  readonly version: 1;
  readonly keys: SessionKeys;
  /** The visitor's participant id. */
  readonly ownId: number;
  /** Whether the visitor may stay away as long as he likes. */
  readonly isAsync: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Regular expressions of messages that this visitor does not see, as source and flags. */
  readonly filters: readonly (readonly [source: string, flags: string])[];
}

const filled = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.minValue(0));

/** The session's names, as another page or the site itself kept them. */
export const keysSchema: v.GenericSchema<unknown, SessionKeys> = v.object({
  chatId: filled,
  secureKey: filled,
  userId: v.exactOptional(v.string()),
  alias: v.exactOptional(v.string()),
});

/** A session, as another page kept it. */
export const sessionSchema: v.GenericSchema<unknown, StoredSession> = v.object({
  version: v.literal(1),
  keys: keysSchema,
  ownId: count,
  isAsync: v.boolean(),
  startedAt: count,
  filters: v.array(v.tuple([v.string(), v.string()])),
});

/** An undelivered text, as another page kept it. */
export const itemSchema: v.GenericSchema<unknown, OutboxItem> = v.object({
  id: filled,
  text: v.string(),
  writtenAt: count,
  state: v.picklist(['waiting', 'sending', 'accepted', 'failed']),
  position: count,
  sentAt: count,
  revision: count,
});
