import { ChatError } from '../../errors.js';
import type { Clock } from '../../platform/clock.js';
import {
  failure,
  type Answer,
  type ChatRequest,
  type DownloadRequest,
  type Failure,
  type Transport,
} from '../transport.js';
import { answerShape, failureShape, transportShape } from './shapes.js';

/** What bounds a site's own transport. */
export interface OwnTransportOptions {
  readonly clock: Clock;
  /** Milliseconds until a request counts as unanswered. File transfers are not bounded. */
  readonly timeout: number;
}

/** Requests whose duration depends on the visitor's line. */
const unbounded = new Set(['uploadFile', 'downloadFile']);

/**
 * The transport that a site's own function makes, behind a guard.
 * @throws {ChatError} when the function throws, or gives something else.
 */
export async function createOwnTransport(create: () => unknown, options: OwnTransportOptions): Promise<Transport> {
  const refuse = (why: string): never => {
    throw new ChatError(`transport.create must give a transport with exchange and download, but ${why}`);
  };
  const made = await Promise.resolve()
    .then(create)
    .catch((error: unknown) => refuse(`it failed: ${String(error)}`));
  const problem = transportShape(made);
  if (problem !== undefined) refuse(`what it gave${problem}`);
  return new GuardedTransport(made as Transport, options);
}

/** Holds a site's own transport to the contract: whatever it gives or throws, a checked answer or a failure comes out. */
class GuardedTransport implements Transport {
  readonly pause?: number;
  readonly #own: Transport;
  readonly #options: OwnTransportOptions;

  constructor(own: Transport, options: OwnTransportOptions) {
    this.#own = own;
    this.#options = options;
    if (own.pause !== undefined) this.pause = own.pause;
  }

  exchange(request: ChatRequest, signal?: AbortSignal): Promise<Answer | Failure> {
    return this.#guard(request, signal, async (both) => checkAnswer(request, await this.#own.exchange(request, both)));
  }

  download(request: DownloadRequest, signal?: AbortSignal): Promise<Blob | Failure> {
    return this.#guard(request, signal, async (both) => {
      const file: unknown = await this.#own.download(request, both);
      if (file instanceof Blob) return file;
      return failureShape(file) === undefined
        ? (file as Failure)
        : unreadable(request, 'it is neither a Blob nor a failure');
    });
  }

  async #guard<Result>(
    request: ChatRequest | DownloadRequest,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result | Failure> {
    const { operation } = request;
    const { clock, timeout } = this.#options;
    const giveUp = new AbortController();
    const abort = () => {
      giveUp.abort();
    };
    signal?.addEventListener('abort', abort);
    const timer = unbounded.has(operation) ? undefined : clock.setTimeout(abort, timeout);
    try {
      // It may pay no heed to the signal.
      return await Promise.race([work(giveUp.signal), rejection(giveUp.signal)]);
    } catch (error) {
      if (signal?.aborted) return failure('aborted', operation, `unable to ${operation}; it was given up`);
      const why = giveUp.signal.aborted ? `no answer within ${String(timeout)} ms` : String(error);
      return failure('unreachable', operation, `unable to ${operation}; ${why}`);
    } finally {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }
}

function checkAnswer(request: ChatRequest, given: unknown): Answer | Failure {
  if (failureShape(given) === undefined) return given as Failure;
  const problem = answerShape(given);
  if (problem !== undefined) return unreadable(request, `the answer${problem}`);
  const answer = given as Answer;
  // A site that does not speak through another's protocol has no other form of a message.
  return {
    ...answer,
    messages: answer.messages.map((message) => ({ ...message, original: message.original ?? message })),
  };
}

function unreadable({ operation }: ChatRequest | DownloadRequest, why: string): Failure {
  return failure('unavailable', operation, `unable to read the answer to ${operation}; ${why}`);
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });
}
