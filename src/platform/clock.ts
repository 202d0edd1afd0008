/** A running timer, to be given back to `clearTimeout`. */
export type Timer = ReturnType<typeof globalThis.setTimeout>;

/** Time, so that it can be stood still. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): Timer;
  clearTimeout(timer: Timer | undefined): void;
  /** Minutes ahead of UTC; west is negative. */
  timeZone(): number;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => {
    clearTimeout(timer);
  },
  timeZone: () => -new Date().getTimezoneOffset(),
};
