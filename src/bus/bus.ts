import { createNanoEvents } from 'nanoevents';
import { systemClock } from '../platform/clock.js';
import type { Clock } from '../platform/clock.js';
import { consoleLogger } from '../platform/logger.js';
import type { Logger } from '../platform/logger.js';
import type { BusEvent, BusPlugin, Undo } from './bus-plugin.js';
import { addPlugin, removePlugin } from './bus-state.js';
import type { BusState } from './bus-state.js';
import type { Catalogue } from './catalogue.js';
import { createPlugin } from './create-plugin.js';
import { listenToAll } from './events.js';
import { aFunction, complain, complainTaken, guarded, shortName } from './misuse.js';

/**
 * The bus: where plugins register. It is a plugin too, named `CXBus` and always
 * ready, so that a page can use it without registering one; only `unregister` is
 * refused, as others hold on to it.
 */
export interface Bus<C extends Catalogue = Catalogue> extends BusPlugin<C, 'CXBus'> {
  /**
   * Adds a plugin. `false`, and an error in the log, when the name is taken, empty or has a dot.
   */
  registerPlugin<Name extends string>(this: void, name: Name): BusPlugin<C, Name> | false;

  /**
   * Calls back at every event of every plugin, after its subscribers; direct events
   * stay private. Works until undone or until the bus is disposed of.
   */
  observe(this: void, callback: (event: BusEvent) => unknown): Undo | false;

  /**
   * Removes all plugins and what they hold, rejects the commands not answered yet,
   * and leaves every method as if its plugin were unregistered. For the bus's owner.
   */
  dispose(this: void): void;
}

/** What a bus needs from its surroundings; a whole `Platform` will do. */
export interface BusOptions {
  /** Where misuse is told. Default: the console. */
  logger?: Logger;
  /** What tells the time of events and calls. Default: the system's clock. */
  clock?: Pick<Clock, 'now'>;
  /**
   * Is asked for a plugin that a command is called on and that is not there; the command waits. It may register the
   * plugin, or resolve with why there is none, which the command is then rejected with. Default: there is none.
   */
  findPlugin?: ((name: string) => Promise<string | undefined>) | undefined;
}

/** A bus without plugins but itself. */
export function createBus<C extends Catalogue = Catalogue>(options: BusOptions = {}): Bus<C> {
  const { logger = consoleLogger, clock = systemClock, findPlugin } = options;
  const emitter: BusState['emitter'] = createNanoEvents();
  const state: BusState = { plugins: new Map(), interceptions: new Set(), emitter, logger, clock, findPlugin };
  const own = addPlugin(state, 'CXBus');
  own.markReady();

  return {
    ...createPlugin<C, 'CXBus'>(own),
    registerPlugin: guarded(own, 'registerPlugin', [shortName], <Name extends string>(name: Name) => {
      if (state.plugins.has(name)) return complainTaken(own, 'registerPlugin', name);
      return createPlugin<C, Name>(addPlugin(state, name));
    }),
    observe: guarded(own, 'observe', [aFunction], (callback: (event: BusEvent) => unknown) =>
      listenToAll(state, callback),
    ),
    unregister() {
      complain(own, 'unregister', 'is not possible, as others use the bus');
      return false;
    },
    dispose() {
      for (const record of state.plugins.values()) removePlugin(record);
      state.emitter.events = {};
    },
  };
}
