import type { ChatRequest, DownloadRequest, SessionRequest } from '../transport.js';

/** Path below the service's URL, and the body. */
export interface EncodedRequest {
  readonly path: string;
  readonly body: URLSearchParams | FormData;
}

type Fields = Readonly<Record<string, string | number | undefined>>;
type UserData = Readonly<Record<string, string>>;

/** What the requests of a running session may hold beside files. */
interface SessionFields {
  readonly operation: string;
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
export function encodeRequest(request: ChatRequest | DownloadRequest): EncodedRequest {
  if (request.operation === 'start') {
    const { nickname, firstName, lastName, emailAddress, subject, text, userData } = request;
    const fields = { nickname, firstName, lastName, emailAddress, subject, text };
    return { path: '', body: fill(new URLSearchParams(), fields, userData) };
  }
  const { chatId, userId, secureKey, alias } = request.keys;
  const identity = { userId, secureKey, alias };
  const path = `/${segment(chatId)}/${pathOf(request)}`;
  if (request.operation === 'uploadFile') {
    const body = fill(new FormData(), identity, request.userData);
    body.append('file', request.file, request.fileName);
    return { path, body };
  }
  const { text, messageType, position, url, nickname, userData }: SessionFields = request;
  const fields = { ...identity, message: text, messageType, transcriptPosition: position, pushUrl: url, nickname };
  return { path, body: fill(new URLSearchParams(), fields, userData) };
}

/** Where the session's own path goes on. */
function pathOf(request: SessionRequest | DownloadRequest): string {
  switch (request.operation) {
    case 'fileLimits':
      return 'file/limits';
    case 'uploadFile':
      return 'file';
    case 'downloadFile':
      return `file/${segment(request.fileId)}/download`;
    case 'deleteFile':
      return `file/${segment(request.fileId)}/delete`;
    default:
      return request.operation;
  }
}

/** An id as one segment of a path. Browsers resolve dots even when they are percent-encoded. */
function segment(id: string): string {
  try {
    if (!/^\.{0,2}$/.test(id)) return encodeURIComponent(id);
  } catch {
    // Half a surrogate pair has no encoding.
  }
  throw new RangeError(`the id ${JSON.stringify(id)} names nothing`);
}

/** Adds the fields that have a value; nested maps go under bracket keys. */
function fill<Body extends URLSearchParams | FormData>(body: Body, fields: Fields, userData: UserData = {}): Body {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) body.append(name, String(value));
  }
  for (const [key, value] of Object.entries(userData)) body.append(`userData[${key}]`, value);
  return body;
}
