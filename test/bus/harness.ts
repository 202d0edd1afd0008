import { createBus } from '../../src/bus/index.js';
import type { Bus, BusPlugin } from '../../src/bus/index.js';

/** A bus with a clock that stands at `time` and a log that is kept. */
export function makeBus(time = 1_700_000_000_000): { bus: Bus; errors: string[] } {
  const errors: string[] = [];
  const logger = { error: (message: string) => void errors.push(message), warn: () => {} };
  return { bus: createBus({ logger, clock: { now: () => time } }), errors };
}

/** A plugin that must not be refused. */
export function join(bus: Bus, name: string): BusPlugin {
  const plugin = bus.registerPlugin(name);
  if (!plugin) throw new Error(`${name} was refused`);
  return plugin;
}

/** A ready plugin with commands given as functions from options to results. */
export function offer(bus: Bus, name: string, commands: Record<string, (data: unknown) => unknown>): BusPlugin {
  const plugin = join(bus, name);
  for (const [command, answer] of Object.entries(commands)) {
    plugin.registerCommand(command, (call) => {
      call.deferred.resolve(answer(call.data));
    });
  }
  plugin.ready();
  return plugin;
}

/** What is handed to the page's `reportError` while `run` runs, which nothing else sees. */
export async function failuresOf(run: () => unknown): Promise<unknown[]> {
  const original = globalThis.reportError;
  const failures: unknown[] = [];
  globalThis.reportError = (error) => void failures.push(error);
  try {
    await run();
    await settled();
  } finally {
    globalThis.reportError = original;
  }
  return failures;
}

/** All promise callbacks that are due have run: the browser does them before the next task. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** The reason a promise is rejected with. */
export async function reasonOf(promise: PromiseLike<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (reason) {
    return reason;
  }
  throw new Error(`resolved with ${String(value)}`);
}
