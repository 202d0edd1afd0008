import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';
import { isShown } from '../../src/model/window-state.js';
import { entryKind, isOwn } from '../internal/entries.js';
import { lineText, nameOf, wordsOf } from '../internal/wording.js';
import type { ChatContext } from '../context/chat-context.js';
import type { TextsController } from '../context/texts-context.js';

/** More entries than that at once are a conversation read again: their number is told, not their words. */
const mostAtOnce = 3;

/** Old sentences go, so that nobody comes across them when reading the window. */
const mostKept = 3;

/**
 * Tells those who cannot see the window what happens in it: politely, once, and only while it is on screen.
 * All of it goes through the one live region of the window.
 */
export class Announcer implements ReactiveController {
  /** The live region. It has to be in the window before there is something to tell. */
  readonly region = document.createElement('div');

  readonly #chat: () => ChatContext | undefined;
  readonly #texts: TextsController;

  #stops: ((() => void) | false)[] = [];
  #isTypingTold = false;
  /** Entries of the page's own that were told. */
  readonly #told = new WeakSet<ChatMessage>();

  constructor(host: ReactiveControllerHost, chat: () => ChatContext | undefined, texts: TextsController) {
    this.#chat = chat;
    this.#texts = texts;
    this.region.className = 'visually-hidden';
    this.region.setAttribute('aria-live', 'polite');
    host.addController(this);
  }

  hostUpdate(): void {
    const chat = this.#chat();
    if (chat && this.#stops.length === 0) this.#listen(chat);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) if (stop) stop();
    this.#stops = [];
  }

  /** Tells the sentence. */
  say(text: string): void {
    const window = this.#chat()?.window.get();
    if (!text || !window || !isShown(window)) return;
    const sentence = document.createElement('p');
    sentence.textContent = text;
    this.region.append(sentence);
    if (this.region.childElementCount > mostKept) this.region.firstElementChild?.remove();
  }

  #listen({ stores, subscribe }: ChatContext): void {
    const { typing, connection, phase } = stores;
    this.#stops = [
      // An extension may have changed what the event carries; what is told is what stands there. What an earlier page has
      // told is no news.
      subscribe('WebChatService.messageReceived', () => {
        const [ownId, newFrom] = [stores.ownId.get(), stores.newFrom.get()];
        const news = stores.messages.get().filter(({ index = -1 }) => index >= newFrom);
        this.#tellNews(news.filter((message) => entryKind(message) && !isOwn(message, ownId)));
      }),
      subscribe('WebChatService.messageStatus', ({ data: { id, status } }) => {
        const message = stores.messages.get().find((each) => each.id === id);
        if (!message || phase.get() === 'restoring') return;
        if (status === 'sent') this.say(this.#texts.text('MessageSent'));
        if (status === 'failed') this.#tellFailed(message);
      }),
      // What the page puts there, nobody has sent.
      subscribe('WebChat.messageAdded', ({ data: { message } }) => {
        if (message.from.type !== 'Injected' || this.#told.has(message)) return;
        this.#told.add(message);
        this.#tellMessage(message);
      }),
      typing.listen((now) => {
        if (now.length === 0 || this.#isTypingTold) return;
        this.#isTypingTold = true;
        this.say(this.#texts.text('AriaAgentTyping'));
      }),
      connection.listen((now) => {
        this.say(this.#texts.text(now === 'online' ? 'ConnectionBack' : 'ConnectionLost'));
      }),
      phase.listen((now, before) => {
        if (now === 'active' && before === 'starting') this.say(this.#texts.text('ChatStarted'));
        if (now === 'ended') this.say(this.#texts.text('ChatEnded'));
      }),
    ];
  }

  #tellNews(news: readonly ChatMessage[]): void {
    if (news.length > mostAtOnce) this.say(this.#texts.text('AriaNewMessages', { Count: news.length }));
    else for (const message of news) this.#tellMessage(message);
  }

  #tellMessage(message: ChatMessage): void {
    if (entryKind(message) === 'line') {
      this.say(lineText(message, this.#texts));
      return;
    }
    this.#isTypingTold = false;
    if (!message.html && !message.content) {
      this.#tellSaid(message, wordsOf(message, this.#texts));
      return;
    }
    import('./markup-words.js').then(
      ({ markupWords }) => {
        this.#tellSaid(message, markupWords(message, this.#texts));
      },
      () => undefined,
    );
  }

  #tellSaid({ type, from }: ChatMessage, words: string): void {
    const texts = this.#texts;
    const said = type === 'FileUploaded' ? texts.text('FileSent') : `${texts.text('AriaSaid')}:`;
    this.say(`${nameOf(from, texts)} ${said} ${words}`);
  }

  #tellFailed(message: ChatMessage): void {
    const texts = this.#texts;
    import('../chat-failure/chat-failure.js').then(
      ({ failureWords }) => {
        for (const words of failureWords(message, texts)) this.say(words);
      },
      () => {
        this.say(texts.text('MessageNotSent'));
      },
    );
  }
}
