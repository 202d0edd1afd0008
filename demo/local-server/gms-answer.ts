import type { ChatRoom } from './chat-room.js';
import type { TranscriptEvent, UnplacedEvent } from './transcript.js';

/** An event of an answer; the notice with the file limits has no place in the transcript and thus no index. */
export type AnswerMessage = TranscriptEvent | UnplacedEvent;

/** The one shape of all good answers but a file's bytes. */
export interface GmsAnswer {
  readonly statusCode: 0;
  readonly chatId: string;
  readonly userId: string;
  readonly secureKey: string;
  readonly alias: string;
  readonly chatEnded: boolean;
  readonly nextPosition: number;
  readonly messages: readonly AnswerMessage[];
  readonly userData?: Readonly<Record<string, string>>;
}

/** The answer to a request that was carried out. */
export function goodAnswer(
  room: ChatRoom,
  messages: readonly AnswerMessage[],
  userData?: Readonly<Record<string, string>>,
): GmsAnswer {
  return {
    statusCode: 0,
    chatId: room.chatId,
    userId: room.userId,
    secureKey: room.secureKey,
    alias: room.alias,
    chatEnded: room.state === 'ended',
    nextPosition: room.transcript.nextPosition,
    messages,
    ...(userData === undefined ? {} : { userData }),
  };
}

/** A request that the chat server refuses; the code's meaning is that of the wire's table. */
export class GmsRefusal extends Error {
  /** The entry of `errors`. */
  readonly code: number;
  /** The HTTP status; most refusals travel with 200. */
  readonly status: number;
  /** The chat it is about, once the client has proved that it may know. */
  readonly room: ChatRoom | undefined;

  constructor(code: number, advice: string, options: { status?: number; room?: ChatRoom } = {}) {
    super(advice);
    this.name = 'GmsRefusal';
    this.code = code;
    this.status = options.status ?? 200;
    this.room = options.room;
  }

  /** The same refusal, telling which chat it is about. */
  about(room: ChatRoom): GmsRefusal {
    return new GmsRefusal(this.code, this.message, { status: this.status, room });
  }
}

/** The body of a refusal: it never carries the visitor's keys, as recorded from a real server. */
export function badAnswer(statusCode: 1 | 2, code: number, advice: string, room?: ChatRoom): object {
  return {
    messages: [],
    statusCode,
    ...(room === undefined ? {} : { chatEnded: room.state === 'ended', alias: room.alias, chatId: room.chatId }),
    errors: [{ code, advice }],
  };
}
