import { names } from '../../src/plugins/names.js';
import { neighbourNames } from '../../src/plugins/neighbour-names.js';

/** What a plugin of the chat has, by name. */
export interface KnownPlugin {
  readonly commands: readonly string[];
  readonly events: readonly string[];
}

/** The plugins that are here. */
export const knownPlugins: ReadonlyMap<string, KnownPlugin> = new Map(Object.entries({ ...names, ...neighbourNames }));
