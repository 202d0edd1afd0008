import type { Clock, Timer } from '../../../src/platform/clock.js';
import { systemClock } from '../../../src/platform/clock.js';
import { GmsRestTransport, type GmsRestOptions } from '../../../src/transport/gms-rest/gms-rest-transport.js';
import type { Answer, Failure, SessionKeys } from '../../../src/transport/transport.js';

/** A request as it left, and the answer that came. */
export interface Exchange {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
}

/** The machine's time, with a count of the timers that are set. */
export class CountingClock implements Clock {
  readonly timers = new Set<Timer>();
  readonly delays: number[] = [];

  now(): number {
    return 1_700_000_000_000;
  }

  timeZone(): number {
    return 0;
  }

  setTimeout(callback: () => void, milliseconds: number): Timer {
    const timer = systemClock.setTimeout(() => {
      this.timers.delete(timer);
      callback();
    }, milliseconds);
    this.timers.add(timer);
    this.delays.push(milliseconds);
    return timer;
  }

  clearTimeout(timer: Timer | undefined): void {
    if (timer !== undefined) this.timers.delete(timer);
    systemClock.clearTimeout(timer);
  }
}

/** A transport to a local server of its own, with all that it sent. */
export class GmsHarness {
  readonly clock = new CountingClock();
  readonly sent: Exchange[] = [];
  readonly transport: GmsRestTransport;
  readonly #local: string;

  constructor(server: string, options: Partial<GmsRestOptions> = {}, answer?: () => Promise<Response>) {
    const origin = `${location.origin}/servers/${server}`;
    this.#local = `${origin}/local`;
    this.transport = new GmsRestTransport(
      { url: `${origin}/genesys/2/chat/customer-support`, timeout: 5000, ...options },
      {
        clock: this.clock,
        fetch: (input, init = {}) => {
          const url = input instanceof Request ? input.url : String(input);
          this.sent.push({ url, init, headers: new Headers(init.headers) });
          return answer ? answer() : fetch(input, init);
        },
      },
    );
  }

  /** A transport whose every request gets this answer. */
  static answering(answer: () => Promise<Response>, options: Partial<GmsRestOptions> = {}): GmsHarness {
    return new GmsHarness('none', options, answer);
  }

  /** Starts a chat; the session's keys. */
  async start(nickname = 'Ada'): Promise<SessionKeys> {
    const {
      chatId = '',
      secureKey = '',
      userId = '',
      alias = '',
    } = good(await this.transport.exchange({ operation: 'start', nickname, userData: {} }));
    return { chatId, secureKey, userId, alias };
  }

  /** Everything in the transcript, from the first event on. */
  async transcript(keys: SessionKeys): Promise<Answer['messages']> {
    return good(await this.transport.exchange({ operation: 'refresh', keys, position: 1 })).messages;
  }

  /** What the agent's side does or sees. */
  async control<Result = unknown>(method: string, path: string, body?: unknown): Promise<Result> {
    const response = await fetch(`${this.#local}/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Result;
  }

  /** Lets requests go wrong in this way until the next call. */
  async faults(settings: object = {}): Promise<void> {
    await this.control('PUT', 'faults', settings);
  }
}

/** The answer, which must be a good one. */
export function good(answer: Answer | Failure): Answer {
  if (!answer.ok) throw new Error(answer.answer.message);
  return answer;
}

/** The failure that must have come in place of an answer. */
export function bad(answer: Answer | Blob | Failure): Failure {
  if (answer instanceof Blob || answer.ok) throw new Error('it went well');
  return answer;
}
