import { being, both, listOf, objectOf, optional, text, truth, wholeNumber } from '../../model/shape.js';

/** Types of events that mean nothing without a party. */
const typesOfParties = new Set(['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped']);

/** The last moment that a date can show, either side of 1970; a number beyond it breaks whoever formats it. */
const lastMoment = 8.64e15;

const position = being('a whole number, 0 or more', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const index = being('a whole number, 1 or more', (value) => Number.isSafeInteger(value) && Number(value) >= 1);
const moment = being('a time', (value) => typeof value === 'number' && Math.abs(value) <= lastMoment);
const map = being('an object', (value) => typeof value === 'object' && !Array.isArray(value));

/** An event of a good answer, as it comes. */
export interface WireEvent {
  readonly type: string;
  readonly index?: number | null;
  readonly utcTime: number;
  readonly from?: { readonly participantId: number; readonly nickname: string; readonly type: string } | null;
  readonly text?: string | null;
  readonly messageType?: string | null;
  readonly userData?: object | null;
}

/** A good answer of any operation but download, as it comes. Only `statusCode` is always there. */
export interface WireAnswer {
  readonly statusCode: 0;
  readonly chatId?: string | null;
  readonly userId?: string | null;
  readonly secureKey?: string | null;
  readonly alias?: string | null;
  readonly chatEnded?: boolean | null;
  readonly nextPosition?: number | null;
  readonly messages?: readonly WireEvent[] | null;
  readonly userData?: object | null;
}

const event = both(
  objectOf({
    type: text,
    index: optional(index),
    utcTime: moment,
    from: optional(objectOf({ participantId: wholeNumber, nickname: text, type: text })),
    text: optional(text),
    messageType: optional(text),
    userData: optional(map),
  }),
  (value) => {
    const { type, from, text: said } = value as WireEvent;
    if (!from && typesOfParties.has(type)) return ' has no from';
    return type === 'Message' && typeof said !== 'string' ? ' has no text' : undefined;
  },
);

/** What a {@link WireAnswer} must look like. */
export const answerShape = objectOf({
  statusCode: being('a whole number', (value) => value === 0),
  chatId: optional(text),
  userId: optional(text),
  secureKey: optional(text),
  alias: optional(text),
  chatEnded: optional(truth),
  nextPosition: optional(position),
  messages: optional(listOf(event)),
  userData: optional(map),
});
