import type { Clock, Timer } from './clock.js';
import type { Platform } from './platform.js';
import type { TimerRequest } from './timer-worker.js';

/** A clock whose timers ring on time in hidden tabs too. */
export interface SteadyClock extends Clock {
  /** Ends the worker until another timer is set; timers that have not rung never do. */
  rest(): void;
}

interface Pending {
  readonly callback: () => void;
  /** By the page's clock. */
  readonly due: number;
  /** The same timer on the page's clock. */
  readonly timer: Timer;
}

/**
 * While nobody can see the page, a worker keeps the timers, since browsers let those of a hidden tab ring once a minute.
 * Each runs on the page's clock as well, and rings where it is due first: so none is lost while the worker starts, when it
 * cannot start (script of another origin, no `Worker`, forbidden by the page's policy), and when it dies or hangs.
 */
export function createSteadyClock({ clock, page }: Pick<Platform, 'clock' | 'page'>): SteadyClock {
  const pending = new Map<number, Pending>();
  let count = 0;
  let isWanted = false;
  let worker: Worker | undefined;

  const ask = (request: TimerRequest) => worker?.postMessage(request);
  const clear = (id: number) => {
    clock.clearTimeout(pending.get(id)?.timer);
    if (pending.delete(id)) ask({ id });
  };
  const ring = (id: number) => {
    const callback = pending.get(id)?.callback;
    clear(id);
    callback?.();
  };
  const endWorker = () => {
    worker?.terminate();
    worker = undefined;
  };

  const startWorker = async () => {
    const { startTimerWorker } = await import('./timer-worker.js');
    if (!isWanted || worker) return;
    worker = startTimerWorker();
    worker.onmessage = ({ data }: MessageEvent<number>) => ring(data);
    worker.onerror = (event) => {
      // Nothing is lost, so it is no error of the page, whose own error tracking would hear of it.
      event.preventDefault();
      endWorker();
    };
    for (const [id, { due }] of pending) ask({ id, milliseconds: due - clock.now() });
  };
  const want = (isNowWanted: boolean) => {
    if (isWanted === isNowWanted) return;
    isWanted = isNowWanted;
    // Without a worker there are ordinary timers; there is no better one until the page has been shown.
    if (isWanted) startWorker().catch(endWorker);
    else endWorker();
  };

  return {
    now: () => clock.now(),
    timeZone: () => clock.timeZone(),
    setTimeout: (callback, milliseconds) => {
      want(page.isHidden());
      count += 1;
      const id = count;
      const timer = clock.setTimeout(() => ring(id), milliseconds);
      pending.set(id, { callback, due: clock.now() + milliseconds, timer });
      ask({ id, milliseconds });
      // A timer is only ever given back to this clock.
      return id as unknown as Timer;
    },
    clearTimeout: (timer) => {
      clear(timer as unknown as number);
      if (!page.isHidden()) want(false);
    },
    rest: () => {
      for (const id of pending.keys()) clear(id);
      want(false);
    },
  };
}
