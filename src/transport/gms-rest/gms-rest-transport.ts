import { present } from '../../model/present.js';
import type { Platform } from '../../platform/platform.js';
import {
  failure,
  type Answer,
  type ChatRequest,
  type DownloadRequest,
  type Failure,
  type Transport,
} from '../transport.js';
import { decodeAnswer, decodeRefusal, type HttpAnswer } from './decode.js';
import { encodeRequest, type EncodedRequest } from './encode.js';

/** How to reach one chat service of a Genesys Mobile Services server. */
export interface GmsRestOptions {
  /** Start URI of the service, e.g. `https://host/genesys/2/chat/customer-support`. */
  readonly url: string;
  /** Key for an API gateway in front of the server, sent as `apikey`. */
  readonly apikey?: string;
  /** Headers for every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Send cookies to another origin. The server must then name our origin. */
  readonly withCredentials?: boolean;
  /** Milliseconds until a request counts as unanswered. File transfers are not bounded. */
  readonly timeout: number;
}

/** Requests whose duration depends on the visitor's line and not on the server. */
const unbounded = new Set(['uploadFile', 'downloadFile']);

/** With more events than that in an answer, what becomes of them is a task of its own. */
const mostAtOnce = 1000;

/** A day. A pause that no timer can hold would be none at all. */
const longestPause = 86_400_000;

interface Sendable extends EncodedRequest {
  readonly ok: true;
  readonly headers: Headers;
  readonly onProgress: OnProgress | undefined;
}

type OnProgress = (loaded: number, total: number) => void;
type Host = Pick<Platform, 'fetch' | 'clock' | 'upload'>;

/** Genesys Mobile Services, Chat API version 2 over REST. */
export class GmsRestTransport implements Transport {
  readonly #options: GmsRestOptions;
  readonly #platform: Host;

  constructor(options: GmsRestOptions, platform: Host) {
    this.#options = options;
    this.#platform = platform;
  }

  async exchange(request: ChatRequest, signal?: AbortSignal): Promise<Answer | Failure> {
    return this.#post(request, signal, async (response) => {
      const answer = decodeAnswer(request.operation, this.#httpAnswer(response, await response.text()));
      // The page must not stand still while a long conversation is read, and then taken in.
      if (answer.ok && answer.messages.length > mostAtOnce) {
        await new Promise<void>((resolve) => this.#platform.clock.setTimeout(resolve, 0));
      }
      return answer;
    });
  }

  async download(request: DownloadRequest, signal?: AbortSignal): Promise<Blob | Failure> {
    return this.#post(request, signal, async (response) => {
      const blob = await response.blob();
      // A refusal comes as JSON where the bytes were expected; but the file itself may be JSON too.
      if (response.ok && !blob.type.startsWith('application/json')) return blob;
      return decodeRefusal(request.operation, this.#httpAnswer(response, await blob.text())) ?? blob;
    });
  }

  /** Sends the request and has the answer read within the time-out, which also bounds a body that never ends. */
  async #post<Result>(
    request: ChatRequest | DownloadRequest,
    signal: AbortSignal | undefined,
    read: (response: Response) => Promise<Result>,
  ): Promise<Result | Failure> {
    const { operation } = request;
    const sendable = this.#prepare(request);
    if (!sendable.ok) return sendable;
    const { clock } = this.#platform;
    const { timeout } = this.#options;
    const giveUp = new AbortController();
    const onAbort = () => {
      giveUp.abort();
    };
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);
    const timer = unbounded.has(operation) ? undefined : clock.setTimeout(onAbort, timeout);
    try {
      // The platform's fetch may be a wrapper that pays no heed to the signal.
      return await Promise.race([this.#send(sendable, giveUp.signal).then(read), rejection(giveUp.signal)]);
    } catch (error) {
      if (signal?.aborted) return failure('aborted', operation, `unable to ${operation}; it was given up`);
      const why = giveUp.signal.aborted ? `no answer within ${String(timeout)} ms` : String(error);
      return failure('unreachable', operation, `unable to ${operation}; ${why}`);
    } finally {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** What no server can ever be sent is refused here, or it would be tried again for ever. */
  #prepare(request: ChatRequest | DownloadRequest): Sendable | Failure {
    const { operation } = request;
    try {
      const onProgress = request.operation === 'uploadFile' ? request.onProgress : undefined;
      return { ok: true, ...encodeRequest(request), headers: this.#headers(operation), onProgress };
    } catch (error) {
      return failure('refused', operation, `unable to ${operation}; ${String(error)}`);
    }
  }

  async #send({ path, body, headers, onProgress }: Sendable, signal: AbortSignal): Promise<Response> {
    signal.throwIfAborted();
    const address = this.#address(path);
    const init = {
      method: 'POST',
      body,
      headers,
      credentials: this.#options.withCredentials ? 'include' : 'same-origin',
      cache: 'no-store',
      signal,
    } as const;
    if (!onProgress) return this.#platform.fetch(address, init);
    const { sendWithProgress } = await import('../../platform/upload.js');
    return sendWithProgress(this.#platform, address, init, onProgress);
  }

  #address(path: string): string {
    const [, address = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(this.#options.url) ?? [];
    return `${address.replace(/\/+$/, '')}${path}${query}`;
  }

  /** The site's own headers win, whatever the case of their names; but the body alone knows of what type it is. */
  #headers(operation: string): Headers {
    const { apikey, headers = {} } = this.#options;
    const all = new Headers();
    if (operation !== 'downloadFile') all.set('Accept', 'application/json');
    if (apikey !== undefined) all.set('apikey', apikey);
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    all.delete('Content-Type');
    return all;
  }

  #httpAnswer(response: Response, body: string): HttpAnswer {
    const { status, headers } = response;
    return { status, body, ...present({ retryAfter: this.#retryAfter(headers.get('Retry-After')) }, 'retryAfter') };
  }

  /** Seconds or a date, as milliseconds from now. */
  #retryAfter(header: string | null): number | undefined {
    if (!header) return undefined;
    const seconds = Number(header);
    // eslint-disable-next-line no-restricted-globals -- This reads a text and not the time.
    const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - this.#platform.clock.now() : seconds * 1000;
    return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = () => {
      reject(new Error('aborted'));
    };
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  });
}
