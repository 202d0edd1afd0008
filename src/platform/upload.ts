import { systemPlatform, type Platform } from './platform.js';

/** What of a request `fetch` and {@link Upload} both understand. */
export interface UploadInit {
  readonly method: 'POST';
  readonly headers: Headers;
  readonly body: URLSearchParams | FormData;
  readonly credentials: 'include' | 'same-origin';
  readonly signal: AbortSignal;
}

/** Sends as `fetch` does, and tells how many bytes of the body have left. Rejects when no answer comes. */
export type Upload = (
  url: string,
  init: UploadInit,
  onProgress: (loaded: number, total: number) => void,
) => Promise<Response>;

/**
 * What can tell of the progress of an upload. A host that has put its own `fetch` in place wants all requests to go
 * through it, so that the browser's way serves only beside the browser's `fetch`.
 */
export function uploadOf({ upload, fetch }: Pick<Platform, 'upload' | 'fetch'>): Upload | undefined {
  if (upload) return upload;
  return fetch === systemPlatform.fetch && typeof XMLHttpRequest !== 'undefined' ? uploadByXhr : undefined;
}

const uploadByXhr: Upload = async (url, init, onProgress) => toResponse(await send(url, init, onProgress));

function send(
  url: string,
  { method, headers, body, credentials, signal }: UploadInit,
  onProgress: (loaded: number, total: number) => void,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const giveUp = () => {
      xhr.abort();
    };
    xhr.open(method, url);
    xhr.responseType = 'arraybuffer';
    xhr.withCredentials = credentials === 'include';
    for (const [name, value] of headers) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded, total }) => {
      onProgress(loaded, total);
    };
    xhr.onloadend = () => {
      signal.removeEventListener('abort', giveUp);
      // Without an answer there is no status.
      if (xhr.status > 0) resolve(xhr);
      else reject(new TypeError('the upload broke off'));
    };
    signal.addEventListener('abort', giveUp);
    xhr.send(body);
  });
}

function toResponse(xhr: XMLHttpRequest): Response {
  const headers = new Headers();
  for (const [, name = '', value = ''] of xhr.getAllResponseHeaders().matchAll(/^([^:\r\n]+):[ \t]*(.*?)\r?$/gm)) {
    headers.append(name, value);
  }
  const body = xhr.response as ArrayBuffer;
  // Some statuses may have no body, not even an empty one.
  return new Response(body.byteLength > 0 ? body : null, { status: xhr.status, headers });
}
