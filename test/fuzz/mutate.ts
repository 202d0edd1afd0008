import type { Random } from './random.js';

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer with one to four things wrong with it. */
export function mutate(random: Random, answer: WireAnswer): WireAnswer {
  let mutated = answer;
  for (let left = 1 + random.below(4); left > 0; left -= 1) {
    const mutation = random.happens(0.85) ? mutateJson : random.pick([mutateText, mutateText, mutateHttp]);
    mutated = mutation(random, mutated);
  }
  return mutated;
}

/** A place in a JSON value: what holds it, and under which name. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Names that the contract knows, and that JavaScript does. */
const knownNames = [
  ...['statusCode', 'chatId', 'userId', 'secureKey', 'alias', 'chatEnded', 'nextPosition', 'messages', 'userData'],
  ...['errors', 'code', 'advice', 'message', 'type', 'index', 'utcTime', 'from', 'text', 'messageType', 'file-id'],
  ...['participantId', 'nickname', '__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'then', 'length', ''],
] as const;

const eventTypes = [
  ...['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped', 'NicknameUpdated'],
  ...['PushUrl', 'FileUploaded', 'FileDeleted', 'CustomNotice', 'Notice', 'IdleAlert', 'IdleClose', '__proto__', ''],
] as const;
const partyTypes = ['Client', 'Agent', 'Supervisor', 'Bot', 'External', 'constructor', ''] as const;

const oddTexts = [
  ...['', ' ', '0', '-1', 'null', '__proto__', 'constructor', '.', '..', '../../x', '<img src=x onerror=alert(1)>'],
  ...['\u0000', '\ud800', 'a\udc00b', '\u202eabc', '\ufeff', '\u2028', '👩‍👩‍👧', 'e\u0301'.repeat(50), 'x'.repeat(1000)],
] as const;

/** Marks what only the text of JSON can say: numbers that overflow, and nests that are made of text alone. */
const mark = '\\u0001';
const verbatim = (json: string) => `\u0001${json}\u0001`;
const oddNumbers = [
  ...[0, -0, -1, 1, 2, 0.5, 1e-9, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 8.64e15, 8.64e15 + 1, 1e300],
  ...['1e999', '-1e999', '1e-999', '9007199254740993', '-0', '123456789012345678901234567890'].map(verbatim),
] as const;
/** Twice as many levels; what is copied by `structuredClone` may not be nested much deeper. */
const deepest = 500;
const deep = (depth: number) => verbatim(`${'[{"a":'.repeat(depth)}0${'}]'.repeat(depth)}`);

function oddValue(random: Random): unknown {
  switch (random.below(8)) {
    case 0:
      return random.pick(oddTexts);
    case 1:
    case 2:
      return random.pick(oddNumbers);
    case 3:
      return random.pick([null, true, false, [], {}, [null], [[]], [{}]]);
    case 4:
      return { [random.pick(knownNames)]: random.pick(oddTexts), toString: 1, valueOf: null };
    case 5:
      return random.pick(eventTypes);
    case 6:
      return deep(random.happens(0.02) ? deepest : 1 + random.below(20));
    default:
      return random.below(20);
  }
}

/** An event that may well be accepted, so that the conversation goes on with what chance made of it. */
function oddEvent(random: Random): object {
  const event: Record<string, unknown> = {
    index: random.happens(0.9) ? 1 + random.below(20) : random.pick(oddNumbers),
    type: random.pick(eventTypes),
    utcTime: random.happens(0.9) ? 1_700_000_000_000 + random.below(1e6) : random.pick(oddNumbers),
    from: {
      nickname: random.pick(oddTexts),
      participantId: random.happens(0.9) ? random.below(6) : random.pick(oddNumbers),
      type: random.pick(partyTypes),
    },
    text: random.pick(oddTexts),
    ...(random.happens(0.3) && { userData: { [random.pick(knownNames)]: oddValue(random) } }),
    ...(random.happens(0.3) && { [random.pick(oddTexts)]: oddValue(random) }),
  };
  if (random.happens(0.2)) setField(event, '__proto__', oddValue(random));
  return event;
}

/** Changes one place of the answer's JSON; a body that is none stays as it is. */
function mutateJson(random: Random, answer: WireAnswer): WireAnswer {
  let root: unknown;
  try {
    root = JSON.parse(answer.body);
  } catch {
    return answer;
  }
  // The root too is a place, so that it can be replaced.
  const holder = { root };
  random.pick(changes)(random, placeIn(random, holder), holder);
  return { ...answer, body: write(holder.root) };
}

type Change = (random: Random, place: Place, root: { root: unknown }) => void;

const changes: readonly [Change, ...Change[]] = [
  function drop(_, { holder, key }) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (key !== 'root') Reflect.deleteProperty(holder, key);
  },
  function duplicate(random, { holder, key }) {
    if (Array.isArray(holder)) holder.splice(random.below(holder.length + 1), 0, structuredCopy(holder[Number(key)]));
    else setField(holder, random.pick(knownNames), structuredCopy(holder[key]));
  },
  function rename(random, { holder, key }) {
    const value = holder[key];
    if (Array.isArray(holder) || key === 'root') return;
    Reflect.deleteProperty(holder, key);
    setField(holder, random.pick(knownNames), value);
  },
  function retype(random, { holder, key }) {
    setField(holder, key, oddValue(random));
  },
  function toText(_, { holder, key }) {
    setField(holder, key, write(holder[key]));
  },
  function nest(random, { holder, key }) {
    const value = holder[key];
    setField(holder, key, random.happens(0.5) ? [value] : { [random.pick(knownNames)]: value });
  },
  function swap(random, place, root) {
    const other = placeIn(random, root);
    const [one, another] = [structuredCopy(place.holder[place.key]), structuredCopy(other.holder[other.key])];
    setField(place.holder, place.key, another);
    setField(other.holder, other.key, one);
  },
  function shiftNumber(random, { holder, key }) {
    const value = holder[key];
    if (typeof value === 'number') setField(holder, key, value + random.pick([-2, -1, 1, 2, 0.5, 1000]));
  },
  function truncate(random, { holder, key }) {
    const value = holder[key];
    if (typeof value === 'string') setField(holder, key, value.slice(0, random.below(value.length + 1)));
  },
  function garnish(random, { holder, key }) {
    const value = holder[key];
    if (typeof value === 'string') setField(holder, key, `${random.pick(oddTexts)}${value}${random.pick(oddTexts)}`);
  },
  function addField(random, { holder, key }) {
    const value = holder[key];
    if (isObject(value) && !Array.isArray(value)) setField(value, random.pick(knownNames), oddValue(random));
  },
  function shuffleIndexes(random, _, { root }) {
    const events = messagesOf(root);
    for (const event of events) if (isObject(event)) setField(event, 'index', 1 + random.below(events.length + 2));
  },
  function reverseMessages(_, __, { root }) {
    messagesOf(root).reverse();
  },
  ...Array.from({ length: 3 }, () => addEvents),
];

