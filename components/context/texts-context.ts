import type { ReactiveControllerHost } from 'lit';
import { formatText, type Locale, type TextKey, type TextValues } from '../../src/i18n/texts.js';
import type { Reason } from '../internal/reason.js';
import { ChatConsumer } from './chat-context.js';
import { StoreController } from './store-controller.js';

/** Gives its host the texts of the chat's language, and renders it anew when the language changes. */
export class TextsController {
  readonly #locale: StoreController<Locale>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    const chat = new ChatConsumer(host);
    this.#locale = new StoreController(host, () => chat.value?.locale);
  }

  /** The language now; undefined outside a chat. */
  get locale(): Locale | undefined {
    return this.#locale.value;
  }

  /** The text for the key, its placeholders filled; empty outside a chat. */
  text(key: TextKey, values: TextValues = {}): string {
    const { locale } = this;
    return (locale?.format ?? formatText)(locale?.texts[key] ?? '', values, locale?.lang);
  }

  /** The sentence for an error. */
  error({ key, english = '' }: Reason): string {
    return this.locale?.texts.Errors?.[key] ?? english;
  }
}
