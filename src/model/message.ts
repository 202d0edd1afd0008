import type { FailedAnswer } from './failure.js';
import { systemParticipant, type Participant } from './participant.js';

/** What happened. Types the backend adds are kept as they are and shown to extensions only. */
export type MessageType =
  | 'ParticipantJoined'
  | 'ParticipantLeft'
  | 'Message'
  | 'TypingStarted'
  | 'TypingStopped'
  | 'NicknameUpdated'
  | 'PushUrl'
  | 'FileUploaded'
  | 'FileDeleted'
  | 'CustomNotice'
  | 'Notice'
  | 'IdleAlert'
  | 'IdleClose'
  | (string & {});

/** One event of the server's transcript, checked and decoded. */
export interface ServerMessage {
  readonly type: MessageType;
  /** Position in the transcript, from 1. Absent on answers that are no part of it, such as file limits. */
  readonly index?: number;
  /** Epoch milliseconds. */
  readonly utcTime: number;
  readonly from?: Participant;
  readonly text?: string;
  readonly messageType?: string;
  readonly userData?: Readonly<Record<string, string>>;
  /** Quick replies, cards and the like, where the backend has them. */
  readonly content?: readonly unknown[];
  /** The event as the server sent it, for `originalMessages`. */
  readonly original: unknown;
}

/** Where an own message stands: on its way, confirmed by the transcript, or refused by the server. */
export type MessageStatus = 'sending' | 'sent' | 'failed';

/** One entry of the conversation as extensions and the window see it. */
export interface ChatMessage {
  /** Stays the same from the local echo to the server's confirmation. */
  id: string;
  /** Position in the server's transcript; absent until the server has it. */
  index?: number;
  type: MessageType;
  text: string;
  /** Epoch milliseconds. */
  utcTime: number;
  from: {
    name: string;
    nickname: string;
    type: Participant['type'];
    participantId: number;
  };
  messageType?: string;
  userData?: Record<string, string>;
  /** Own messages only. */
  status?: MessageStatus;
  /** Why the server refused it, as `sendMessage` was rejected with; failed messages only. */
  failure?: FailedAnswer;
  /** Quick replies, cards and the like in Genesys Cloud's structured shape; set by the backend or a preprocessor. */
  content?: unknown[];
  /** Set by a preprocessor: `text` is HTML, to be shown sanitised. */
  html?: boolean;
  /** How an entry of the page's own looks. */
  look?: MessageLook;
}

/** What of the looks of an entry is not as it always is. */
export interface MessageLook {
  /** The colour of the bubble, as CSS writes it. */
  fill?: string;
  /** The bubble's corners, as CSS writes a length. */
  radius?: string;
  /** False leaves the time out. */
  time?: boolean;
  /** False leaves the name out, for the eye. */
  name?: boolean;
  /** The side of the window that it stands at. */
  direction?: 'left' | 'right';
  /** It has no bubble. */
  isBare?: boolean;
}

/** Notices by which the chat server says that nothing has been said for long: their words are for machines. */
const idleNotices: ReadonlyMap<string | undefined, MessageType> = new Map([
  ['IDLE_CONTROL_ALERT', 'IdleAlert'],
  ['IDLE_CONTROL_CLOSE', 'IdleClose'],
]);

/** The normalised entry for a server event. */
export function toChatMessage(message: ServerMessage, id: string): ChatMessage {
  const { index, text = '', utcTime, messageType, userData, content } = message;
  const { participantId, nickname, type } = message.from ?? systemParticipant;
  const idle = message.type === 'Notice' && idleNotices.get(message.text);
  const entry: ChatMessage = {
    id,
    type: idle || message.type,
    text: idle ? '' : text,
    utcTime,
    from: { name: nickname, nickname, type, participantId },
  };
  // Spread one into the other they would take five times as long, which shows where a conversation of thousands comes.
  if (index !== undefined) entry.index = index;
  if (messageType !== undefined) entry.messageType = messageType;
  if (userData) entry.userData = { ...userData };
  if (content) entry.content = [...content];
  return entry;
}
