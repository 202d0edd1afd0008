import { listOf, objectOf, optional, text, truth, wholeNumber } from '../../model/shape.js';
import type { KeyValueStorage } from '../../platform/storage.js';
import type { DemoChat } from './demo-chat.js';

const prefix = 'genesys-webchat-demo/';

/** Milliseconds after which a chat that nobody has ended is nobody's any more. */
const forgetAfter = 3_600_000;

const party = objectOf({ participantId: wholeNumber, nickname: text, type: text });
const happening = { type: text, from: party, text: optional(text) };

const chatShape = objectOf({
  visitor: party,
  agent: party,
  events: listOf(objectOf({ ...happening, index: wholeNumber, utcTime: wholeNumber })),
  due: listOf(objectOf({ at: wholeNumber, event: optional(objectOf(happening)) })),
  files: objectOf({}),
  turns: wholeNumber,
  isOver: truth,
});

/** Stands in for the server's memory: demo chats by their ids, where the other pages of the site find them too. */
export class DemoStore {
  readonly #storage: KeyValueStorage;
  /** Where nothing can be stored, a chat lasts as long as the page. */
  readonly #ofThisPage = new Map<string, DemoChat>();

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  /** The chat of that id. */
  read(chatId: string): DemoChat | undefined {
    return parse(this.#storage.get(prefix + chatId)) ?? this.#ofThisPage.get(chatId);
  }

  /** Keeps how the chat stands; once it is over, for this page alone. */
  write(chatId: string, chat: DemoChat): void {
    this.#ofThisPage.set(chatId, chat);
    if (chat.isOver) this.#storage.remove(prefix + chatId);
    else this.#storage.set(prefix + chatId, JSON.stringify(chat));
  }

  /** Forgets chats that visitors have left without a word. */
  tidy(now: number): void {
    for (const key of this.#storage.keys(prefix)) {
      const last = parse(this.#storage.get(key))?.events.at(-1)?.utcTime ?? 0;
      if (now - last > forgetAfter) this.#storage.remove(key);
    }
  }
}

function parse(kept: string | undefined): DemoChat | undefined {
  try {
    const chat: unknown = JSON.parse(kept ?? '');
    return chatShape(chat) === undefined ? (chat as DemoChat) : undefined;
  } catch {
    return undefined;
  }
}
