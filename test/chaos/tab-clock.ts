import type { Clock, Timer } from '../../src/platform/clock.js';
import type { SiteTime } from './site-time.js';
import type { TabTasks } from './tab-tasks.js';

/** The site's time, whose timers ring as tasks of one tab. */
export class TabClock implements Clock {
  readonly #time: SiteTime;
  readonly #tasks: TabTasks;
  readonly #live = new Set<Timer>();

  constructor(time: SiteTime, tasks: TabTasks) {
    this.#time = time;
    this.#tasks = tasks;
  }

  /** Timers that were set and have neither run nor been cleared. */
  get liveTimers(): number {
    return this.#live.size;
  }

  now(): number {
    return this.#time.now();
  }

  setTimeout(callback: () => void, milliseconds: number): Timer {
    const timer = this.#time.setTimeout(() => {
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
    this.#time.clearTimeout(timer);
  }

  timeZone(): number {
    return 60;
  }

  /** No timer rings any more. */
  end(): void {
    for (const timer of this.#live) this.#time.clearTimeout(timer);
  }
}
