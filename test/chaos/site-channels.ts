import type { Tabs } from '../../src/platform/tabs.js';
import type { SiteTime } from './site-time.js';
import type { TabTasks } from './tab-tasks.js';

interface End {
  readonly name: string;
  readonly tasks: TabTasks;
  readonly onMessage: (message: unknown) => void;
}

/**
 * The channels of one site: copies of what a tab posts reach all other tabs a little later, in the order in which it was
 * posted, also when the tab that posted is gone by then.
 */
export class SiteChannels {
  readonly #ends = new Set<End>();
  /** Milliseconds that a word takes from one tab to another at most. */
  longestWay = 5;
  readonly #time: SiteTime;
  readonly #random: () => number;

  constructor(time: SiteTime, random: () => number) {
    this.#time = time;
    this.#random = random;
  }

  /** The channels as one tab uses them. */
  of(tasks: TabTasks): Tabs['open'] {
    return (name, onMessage) => {
      const end: End = { name, tasks, onMessage };
      const ways = new Map<End, Promise<void>>();
      if (!tasks.isGone) this.#ends.add(end);
      return {
        post: (message) => {
          if (!this.#ends.has(end)) return;
          for (const other of this.#ends) {
            if (other === end || other.name !== name) continue;
            ways.set(other, this.#carry(structuredClone(message), other, ways.get(other)));
          }
        },
        close: () => void this.#ends.delete(end),
      };
    };
  }

  /** The tab is gone, so nobody hears at its ends. */
  free(tasks: TabTasks): void {
    for (const end of this.#ends) if (end.tasks === tasks) this.#ends.delete(end);
  }

  /** Delivers after what was posted before. */
  async #carry(copy: unknown, to: End, before: Promise<void> | undefined): Promise<void> {
    await Promise.all([before, this.#time.wait(Math.floor(this.#random() * (this.longestWay + 1)))]);
    to.tasks.run(() => {
      if (this.#ends.has(to)) to.onMessage(copy);
    });
  }
}
