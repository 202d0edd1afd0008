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

  #stops: (() => void)[] = [];
  /** The newest entry of the server's transcript that was told, or was there before. */
  #heard = 0;
  /** Those that are known to have failed. */
  #failed: ReadonlySet<string> = new Set();
  /** Those of which it is not known yet whether they were sent. */
  #awaited: ReadonlySet<string> = new Set();
  #isTypingTold = false;
  /** Entries of the page's own, which have no place in the server's transcript, that were told. */
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
    for (const stop of this.#stops) stop();
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

  #listen(chat: ChatContext): void {
    const { messages, typing, connection, phase } = chat.stores;
    this.#heard = lastIndex(messages.get());
    this.#stops = [
      messages.listen((now) => {
        this.#tellMessages(now, chat.stores);
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
        if (now === 'starting') this.#heard = 0;
        if (now === 'active' && before === 'starting') this.say(this.#texts.text('ChatStarted'));
        if (now === 'ended') this.say(this.#texts.text('ChatEnded'));
      }),
    ];
  }

  #tellMessages(messages: readonly ChatMessage[], stores: ChatContext['stores']): void {
    const [ownId, newFrom] = [stores.ownId.get(), stores.newFrom.get()];
    const news: ChatMessage[] = [];
    const awaited = this.#awaited;
    const unsent = messages.filter(({ status }) => status && status !== 'sent');
    this.#awaited = new Set(unsent.map(({ id }) => id));
    if (awaited.size > 0 && messages.some(({ id, status }) => status === 'sent' && awaited.has(id))) {
      this.say(this.#texts.text('MessageSent'));
    }
    // What failed may stand far up, where it left from.
    const failed = unsent.filter(({ status }) => status === 'failed');
    for (const message of failed) if (!this.#failed.has(message.id)) this.#tellFailed(message);
    this.#failed = new Set(failed.map(({ id }) => id));
    for (const message of tail(messages, this.#heard)) {
      // What was told on an earlier page is no news.
      const isNew =
        message.index === undefined
          ? message.from.type === 'Injected' && !this.#told.has(message)
          : message.index >= newFrom;
      if (!isNew || isOwn(message, ownId) || !entryKind(message)) continue;
      this.#told.add(message);
      news.push(message);
    }
    this.#heard = lastIndex(messages);
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

/** The entries after the one with that index, without a look at all the others. */
function tail(messages: readonly ChatMessage[], heard: number): ChatMessage[] {
  const first = messages.findLastIndex(({ index }) => index !== undefined && index <= heard);
  return messages.slice(first + 1);
}

function lastIndex(messages: readonly ChatMessage[]): number {
  return messages.findLast(({ index }) => index !== undefined)?.index ?? 0;
}
