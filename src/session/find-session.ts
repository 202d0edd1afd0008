/** How a page finds the conversation that an earlier page began: loaded when there may be one. */
import { ChatError } from '../errors.js';
import type { SessionKeys, Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import type { ChatServiceOptions } from './chat-service.js';
import type { Emit } from './emit.js';
import { pageBefore } from './history.js';
import { isOnItsWay, type OutboxItem } from './outbox-item.js';
import { readItems, readSession, readSiteData } from './read-stored.js';
import type { RestoreStore } from './restore-store.js';
import { sentences } from './sentences.js';
import type { SessionKeeper } from './session-keeper.js';
import type { StoredSession } from './stored-session.js';

/** Where a conversation may have been left, and what it takes to go on with it. */
export interface Search extends Pick<ChatServiceOptions, 'platform' | 'settings' | 'createTransport'> {
  readonly keeper: SessionKeeper;
  /** What the caller gave, in whatever form. */
  readonly sessionData: unknown;
  readonly emit: Emit;
  readonly signal: AbortSignal;
}

/** A conversation to go on with. */
export interface Find {
  readonly transport: Transport;
  readonly store: RestoreStore;
  readonly session: StoredSession;
  /** Where to read on. */
  readonly position: number;
  /** What was not delivered. */
  readonly items: readonly OutboxItem[];
}

/**
 * The conversation to go on with.
 * @throws {ChatError} when there is none, or none any more, which is then told as an event and forgotten.
 */
export async function findConversation(search: Search): Promise<Find> {
  const { keeper, sessionData, platform, settings, createTransport, emit, signal } = search;
  const store = await keeper.openStore();
  const data = sessionData ?? (await keeper.fromSite());
  const session = findSession(store, data, platform.clock.now(), settings().restoreTimeout);
  if (typeof session === 'string') {
    emit(session, undefined);
    throw new ChatError(sentences[session]);
  }
  if (!session) throw new ChatError('There is no chat session to restore');
  const transport = await createTransport();
  const newest = session.isAsync ? await newestPart(transport, session.keys, signal) : 1;
  const { chatId } = session.keys;
  const isKept = store.isOf(chatId) !== false;
  if (isKept) store.claim(chatId);
  const items = isKept ? readItems(store.items) : [];
  // No receipt may be missed of what left before the visitor was away for long.
  const position = Math.min(newest, ...items.filter(isOnItsWay).map((item) => item.position));
  return { transport, store, session, position, items };
}

/** The session to go on with, or why there is none, upon which it is forgotten. */
function findSession(
  store: RestoreStore,
  data: unknown,
  now: number,
  restoreTimeout: number,
): StoredSession | 'restoreFailed' | 'restoreTimeout' | undefined {
  const kept = readSession(store.session);
  const found = readSiteData(data, now) ?? kept;
  if (found === undefined) return undefined;
  const isTooOld = found === kept && found !== 'unreadable' && !found.isAsync && now - store.seenAt > restoreTimeout;
  if (found !== 'unreadable' && !isTooOld) {
    // The site knows the keys alone; of the same session more may be kept here.
    return typeof kept === 'object' && kept.keys.chatId === found.keys.chatId ? { ...kept, keys: found.keys } : found;
  }
  // What a caller gave says nothing of what is kept here.
  if (found === kept || kept === 'unreadable') store.clear();
  return isTooOld ? 'restoreTimeout' : 'restoreFailed';
}

/** Where the newest part of a conversation begins that may be long; the first position when the server cannot tell. */
async function newestPart(transport: Transport, keys: SessionKeys, signal: AbortSignal): Promise<number> {
  const answer = await ask(transport, { operation: 'refresh', position: 0, keys }, signal);
  return answer.ok && answer.nextPosition ? pageBefore(answer.nextPosition) : 1;
}
