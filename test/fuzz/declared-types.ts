/**
 * The declared types of answers and stores, written down once more by hand, so that what TypeScript believes can be
 * held against what is there. Each check gives the faults it finds as sentences; none means that all is as declared.
 */
export type Check = (value: unknown, path: string) => string[];

function is(kind: string, holds: (value: unknown) => boolean): Check {
  return (value, path) => (holds(value) ? [] : [`${path} is not ${kind} but ${show(value)}`]);
}

const text = is('a text', (value) => typeof value === 'string');
const flag = is('true or false', (value) => typeof value === 'boolean');
const number = is('a number', (value) => typeof value === 'number' && !Number.isNaN(value));
const wholeNumber = is('a whole number', Number.isSafeInteger);
const index = is('a position from 1', (value) => Number.isSafeInteger(value) && Number(value) >= 1);
const position = is('a position', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const time = is('a time', (value) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime()));
const anything: Check = () => [];
const oneOf = (...values: readonly unknown[]) => is(`one of ${values.join(', ')}`, (value) => values.includes(value));

/** A plain object with these fields and no other. One that is there has a value: `undefined` is none. */
function shape(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return (value, path) => {
    if (!isPlain(value)) return [`${path} is not a plain object but ${show(value)}`];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    return [
      ...missing.map((name) => `${path}.${name} is missing`),
      ...Object.entries(value).flatMap(([name, field]) => {
        const check = [required, optional].find((fields) => Object.hasOwn(fields, name))?.[name];
        return check ? check(field, `${path}.${name}`) : [`${path}.${name} is not declared`];
      }),
    ];
  };
}

function mapOf(check: Check): Check {
  return (value, path) =>
    isPlain(value)
      ? Object.entries(value).flatMap(([key, item]) => check(item, `${path}[${JSON.stringify(key)}]`))
      : [`${path} is not a plain object but ${show(value)}`];
}

function listOf(check: Check): Check {
  return (value, path) =>
    Array.isArray(value)
      ? Array.from(value, (item: unknown, at) => check(item, `${path}[${at}]`)).flat()
      : [`${path} is not a list but ${show(value)}`];
}

const participant = shape({ participantId: wholeNumber, nickname: text, type: text });

const serverMessageFields = shape(
  { type: text, utcTime: time, original: anything },
  { index, from: participant, text, messageType: text, userData: mapOf(text) },
);

/** Types of events that cannot be told of without the party whose they are. */
const ofParties = ['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped'];

const serverMessage: Check = (value, path) => {
  const faults = serverMessageFields(value, path);
  if (faults.length > 0) return faults;
  const { type, ...fields } = value as { type: string };
  return [
    ...(ofParties.includes(type) && !('from' in fields) ? [`${path} is a ${type} of nobody`] : []),
    ...(type === 'Message' && !('text' in fields) ? [`${path} is a Message without a text`] : []),
  ];
};

const goodAnswer = shape(
  { ok: oneOf(true), statusCode: oneOf(0), chatEnded: flag, messages: listOf(serverMessage) },
  { chatId: text, userId: text, secureKey: text, alias: text, nextPosition: position, userData: mapOf(text) },
);

/** What a failed command rejects with, if it is not a sentence. */
export const failedAnswer = shape(
  {
    status: wholeNumber,
    errors: listOf(shape({ code: number }, { advice: text, message: text })),
    operation: text,
    message: text,
  },
  { statusCode: wholeNumber },
);

const failed = shape(
  {
    ok: oneOf(false),
    kind: oneOf('unreachable', 'unavailable', 'refused', 'aborted'),
    chatEnded: flag,
    answer: failedAnswer,
  },
  { retryAfter: number },
);

/** What the decoder gives: an answer or a failure. */
export const decoded: Check = (value, path) =>
  isPlain(value) && value['ok'] === true ? goodAnswer(value, path) : failed(value, path);

const entry = shape(
  {
    id: text,
    type: text,
    text,
    utcTime: time,
    from: shape({ name: text, nickname: text, type: text, participantId: wholeNumber }),
  },
  // Not `html`: only a site's own preprocessor may say that a text is to be shown as such.
  {
    index,
    messageType: text,
    userData: mapOf(text),
    content: listOf(anything),
    status: oneOf('sending', 'sent', 'failed'),
    failure: failedAnswer,
  },
);

/**
 * Entries of the conversation: by index, each once. Own messages that the transcript does not hold have none: those that
 * failed stand where they left from, all others last.
 */
export const entries: Check = (value, path) => {
  const faults = listOf(entry)(value, path);
  if (faults.length > 0) return faults;
  const places = (value as { index?: number; status?: string }[])
    .filter(({ index, status }) => index !== undefined || status !== 'failed')
    .map((each) => each.index ?? Infinity);
  const isOrdered = places.every((each, at) => at === 0 || each > places[at - 1]! || each === Infinity);
  return isOrdered ? [] : [`${path} is not in order, each once: ${places.join(', ')}`];
};

const agent = shape({
  name: text,
  type: text,
  connected: flag,
  supervisor: flag,
  connectedTime: time,
  disconnectedTime: time,
});

/** What each store of a service holds. */
export const storeContents: Readonly<Record<string, Check>> = {
  phase: oneOf('idle', 'restoring', 'starting', 'active', 'ending', 'ended'),
  messages: entries,
  agents: mapOf(agent),
  typing: listOf(participant),
  connection: oneOf('online', 'reconnecting'),
  ownId: wholeNumber,
  draft: text,
  unread: position,
  isAsync: flag,
  files: listOf(
    shape(
      {
        ...{ id: text, name: text, size: position, type: text, loaded: position, file: anything },
        status: oneOf('uploading', 'sent', 'failed', 'cancelled'),
      },
      { fileId: text },
    ),
  ),
  muted: flag,
  chatId: text,
  newFrom: position,
  filters: listOf(listOf(text)),
  window: oneOf('closed', 'opened', 'minimized'),
};

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Enough of a value to know it by; what is nested too deep to be shown is still named. */
function show(value: unknown): string {
  try {
    return (JSON.stringify(value) as string | undefined)?.slice(0, 80) ?? String(value);
  } catch {
    return typeof value;
  }
}
