import { isPresent } from './bus-state.js';
import type { PluginRecord } from './bus-state.js';

/** A kind of argument: how a message writes it, and what passes for one. */
export type Kind = readonly [label: string, accepts: (value: unknown) => boolean];

const aName = (label: string, form: RegExp): Kind => [label, (value) => typeof value === 'string' && form.test(value)];

/** Names a plugin, or something within a plugin's namespace. */
export const shortName: Kind = aName("'name'", /^[^.]+$/);
/** Names something of any plugin. */
export const fullName: Kind = aName("'Plugin.name'", /^[^.]+\.[^.]+$/);
export const shortNames: Kind = ["['name', …]", (value) => Array.isArray(value) && value.every(shortName[1])];
export const aFunction: Kind = ['function', (value) => typeof value === 'function'];
export const anObject: Kind = ['object', isObject];

/** Whether this can be a command's options. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Tells the site's developer what is wrong with a call of a plugin's method; returns the message. */
export function complain(plugin: PluginRecord, method: string, problem: string): string {
  const message = `${plugin.name}.${method} ${problem}`;
  plugin.bus.logger.error(message);
  return message;
}

/** Complains about a name that something else has already. Always `false`, as the method then answers. */
export function complainTaken(plugin: PluginRecord, method: string, name: string): false {
  complain(plugin, method, `got '${name}', which is taken`);
  return false;
}

/**
 * Why a call cannot be done, told to the site's developer: the plugin has left, or
 * the arguments are not of the kinds that the method takes. Empty when it can be done.
 */
export function misuse(
  plugin: PluginRecord,
  method: string,
  kinds: readonly Kind[],
  given: readonly unknown[],
): string {
  if (!isPresent(plugin)) return complain(plugin, method, 'was called after unregister');
  if (kinds.every(([, accepts], index) => accepts(given[index]))) return '';
  const takes = kinds.map(([label]) => label).join(', ');
  const got = given.map((value) => (typeof value === 'string' ? `'${value}'` : typeof value)).join(', ');
  return complain(plugin, method, `takes (${takes}), got (${got})`);
}

/** A method of a plugin, which answers misuse with `false`. */
export function guarded<Given extends unknown[], Answer>(
  plugin: PluginRecord,
  method: string,
  kinds: readonly Kind[],
  run: (...given: Given) => Answer,
): (...given: Given) => Answer | false {
  return (...given) => !misuse(plugin, method, kinds, given) && run(...given);
}
