import { reportFailure } from '../platform/report-error.js';

/** One callback or a list of them, as jQuery takes both. */
export type Callbacks<T> = ((value: T) => unknown) | readonly ((value: T) => unknown)[];

const inTurn =
  <T>(callbacks: readonly Callbacks<T>[]) =>
  (value: T): void => {
    for (const callback of callbacks.flat()) {
      try {
        // Old code passes optional callbacks unchecked; jQuery skips what is no function.
        if (typeof callback === 'function') callback(value);
      } catch (error) {
        reportFailure(error);
      }
    }
  };

/**
 * A promise that also speaks the jQuery dialect of old bus code.
 *
 * `done`, `fail` and `always` return the promise itself, take one or several
 * callbacks or lists of them, and run these in order; one that throws is reported
 * to the page and stops nothing. Having called any of them counts as handling a
 * rejection. What `then`, `catch` and `finally` return has the three methods too at
 * run time, and is otherwise an ordinary promise.
 */
export class Deferred<T> extends Promise<T> {
  /** Runs the callbacks with the value once resolved. */
  done(...callbacks: Callbacks<T>[]): this {
    this.then(inTurn(callbacks), () => {});
    return this;
  }

  /** Runs the callbacks with the reason once rejected. */
  fail(...callbacks: Callbacks<unknown>[]): this {
    this.then(undefined, inTurn(callbacks));
    return this;
  }

  /** Runs the callbacks once settled, with the value or the reason. */
  always(...callbacks: Callbacks<unknown>[]): this {
    const run = inTurn(callbacks);
    this.then(run, run);
    return this;
  }
}

/**
 * A deferred whose rejection may be ignored: old code calls commands without
 * looking at the outcome, which must not become an `unhandledrejection` of the
 * page. `await`, `catch` and `fail` still see the rejection.
 */
export function ignorable<T>(
  executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void,
): Deferred<T> {
  return new Deferred<T>(executor).fail();
}
