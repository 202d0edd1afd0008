import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ResolvedOptions } from '../../src/config/options.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ChatStores } from '../../src/session/chat-stores.js';
import type { WindowState } from '../../src/model/window-state.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import type { ReadableStore } from '../../src/store.js';

type Commands = ChatCatalogue['commands'];

/** What the elements of one chat share. The object stays the same for the life of its host; its stores change. */
export interface ChatContext {
  readonly stores: ChatStores;
  readonly window: ReadableStore<WindowState>;
  /** The options of the tag; `lang` is what the page set, the language of the window is in the texts. */
  readonly options: ReadableStore<ResolvedOptions>;
  /** The language that the elements speak. */
  readonly locale: ReadableStore<Locale>;
  /** Keeps what the visitor has written and not sent; it survives minimising, closing and reloading. */
  setDraft(text: string): void;
  /** Runs a command on the bus, so that extensions can intercept whatever a visitor does. */
  command<Name extends keyof Commands>(
    name: Name,
    options?: Commands[Name]['options'],
  ): Promise<Commands[Name]['result']>;
}

const requestName = 'genesys-chat-request';

/** An element asks those above it which chat it belongs to. */
class ChatRequest extends Event {
  readonly answer: (chat: ChatContext) => void;

  constructor(answer: (chat: ChatContext) => void) {
    super(requestName, { bubbles: true, composed: true });
    this.answer = answer;
  }
}

/** Lets the elements that come to stand below the host belong to the chat. */
export function provideChat(host: HTMLElement, chat: ChatContext): void {
  host.addEventListener(requestName, (event) => {
    if (!(event instanceof ChatRequest)) return;
    event.stopPropagation();
    event.answer(chat);
  });
}

/** Knows which chat its host belongs to, once the host is in the page. */
export class ChatConsumer implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #chat: ChatContext | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The chat; undefined outside one. */
  get value(): ChatContext | undefined {
    return this.#chat;
  }

  hostConnected(): void {
    const request = new ChatRequest((chat) => {
      this.#chat = chat;
    });
    this.#host.dispatchEvent(request);
  }
}
