import type { Clock, Timer } from '../../src/platform/clock.js';
import { settled } from '../bus/harness.js';

interface Due {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands until it is moved. */
export class FakeClock implements Clock {
  #now: number;
  #count = 0;
  readonly #timers = new Map<number, Due>();

  constructor(now = 1_700_000_000_000) {
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
    await settled();
    for (let next = this.#nextDue(end); next; next = this.#nextDue(end)) {
      const [id, { at, callback }] = next;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, at);
      callback();
      await settled();
    }
    this.#now = end;
  }

  #nextDue(end: number): [number, Due] | undefined {
    const due = [...this.#timers].filter(([, { at }]) => at <= end);
    return due.sort(([id, { at }], [otherId, other]) => at - other.at || id - otherId)[0];
  }
}
