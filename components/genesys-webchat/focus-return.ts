import type { LitElement, ReactiveController } from 'lit';
import { isShown, type WindowState } from '../../src/model/window-state.js';
import type { ReadableStore } from '../../src/store.js';

/**
 * Brings the focus back when the window goes off the screen: to what the visitor opened it from, else to the launcher. A
 * visitor who is elsewhere in the page is left alone.
 */
export class FocusReturn implements ReactiveController {
  readonly #host: LitElement;
  readonly #window: ReadableStore<WindowState>;
  #wasShown = false;
  #opener: HTMLElement | undefined;
  #isDue = false;

  constructor(host: LitElement, window: ReadableStore<WindowState>) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
  }

  hostUpdate(): void {
    const isNowShown = isShown(this.#window.get());
    if (isNowShown && !this.#wasShown) this.#opener = this.#focusedOutside();
    // The window still has the focus now; it hides itself right after.
    if (!isNowShown && this.#wasShown) this.#isDue = this.#host.shadowRoot?.activeElement != null;
    this.#wasShown = isNowShown;
  }

  hostUpdated(): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    void this.#bringBack();
  }

  async #bringBack(): Promise<void> {
    const launcher = this.#host.shadowRoot?.querySelector<LitElement>('genesys-chat-launcher');
    // Hidden while the window stands in its place.
    await launcher?.updateComplete;
    const target = this.#opener?.isConnected ? this.#opener : launcher;
    target?.focus();
  }

  #focusedOutside(): HTMLElement | undefined {
    const root = this.#host.getRootNode();
    const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
    return focused instanceof HTMLElement && focused !== this.#host && focused !== document.body ? focused : undefined;
  }
}
