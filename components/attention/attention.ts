import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { enFeatures } from '../../src/i18n/en-features.js';
import { formatPlurals } from '../../src/i18n/plural-text.js';
import type { ChatMessage } from '../../src/model/message.js';
import { isShown } from '../../src/model/window-state.js';
import type { ReadableStore } from '../../src/store.js';
import type { ChatContext } from '../context/chat-context.js';
import { isOwn } from '../internal/entries.js';
import { sound } from './sound.js';
import { titleNotice } from './title-notice.js';

/** Messages that came, and when, in epoch milliseconds. */
export interface News {
  readonly data: { readonly messages: readonly ChatMessage[]; readonly restoring: boolean };
  readonly time: number;
}

const attentions = new WeakMap<ReactiveControllerHost, Attention>();

/** Calls the visitor back to the chat: by the page's title, and by a sound where the site wants one. */
export function attract(host: ReactiveControllerHost, chat: ChatContext, news: News): void {
  // What is read again has called already.
  if (news.data.restoring) return;
  const attention = attentions.get(host) ?? new Attention(host, chat);
  attentions.set(host, attention);
  attention.hear(news);
}

/** Knows what one chat's visitor has not seen, and tells until it is seen. */
class Attention implements ReactiveController {
  readonly #chat: ChatContext;
  /** What came while nobody could see the page. */
  #count = 0;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, chat: ChatContext) {
    this.#chat = chat;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#stops.length > 0) return;
    const { window, options, stores } = this.#chat;
    document.addEventListener('visibilitychange', this.#tell);
    const watched = [window, options, stores.unread, this.#chat.locale] as readonly ReadableStore<unknown>[];
    this.#stops = watched.map((store) => store.listen(this.#tell));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    document.removeEventListener('visibilitychange', this.#tell);
    titleNotice.set(this, 0, '');
  }

  /** Messages came. */
  hear({ data, time }: News): void {
    // A tag that has left the page calls nobody.
    if (this.#stops.length === 0) return;
    const { stores, options } = this.#chat;
    const ownId = stores.ownId.get();
    const news = data.messages.filter((message) => message.type === 'Message' && !isOwn(message, ownId));
    if (news.length === 0) return;
    if (!this.#isSeen) this.#count += news.length;
    this.#tell();
    if (options.get().sound && !stores.muted.get()) sound(this.#isSeen, time).catch(ignore);
  }

  get #isSeen(): boolean {
    return !document.hidden && isShown(this.#chat.window.get());
  }

  readonly #tell = (): void => {
    const { window, options, stores } = this.#chat;
    if (this.#isSeen) this.#count = 0;
    // All tabs count what came while the window was away.
    const count = isShown(window.get()) ? this.#count : stores.unread.get();
    const { texts, lang } = this.#chat.locale.get();
    const word = formatPlurals(texts.UnreadMessagesTitle ?? enFeatures.UnreadMessagesTitle, { Count: count }, lang);
    titleNotice.set(this, options.get().titleNotice ? count : 0, word);
  };
}

/** A browser that makes no sound has said all there is to say. */
function ignore(): undefined {
  return undefined;
}
