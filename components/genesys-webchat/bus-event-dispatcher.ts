import type { BusEvent } from '../../src/bus/index.js';
import { copyOf } from '../../src/model/copy-of.js';
import { names } from '../../src/plugins/names.js';

/** Plugins whose events have a bare name too, in the order in which they own it. */
const owners = ['WebChatService', 'WebChat'] as const;

/** Full name by bare name; where both plugins have one (`ready`), the service owns it. */
const fullNames = new Map<string, string>();
for (const owner of owners) {
  for (const name of names[owner].events) {
    if (!fullNames.has(name)) fullNames.set(name, `${owner}.${name}`);
  }
}

/**
 * Dispatches a bus event on the element: under its full name, bubbling and composed; and if it is one of ours, under its
 * bare name too, which neither bubbles nor is composed, so that a bare `error` never reaches `window`. Each gets a copy.
 */
export function dispatchBusEvent(element: EventTarget, { event, data }: BusEvent): void {
  element.dispatchEvent(new ChatEvent(event, data, { bubbles: true, composed: true }));
  const bareName = event.slice(event.indexOf('.') + 1);
  if (fullNames.get(bareName) === event) element.dispatchEvent(new ChatEvent(bareName, data));
}

/** An event that copies its data when somebody looks: most events are heard by nobody, and a long conversation is large. */
class ChatEvent extends CustomEvent<unknown> {
  readonly #data: unknown;
  #copy: { readonly data: unknown } | undefined;

  constructor(type: string, data: unknown, init?: EventInit) {
    super(type, init);
    this.#data = data;
  }

  override get detail(): unknown {
    // What is no plain data, such as an element, is handed on as it is.
    this.#copy ??= { data: copyOf(this.#data, (value) => value) };
    return this.#copy.data;
  }
}
