import type { Emitter } from 'nanoevents';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/logger.js';
import type { BusOptions } from './bus.js';
import type { BusEvent, CommandHandler, Interceptor, Undo } from './bus-plugin.js';

/** All that the bus holds of one plugin, so that dropping this drops the plugin. Keys are full names. */
export interface PluginRecord {
  readonly bus: BusState;
  readonly name: string;
  /** Resolves when the plugin may run commands. */
  readonly whenReady: Promise<void>;
  readonly markReady: () => void;
  readonly commands: Map<string, CommandHandler>;
  readonly events: Set<string>;
  /** The last republished event of each name. */
  readonly kept: Map<string, BusEvent>;
  readonly data: Map<string, unknown>;
  /** How to end each subscription the plugin made, with the event's full name. */
  readonly subscriptions: Map<Undo, string>;
  /** How to reject each command called on the plugin and not answered yet. */
  readonly unanswered: Set<(reason: string) => void>;
}

/** An interceptor with the command it waits for and the name of the plugin it belongs to. */
export interface Interception {
  readonly plugin: string;
  readonly command: string;
  readonly run: Interceptor<object>;
}

/** What all plugins of one bus share. */
export interface BusState {
  readonly plugins: Map<string, PluginRecord>;
  readonly interceptions: Set<Interception>;
  /** Emits under full names, and everything but direct events under `*` too. */
  readonly emitter: Emitter<Record<string, (event: BusEvent, onlyTo?: string) => void>>;
  readonly logger: Logger;
  readonly clock: Pick<Clock, 'now'>;
  readonly findPlugin: BusOptions['findPlugin'];
}

/** A new plugin's record, added to the bus. */
export function addPlugin(bus: BusState, name: string): PluginRecord {
  let resolve = (): void => {};
  const record: PluginRecord = {
    bus,
    name,
    whenReady: new Promise((onReady) => {
      resolve = onReady;
    }),
    markReady: () => resolve(),
    commands: new Map(),
    events: new Set(),
    kept: new Map(),
    data: new Map(),
    subscriptions: new Map(),
    unanswered: new Set(),
  };
  bus.plugins.set(name, record);
  return record;
}

/** Whether the plugin is still on the bus; another may have its name by now. */
export function isPresent(record: PluginRecord): boolean {
  return record.bus.plugins.get(record.name) === record;
}

/** Takes a plugin off the bus with all that is its own. */
export function removePlugin(record: PluginRecord): void {
  record.bus.plugins.delete(record.name);
  for (const interception of record.bus.interceptions) {
    if (interception.plugin === record.name) record.bus.interceptions.delete(interception);
  }
  for (const stop of record.subscriptions.keys()) stop();
  // Those still waiting to be run find nothing.
  record.commands.clear();
  for (const reject of record.unanswered) reject(`Plugin was unregistered: ${record.name}`);
}

/** The plugin's part of a full name. */
export function pluginOf(fullName: string): string {
  return fullName.slice(0, fullName.indexOf('.'));
}
