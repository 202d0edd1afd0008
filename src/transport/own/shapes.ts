import { oneOf } from '../../model/one-of.js';
import { being, listOf, objectOf, optional, text, truth, wholeNumber, type Shape } from '../../model/shape.js';

const callable = being('a function', (value) => typeof value === 'function');
const number = being('a number', (value) => typeof value === 'number');
const texts: Shape = (value) =>
  objectOf({})(value) ?? listOf(text)(Object.values(value as Readonly<Record<string, unknown>>));

/** What a site's function must make. */
export const transportShape = objectOf({
  exchange: callable,
  download: callable,
  pause: optional(being('a number of milliseconds, 10 or more', (value) => typeof value === 'number' && value >= 10)),
});

const messageShape = objectOf({
  type: text,
  utcTime: number,
  index: optional(wholeNumber),
  from: optional(objectOf({ participantId: wholeNumber, nickname: text, type: text })),
  text: optional(text),
  messageType: optional(text),
  userData: optional(texts),
  content: optional(listOf(objectOf({}))),
});

/** A good answer. */
export const answerShape = objectOf({
  ok: being('true or false', (value) => value === true),
  statusCode: wholeNumber,
  chatEnded: truth,
  messages: listOf(messageShape),
  chatId: optional(text),
  userId: optional(text),
  secureKey: optional(text),
  alias: optional(text),
  nextPosition: optional(wholeNumber),
  userData: optional(texts),
});

/** Why there is no good answer. */
export const failureShape = objectOf({
  ok: being('false', (value) => value === false),
  kind: oneOf('unreachable', 'unavailable', 'refused', 'aborted'),
  chatEnded: truth,
  retryAfter: optional(number),
  answer: objectOf({ status: number, errors: listOf(objectOf({ code: number })), operation: text, message: text }),
});
