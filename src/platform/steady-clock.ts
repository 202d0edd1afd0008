import { systemClock, type Clock, type Timer } from './clock.js';
import type { TimerRequest } from './timer-worker.js';

/** A clock whose timers ring on time in hidden tabs too. */
export interface SteadyClock extends Clock {
  /** Ends the worker; timers that have not rung never do. */
  dispose(): void;
}

interface Pending {
  readonly callback: () => void;
  /** By the fallback clock. */
  readonly due: number;
  /** The same timer on the fallback clock. */
  readonly timer: Timer;
}

/**
 * Starts a worker to keep the timers, since browsers let those of a hidden tab ring once a minute. Each runs on the fallback
 * clock as well, and rings where it is due first: so none is lost while the worker starts, when it cannot start (script
 * of another origin, no `Worker`, forbidden by the page's policy), and when it dies or hangs.
 */
export function createSteadyClock(fallback: Clock = systemClock): SteadyClock {
  const pending = new Map<number, Pending>();
  let count = 0;
  let isDisposed = false;
  let worker: Worker | undefined;

  const ask = (request: TimerRequest) => worker?.postMessage(request);
  const clear = (id: number) => {
    fallback.clearTimeout(pending.get(id)?.timer);
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
    if (isDisposed) return;
    worker = startTimerWorker();
    worker.onmessage = ({ data }: MessageEvent<number>) => ring(data);
    worker.onerror = (event) => {
      // Nothing is lost, so it is no error of the page, whose own error tracking would hear of it.
      event.preventDefault();
      endWorker();
    };
    for (const [id, { due }] of pending) ask({ id, milliseconds: due - fallback.now() });
  };
  // Without a worker there are ordinary timers.
  startWorker().catch(endWorker);

  return {
    now: () => fallback.now(),
    timeZone: () => fallback.timeZone(),
    setTimeout: (callback, milliseconds) => {
      count += 1;
      const id = count;
      if (!isDisposed) {
        const timer = fallback.setTimeout(() => ring(id), milliseconds);
        pending.set(id, { callback, due: fallback.now() + milliseconds, timer });
        ask({ id, milliseconds });
      }
      // A timer is only ever given back to this clock.
      return id as unknown as Timer;
    },
    clearTimeout: (timer) => clear(timer as unknown as number),
    dispose: () => {
      isDisposed = true;
      endWorker();
      for (const id of pending.keys()) clear(id);
    },
  };
}
