/** What the tabs of one conversation tell each other, and how it is checked: loaded when there is another tab. */
import { oneOf } from '../model/one-of.js';
import { being, listOf, objectOf, optional, text, truth, type Shape } from '../model/shape.js';
import type { Coverage } from '../model/transcript.js';
import type { Answer, Failure } from '../transport/transport.js';
import type { OutboxItem } from './outbox-item.js';
import { failureShape, itemShape, sessionShape } from './read-stored.js';
import type { SharedName } from './shared-view.js';
import type { StoredSession } from './stored-session.js';

/** What came of one request of the conversation. */
export interface Exchange {
  readonly operation: string;
  readonly answer: Answer | Failure;
  /** When it was asked for, epoch milliseconds. */
  readonly begunAt: number;
  /** Which part of the transcript was asked for. */
  readonly coverage?: Coverage;
  /** The message that was sent. */
  readonly id?: string;
}

/** What the tabs of one conversation tell each other. Whatever one hears from the server, all take in in the same way. */
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
  /** The tab that has the lead can no longer be seen. */
  | { readonly type: 'offersLead' }
);

/** A message whose conversation is that of who tells it. */
export type PostedMessage = TabMessage extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'chatId'>
    : never
  : never;

const number = being('a number', (value) => typeof value === 'number');
const textMap = being('an object of texts', (value) =>
  Object.values(Object(value) as object).every((each) => typeof each === 'string'),
);

const answer = objectOf({
  ok: being('true', (value) => value === true),
  statusCode: number,
  chatEnded: truth,
  nextPosition: optional(number),
  secureKey: optional(text),
  userId: optional(text),
  alias: optional(text),
  messages: listOf(
    objectOf({
      type: text,
      utcTime: number,
      index: optional(number),
      from: optional(objectOf({ participantId: number, nickname: text, type: text })),
      text: optional(text),
      messageType: optional(text),
      userData: optional(textMap),
    }),
  ),
});

const failure = objectOf({
  ok: being('false', (value) => value === false),
  kind: oneOf('unreachable', 'unavailable', 'refused', 'aborted'),
  chatEnded: truth,
  answer: failureShape,
});

const kinds: Readonly<Record<TabMessage['type'], Shape>> = {
  started: objectOf({ session: sessionShape, answer }),
  answered: objectOf({
    exchange: objectOf({
      operation: text,
      begunAt: number,
      answer: (value) => answer(value) && failure(value),
      coverage: optional(objectOf({ from: number, next: optional(number) })),
      id: optional(text),
    }),
  }),
  item: objectOf({ item: itemShape }),
  discarded: objectOf({ id: text }),
  polling: objectOf({ isRunning: truth }),
  view: objectOf({ name: oneOf('draft', 'unread', 'muted', 'window', 'filters') }),
  wantsLead: objectOf({}),
  keepsLead: objectOf({}),
  offersLead: objectOf({}),
};

const envelope = objectOf({ chatId: text, type: oneOf(...Object.keys(kinds)) });

/** The message, unless it is none of this version's. */
export function readTabMessage(message: unknown): TabMessage | undefined {
  if (envelope(message) !== undefined) return undefined;
  // All that is used is checked; what else an answer holds was checked where it came from.
  const read = message as TabMessage;
  return kinds[read.type](message) === undefined ? read : undefined;
}
