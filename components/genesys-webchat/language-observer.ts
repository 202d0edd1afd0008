import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ancestorsOf } from './ancestors.js';

/** Has its host rendered anew when the language of an ancestor changes. */
export class LanguageObserver implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: MutationObserver;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#observer = new MutationObserver(() => {
      host.requestUpdate();
    });
    host.addController(this);
  }

  hostConnected(): void {
    for (const ancestor of ancestorsOf(this.#host)) {
      this.#observer.observe(ancestor, { attributes: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
