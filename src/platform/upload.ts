import { systemPlatform, type Platform } from './platform.js';

/** What of a request `fetch` and {@link Upload} both understand. */
export interface UploadInit {
  readonly method: 'POST';
  readonly headers: Headers;
  readonly body: URLSearchParams | FormData;
  readonly credentials: 'include' | 'same-origin';
  readonly cache?: RequestCache;
  readonly signal: AbortSignal;
}

/** Sends as `fetch` does, and tells how many bytes of the body have left. Rejects when no answer comes. */
export type Upload = (url: string, init: UploadInit, onProgress: OnProgress) => Promise<Response>;

type OnProgress = (loaded: number, total: number) => void;

/**
 * What can tell of the progress of an upload. A host that has put its own `fetch` in place wants all requests to go
 * through it, so that the browser's way serves only beside the browser's `fetch`.
 */
export function uploadOf({ upload, fetch }: Pick<Platform, 'upload' | 'fetch'>): Upload | undefined {
  if (upload) return upload;
  return fetch === systemPlatform.fetch && typeof XMLHttpRequest !== 'undefined' ? uploadByXhr : undefined;
}

/** Sends the request, and tells how many bytes of its body have left where anything can. */
export async function sendWithProgress(
  platform: Pick<Platform, 'upload' | 'fetch'>,
  url: string,
  init: UploadInit,
  onProgress: OnProgress,
): Promise<Response> {
  const upload = uploadOf(platform);
  if (!upload) return platform.fetch(url, init);
  let left = 0;
  try {
    return await upload(url, init, (loaded, total) => {
      left = loaded;
      if (!init.signal.aborted) onProgress(loaded, total);
    });
  } catch (error) {
    // Who listens to the progress makes the browser ask another origin first (OPTIONS), which some do not answer.
    if (left > 0 || init.signal.aborted) throw error;
    return platform.fetch(url, init);
  }
}

const uploadByXhr: Upload = async (url, init, onProgress) => toResponse(await send(url, init, onProgress));

function send(
  url: string,
  { method, headers, body, credentials, signal }: UploadInit,
  onProgress: OnProgress,
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
