import type { Clock, Timer } from '../../src/platform/clock.js';

/** A clock that stands until it is moved. */
export class ManualClock implements Clock {
  #now: number;
  #count = 0;
  readonly #settle: () => Promise<void>;
  readonly #timers = new Map<number, { readonly at: number; readonly callback: () => void }>();

  /** `settle` lets all promise callbacks run that are due. */
  constructor(settle: () => Promise<void>, now = 1_700_000_000_000) {
    this.#settle = settle;
    this.#now = now;
  }

  /** Timers that were set and have neither run nor been cleared. */
  get liveTimers(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, milliseconds: number): Timer {
    this.#count += 1;
    this.#timers.set(this.#count, { at: this.#now + milliseconds, callback });
    // A timer is only ever given back to this clock.
    return this.#count as unknown as Timer;
  }

  clearTimeout(timer: Timer | undefined): void {
    this.#timers.delete(timer as unknown as number);
  }

  timeZone(): number {
    return 60;
  }

  /** Moves on by so much. What is due on the way runs in order, and promises settle after each. */
  async tick(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await this.#settle();
    for (let id = this.#nextDue(end); id !== undefined; id = this.#nextDue(end)) {
      const { at, callback } = this.#timers.get(id)!;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      callback();
      await this.#settle();
    }
    this.#now = end;
  }

  /** The machine sleeps for so long: no timer rings meanwhile, and what is due by then rings at once, all of it late. */
  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    await this.tick(0);
  }

  #nextDue(end: number): number | undefined {
    let [due, earliest]: [number | undefined, number] = [undefined, end];
    for (const [id, { at }] of this.#timers) {
      if (at < earliest || (at === earliest && due === undefined)) [due, earliest] = [id, at];
    }
    return due;
  }
}
