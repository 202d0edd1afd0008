import type { LitElement, ReactiveController } from 'lit';
import { isShown, type WindowState } from '../../src/model/window-state.js';
import type { ReadableStore } from '../../src/store.js';
import { BackGesture } from './back-gesture.js';
import { PageScroll } from './page-scroll.js';
import { VisibleArea } from './visible-area.js';

/**
 * What belongs to a window that fills the screen, beside its looks: it fits what the keyboard leaves free, the page
 * behind it does not scroll, and the way back leads out of it. It comes in a chunk of its own.
 */
export class FullScreen implements ReactiveController {
  readonly #host: LitElement;
  readonly #window: ReadableStore<WindowState>;
  readonly #back = new BackGesture(() => {
    this.#escape();
  });
  readonly #scroll = new PageScroll();
  readonly #area = new VisibleArea();

  constructor(host: LitElement, window: ReadableStore<WindowState>) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
    host.requestUpdate();
  }

  hostUpdated(): void {
    const element = this.#element;
    if (element?.mobile && isShown(this.#window.get())) this.#begin(element);
    else this.#end();
  }

  hostDisconnected(): void {
    // A move within the page takes the host out for a moment only.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end();
    });
  }

  #begin(element: HTMLElement): void {
    this.#area.fit(element);
    this.#scroll.hold();
    this.#back.watch();
  }

  #end(): void {
    this.#area.leave();
    this.#scroll.release();
    this.#back.stop();
  }

  /** Going back is what the key Escape is: it takes away a question, a menu or a picker before the window. */
  #escape(): void {
    let focused: Element | null | undefined = this.#element;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const target = focused === this.#element ? focused?.shadowRoot?.querySelector('[role=dialog]') : focused;
    target?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    );
  }

  get #element() {
    return this.#host.shadowRoot?.querySelector('genesys-chat-window');
  }
}
