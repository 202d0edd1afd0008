import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { customElement } from '../internal/custom-element.js';
import { closeIcon } from '../internal/icons.js';
import { namedIcon } from '../internal/named-icons.js';
import { Politeness } from '../internal/politeness.js';
import { base } from '../styles/base.js';
import { card } from '../styles/card.js';
import { styles } from './chat-toaster.styles.js';

/** The parts, for the `exportparts` of the element that shows it. */
export const toasterParts =
  'toaster, toaster-icon, toaster-title, toaster-body, toaster-primary-button, toaster-secondary-button, toaster-close-button';

/** What a card of the page says. */
export interface Toast {
  readonly title: string;
  /** Words, harmless markup, or nothing where an element of the page stands in the slot. */
  readonly body: string | DocumentFragment | undefined;
  /** All that there is to read, for those who hear it. */
  readonly words: string;
  /** The name of a picture; empty for none. */
  readonly icon: string;
  /** The labels of the buttons; empty for none. */
  readonly primary: string;
  readonly secondary: string;
  /** Whether it has a button to take it away. */
  readonly isClosable: boolean;
  /** Whether Escape leaves it. */
  readonly isImmutable: boolean;
}

/**
 * A card with what the page wants to tell or ask. What its two buttons do is up to the page's code, which finds them by
 * the classes that they have had for long: `.cx-btn-primary` and `.cx-btn-default`.
 *
 * @slot - The page's element, in place of the body.
 * @fires genesys-chat-close - The visitor wants it gone.
 * @csspart toaster - The card.
 * @csspart toaster-icon - Its picture.
 * @csspart toaster-title - Its title.
 * @csspart toaster-body - What stands below.
 * @csspart toaster-primary-button - The first button.
 * @csspart toaster-secondary-button - The other one.
 * @csspart toaster-close-button - Takes it away.
 */
@customElement('genesys-chat-toaster')
export class ChatToaster extends LitElement {
  static override readonly styles = [base, card, styles];

  /** What it says; the same for as long as it is there. */
  @property({ attribute: false }) toast: Toast | undefined;

  /** The name of the button that takes it away. */
  @property({ attribute: false }) closeLabel = '';

  readonly #politeness = new Politeness(this, () => {
    if (!this.toast?.isImmutable) this.#close();
  });

  /** The card, in which the page's code looks for the buttons. */
  get content(): Element | undefined {
    return this.renderRoot.querySelector('.content') ?? undefined;
  }

  override render(): TemplateResult | typeof nothing {
    const { toast } = this;
    if (!toast) return nothing;
    const { title, body, words, icon, isClosable } = toast;
    return html`<section
        class=${isClosable ? 'content closable' : 'content'}
        part="toaster"
        aria-label=${title || words}
      >
        ${icon ? html`<span class="icon" part="toaster-icon">${namedIcon(icon)}</span>` : nothing}
        ${title ? html`<h2 class="title" part="toaster-title"><span dir="auto">${title}</span></h2>` : nothing}
        ${
          body === ''
            ? nothing
            : html`<div class="body" part="toaster-body"><div dir="auto">${body ?? html`<slot></slot>`}</div></div>`
        }
        ${this.#renderButtons(toast)}
        ${
          isClosable
            ? html`<button
                class="icon-button close"
                part="toaster-close-button"
                type="button"
                aria-label=${this.closeLabel}
                @click=${this.#close}
              >
                ${closeIcon}
              </button>`
            : nothing
        }
      </section>
      ${this.#politeness.region(words)}`;
  }

  #renderButtons({ primary, secondary }: Toast): TemplateResult | typeof nothing {
    if (!primary && !secondary) return nothing;
    return html`<div class="actions">
      ${
        secondary
          ? html`<button class="button cx-btn cx-btn-default" part="toaster-secondary-button" type="button">
              ${secondary}
            </button>`
          : nothing
      }
      ${
        primary
          ? html`<button class="button primary cx-btn cx-btn-primary" part="toaster-primary-button" type="button">
              ${primary}
            </button>`
          : nothing
      }
    </div>`;
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event('genesys-chat-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-toaster': ChatToaster;
  }
}
