/** How a page finds the conversation that an earlier page began: loaded when there may be one. */
import { ChatError } from '../errors.js';
import type { ChatService, ChatServiceOptions } from './chat-service.js';
import type { Emit } from './emit.js';
import { readLastPage } from './history.js';
import { isOnItsWay } from './outbox-item.js';
import { readItems, readSession, readSiteData } from './read-stored.js';
import type { RestoreStore } from './restore-store.js';
import { restore } from './restoring.js';
import type { StoredSession } from './stored-session.js';

/** Where a conversation may have been left, and what it takes to go on with it. */
export interface Search extends Pick<ChatServiceOptions, 'platform' | 'settings'> {
  readonly service: ChatService;
  /** What the caller gave, in whatever form. */
  readonly sessionData: unknown;
  /** Whether the conversation has no end in time, if the caller knows. */
  readonly async: boolean | undefined;
  readonly emit: Emit;
}

/** Stable sentences of the contract that extensions compare with. */
const refusals = {
  restoreFailed: 'The chat session could not be restored',
  restoreTimeout: 'The chat session is too old to be restored',
} as const;

/**
 * Finds the conversation to go on with; what it gives goes on with it.
 * @throws {ChatError} when there is none, or none any more, which is then told as an event and forgotten.
 */
export async function findConversation(search: Search): Promise<() => Promise<void>> {
  const { service, sessionData, platform, settings, emit } = search;
  const store = await service.keeper.openStore();
  const data = sessionData ?? (await service.keeper.site?.read());
  const session = findSession(store, data, search);
  if (typeof session === 'string') {
    emit(session, undefined);
    throw new ChatError(refusals[session]);
  }
  if (!session) {
    store.clearOld(platform.clock.now() - settings().restoreTimeout);
    throw new ChatError('There is no chat session to restore');
  }
  const transport = await service.createTransport();
  const { chatId } = session.keys;
  const isKept = store.isOf(chatId) !== false;
  if (isKept) store.claim(chatId);
  const items = isKept ? readItems(store.items) : [];
  // No receipt may be missed of what left before the visitor was away for long.
  const left = items.filter(isOnItsWay).map(({ position }) => position);
  return async () => {
    const found = service.open(transport, store, session);
    if (session.isAsync) readLastPage(found, left);
    if (await restore(found, items)) return;
    service.session = undefined;
    emit('restoreFailed', undefined);
    throw new ChatError(refusals.restoreFailed);
  };
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
