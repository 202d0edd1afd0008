/** How a page finds the conversation that an earlier page began: loaded when there may be one. */
import { ChatError } from '../errors.js';
import type { Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import type { ChatServiceOptions } from './chat-service.js';
import type { Locate } from './chat-session-options.js';
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
  /** Whether the conversation has no end in time, if the caller knows. */
  readonly async: boolean | undefined;
  readonly emit: Emit;
}

const tooOld = 'The chat session is too old to be restored';

/** A conversation to go on with. */
export interface Find {
  readonly transport: Transport;
  readonly store: RestoreStore;
  readonly session: StoredSession;
  /** Asks where to read from; undefined when all is read. */
  readonly locate: Locate | undefined;
  /** What was not delivered. */
  readonly items: readonly OutboxItem[];
}

/**
 * The conversation to go on with.
 * @throws {ChatError} when there is none, or none any more, which is then told as an event and forgotten.
 */
export async function findConversation(search: Search): Promise<Find> {
  const { keeper, sessionData, platform, settings, createTransport, emit } = search;
  const store = await keeper.openStore();
  const data = sessionData ?? (await keeper.fromSite());
  const session = findSession(store, data, search);
  if (typeof session === 'string') {
    emit(session, undefined);
    throw new ChatError(session === 'restoreFailed' ? sentences.restoreFailed : tooOld);
  }
  if (!session) {
    store.clearOld(platform.clock.now() - settings().restoreTimeout);
    throw new ChatError('There is no chat session to restore');
  }
  const transport = await createTransport();
  const { chatId } = session.keys;
  const isKept = store.isOf(chatId) !== false;
  if (isKept) store.claim(chatId);
  const items = isKept ? readItems(store.items) : [];
  // No receipt may be missed of what left before the visitor was away for long.
  const left = items.filter(isOnItsWay).map(({ position }) => position);
  const locate: Locate = async (signal) => {
    const answer = await ask(transport, { operation: 'refresh', position: 0, keys: session.keys }, signal);
    return answer.ok ? Math.min(pageBefore(answer.nextPosition ?? 1), ...left) : answer;
  };
  return { transport, store, session, locate: session.isAsync ? locate : undefined, items };
}

/** The session to go on with, or why there is none, upon which it is forgotten. */
function findSession(
  store: RestoreStore,
  data: unknown,
  { platform, settings, async }: Search,
): StoredSession | 'restoreFailed' | 'restoreTimeout' | undefined {
  const now = platform.clock.now();
  const { 'async.enabled': isAsync, restoreTimeout } = settings();
  const kept = readSession(store.session);
  const given = readSiteData(data, now, isAsync);
  const found = given ?? kept;
  if (found === undefined) return undefined;
  // The site knows the keys alone; of the same session more may be kept here.
  const isSame = typeof kept === 'object' && typeof found === 'object' && kept.keys.chatId === found.keys.chatId;
  const session = isSame ? { ...kept, keys: found.keys } : found;
  const isTooOld =
    !given && session !== 'unreadable' && !(async ?? session.isAsync) && now - store.seenAt > restoreTimeout;
  if (session !== 'unreadable' && !isTooOld) return { ...session, isAsync: async ?? session.isAsync };
  // What a caller gave says nothing of what is kept here.
  if (found === kept || kept === 'unreadable') store.clear();
  return isTooOld ? 'restoreTimeout' : 'restoreFailed';
}
