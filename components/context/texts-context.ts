import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { formatText, type ErrorKey, type Locale, type TextKey } from '../../src/i18n/texts.js';
import { StoreController } from './store-controller.js';
import type { ReadableStore } from '../../src/store.js';

/** Key of the language that the elements below the host speak. The store changes when the language does. */
export const textsContext = createContext<ReadableStore<Locale>>(Symbol('texts'));

/** Gives its host the texts of the chat's language, and renders it anew when the language changes. */
export class TextsController {
  readonly #locale: StoreController<Locale>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    const context = new ContextConsumer(host, { context: textsContext });
    this.#locale = new StoreController(host, () => context.value);
  }

  /** The language now; undefined outside a chat. */
  get locale(): Locale | undefined {
    return this.#locale.value;
  }

  /** The text for the key, its placeholders filled; empty outside a chat. */
  text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return formatText(this.locale?.texts[key] ?? '', values);
  }

  /** The sentence for an error. */
  error(key: ErrorKey): string {
    return this.locale?.texts.Errors[key] ?? '';
  }
}
