import { reportFailure } from './platform/report-error.js';

/** A value that changes, and tells of it. */
export interface ReadableStore<Value> {
  get(this: void): Value;
  /** Calls back at each change; returns how to stop. */
  listen(this: void, callback: (now: Value, before: Value) => void): () => void;
  /** Calls back now and at each change; returns how to stop. */
  subscribe(this: void, callback: (now: Value) => void): () => void;
}

/** The same store for its one owner. */
export interface Store<Value> extends ReadableStore<Value> {
  /** Takes a value; the same one again is no change. */
  set(this: void, value: Value): void;
}

/** Makes a store. What a listener throws is reported, and keeps neither the owner nor the other listeners from going on. */
export function createStore<Value>(value: Value): Store<Value> {
  const listeners = new Set<{ readonly callback: (now: Value, before: Value) => void }>();
  const listen: Store<Value>['listen'] = (callback) => {
    const listener = { callback };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get: () => value,
    listen,
    subscribe: (callback) => {
      callback(value);
      return listen(callback);
    },
    set(next) {
      if (Object.is(next, value)) return;
      const before = value;
      value = next;
      for (const listener of [...listeners]) {
        // One of them has set it again, of which all have been told.
        if (!Object.is(value, next)) return;
        if (!listeners.has(listener)) continue;
        try {
          listener.callback(next, before);
        } catch (error) {
          reportFailure(error);
        }
      }
    },
  };
}
