import { reportFailure } from '../platform/report-error.js';
import type { BusEvent, Undo } from './bus-plugin.js';
import { pluginOf } from './bus-state.js';
import type { BusState, PluginRecord } from './bus-state.js';

/** The name under which the emitter sends every event; no event can have it, as it lacks a dot. */
const everyEvent = '*';

/** How an event goes out: kept for later subscribers, or to one plugin only. */
interface Delivery {
  keep?: boolean;
  onlyTo?: string;
}

/** Publishes an event, given by its short name, to those subscribed at this moment. Always `true`. */
export function publishEvent(
  publisher: PluginRecord,
  shortName: string,
  data: unknown,
  { keep, onlyTo }: Delivery = {},
): boolean {
  const name = `${publisher.name}.${shortName}`;
  const event: BusEvent = { event: name, publisher: publisher.name, data, time: publisher.bus.clock.now() };
  publisher.events.add(name);
  if (keep) publisher.kept.set(name, event);
  publisher.bus.emitter.emit(name, event, onlyTo);
  if (onlyTo === undefined) publisher.bus.emitter.emit(everyEvent, event);
  return true;
}

/** Subscribes a plugin to an event, which it gets at once if one is kept. */
export function subscribeTo(subscriber: PluginRecord, name: string, callback: (event: BusEvent) => unknown): Undo {
  const stopListening = listen(subscriber.bus, name, callback, subscriber.name);
  const stop = (): void => {
    subscriber.subscriptions.delete(stop);
    stopListening();
  };
  subscriber.subscriptions.set(stop, name);
  const kept = subscriber.bus.plugins.get(pluginOf(name))?.kept.get(name);
  if (kept) hand(kept, callback);
  return stop;
}

/** Listens to every event of every plugin, but for direct ones. */
export function listenToAll(bus: BusState, callback: (event: BusEvent) => unknown): Undo {
  return listen(bus, everyEvent, callback);
}

function listen(bus: BusState, name: string, callback: (event: BusEvent) => unknown, listener?: string): Undo {
  const { emitter } = bus;
  let isListening = true;
  const off = emitter.on(name, (event, onlyTo) => {
    // The emitter still calls who was removed while it was emitting.
    if (isListening && (onlyTo === undefined || onlyTo === listener)) hand(event, callback);
  });
  return () => {
    isListening = false;
    off();
    // The emitter would keep an empty list for every name ever listened to.
    if (!emitter.events[name]?.length) Reflect.deleteProperty(emitter.events, name);
  };
}

function hand(event: BusEvent, callback: (event: BusEvent) => unknown): void {
  try {
    callback({ ...event });
  } catch (error) {
    reportFailure(error);
  }
}
