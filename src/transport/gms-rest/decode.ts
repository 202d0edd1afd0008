import * as v from 'valibot';
import type { ServerError } from '../../model/failure.js';
import type { ServerMessage } from '../../model/message.js';
import { failure, type Answer, type Failure } from '../transport.js';
import { answerSchema, failedAnswerSchema, serverErrorSchema } from './schemas.js';

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
  if (!isShallow(json, deepestNesting)) return unreadable(operation, http, 'it is nested too deeply');
  const good = v.safeParse(answerSchema, json);
  if (!good.success) {
    const [issue] = good.issues;
    const where = json === undefined ? 'it is not JSON' : `${v.getDotPath(issue) ?? 'the answer'} ${issue.message}`;
    return unreadable(operation, http, where);
  }
  if (operation === 'uploadFile' && !good.output.userData?.['file-id']) {
    return unreadable(operation, http, 'userData.file-id is missing');
  }
  return toAnswer(good.output, json);
}

/** What is nested deeper overflows whoever copies it. */
const deepestNesting = 100;

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((held) => isShallow(held, levels - 1));
}

/** The failure that the answer reports, if it does; of any other answer nothing is said. */
export function decodeRefusal(operation: string, http: HttpAnswer): Failure | undefined {
  return findRefusal(operation, http, parseJson(http.body));
}

type Reported = v.InferOutput<typeof failedAnswerSchema>;

function findRefusal(operation: string, http: HttpAnswer, json: unknown): Failure | undefined {
  const read = v.safeParse(failedAnswerSchema, json);
  const reported = read.success ? read.output : {};
  if (http.status < 200 || http.status > 299) return refusedByStatus(operation, http, reported);
  return reported.statusCode ? refusedByServer(operation, http, reported) : undefined;
}

function unreadable(operation: string, http: HttpAnswer, why: string): Failure {
  return failure('unavailable', operation, `unable to read the answer to ${operation}; ${why}`, {
    status: http.status,
  });
}

function refusedByStatus(operation: string, http: HttpAnswer, reported: Reported): Failure {
  const passing = http.status >= 500 || passingStatuses.has(http.status);
  const isLost = operation === 'refresh' && lostSessionStatuses.has(http.status);
  return failure(
    passing ? 'unavailable' : 'refused',
    operation,
    `unable to ${operation}; HTTP ${String(http.status)}`,
    { ...details(http, reported), ...(isLost && { chatEnded: true }) },
  );
}

function refusedByServer(operation: string, http: HttpAnswer, reported: Reported): Failure {
  const why = toErrors(reported).map(({ code, advice, message }) => `${code} ${advice ?? message ?? ''}`.trim());
  const kind = reported.statusCode === 1 ? 'unavailable' : 'refused';
  return failure(
    kind,
    operation,
    `unable to ${operation}; the server answers ${why.join(', ') || String(reported.statusCode)}`,
    details(http, reported),
  );
}

function details(http: HttpAnswer, reported: Reported): NonNullable<Parameters<typeof failure>[3]> {
  return {
    status: http.status,
    ...(reported.statusCode != null && { statusCode: reported.statusCode }),
    errors: toErrors(reported),
    chatEnded: reported.chatEnded ?? false,
    ...(http.retryAfter !== undefined && { retryAfter: http.retryAfter }),
  };
}

function toErrors(reported: Reported): ServerError[] {
  return (reported.errors ?? []).flatMap((error) => {
    const read = v.safeParse(serverErrorSchema, error);
    if (!read.success) return [];
    const { code, advice, message } = read.output;
    return [{ code, ...(advice != null && { advice }), ...(message != null && { message }) }];
  });
}

function toAnswer(body: v.InferOutput<typeof answerSchema>, json: unknown): Answer {
  const originals = originalMessages(json);
  return {
    ok: true,
    statusCode: body.statusCode,
    chatEnded: body.chatEnded ?? false,
    ...(body.chatId != null && { chatId: body.chatId }),
    ...(body.userId != null && { userId: body.userId }),
    ...(body.secureKey != null && { secureKey: body.secureKey }),
    ...(body.alias != null && { alias: body.alias }),
    ...(body.nextPosition != null && { nextPosition: body.nextPosition }),
    ...(body.userData && { userData: body.userData }),
    messages: (body.messages ?? []).map(({ type, index, utcTime, from, text, messageType, userData }, at) => {
      const message: ServerMessage = {
        type,
        utcTime,
        ...(index != null && { index }),
        ...(from && { from }),
        ...(text != null && { text }),
        ...(messageType != null && { messageType }),
        ...(userData && { userData }),
        original: originals[at],
      };
      return message;
    }),
  };
}

function originalMessages(json: unknown): readonly unknown[] {
  return json !== null && typeof json === 'object' && 'messages' in json && Array.isArray(json.messages)
    ? json.messages
    : [];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
