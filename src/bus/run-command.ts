import { reportFailure } from '../platform/report-error.js';
import type { CommandCall } from './bus-plugin.js';
import { pluginOf } from './bus-state.js';
import type { BusState, Interception, PluginRecord } from './bus-state.js';
import { Deferred, ignorable } from './deferred.js';
import { isObject } from './misuse.js';

/**
 * Calls a command on behalf of a plugin.
 *
 * The handler never starts within the call, even if nothing has to be waited for:
 * a caller sees the same order of things on the first and on every later call.
 */
export function runCommand(caller: PluginRecord, command: string, options: object): Deferred<unknown> {
  const { bus } = caller;
  const name = pluginOf(command);
  return ignorable((resolve, reject) => {
    const start = (target: PluginRecord): void => {
      const { unanswered } = target;
      const answer =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          unanswered.delete(reject);
          settle(value);
        };
      unanswered.add(reject);
      void handle(target, {
        data: options,
        deferred: { resolve: answer(resolve), reject: answer(reject) },
        commander: caller.name,
        command,
        time: bus.clock.now(),
      });
    };
    const target = bus.plugins.get(name);
    if (target) start(target);
    else {
      void find(bus, name).then((found) => {
        if (typeof found === 'string') reject(found);
        else start(found);
      });
    }
  });
}

/** A plugin that is not on the bus yet, or why there is none. */
async function find(bus: BusState, name: string): Promise<PluginRecord | string> {
  const reason = await bus.findPlugin?.(name);
  return bus.plugins.get(name) ?? reason ?? `Unknown plugin: ${name}`;
}

async function handle(target: PluginRecord, call: CommandCall<object>): Promise<void> {
  const { command, deferred } = call;
  const { interceptions } = target.bus;
  await target.whenReady;
  if (!target.commands.has(command)) {
    deferred.reject(`Unknown command: ${command}`);
    return;
  }
  for (const interception of [...interceptions]) {
    if (interception.command !== command || !interceptions.has(interception)) continue;
    const answer = await ask(interception, call.data);
    if (answer === false) {
      deferred.reject(`Command was cancelled by ${interception.plugin}`);
      return;
    }
    if (isObject(answer)) call.data = answer;
  }
  try {
    // No handler when the plugin has left meanwhile; its callers have been told.
    const returned = target.commands.get(command)?.(call);
    // `return plugin.command(…)` is common; that promise's failure is no failure of the handler.
    if (!(returned instanceof Deferred)) await returned;
  } catch (error) {
    deferred.reject(error);
    reportFailure(error);
  }
}

async function ask(interception: Interception, options: object): Promise<unknown> {
  try {
    return await interception.run(options);
  } catch (error) {
    reportFailure(error);
    return undefined;
  }
}
