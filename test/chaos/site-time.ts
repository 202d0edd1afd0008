import { ManualClock } from '../support/manual-clock.js';

/** Turns of the event loop in which all that needs no time has happened. */
const turns = 12;

/**
 * The time of all tabs, of the network and of the server: it stands while anything happens, so that a schedule is the
 * same each time and waits for nothing.
 */
export class SiteTime extends ManualClock {
  constructor() {
    super(settle);
  }

  /** Resolves after that many milliseconds; rejects as soon as the signal aborts. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.clearTimeout(timer);
        reject(new DOMException('It was given up', 'AbortError'));
      };
      const timer = this.setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, milliseconds);
      if (signal?.aborted) onAbort();
      else signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Lets time pass until the promise is settled. */
  async until<Result>(promise: Promise<Result>): Promise<Result> {
    const state = { isSettled: false };
    const settled = promise.finally(() => {
      state.isSettled = true;
    });
    // Whoever waits for it hears of a failure.
    settled.catch(() => undefined);
    await this.tick(0);
    while (!state.isSettled) await this.tick(1);
    return settled;
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
