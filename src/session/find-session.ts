/** How a page finds the conversation that an earlier page began: loaded when there may be one. */
import type { SessionKeys, Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import type { ChatSettings } from './chat-service.js';
import { pageBefore } from './history.js';
import { readSession, readSiteData } from './read-stored.js';
import { isOnItsWay, type OutboxItem } from './outbox-item.js';
import type { RestoreStore } from './restore-store.js';
import type { StoredSession } from './stored-session.js';

export { readItems } from './read-stored.js';

/** Where a conversation may have been left. */
export interface Traces {
  readonly store: RestoreStore;
  /** What the caller gave or the site has kept, in whatever form. */
  readonly data: unknown;
  readonly settings: Pick<ChatSettings, 'restoreTimeout'>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The session to go on with, or why there is none, upon which it is forgotten. */
export function findSession(traces: Traces): StoredSession | 'restoreFailed' | 'restoreTimeout' | undefined {
  const { store, data, settings, now } = traces;
  const kept = readSession(store.session);
  const found = readSiteData(data, now) ?? kept;
  if (found === undefined) return undefined;
  const isTooOld =
    found === kept && found !== 'unreadable' && !found.isAsync && now - store.seenAt > settings.restoreTimeout;
  if (found !== 'unreadable' && !isTooOld) {
    // The site knows the keys alone; of the same session more may be kept here.
    return typeof kept === 'object' && kept.keys.chatId === found.keys.chatId ? { ...kept, keys: found.keys } : found;
  }
  // What a caller gave says nothing of what is kept here.
  if (found === kept || kept === 'unreadable') store.clear();
  return isTooOld ? 'restoreTimeout' : 'restoreFailed';
}

/** Where the newest part of a conversation begins that may be long; the first position when the server cannot tell. */
export async function newestPart(transport: Transport, keys: SessionKeys, signal: AbortSignal): Promise<number> {
  const answer = await ask(transport, { operation: 'refresh', position: 0, keys }, signal);
  return answer.ok && answer.nextPosition ? pageBefore(answer.nextPosition) : 1;
}

/** Where to begin instead, so that no receipt is missed of what left before the visitor was away for long. */
export function withReceipts(position: number, items: readonly OutboxItem[]): number {
  return Math.min(position, ...items.filter(isOnItsWay).map((item) => item.position));
}
