import type { ChatRoom, ChatState } from './chat-room.js';
import type { PartyType, TranscriptEvent } from './transcript.js';

/** A participant as the control interface shows it. */
export interface ParticipantView {
  readonly participantId: number;
  readonly nickname: string;
  readonly type: PartyType;
  /** Whether it is still in the chat. */
  readonly connected: boolean;
  readonly typing: boolean;
  /** The unsent text, as far as its writer's side tells it. */
  readonly typingText: string;
  /** Up to which index it has read; 0 = unknown. */
  readonly readPosition: number;
}

/** A chat as the control interface shows it: everything but the visitor's keys. */
export interface ChatView {
  readonly chatId: string;
  readonly nickname: string;
  readonly subject: string;
  readonly emailAddress: string;
  readonly userData: Readonly<Record<string, string>>;
  readonly participants: readonly ParticipantView[];
  readonly transcript: readonly TranscriptEvent[];
  readonly state: ChatState;
}

/** What the control interface tells of a chat. */
export function chatView(room: ChatRoom): ChatView {
  return {
    chatId: room.chatId,
    nickname: room.visitor.nickname,
    subject: room.subject,
    emailAddress: room.emailAddress,
    userData: Object.fromEntries(room.userData),
    participants: room.participants.map((participant) => ({
      participantId: participant.participantId,
      nickname: participant.nickname,
      type: participant.type,
      connected: participant.isConnected,
      typing: participant.isTyping,
      typingText: participant.typingText,
      readPosition: participant.readPosition,
    })),
    transcript: room.transcript.from(1),
    state: room.state,
  };
}
