import { ChatError } from '../errors.js';
import type { ChatMessage } from '../model/message.js';
import type { InjectedMessage } from './names.js';
import { readLook } from './read-look.js';
import type { WindowOptions } from './window-commands.js';

/** An entry of the page's own, and the one that it stands behind. */
interface Injected {
  readonly message: ChatMessage;
  readonly after: string | undefined;
}

/** Puts entries of the page's own among those of the chat, where they stay until the next chat begins. */
export function injectedMessages({
  plugin,
  stores,
  now,
}: Pick<WindowOptions, 'plugin' | 'stores' | 'now'>): (given: InjectedMessage) => Promise<unknown[]> {
  const { messages, phase } = stores;
  let injected: readonly Injected[] = [];
  let count = 0;
  const names: string[] = [];
  /** What no participant of a chat has, and each name by itself, so that it stands above its own entries. */
  const idOf = (name: string): number => {
    if (!names.includes(name)) names.push(name);
    return -1 - names.indexOf(name);
  };
  messages.listen((entries) => {
    // The chat shows its own entries anew with each change.
    if (injected.some(({ message }) => !entries.includes(message))) messages.set(merge(entries, injected));
  });
  phase.listen((value) => {
    if (value === 'starting') injected = [];
  });
  return async (given) => {
    const { type = 'text', name = '', text } = given;
    if (typeof text !== 'string' || !text.trim()) throw new ChatError('No message text provided');
    const look = readLook(given);
    count += 1;
    const message: ChatMessage = {
      id: `injected-${String(count)}`,
      type: 'Message',
      text,
      utcTime: now(),
      from: { name, nickname: name, type: 'Injected', participantId: idOf(name) },
      ...(type === 'html' && { html: true }),
      ...(look && { look }),
    };
    return await new Promise((resolve) => {
      const stop = plugin.subscribe('WebChat.messageAdded', ({ data }) => {
        if (data.message.id !== message.id) return;
        if (stop) stop();
        resolve(data.html);
      });
      injected = [...injected, { message, after: messages.get().at(-1)?.id }];
      messages.set(merge(messages.get(), injected));
    });
  };
}

function merge(entries: readonly ChatMessage[], injected: readonly Injected[]): ChatMessage[] {
  const all = entries.filter((entry) => !injected.some(({ message }) => message === entry));
  for (const { message, after } of injected) {
    const before = all.findLastIndex(({ id }) => id === after);
    // What it stood behind may be gone; what is said next comes after it all the same.
    const place =
      after === undefined ? 0 : before + 1 || all.findLastIndex(({ utcTime }) => utcTime <= message.utcTime) + 1;
    all.splice(place, 0, message);
  }
  return all;
}
