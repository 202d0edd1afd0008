import * as v from 'valibot';
import type { Coverage } from '../model/transcript.js';
import type { Answer, Failure } from '../transport/transport.js';
import type { OutboxItem } from './outbox.js';
import type { SharedName } from './shared-view.js';
import { itemSchema, sessionSchema, type StoredSession } from './stored-session.js';

/** What came of one request of the conversation. */
export interface Exchange {
  readonly operation: string;
  readonly answer: Answer | Failure;
  /** Which part of the transcript was asked for. */
  readonly coverage?: Coverage;
  /** The message that was sent. */
  readonly id?: string;
}

/** What the tabs of one conversation tell each other. Whatever one hears from the server, all take in the same way. */
export type TabMessage = { readonly chatId: string } & (
  | { readonly type: 'started'; readonly session: StoredSession; readonly answer: Answer }
  | { readonly type: 'answered'; readonly exchange: Exchange }
  | { readonly type: 'item'; readonly item: OutboxItem }
  | { readonly type: 'discarded'; readonly id: string }
  | { readonly type: 'polling'; readonly isRunning: boolean }
  | { readonly type: 'view'; readonly name: SharedName; readonly value: unknown }
  /** A visible tab asks for the lead. */
  | { readonly type: 'wantsLead' }
  /** A visible tab that has the lead keeps it. */
  | { readonly type: 'keepsLead' }
);

const text = v.string();
const number = v.number();
const textMap = v.record(text, text);
const chatId = text;

const answerSchema = v.looseObject({
  ok: v.literal(true),
  statusCode: number,
  chatEnded: v.boolean(),
  nextPosition: v.exactOptional(number),
  secureKey: v.exactOptional(text),
  userId: v.exactOptional(text),
  alias: v.exactOptional(text),
  messages: v.array(
    v.looseObject({
      type: text,
      utcTime: number,
      index: v.exactOptional(number),
      from: v.exactOptional(v.object({ participantId: number, nickname: text, type: text })),
      text: v.exactOptional(text),
      messageType: v.exactOptional(text),
      userData: v.exactOptional(textMap),
    }),
  ),
});

const failureSchema = v.looseObject({
  ok: v.literal(false),
  kind: v.picklist(['unreachable', 'unavailable', 'refused', 'aborted']),
  chatEnded: v.boolean(),
  answer: v.looseObject({ status: number, errors: v.array(v.looseObject({})), operation: text, message: text }),
});

const messageSchema = v.variant('type', [
  v.object({ chatId, type: v.literal('started'), session: sessionSchema, answer: answerSchema }),
  v.object({
    chatId,
    type: v.literal('answered'),
    exchange: v.object({
      operation: text,
      answer: v.union([answerSchema, failureSchema]),
      coverage: v.exactOptional(v.object({ from: number, next: v.optional(number) })),
      id: v.exactOptional(text),
    }),
  }),
  v.object({ chatId, type: v.literal('item'), item: itemSchema }),
  v.object({ chatId, type: v.literal('discarded'), id: text }),
  v.object({ chatId, type: v.literal('polling'), isRunning: v.boolean() }),
  v.object({ chatId, type: v.literal('view'), name: v.picklist(['draft', 'unread', 'window']), value: v.unknown() }),
  v.object({ chatId, type: v.picklist(['wantsLead', 'keepsLead']) }),
]);

/** The message, unless it is none of this version's. */
export function readTabMessage(message: unknown): TabMessage | undefined {
  const read = v.safeParse(messageSchema, message);
  // The schemas check all that is used of an answer; what else it holds was checked where it came from.
  return read.success ? (read.output as TabMessage) : undefined;
}
