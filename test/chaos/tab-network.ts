import type { Random } from '../fuzz/random.js';
import { sentAtHeader, timeout, type RestartableServer } from './restartable-server.js';
import type { SiteTime } from './site-time.js';
import type { TabTasks } from './tab-tasks.js';

/** How good one tab's line is. */
export interface Line {
  /** Milliseconds that a request takes to the server at most. */
  readonly longestWay: number;
  /** The share of requests that never arrive, and are never answered. */
  readonly lossRate: number;
}

/** A line on which nothing goes wrong. */
export const goodLine: Line = { longestWay: 0, lossRate: 0 };

/** One tab's way to the server over HTTP. What is asked for also arrives when the tab is gone meanwhile, or does not. */
export class TabNetwork {
  line: Line = goodLine;
  isOffline = false;
  /** Requests under way that may change something, by what they ask for. */
  readonly underWay = new Set<string>();
  readonly #time: SiteTime;
  readonly #server: RestartableServer;
  readonly #tasks: TabTasks;
  readonly #random: Random;
  readonly #note: (what: string) => void;
  #count = 0;
  readonly #goesOn = new AbortController();

  constructor(
    { time, server }: { readonly time: SiteTime; readonly server: RestartableServer },
    tasks: TabTasks,
    random: Random,
    note: (what: string) => void,
  ) {
    this.#time = time;
    this.#server = server;
    this.#tasks = tasks;
    this.#random = random;
    this.#note = note;
  }

  /** To be handed to the service as the platform's. */
  readonly fetch: typeof globalThis.fetch = (input, init = {}) =>
    new Promise((resolve, reject) => {
      if (this.#tasks.isGone) return;
      this.#carry(input, init).then(
        (response) => {
          this.#tasks.run(() => {
            resolve(response);
          });
        },
        (error: unknown) => {
          this.#tasks.run(() => {
            // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- As `fetch` rejected.
            reject(error);
          });
        },
      );
    });

  /** The tab is gone: what it has under way is cut off, or arrives although nobody waits for the answer. */
  end(isCutOff: boolean): void {
    if (isCutOff) this.#goesOn.abort();
  }

  async #carry(input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
    if (this.isOffline) throw new TypeError('Failed to fetch');
    const address = input instanceof Request ? input.url : input.toString();
    const headers = new Headers(init.headers);
    headers.set(sentAtHeader, String(this.#time.now()));
    const givenUp = new AbortController();
    const { signal } = givenUp;
    const giveUp = () => {
      givenUp.abort();
    };
    // A tab that is gone no longer gives up.
    const timer = this.#time.setTimeout(giveUp, timeout * 2);
    // Not by `AbortSignal.any`: what the machine has freed of it no longer aborts.
    const causes = [this.#goesOn.signal, ...(init.signal ? [init.signal] : [])];
    for (const cause of causes) {
      if (cause.aborted) giveUp();
      cause.addEventListener('abort', giveUp);
    }
    const { longestWay, lossRate } = this.line;
    const milliseconds = this.#random.below(longestWay + 1);
    const isLost = this.#random.happens(lossRate);
    this.#count += 1;
    const text = init.body instanceof URLSearchParams ? (init.body.get('message') ?? '') : '';
    const name = `${address.split('/').at(-1) ?? ''} ${text} #${String(this.#count)}`;
    const isPoll = name.startsWith('refresh');
    if (!isPoll) {
      this.underWay.add(name);
      this.#note(`asks for ${name}`);
    }
    try {
      if (milliseconds > 0) await this.#time.wait(milliseconds, signal);
      if (isLost) await this.#time.wait(timeout * 10, signal);
      const answer = inHaste(await this.#server.fetch(address, { ...init, headers, signal }));
      if (!isPoll) this.#note(`has the answer ${String(answer.status)} to ${name}`);
      return answer;
    } finally {
      this.#time.clearTimeout(timer);
      for (const cause of causes) cause.removeEventListener('abort', giveUp);
      this.underWay.delete(name);
    }
  }
}

/** Does not let the tab wait as long as the server says. */
function inHaste(response: Response): Response {
  const seconds = Number(response.headers.get('Retry-After'));
  if (seconds > 0) response.headers.set('Retry-After', String(seconds / 30));
  return response;
}
