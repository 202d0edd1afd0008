import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Reads the `<script type="application/json">` inside its host, now and whenever it changes: the page's parser may bring
 * it later than the host, and bit by bit.
 */
export class JsonChild implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onChange: (read: unknown, text?: string) => void;
  readonly #observer = new MutationObserver(() => {
    this.#read();
  });
  #text: string | undefined;

  /**
   * `onChange` is given what stands there, and its text; an error where that is no JSON, undefined where there is nothing.
   */
  constructor(host: ReactiveControllerHost & Element, onChange: (read: unknown, text?: string) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { childList: true, subtree: true, characterData: true });
    document.addEventListener('readystatechange', this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('readystatechange', this.#read);
  }

  readonly #read = (): void => {
    const text = this.#host.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (text === this.#text) return;
    try {
      this.#onChange(text === undefined ? text : JSON.parse(text), text);
    } catch (error) {
      // The rest of it may come.
      if (document.readyState === 'loading') return;
      this.#onChange(error);
    }
    this.#text = text;
  };
}
