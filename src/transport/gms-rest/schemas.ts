import * as v from 'valibot';

// The messages end a sentence that begins with the field's path, and never repeat a value: it may be a secret.
const missingOr = (kind: string) => (issue: v.BaseIssue<unknown>) =>
  issue.received === 'undefined' ? 'is missing' : `is not ${kind}`;
const text = v.string('is not a text');
const wholeNumber = v.pipe(v.number('is not a number'), v.safeInteger('is not a whole number'));

/** Types of events that mean nothing without a party. */
const typesOfParties = new Set(['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped']);

/** The last moment that a date can show, either side of 1970; a number beyond it breaks whoever formats it. */
const lastMoment = 8.64e15;

const participant = v.object({ participantId: wholeNumber, nickname: text, type: text }, missingOr('an object'));

const stringMap = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && !Array.isArray(value), 'is not an object'),
  v.transform(toTexts),
);

const event = v.pipe(
  v.object(
    {
      type: text,
      index: v.nullish(v.pipe(wholeNumber, v.minValue(1, 'is less than 1'))),
      utcTime: v.pipe(
        v.number('is not a number'),
        v.check((time) => Math.abs(time) <= lastMoment, 'is no time'),
      ),
      from: v.nullish(participant),
      text: v.nullish(text),
      messageType: v.nullish(text),
      userData: v.nullish(stringMap),
    },
    missingOr('an object'),
  ),
  v.check((message) => Boolean(message.from) || !typesOfParties.has(message.type), 'has no from'),
  v.check((message) => typeof message.text === 'string' || message.type !== 'Message', 'has no text'),
);

/** A good answer of any operation but download. Only `statusCode` is always there. */
export const answerSchema = v.object(
  {
    statusCode: v.literal(0, 'is not a whole number'),
    chatId: v.nullish(text),
    userId: v.nullish(text),
    secureKey: v.nullish(text),
    alias: v.nullish(text),
    chatEnded: v.nullish(v.boolean('is not true or false')),
    nextPosition: v.nullish(v.pipe(wholeNumber, v.minValue(0, 'is less than 0'))),
    messages: v.nullish(v.array(event, 'is not a list')),
    userData: v.nullish(stringMap),
  },
  missingOr('an object'),
);

/**
 * What may be trusted in an answer that reports a failure. A failure stays one, and the end of the chat an end, however
 * odd the rest is: proxies invent answers of their own.
 */
export const failedAnswerSchema = v.object({
  statusCode: v.fallback(v.nullish(wholeNumber), null),
  chatEnded: v.fallback(v.nullish(v.boolean()), null),
  errors: v.fallback(v.nullish(v.array(v.unknown())), null),
});

/** One entry of a failed answer's `errors`. */
export const serverErrorSchema = v.object({
  code: v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+$/), v.transform(Number))]),
  advice: v.fallback(v.nullish(v.string()), null),
  message: v.fallback(v.nullish(v.string()), null),
});

/** Values are texts by the contract; what lax servers put there instead is read as such, and null as absent. */
function toTexts(map: object): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(map) as [string, unknown][]) {
    const read = key === '__proto__' ? undefined : toText(value);
    if (read !== undefined) texts[key] = read;
  }
  return texts;
}

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested so deep that it overflows the stack.
    return undefined;
  }
}
