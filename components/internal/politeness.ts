import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/**
 * The manners of a card that comes by itself: what it says is told once, politely, and Escape takes it away while the
 * visitor is in it or nowhere in particular. It takes no focus.
 */
export class Politeness implements ReactiveController {
  readonly #card: LitElement;
  readonly #dismiss: () => void;
  /** Whether the live region is known to the browser, so that what comes into it is told. */
  #isTelling = false;

  /** `dismiss` takes the card away, as the visitor wishes. */
  constructor(card: LitElement, dismiss: () => void) {
    this.#card = card;
    this.#dismiss = dismiss;
    card.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKeyDown);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKeyDown);
  }

  hostUpdated(): void {
    if (this.#isTelling) return;
    requestAnimationFrame(() => {
      this.#isTelling = true;
      this.#card.requestUpdate();
    });
  }

  /** The live region with what the card says, for the card's template. */
  region(words: string): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.#isTelling ? words : nothing}</p>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { activeElement } = document;
    const isElsewhere =
      activeElement !== null && activeElement !== document.body && !this.#card.matches(':focus-within');
    if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) this.#dismiss();
  };
}
