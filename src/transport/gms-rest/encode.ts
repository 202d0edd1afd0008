import type { ChatRequest, DownloadRequest, SessionKeys, StartRequest } from '../transport.js';

/** Path below the service's URL, and the body. */
export interface EncodedRequest {
  readonly path: string;
  readonly body: URLSearchParams | FormData;
}

type Fields = Record<string, string | number | undefined>;

/**
 * The request as the Chat API version 2 wants it.
 * @throws {RangeError} when an id cannot be part of a path, so that the request would reach another address.
 */
export function encodeRequest(request: ChatRequest | DownloadRequest): EncodedRequest {
  if (request.operation === 'start') return { path: '', body: encodeStart(request) };
  const { keys } = request;
  const chat = `/${segment(keys.chatId)}`;
  const form = (operation: string, fields: Fields = {}, userData: Readonly<Record<string, string>> = {}) => ({
    path: `${chat}/${operation}`,
    body: fill(new URLSearchParams(), { ...identity(keys), ...fields }, userData),
  });
  switch (request.operation) {
    case 'send':
      return form('send', {
        message: request.text,
        messageType: request.messageType,
        transcriptPosition: request.position,
      });
    case 'refresh':
      return form('refresh', { transcriptPosition: request.position });
    case 'startTyping':
    case 'stopTyping':
      return form(request.operation, { message: request.text });
    case 'disconnect':
      return form('disconnect');
    case 'pushUrl':
      return form('pushUrl', { pushUrl: request.url });
    case 'updateNickname':
      return form('updateNickname', { nickname: request.nickname });
    case 'customNotice':
      return form('customNotice', { message: request.text, messageType: request.messageType });
    case 'updateData':
      return form('updateData', {}, request.userData);
    case 'readReceipt':
      return form('readReceipt', { transcriptPosition: request.position });
    case 'fileLimits':
      return form('file/limits');
    case 'uploadFile': {
      const body = fill(new FormData(), identity(keys), request.userData ?? {});
      body.append('file', request.file, request.fileName);
      return { path: `${chat}/file`, body };
    }
    case 'downloadFile':
      return form(`file/${segment(request.fileId)}/download`);
    case 'deleteFile':
      return form(`file/${segment(request.fileId)}/delete`);
  }
}

function encodeStart(request: StartRequest): URLSearchParams {
  const { nickname, firstName, lastName, emailAddress, subject, text } = request;
  return fill(new URLSearchParams(), { nickname, firstName, lastName, emailAddress, subject, text }, request.userData);
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

function identity({ userId, secureKey, alias }: SessionKeys): Fields {
  return { userId, secureKey, alias };
}

/** Adds the fields that have a value; nested maps go under bracket keys. */
function fill<Body extends URLSearchParams | FormData>(
  body: Body,
  fields: Fields,
  userData: Readonly<Record<string, string>>,
): Body {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) body.append(name, String(value));
  }
  for (const [key, value] of Object.entries(userData)) body.append(`userData[${key}]`, value);
  return body;
}
