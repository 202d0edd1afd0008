import { setTimeout as wait } from 'node:timers/promises';

/** The local server's only source of time, so that tests can move it instead of waiting. */
export interface Clock {
  /** Now, in milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after that many milliseconds, or as soon as the signal aborts. Never rejects. */
  readonly delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  delay: async (milliseconds, signal) => {
    // The only rejection is the abort, which is a reason to go on, not an error.
    await wait(milliseconds, undefined, { signal }).catch(() => undefined);
  },
};
