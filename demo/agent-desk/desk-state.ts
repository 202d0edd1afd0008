import { lastIndex, lastTime, messagesAfter, waitingSince, type Chat } from './chat.js';

/** Ended chats the list goes on showing. */
const mostEnded = 10;

/** A message the agent has sent and the transcript does not show yet. */
export interface OutgoingMessage {
  readonly id: number;
  readonly chatId: string;
  readonly text: string;
  /** The transcript's end when it was sent: what counts as its receipt comes later. */
  readonly after: number;
  readonly status: 'sending' | 'failed';
}

/** Everything the desk shows. */
export interface DeskState {
  readonly connection: 'connecting' | 'online' | 'gone';
  readonly chats: readonly Chat[];
  readonly selectedId: string | undefined;
  readonly nickname: string;
  /** The agent's participant id in each chat that this desk has joined. */
  readonly joined: Readonly<Record<string, number>>;
  readonly outgoing: readonly OutgoingMessage[];
  /** Up to which position the agent has seen each chat. */
  readonly seen: Readonly<Record<string, number>>;
  /** What just did not work, in a sentence for the agent. */
  readonly problem: string;
  /** Epoch milliseconds of the last look at the server; waiting times are counted up to here. */
  readonly now: number;
}

/** The desk before the server's first answer. */
export function initialState(nickname: string, joined: DeskState['joined']): DeskState {
  return {
    connection: 'connecting',
    chats: [],
    selectedId: undefined,
    nickname,
    joined,
    outgoing: [],
    seen: {},
    problem: '',
    now: Date.now(),
  };
}

/** The state after the server has told its chats. */
export function withChats(state: DeskState, answered: readonly Chat[], now: number): DeskState {
  const ids = new Set(answered.map(({ chatId }) => chatId));
  // The server forgets: it was started anew, or made room. What the agent was reading stays on screen.
  const forgotten = state.chats
    .filter(({ chatId }) => !ids.has(chatId))
    .map((chat) => ({ ...chat, state: 'ended' as const }));
  const chats = [...answered, ...forgotten];
  return {
    ...state,
    connection: 'online',
    chats,
    joined: Object.fromEntries(Object.entries(state.joined).filter(([chatId, id]) => isStillIn(chats, chatId, id))),
    outgoing: state.outgoing.filter((message) => !isReceived(message, state, chats)),
    now,
  };
}

/** The state after the agent has looked at the selected chat. */
export function withSelectedSeen(state: DeskState): DeskState {
  const chat = selectedChat(state);
  if (!chat || state.seen[chat.chatId] === lastIndex(chat)) return state;
  return { ...state, seen: { ...state.seen, [chat.chatId]: lastIndex(chat) } };
}

/** The chat on screen. */
export function selectedChat(state: DeskState): Chat | undefined {
  return state.chats.find(({ chatId }) => chatId === state.selectedId);
}

/** The chats in the order an agent needs them. */
export interface ChatGroups {
  /** Who waits longest comes first. */
  readonly waiting: readonly Chat[];
  readonly mine: readonly Chat[];
  /** Answered by somebody at another desk. */
  readonly others: readonly Chat[];
  /** Newest first. */
  readonly ended: readonly Chat[];
}

export function groupChats({ chats, joined }: DeskState): ChatGroups {
  const open = chats.filter(({ state }) => state !== 'ended');
  const isMine = (chat: Chat): boolean => joined[chat.chatId] !== undefined;
  return {
    waiting: open
      .filter((chat) => chat.state === 'waiting' && !isMine(chat))
      .sort((one, other) => waitingSince(one) - waitingSince(other)),
    mine: open.filter(isMine),
    others: open.filter((chat) => chat.state === 'active' && !isMine(chat)),
    ended: chats
      .filter(({ state }) => state === 'ended')
      .sort((one, other) => lastTime(other) - lastTime(one))
      .slice(0, mostEnded),
  };
}

/** Messages the agent has not seen, in a chat of their own. */
export function unreadCount({ joined, seen }: DeskState, chat: Chat): number {
  return joined[chat.chatId] === undefined ? 0 : messagesAfter(chat, seen[chat.chatId] ?? 0);
}

function isReceived(message: OutgoingMessage, { joined, outgoing }: DeskState, chats: readonly Chat[]): boolean {
  const own = joined[message.chatId];
  const received = chats
    .find(({ chatId }) => chatId === message.chatId)
    ?.transcript.filter(
      ({ type, from, index, text }) =>
        type === 'Message' && from.participantId === own && index > message.after && text === message.text,
    ).length;
  // The same text sent twice needs two receipts.
  const same = outgoing.filter(({ chatId, text, after }) => {
    return chatId === message.chatId && text === message.text && after === message.after;
  });
  return same.indexOf(message) < (received ?? 0);
}

/** Whoever has just joined may be missing in an answer that was on its way: only who is said to have left is out. */
function isStillIn(chats: readonly Chat[], chatId: string, participantId: number): boolean {
  const chat = chats.find((one) => one.chatId === chatId);
  const own = chat?.participants.find((one) => one.participantId === participantId);
  return chat !== undefined && chat.state !== 'ended' && own?.connected !== false;
}
