/**
 * The event loop of one tab. Whatever comes from outside, such as timers, answers and words of other tabs, runs as a
 * task of the tab: it waits while the tab is frozen, and never runs once the tab is gone.
 */
export class TabTasks {
  #state: 'running' | 'frozen' | 'gone' = 'running';
  #waiting: (() => void)[] = [];

  get isFrozen(): boolean {
    return this.#state === 'frozen';
  }

  get isGone(): boolean {
    return this.#state === 'gone';
  }

  /** Runs the task now, or when the tab is thawed, or never. */
  run(task: () => void): void {
    if (this.#state === 'running') task();
    else if (this.#state === 'frozen') this.#waiting.push(task);
  }

  freeze(): void {
    if (this.#state === 'running') this.#state = 'frozen';
  }

  /** Goes on, at first with what has waited, each in a turn of its own. */
  thaw(): void {
    if (this.#state !== 'frozen') return;
    this.#state = 'running';
    for (const task of this.#waiting.splice(0)) {
      setImmediate(() => {
        this.run(task);
      });
    }
  }

  /** Nothing of the tab runs any more. */
  end(): void {
    this.#state = 'gone';
    this.#waiting = [];
  }
}
