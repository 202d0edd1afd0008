import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ResolvedOptions } from '../../src/config/options.js';
import type { AssembledChat } from '../../src/create-web-chat-service.js';
import { en } from '../../src/i18n/en.js';
import type { Locale } from '../../src/i18n/texts.js';
import { isShown } from '../../src/model/window-state.js';
import '../chat-window/chat-window.js';
import { provideChat } from '../context/chat-context.js';
import { windowParts } from '../parts.js';
import { FocusReturn } from './focus-return.js';
import { SmallScreenController } from './small-screen-controller.js';
import { createStore, type Store } from '../../src/store.js';

/** What a page can fill inside the window. */
const slots = ['header', 'menu', 'empty', 'form-footer', 'composer-start', 'composer-end', 'end', 'overlay'];

/** What the window needs of the tag it belongs to. */
export interface WindowViewOptions {
  readonly host: LitElement;
  readonly chat: AssembledChat;
  readonly options: () => ResolvedOptions;
  /** The language that the window speaks. While it has no texts, the English ones are taken. */
  readonly locale: Store<Locale>;
  /** The tag of that English. */
  readonly english: string;
}

/** The window inside its host: gives it the chat and the language, and fits it to the screen. It comes in a chunk of its own. */
export class WindowView implements ReactiveController {
  readonly #options: WindowViewOptions;
  readonly #current: Store<ResolvedOptions>;
  readonly #smallScreen: SmallScreenController;
  #hasFilledScreen = false;

  constructor(options: WindowViewOptions) {
    const { host, chat, locale, english } = options;
    this.#options = options;
    if (!locale.get().texts.ChatTitle) locale.set({ lang: english, dir: 'ltr', texts: en });
    this.#current = createStore(options.options());
    this.#smallScreen = new SmallScreenController(host, () => options.options().mobileModeBreakpoint);
    new FocusReturn(host, chat.window.window);
    const { bus, service, window, setDraft, setMuted } = chat;
    const context = {
      stores: service.stores,
      window: window.window,
      options: this.#current,
      locale,
      setDraft,
      bus,
      setMuted,
      tellAdded: window.tellAdded,
      command: bus.command,
      subscribe: bus.subscribe,
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
    if (this.#current.get().minimizeOnMobileRestore && window.window.get().restoring && this.#isMobile) {
      bus.command('WebChat.minimize', { minimized: true }).catch(() => undefined);
    }
  }

  hostUpdate(): void {
    this.#current.set(this.#options.options());
  }

  /** Whether the window fills the screen. */
  get #isMobile(): boolean {
    const { mobileMode } = this.#current.get();
    return mobileMode === 'auto' ? this.#smallScreen.isSmall : mobileMode;
  }

  /** The window, which hides itself while it is closed or minimised. */
  render(): TemplateResult {
    const isMobile = this.#isMobile;
    if (isMobile && !this.#hasFilledScreen) this.#fillScreen();
    return html`<genesys-chat-window
      exportparts=${windowParts}
      .mobile=${isMobile}
      .withoutFocus=${this.#options.chat.window.window.get().restoring}
    >
      ${slots.map((name) => html`<slot name=${name} slot=${name}></slot>`)}
    </genesys-chat-window>`;
  }

  #fillScreen(): void {
    this.#hasFilledScreen = true;
    const { host, chat } = this.#options;
    import('./full-screen.js').then(({ FullScreen }) => new FullScreen(host, chat.window.window), ignore);
  }
}

/** The window fills the screen without it too. */
function ignore(): undefined {
  return undefined;
}
