import { systemClock, type Clock, type Timer } from '../../src/platform/clock.js';
import type { TabTasks } from './tab-tasks.js';

/** The machine's time, whose timers ring as tasks of one tab. */
export class TabClock implements Clock {
  readonly #tasks: TabTasks;
  readonly #live = new Set<Timer>();

  constructor(tasks: TabTasks) {
    this.#tasks = tasks;
  }

  /** Timers that were set and have neither run nor been cleared. */
  get liveTimers(): number {
    return this.#live.size;
  }

  now(): number {
    return systemClock.now();
  }

  setTimeout(callback: () => void, milliseconds: number): Timer {
    const timer = systemClock.setTimeout(() => {
      this.#tasks.run(() => {
        // Cleared while the tab was frozen.
        if (this.#live.delete(timer)) callback();
      });
    }, milliseconds);
    this.#live.add(timer);
    return timer;
  }

  clearTimeout(timer: Timer | undefined): void {
    if (timer) this.#live.delete(timer);
    systemClock.clearTimeout(timer);
  }

  timeZone(): number {
    return 60;
  }

  /** No timer rings any more. */
  end(): void {
    for (const timer of this.#live) systemClock.clearTimeout(timer);
  }
}