function addEvents(random: Random, _: Place, { root }: { root: unknown }): void {
  if (!isObject(root) || Array.isArray(root)) return;
  if (!Array.isArray(root['messages'])) setField(root, 'messages', []);
  const messages = messagesOf(root);
  for (let left = 1 + random.below(4); left > 0; left -= 1) messages.push(oddEvent(random));
}

function mutateText(random: Random, answer: WireAnswer): WireAnswer {
  const { body } = answer;
  const at = random.below(body.length + 1);
  const end = at + random.below(30);
  const bodies = [
    () => body.slice(0, at),
    () => body.slice(0, at) + body.slice(end),
    () => body.slice(0, end) + body.slice(at),
    () => body.slice(0, at) + random.pick(oddTexts) + body.slice(at),
    () => body.slice(0, at) + String.fromCharCode(random.below(0x1_0000)) + body.slice(at + 1),
    () => body + body,
    () => `\ufeff${body}`,
    () => `callback(${body})`,
    () => JSON.stringify(body),
    () => '',
    () => '<!doctype html><title>Sign in</title><h1>Please sign in</h1>',
    () => '<html><body>502 Bad Gateway</body></html>',
  ] as const;
  return { ...answer, body: random.pick(bodies)() };
}

function mutateHttp(random: Random, answer: WireAnswer): WireAnswer {
  const statuses = [200, 201, 202, 204, 206, 304, 400, 401, 403, 404, 405, 408, 410, 413, 418, 425, 429] as const;
  const passing = [500, 502, 503, 504, 599] as const;
  const delays = ['0', '-5', '1', '3.5', '1e9', 'Infinity', 'NaN', 'soon', 'Wed, 21 Oct 2065 07:28:00 GMT'] as const;
  return {
    ...answer,
    status: random.happens(0.5) ? random.pick(statuses) : random.pick(passing),
    headers: { ...answer.headers, ...(random.happens(0.5) && { 'Retry-After': random.pick(delays) }) },
  };
}

/** Some place below the root, at a depth that chance makes; now and then the root itself. */
function placeIn(random: Random, root: { root: unknown }): Place {
  let place: Place = { holder: root, key: 'root' };
  for (let stops = 0.03; !random.happens(stops); stops = 0.25) {
    const value = place.holder[place.key];
    const key = isObject(value) ? random.pick(Object.keys(value)) : undefined;
    if (!isObject(value) || key === undefined) return place;
    place = { holder: value, key };
  }
  return place;
}

function messagesOf(root: unknown): unknown[] {
  return isObject(root) && Array.isArray(root['messages']) ? root['messages'] : [];
}

/** As JSON does it: `__proto__` is a name like any other. */
function setField(holder: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function structuredCopy(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(write(value));
}

/** Writes JSON, with what stands between marks as it is. Beyond what can be written, a value is cut short. */
function write(value: unknown): string {
  try {
    const json = JSON.stringify(value);
    if (!json.includes(mark)) return json;
    return json.replaceAll(/"\\u0001((?:[^"\\]|\\.)*)\\u0001"/g, (_, text: string) => text.replaceAll('\\"', '"'));
  } catch {
    return 'null';
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
