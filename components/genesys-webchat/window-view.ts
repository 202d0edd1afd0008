import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ResolvedOptions } from '../../src/config/options.js';
import type { AssembledChat } from '../../src/create-web-chat-service.js';
import { loadTexts } from '../../src/i18n/load-texts.js';
import type { Locale } from '../../src/i18n/texts.js';
import { isShown } from '../../src/model/window-state.js';
import '../chat-window/chat-window.js';
import { provideChat } from '../context/chat-context.js';
import { windowParts } from '../parts.js';
import { FocusReturn } from './focus-return.js';
import { LanguageObserver } from './language-observer.js';
import { SmallScreenController } from './small-screen-controller.js';
import { createStore, type Store } from '../../src/store.js';

/** What a page can fill inside the window. */
const slots = ['header', 'menu', 'empty', 'form-footer', 'composer-start', 'composer-end', 'end'];

/** What the window needs of the tag it belongs to. */
export interface WindowViewOptions {
  readonly host: LitElement;
  readonly chat: AssembledChat;
  readonly options: () => ResolvedOptions;
  /** The language that the window has to speak now. */
  readonly lang: () => string;
}

/** The window inside its host: gives it the chat and the language, and fits it to the screen. It comes in a chunk of its own. */
export class WindowView implements ReactiveController {
  readonly #options: WindowViewOptions;
  readonly #locale: Store<Locale>;
  readonly #current: Store<ResolvedOptions>;
  readonly #smallScreen: SmallScreenController;
  #lang: string;

  /** `locale` holds the texts for `lang`, which the host loads at the same time as this. */
  constructor(options: WindowViewOptions, lang: string, locale: Locale) {
    const { host, chat } = options;
    this.#options = options;
    this.#lang = lang;
    this.#locale = createStore(locale);
    this.#current = createStore(options.options());
    this.#smallScreen = new SmallScreenController(host, () => options.options().mobileModeBreakpoint);
    new LanguageObserver(host);
    new FocusReturn(host, chat.window.window);
    const { bus, service, window, setDraft, setMuted } = chat;
    const context = {
      stores: service.stores,
      window: window.window,
      options: this.#current,
      locale: this.#locale,
      setDraft,
      bus,
      setMuted,
      command: bus.command,
    };
    provideChat(host, context);
    host.addController(this);
    bus.subscribe('WebChatService.messageReceived', (event) => {
      const isSeen = !document.hidden && isShown(context.window.get());
      if (isSeen && !context.options.get().sound) return;
      // Without its code nobody is called; the number on the launcher is there.
      import('../attention/attention.js').then(
        ({ attract }) => {
          attract(host, context, event);
        },
        () => undefined,
      );
    });
  }

  hostUpdate(): void {
    this.#current.set(this.#options.options());
    void this.#speak(this.#options.lang());
  }

  /** The window, which hides itself while it is closed or minimised. */
  render(): TemplateResult {
    const { mobileMode } = this.#current.get();
    return html`<genesys-chat-window
      exportparts=${windowParts}
      ?mobile=${mobileMode === 'auto' ? this.#smallScreen.isSmall : mobileMode}
      ?without-focus=${this.#options.chat.window.window.get().restoring}
    >
      ${slots.map((name) => html`<slot name=${name} slot=${name}></slot>`)}
    </genesys-chat-window>`;
  }

  async #speak(lang: string): Promise<void> {
    if (lang === this.#lang) return;
    this.#lang = lang;
    const locale = await loadTexts(lang);
    if (lang === this.#lang) this.#locale.set(locale);
  }
}
