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
import { decodeAnswer, type HttpAnswer } from './decode.js';
import { encodeRequest, isAboutFiles, type EncodedRequest, type FileRequest } from './encode.js';
import type { FileResult } from './file-job.js';
import type { Job } from './job.js';

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

/** With more events than that in an answer, what becomes of them is a task of its own. */
const mostAtOnce = 1000;

/** A day. A pause that no timer can hold would be none at all. */
const longestPause = 86_400_000;

interface Prepared extends EncodedRequest {
  readonly headers: Headers;
}

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
    if (isAboutFiles(request)) return this.#postFile(request, signal);
    const { operation } = request;
    const read: Job<Answer>['read'] = async (response, toHttp) => {
      const answer = decodeAnswer(operation, toHttp(await response.text()));
      // The page must not stand still while a long conversation is read, and then taken in.
      if (answer.ok && answer.messages.length > mostAtOnce) {
        await new Promise<void>((resolve) => this.#platform.clock.setTimeout(resolve, 0));
      }
      return answer;
    };
    return this.#post({ operation, encode: () => encodeRequest(request), read }, signal);
  }

  async download(request: DownloadRequest, signal?: AbortSignal): Promise<Blob | Failure> {
    return this.#postFile(request, signal);
  }

  /** Brings what is about files. Where it does not come, neither does an answer. */
  async #postFile<Request extends FileRequest | DownloadRequest>(
    request: Request,
    signal: AbortSignal | undefined,
  ): Promise<FileResult<Request> | Failure> {
    const { operation } = request;
    try {
      const { fileJob } = await import('./file-job.js');
      return await this.#post(fileJob(request, this.#platform), signal);
    } catch (error) {
      return failure('unreachable', operation, `unable to ${operation}; ${String(error)}`);
    }
  }

  /** Sends the request and has the answer read within the time-out, which also bounds a body that never ends. */
  async #post<Result>(job: Job<Result>, signal: AbortSignal | undefined): Promise<Result | Failure> {
    const { operation } = job;
    let prepared: Prepared;
    // What no server can ever be sent is refused here, or it would be tried again for ever.
    try {
      prepared = { ...job.encode(), headers: this.#headers(job) };
    } catch (error) {
      return failure('refused', operation, `unable to ${operation}; ${String(error)}`);
    }
    const { clock } = this.#platform;
    const { timeout } = this.#options;
    const giveUp = new AbortController();
    const onAbort = () => {
      giveUp.abort();
    };
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort);
    const timer = job.isUnbounded ? undefined : clock.setTimeout(onAbort, timeout);
    try {
      // The platform's fetch may be a wrapper that pays no heed to the signal.
      return await Promise.race([this.#send(job, prepared, giveUp.signal), rejection(giveUp.signal)]);
    } catch (error) {
      if (signal?.aborted) return failure('aborted', operation, `unable to ${operation}; it was given up`);
      const why = giveUp.signal.aborted ? `no answer within ${String(timeout)} ms` : String(error);
      return failure('unreachable', operation, `unable to ${operation}; ${why}`);
    } finally {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  async #send<Result>(job: Job<Result>, prepared: Prepared, signal: AbortSignal): Promise<Result | Failure> {
    signal.throwIfAborted();
    const { path, body, headers } = prepared;
    const init = {
      method: 'POST',
      body,
      headers,
      credentials: this.#options.withCredentials ? 'include' : 'same-origin',
      cache: 'no-store',
      signal,
    } as const;
    const address = this.#address(path);
    const response = await (job.send?.(address, init) ?? this.#platform.fetch(address, init));
    return job.read(response, (answered) => this.#httpAnswer(response, answered));
  }

  #address(path: string): string {
    const [, address = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(this.#options.url) ?? [];
    return `${address.replace(/\/+$/, '')}${path}${query}`;
  }

  /** The site's own headers win, whatever the case of their names; but the body alone knows of what type it is. */
  #headers({ wantsFile }: Job<unknown>): Headers {
    const { apikey, headers = {} } = this.#options;
    const all = new Headers();
    if (!wantsFile) all.set('Accept', 'application/json');
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
