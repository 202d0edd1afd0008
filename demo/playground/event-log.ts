import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { names } from '../../src/plugins/names.js';
import { neighbourNames } from '../../src/plugins/neighbour-names.js';

/** By which ways the page could hear of it: the bus, the event under its full name, the one under its bare name. */
export type Channel = 'bus' | 'full' | 'bare';

/** Something that happened. */
export interface LogEntry {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly time: number;
  /** The full name. */
  readonly name: string;
  readonly data: unknown;
  readonly channels: readonly Channel[];
}

/** Entries are forgotten beyond so many. */
const limit = 500;

/** The full name behind each bare one; where two plugins have it, that of the service. */
const bareNames = new Map(
  (['WebChat', 'WebChatService'] as const).flatMap((plugin) =>
    names[plugin].events.map((name): [string, string] => [name, `${plugin}.${name}`]),
  ),
);

/** Keeps what a tag publishes on its bus and dispatches as DOM events, the newest first. What is the same is one entry. */
export class EventLog {
  #entries: readonly LogEntry[] = [];
  #count = 0;
  readonly #onChange: () => void;
  readonly #stop: (() => void)[] = [];

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** Listens to a tag until `dispose`. */
  listen(chat: GenesysWebchat): void {
    const onEvent = (event: Event) => {
      const full = bareNames.get(event.type);
      this.#take(full ? 'bare' : 'full', full ?? event.type, event instanceof CustomEvent ? event.detail : undefined);
    };
    const heard = new Set<string>();
    const hear = (name: string) => {
      if (heard.has(name)) return;
      heard.add(name);
      chat.addEventListener(name, onEvent);
      this.#stop.push(() => {
        chat.removeEventListener(name, onEvent);
      });
    };
    for (const name of [...bareNames.keys(), ...fullNames()]) hear(name);
    const undo = chat.bus.observe(({ event, data }) => {
      this.#take('bus', event, data);
      // Which names a plugin of the page's own has, its first event tells.
      hear(event);
    });
    if (undo) this.#stop.push(undo);
  }

  clear(): void {
    this.#entries = [];
    this.#onChange();
  }

  dispose(): void {
    for (const stop of this.#stop.splice(0)) stop();
  }

  #take(channel: Channel, name: string, data: unknown): void {
    const same = this.#entries.slice(0, 20).find((entry) => entry.name === name && !entry.channels.includes(channel));
    if (same) {
      const told = { ...same, channels: [...same.channels, channel] };
      this.#entries = this.#entries.map((entry) => (entry === same ? told : entry));
    } else {
      this.#count += 1;
      const entry = { id: this.#count, time: Date.now(), name, data, channels: [channel] };
      this.#entries = [entry, ...this.#entries].slice(0, limit);
    }
    this.#onChange();
  }
}

function fullNames(): string[] {
  const plugins = Object.entries<{ readonly events: readonly string[] }>({ ...names, ...neighbourNames });
  return plugins.flatMap(([plugin, { events }]) => events.map((name) => `${plugin}.${name}`));
}

/** Data as JSON for people: what JSON has no form for is named. */
export function toJson(data: unknown): string {
  const named = (_key: string, value: unknown) =>
    value instanceof Element ? `<${value.localName}>` : typeof value === 'function' ? 'function' : value;
  return data === undefined ? 'nothing' : JSON.stringify(data, named, 2);
}
