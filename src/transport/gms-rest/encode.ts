import type { ChatRequest, DownloadRequest, SessionKeys, SessionRequest } from '../transport.js';

/** Path below the service's URL, and the body. */
export interface EncodedRequest {
  readonly path: string;
  readonly body: URLSearchParams | FormData;
}

/** What can be asked about files and is answered with facts. */
export type FileRequest = Extract<SessionRequest, { operation: 'fileLimits' | 'uploadFile' | 'deleteFile' }>;

type Fields = Readonly<Record<string, string | number | undefined>>;
type UserData = Readonly<Record<string, string>>;

/** What the requests of a running session may hold. */
interface SessionFields {
  readonly operation: string;
  readonly keys: SessionKeys;
  readonly text?: string;
  readonly messageType?: string;
  readonly position?: number;
  readonly url?: string;
  readonly nickname?: string;
  readonly userData?: UserData;
}

/**
 * The request as the Chat API version 2 wants it.
 * @throws {RangeError} when an id cannot be part of a path, so that the request would reach another address.
 */
export function encodeRequest(request: Exclude<ChatRequest, FileRequest>): EncodedRequest {
  if (request.operation === 'start') {
    const { nickname, firstName, lastName, emailAddress, subject, text, userData } = request;
    const fields = { nickname, firstName, lastName, emailAddress, subject, text };
    return { path: '', body: fill(new URLSearchParams(), fields, userData) };
  }
  const { operation, keys, text, messageType, position, url, nickname, userData }: SessionFields = request;
  const fields = {
    ...identityOf(keys),
    message: text,
    messageType,
    transcriptPosition: position,
    pushUrl: url,
    nickname,
  };
  return {
    path: pathOf(keys, operation),
    body: fill(new URLSearchParams(), fields, userData),
  };
}

/** Whether what encodes the request comes with the first that is about files. */
export function isAboutFiles(request: ChatRequest | DownloadRequest): request is FileRequest | DownloadRequest {
  return /file/i.test(request.operation);
}

/** Where a session's requests of that kind go. */
export function pathOf({ chatId }: SessionKeys, kind: string): string {
  return `/${segment(chatId)}/${kind}`;
}

/** What shows the server that the request is the session's own. */
export function identityOf({ userId, secureKey, alias }: SessionKeys): Fields {
  return { userId, secureKey, alias };
}

/** An id as one segment of a path. Browsers resolve dots even when they are percent-encoded. */
export function segment(id: string): string {
  try {
    if (!/^\.{0,2}$/.test(id)) return encodeURIComponent(id);
  } catch {
    // Half a surrogate pair has no encoding.
  }
  throw new RangeError(`the id ${JSON.stringify(id)} names nothing`);
}

/** Adds the fields that have a value; nested maps go under bracket keys. */
export function fill<Body extends URLSearchParams | FormData>(
  body: Body,
  fields: Fields,
  userData: UserData = {},
): Body {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) body.append(name, String(value));
  }
  for (const [key, value] of Object.entries(userData)) body.append(`userData[${key}]`, value);
  return body;
}
