import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { customElement } from '../internal/custom-element.js';
import { closeIcon } from '../internal/icons.js';
import { base } from '../styles/base.js';
import { styles } from './chat-modal.styles.js';

/** The parts, for the `exportparts` of the element that shows it. */
export const modalParts = 'modal, modal-close-button';

/**
 * A dialog over the whole page, which can do nothing else until the dialog is gone. It takes the focus when it appears and
 * gives it back when it is closed.
 *
 * @slot - What it shows, unless `content` does.
 * @fires genesys-chat-close - The visitor wants it gone, by the button or by Escape.
 * @csspart modal - The dialog.
 * @csspart modal-close-button - Takes it away.
 */
@customElement('genesys-chat-modal')
export class ChatModal extends LitElement {
  static override readonly styles = [base, styles];

  /** What it is called. */
  @property({ attribute: false }) label = '';

  /** The name of the button that takes it away. */
  @property({ attribute: false }) closeLabel = '';

  /** Whether it has that button. */
  @property({ attribute: false }) closable = false;

  /** Whether Escape leaves it. */
  @property({ attribute: false }) immutable = false;

  /** Words or harmless markup, in place of the slot. */
  @property({ attribute: false }) content: string | DocumentFragment | undefined;

  /** What holds the content. */
  get body(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('.text') ?? undefined;
  }

  override focus(): void {
    this.body?.focus();
  }

  /** Closes it, so that the focus goes back to where it was. */
  close(): void {
    this.#dialog?.close();
  }

  override firstUpdated(): void {
    this.#dialog?.showModal();
    this.focus();
  }

  override render(): TemplateResult {
    return html`<dialog
      class=${this.closable ? 'closable' : ''}
      part="modal"
      aria-label=${this.label}
      @keydown=${this.#onKeyDown}
      @cancel=${this.#onCancel}
    >
      <div class="text" tabindex="0">
        ${this.content ? html`<div dir="auto">${this.content}</div>` : html`<slot></slot>`}
      </div>
      ${
        this.closable
          ? html`<button
              class="icon-button close"
              part="modal-close-button"
              type="button"
              aria-label=${this.closeLabel}
              @click=${this.#askToClose}
            >
              ${closeIcon}
            </button>`
          : nothing
      }
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  // A browser lets nobody keep a dialog open when the key is pressed twice, but that is none of its business here.
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    if (!this.immutable) this.#askToClose();
  };

  // The way back of a phone.
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    if (!this.immutable) this.#askToClose();
  };

  readonly #askToClose = (): void => {
    this.dispatchEvent(new Event('genesys-chat-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-modal': ChatModal;
  }
}
