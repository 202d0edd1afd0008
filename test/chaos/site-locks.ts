import type { Tabs } from '../../src/platform/tabs.js';
import type { TabTasks } from './tab-tasks.js';

interface LockRequest {
  readonly tasks: TabTasks;
  readonly note: (what: string) => void;
  readonly signal: AbortSignal | undefined;
  readonly whileHeld: () => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** The locks of one site, with the rules of Web Locks: first come first served, may be stolen, freed when a tab goes. */
export class SiteLocks {
  /** By name; the first of each has the lock. */
  readonly #queues = new Map<string, LockRequest[]>();

  /** The locks as one tab uses them. */
  of(tasks: TabTasks, note: (what: string) => void): Tabs['lock'] {
    return (name, { steal = false, signal }, whileHeld) =>
      new Promise<void>((resolve, reject) => {
        if (tasks.isGone) return;
        const request = { tasks, note, signal, whileHeld, resolve, reject };
        if (signal?.aborted) reject(abortError());
        else if (steal) this.#steal(name, request);
        else this.#wait(name, request);
      });
  }

  /** The tab is gone, and with it all that it held or waited for. */
  free(tasks: TabTasks): void {
    for (const [name, queue] of this.#queues) {
      for (const request of queue.filter((each) => each.tasks === tasks)) this.#leave(name, request);
    }
  }

  #steal(name: string, request: LockRequest): void {
    const queue = this.#queue(name);
    const robbed = queue.shift();
    robbed?.tasks.run(() => {
      robbed.reject(abortError());
    });
    queue.unshift(request);
    this.#grant(name, request);
  }

  #wait(name: string, request: LockRequest): void {
    const queue = this.#queue(name);
    queue.push(request);
    request.signal?.addEventListener('abort', () => {
      // Who has the lock keeps it: the signal ends the waiting alone.
      if (queue.indexOf(request) < 1) return;
      this.#leave(name, request);
      request.reject(abortError());
    });
    if (queue[0] === request) this.#grant(name, request);
  }

  #grant(name: string, request: LockRequest): void {
    const { tasks, note, signal, whileHeld, resolve, reject } = request;
    const hold = async () => {
      try {
        if (this.#queue(name)[0] !== request) return;
        if (signal?.aborted) throw abortError();
        note(`has the lock ${name.split('/').at(-1) ?? ''}`);
        await whileHeld();
        resolve();
      } catch (error) {
        reject(error);
      } finally {
        this.#leave(name, request);
      }
    };
    setImmediate(() => {
      tasks.run(() => void hold());
    });
  }

  #leave(name: string, request: LockRequest): void {
    const queue = this.#queue(name);
    const place = queue.indexOf(request);
    if (place < 0) return;
    queue.splice(place, 1);
    if (place === 0 && queue[0]) this.#grant(name, queue[0]);
  }

  #queue(name: string): LockRequest[] {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return queue;
  }
}

function abortError(): DOMException {
  return new DOMException('The lock request was aborted', 'AbortError');
}
