import type { BusEvent, BusPlugin, CommandHandler, Interceptor } from './bus-plugin.js';
import { pluginOf, removePlugin } from './bus-state.js';
import type { Interception, PluginRecord } from './bus-state.js';
import type { Catalogue } from './catalogue.js';
import { ignorable } from './deferred.js';
import type { Deferred } from './deferred.js';
import { publishEvent, subscribeTo } from './events.js';
import { listPlugins, listSubscribers } from './listings.js';
import { aFunction, anObject, complainTaken, fullName, guarded, misuse, shortName, shortNames } from './misuse.js';
import { runCommand } from './run-command.js';

/** A plugin's end of the bus, made of closures so that its methods work detached. */
export function createPlugin<C extends Catalogue, Name extends string>(record: PluginRecord): BusPlugin<C, Name> {
  const { name, bus } = record;
  const plugin = {
    ...commandMethods(record),
    ...eventMethods(record),

    registry: () => listPlugins(bus),
    subscribers: () => listSubscribers(bus),
    namespace: () => name,

    ready: guarded(record, 'ready', [], () => {
      record.markReady();
      return true;
    }),

    data(...given: [key: string, value?: unknown]): unknown {
      const [key, value] = given;
      const isWrite = given.length > 1;
      const isOwn = isWrite || shortName[1](key);
      if (misuse(record, 'data', [isOwn ? shortName : fullName], given)) return false;
      const full = isOwn ? `${name}.${key}` : key;
      if (!isWrite) return bus.plugins.get(pluginOf(full))?.data.get(full);
      record.data.set(full, value);
      return true;
    },

    unregister: guarded(record, 'unregister', [], () => {
      removePlugin(record);
      return true;
    }),
  } satisfies Record<keyof BusPlugin, unknown>;

  // The catalogue exists for the compiler alone: at run time every name is a text, all data unknown.
  return plugin as BusPlugin<C, Name>;
}

function commandMethods(record: PluginRecord) {
  const { name, bus } = record;
  return {
    registerCommand: guarded(
      record,
      'registerCommand',
      [shortName, aFunction],
      (command: string, handler: CommandHandler) => {
        const full = `${name}.${command}`;
        if (record.commands.has(full)) return complainTaken(record, 'registerCommand', command);
        record.commands.set(full, handler);
        return true;
      },
    ),

    command(command: string, options?: object): Deferred<unknown> {
      // Old code passes null for no options.
      const given = options ?? {};
      const problem = misuse(record, 'command', [fullName, anObject], [command, given]);
      return problem ? ignorable((_, reject) => reject(problem)) : runCommand(record, command, given);
    },

    before: guarded(record, 'before', [fullName, aFunction], (command: string, run: Interceptor<object>) => {
      const interception: Interception = { plugin: name, command, run };
      bus.interceptions.add(interception);
      return () => {
        bus.interceptions.delete(interception);
      };
    }),
  };
}

function eventMethods(record: PluginRecord) {
  return {
    registerEvents: guarded(record, 'registerEvents', [shortNames], (events: readonly string[]) => {
      for (const event of events) record.events.add(`${record.name}.${event}`);
      return true;
    }),

    subscribe: guarded(
      record,
      'subscribe',
      [fullName, aFunction],
      (event: string, callback: (event: BusEvent) => unknown) => subscribeTo(record, event, callback),
    ),

    publish: guarded(record, 'publish', [shortName], (event: string, data?: unknown) =>
      publishEvent(record, event, data),
    ),

    republish: guarded(record, 'republish', [shortName], (event: string, data?: unknown) =>
      publishEvent(record, event, data, { keep: true }),
    ),

    publishDirect: guarded(
      record,
      'publishDirect',
      [shortName, shortName],
      (onlyTo: string, event: string, data?: unknown) => publishEvent(record, event, data, { onlyTo }),
    ),
  };
}
