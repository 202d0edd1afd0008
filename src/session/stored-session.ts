import type { SessionKeys } from '../transport/transport.js';

/** What a page needs to go on with a conversation that another page began. */
export interface StoredSession {
  /** Of this very shape; pages of another version start anew. */
  readonly version: 1;
  readonly keys: SessionKeys;
  /** The visitor's participant id; 0 when it is not known. */
  readonly ownId: number;
  /** Whether the visitor may stay away as long as he likes. */
  readonly isAsync: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}
