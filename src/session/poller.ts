import { retryDelay } from '../connection/retry-policy.js';
import type { Clock, Timer } from '../platform/clock.js';
import type { Platform } from '../platform/platform.js';
import type { SteadyClock } from '../platform/steady-clock.js';
import type { Answer, Failure } from '../transport/transport.js';
import type { Emit } from './emit.js';

/** Milliseconds between two polls. */
export interface PollIntervals {
  /** While someone typed or wrote in the last minute. */
  readonly live: number;
  /** While nobody does. */
  readonly idle: number;
  /** While nobody can see the page. */
  readonly hidden: number;
}

/** What the poller needs of its conversation. */
export interface PollerOptions {
  readonly platform: Pick<Platform, 'clock' | 'page' | 'random'>;
  readonly intervals: () => PollIntervals;
  readonly emit: Emit;
  /** Brings a clock whose timers ring on time in hidden tabs too; without it the platform's serves. */
  readonly createSteadyClock?: (() => Promise<SteadyClock>) | undefined;
}

/** How long the conversation counts as live after someone typed or wrote. */
const liveTime = 60_000;

/** Asks for news at a pace that fits the conversation: fast while it is live, slower when idle, with pauses that grow while the server does not answer. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #refresh: () => Promise<Answer | Failure>;
  #unsubscribe: readonly (() => void)[] = [];
  #running = false;
  #suspended = true;
  /** When someone who waits for a good answer wants a poll, whether polling runs or not; epoch milliseconds. */
  #demandedAt: number | undefined;
  /** The server asked not to be asked before; epoch milliseconds. */
  #notBefore = 0;
  /** The page woke since the poll under way began, so a failure of that one says nothing of now. */
  #hasWoken = false;
  #timer: Timer | undefined;
  /** Runs the timers from the first time on that nobody can see the page, when browsers slow down those of the page. */
  #steadyClock: SteadyClock | undefined;
  /** When the timer rings, epoch milliseconds. */
  #due = 0;
  #current: Promise<Answer | Failure> | undefined;
  #failures = 0;
  #liveUntil = 0;
  /** When news came last, however; epoch milliseconds. */
  #newsAt = 0;

  /** `refresh` asks the server for news once. */
  constructor(options: PollerOptions, refresh: () => Promise<Answer | Failure>) {
    this.#options = options;
    this.#refresh = refresh;
  }

  /** The poll under way, if any. */
  get current(): Promise<Answer | Failure> | undefined {
    return this.#current;
  }

  /** Begins to poll; does nothing while it polls. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#options.emit('pollingStarted', undefined);
    this.#schedule(this.#failures > 0 ? retryDelay(this.#failures, this.#options.platform.random()) : this.#interval());
  }

  /** Stops polling; does nothing when it does not poll. */
  stop(): void {
    if (!this.#running) return;
    this.#running = false;
    this.#schedule();
    this.#options.emit('pollingStopped', undefined);
  }

  /** Starts or stops. */
  setRunning(isRunning: boolean): void {
    if (isRunning) this.start();
    else this.stop();
  }

  /** Someone typed or wrote: the conversation is live, so look sooner than an idle one would. */
  live(): void {
    this.#liveUntil = this.#options.platform.clock.now() + liveTime;
    if (this.#failures === 0) this.#hasten(this.#interval());
  }

  /** News came another way, so the next poll may wait its full turn. */
  postpone(): void {
    this.#newsAt = this.#options.platform.clock.now();
    if (this.#running) this.#schedule(this.#interval());
  }

  /** Polls after so many milliseconds, and goes on until an answer is good, even when polling is stopped. */
  demand(milliseconds: number): void {
    this.#demandAt(this.#options.platform.clock.now() + milliseconds);
    this.#hasten(milliseconds);
  }

  /** Polls now. Only one poll runs at a time: while one does, it is that one. */
  poll(): Promise<Answer | Failure> {
    this.#clearTimer();
    this.#current ??= this.#ask();
    return this.#current;
  }

  /** Polls at once if it would poll at all: nobody knows what has happened meanwhile. */
  catchUp(): void {
    // In a moment: whoever lets it go on has more to say first.
    if (this.#running || this.#demandedAt !== undefined) void Promise.resolve().then(() => this.poll());
  }

  /** Holds everything still until `resume`, as if time stood still. */
  suspend(): void {
    this.#suspended = true;
    this.#clearTimer();
    this.#steadyClock?.rest();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }

  /** Begins, or goes on after `suspend`: with a poll at once, unless news came a moment ago. */
  resume(): void {
    if (!this.#suspended) return;
    this.#listen();
    this.#schedule(Math.max(0, this.#newsAt + this.#interval() - this.#options.platform.clock.now()));
  }

  /** Stops for good, without a word. */
  dispose(): void {
    this.suspend();
    this.#running = false;
    this.#demandedAt = undefined;
  }

  #listen(): void {
    const { page } = this.#options.platform;
    const onWake = () => {
      this.#hasWoken = true;
      this.#schedule(0);
    };
    const onVisibilityChange = () => {
      if (page.isHidden()) this.#schedule(this.#interval());
      else onWake();
    };
    this.#suspended = false;
    this.#unsubscribe = [page.onVisibilityChange(onVisibilityChange), page.onOnline(onWake)];
  }

  async #ask(): Promise<Answer | Failure> {
    const isDemanded = this.#demandedAt !== undefined;
    this.#demandedAt = undefined;
    this.#hasWoken = false;
    const answer = await this.#refresh();
    this.#current = undefined;
    if (answer.ok) {
      this.#failures = 0;
      this.#notBefore = 0;
      this.#schedule(this.#interval());
    } else {
      const pause = this.#pause(answer);
      if (isDemanded) this.#demandAt(this.#options.platform.clock.now() + pause);
      this.#schedule(pause);
    }
    return answer;
  }

  /** Polls after so many milliseconds if polling runs, or when it is demanded, whatever comes first. */
  #schedule(milliseconds = Number.POSITIVE_INFINITY): void {
    this.#clearTimer();
    if (this.#suspended || this.#current) return;
    const { clock } = this.#options.platform;
    const now = clock.now();
    const wanted = Math.min(
      this.#running ? now + milliseconds : Number.POSITIVE_INFINITY,
      this.#demandedAt ?? Number.POSITIVE_INFINITY,
    );
    if (!Number.isFinite(wanted)) return;
    this.#due = Math.max(wanted, this.#notBefore, now);
    this.#setTimer();
  }

  /** The steady clock comes with the first timer that needs it. */
  #setTimer(): void {
    const { clock, page } = this.#options.platform;
    this.#timer = this.#timers.setTimeout(() => void this.poll(), this.#due - clock.now());
    if (!this.#steadyClock && page.isHidden()) {
      const ignore = () => undefined;
      this.#options.createSteadyClock?.().then((steady) => {
        this.#use(steady);
      }, ignore);
    }
  }

  /** A timer that runs goes on with the steady clock. */
  #use(clock: SteadyClock): void {
    const isRunning = this.#timer !== undefined;
    this.#clearTimer();
    this.#steadyClock ??= clock;
    if (isRunning) this.#setTimer();
  }

  #demandAt(time: number): void {
    this.#demandedAt = Math.min(this.#demandedAt ?? time, time);
  }

  /** Polls after so many milliseconds if it would not do so earlier. */
  #hasten(milliseconds: number): void {
    const due = this.#options.platform.clock.now() + milliseconds;
    if (this.#timer === undefined || due < this.#due) this.#schedule(milliseconds);
  }

  #clearTimer(): void {
    this.#timers.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #timers(): Pick<Clock, 'setTimeout' | 'clearTimeout'> {
    return this.#steadyClock ?? this.#options.platform.clock;
  }

  #interval(): number {
    const { clock, page } = this.#options.platform;
    const { live, idle, hidden } = this.#options.intervals();
    if (page.isHidden()) return hidden;
    return this.#liveUntil > clock.now() ? live : idle;
  }

  #pause({ kind, retryAfter = 0 }: Failure): number {
    // Given up by ourselves: that tells nothing of the server.
    if (kind === 'aborted') return 0;
    const { clock, random } = this.#options.platform;
    this.#failures += 1;
    this.#notBefore = clock.now() + retryAfter;
    return this.#hasWoken ? 0 : retryDelay(this.#failures, random());
  }
}
