// This module is two programs: in the page it starts the worker, and in the worker, whose script is this same file, it
// keeps the timers. So there is one address, which every server and the policy know. Import it dynamically and import
// nothing into it that others use: it must stay a file of its own, since the rest of the product wants a document.
import { trustOnly } from './trusted-types.js';

/** Asks the worker to give the number back after so long; without a time, to forget it, which also those that rang need. */
export interface TimerRequest {
  readonly id: number;
  readonly milliseconds?: number;
}

/** What is used here of the global scope, be it a page's, a worker's or Node's. */
interface Scope {
  readonly name?: unknown;
  readonly document?: unknown;
  onmessage: (event: MessageEvent<TimerRequest>) => void;
  readonly postMessage: (id: number) => void;
}

const workerName = 'genesys-webchat timers';
const scope = globalThis as unknown as Scope;

// By name, since a site may run the service in a worker of its own, whose messages are not ours.
if (scope.name === workerName && !scope.document) keepTimers();

/**
 * Starts a worker that takes timer requests and posts the numbers of those that ring.
 * @throws {Error} When the browser, the page's policy or the script's origin does not let it, which may also come later as
 *   the worker's `error` event. And when there is no document: then no tab hides, and the timers of Node and workers keep time.
 */
export function startTimerWorker(): Worker {
  const url = import.meta.url;
  // Of another origin it would be refused, and some browsers write that to the console. And where a site's bundler has put
  // everything in one file, the worker would run the site's own program a second time.
  const isLinked = Array.from(document.scripts).some(({ src }) => src === url);
  if (isLinked || !url.startsWith(`${origin}/`)) throw new TypeError(url);
  return new Worker(trustOnly(url).createScriptURL(url), { type: 'module', name: workerName });
}

function keepTimers(): void {
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  scope.onmessage = ({ data: { id, milliseconds } }) => {
    if (milliseconds === undefined) {
      clearTimeout(timers.get(id));
      timers.delete(id);
    } else {
      timers.set(id, setTimeout(scope.postMessage, milliseconds, id));
    }
  };
}
