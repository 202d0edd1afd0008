import type { Registry, Subscribers } from './bus-plugin.js';
import type { BusState } from './bus-state.js';

/** Every plugin with the short names of its commands and events. */
export function listPlugins(state: BusState): Registry {
  return Object.fromEntries(
    [...state.plugins].map(([name, { commands, events }]) => {
      const shorten = (fullName: string): string => fullName.slice(name.length + 1);
      return [name, { commands: [...commands.keys()].map(shorten), events: [...events].map(shorten) }];
    }),
  );
}

/** Every event that is subscribed to, with each subscriber's name once. */
export function listSubscribers(state: BusState): Subscribers {
  const names = new Map<string, Set<string>>();
  for (const { name, subscriptions } of state.plugins.values()) {
    for (const event of subscriptions.values()) {
      names.set(event, (names.get(event) ?? new Set()).add(name));
    }
  }
  return Object.fromEntries([...names].map(([event, subscribers]) => [event, [...subscribers]]));
}
