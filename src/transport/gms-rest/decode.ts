import type { ServerError } from '../../model/failure.js';
import type { ServerMessage } from '../../model/message.js';
import { present } from '../../model/present.js';
import { failure, type Answer, type Failure } from '../transport.js';
import { answerShape, type WireAnswer, type WireEvent } from './schemas.js';

/** What came back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  /** Milliseconds, from the `Retry-After` header. */
  readonly retryAfter?: number;
}

/** Statuses that mean: not now, ask again. All other 4xx are final. */
const passingStatuses = new Set([408, 425, 429]);

/** Statuses of a session that the server no longer has or lets us into. */
const lostSessionStatuses = new Set([400, 401, 403, 404, 410]);

/** The answer as facts, or why it is none. Nothing half-read gets through. */
export function decodeAnswer(operation: string, http: HttpAnswer): Answer | Failure {
  const json = parseJson(http.body);
  const refusal = findRefusal(operation, http, json);
  if (refusal) return refusal;
  const problem = json === undefined ? ' is not JSON' : answerShape(json);
  // The path of what is wrong in it begins with a dot; else it is wrong as a whole.
  if (problem !== undefined)
    return unreadable(operation, http, problem.startsWith('.') ? problem.slice(1) : `the answer${problem}`);
  if (!isShallow(json, deepestNesting)) return unreadable(operation, http, 'the answer is nested too deeply');
  return toAnswer(json as WireAnswer);
}

/** What is nested deeper overflows whoever copies it. */
const deepestNesting = 100;

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((held) => isShallow(held, levels - 1));
}

/**
 * The failure that the answer reports, if it does; of any other answer nothing is said. A failure stays one,
 * and the end of the chat an end, however odd the rest of the answer is: proxies invent answers of their own.
 */
export function findRefusal(operation: string, http: HttpAnswer, json: unknown): Failure | undefined {
  const { status } = http;
  const { statusCode, chatEnded, errors } = fieldsOf(json);
  const isHttpFailure = status < 200 || status > 299;
  const code = typeof statusCode === 'number' && Number.isSafeInteger(statusCode) ? statusCode : undefined;
  if (!isHttpFailure && !code) return undefined;
  const told = Array.isArray(errors) ? errors.flatMap(toError) : [];
  const advice = told.map((error) => `${error.code} ${error.advice ?? error.message ?? ''}`.trim()).join(', ');
  const isPassing = isHttpFailure ? status >= 500 || passingStatuses.has(status) : code === 1;
  const why = isHttpFailure ? `HTTP ${String(status)}` : `the server answers ${advice || String(code)}`;
  const isLost = isHttpFailure && operation === 'refresh' && lostSessionStatuses.has(status);
  return failure(isPassing ? 'unavailable' : 'refused', operation, `unable to ${operation}; ${why}`, {
    ...present(http, 'status', 'retryAfter'),
    ...(code !== undefined && { statusCode: code }),
    errors: told,
    chatEnded: chatEnded === true || isLost,
  });
}

function unreadable(operation: string, http: HttpAnswer, why: string): Failure {
  return failure('unavailable', operation, `unable to read the answer to ${operation}; ${why}`, {
    status: http.status,
  });
}

function toError(error: unknown): ServerError | [] {
  const { code, advice, message } = fieldsOf(error);
  const isCode = typeof code === 'number' || (typeof code === 'string' && /^-?\d+$/.test(code));
  if (!isCode) return [];
  return {
    code: Number(code),
    ...(typeof advice === 'string' && { advice }),
    ...(typeof message === 'string' && { message }),
  };
}

function toAnswer(body: WireAnswer): Answer {
  return {
    ok: true,
    statusCode: body.statusCode,
    chatEnded: body.chatEnded ?? false,
    ...present(body, 'chatId', 'userId', 'secureKey', 'alias', 'nextPosition'),
    ...(body.userData && { userData: toTexts(body.userData) }),
    messages: (body.messages ?? []).map(toMessage),
  };
}

function toMessage(event: WireEvent): ServerMessage {
  const { type, utcTime, from, userData } = event;
  return {
    type,
    utcTime,
    ...present(event, 'index', 'text', 'messageType'),
    ...(from && { from: { participantId: from.participantId, nickname: from.nickname, type: from.type } }),
    ...(userData && { userData: toTexts(userData) }),
    original: event,
  };
}

/** Values are texts by the contract; what lax servers put there instead is read as such, and null as absent. */
function toTexts(map: object): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(map) as [string, unknown][]) {
    if (key === '__proto__' || value === undefined || value === null) continue;
    texts[key] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return texts;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** What the JSON holds; undefined where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
