import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import type { Bus } from '../../src/bus/index.js';
import type { ResolvedOptions } from '../../src/config/options.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ChatStores } from '../../src/session/chat-stores.js';
import type { ChatMessage } from '../../src/model/message.js';
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
  /** Tells the page that an entry stands in the transcript. */
  tellAdded(message: ChatMessage, element: Element): void;
  /** Keeps what the visitor has written and not sent; it survives minimising, closing and reloading. */
  setDraft(text: string): void;
  /** The bus, for code of the site that expects to be given it. */
  readonly bus: object;
  /** Turns the sound of this conversation off or on. */
  setMuted(muted: boolean): void;
  /** Calls back at each event of that name on the bus; returns how to stop. */
  readonly subscribe: Bus<ChatCatalogue>['subscribe'];
  /** Runs a command on the bus, so that extensions can intercept whatever a visitor does. */
  command<Name extends keyof Commands>(
    name: Name,
    options?: Commands[Name]['options'],
  ): Promise<Commands[Name]['result']>;
}

/** Key of the chat that the elements below the host belong to. */
const chatContext = createContext<ChatContext>(Symbol('chat'));

/**
 * Lets the elements that come to stand below the host belong to the chat. It answers what the library's consumers ask; the
 * library's own provider is made for values that change, and a host has the same chat all its life.
 */
export function provideChat(host: HTMLElement, chat: ChatContext): void {
  host.addEventListener('context-request', (event) => {
    if (event.context !== chatContext) return;
    event.stopPropagation();
    event.callback(chat);
  });
}

/** Knows which chat its host belongs to, once the host is in the page. */
export class ChatConsumer extends ContextConsumer<typeof chatContext, ReactiveControllerHost & HTMLElement> {
  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, { context: chatContext });
  }
}
