import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { customElement } from '../internal/custom-element.js';
import { base } from '../styles/base.js';

/**
 * Asks the visitor before something that cannot be undone. It takes the focus when it appears; whoever shows it makes
 * what lies below inert and puts the focus back.
 *
 * @slot - Another answer.
 * @fires genesys-chat-confirm - The visitor wants it.
 * @fires genesys-chat-cancel - The visitor does not, by the button or by Escape.
 * @csspart confirm - The box.
 * @csspart confirm-question - The question.
 * @csspart confirm-button - Does it.
 * @csspart confirm-cancel-button - Does not.
 */
@customElement('genesys-chat-confirm')
export class ChatConfirm extends LitElement {
  static override readonly styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 1;
        display: grid;
        align-items: end;
        padding: 12px;
        padding-block-end: max(12px, env(safe-area-inset-bottom));
        background: light-dark(rgb(12 18 32 / 45%), rgb(0 0 0 / 60%));
      }

      .confirm {
        display: grid;
        gap: 6px;
        max-block-size: 100%;
        padding: 20px;
        overflow: auto;
        border: 1px solid transparent;
        border-radius: var(--_radius);
        background: var(--_surface);
        animation: arrive var(--_speed) var(--_ease);
      }

      h3 {
        font-size: 1.133em;
        line-height: 1.35;
      }

      p {
        color: var(--_muted);
      }
    `,
  ];

  /** What is asked. */
  @property({ attribute: false }) question = '';

  /** What follows from it, below the question. */
  @property({ attribute: false }) explanation = '';

  /** The label of the button that does it. */
  @property({ attribute: false }) confirmLabel = '';

  /** The label of the button that does not. */
  @property({ attribute: false }) cancelLabel = '';

  /** The button that changes nothing takes the focus, so that a key pressed too early does no harm. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.cancel')?.focus();
  }

  override firstUpdated(): void {
    this.focus();
  }

  override render(): TemplateResult {
    return html`<div
      class="confirm"
      part="confirm"
      role="alertdialog"
      aria-labelledby="question"
      aria-describedby="explanation"
      @keydown=${this.#onKeyDown}
    >
      <h3 id="question" part="confirm-question">${this.question}</h3>
      <p id="explanation">${this.explanation}</p>
      <div class="actions">
        <slot></slot>
        <button class="button cancel" part="confirm-cancel-button" type="button" @click=${this.#cancel}>
          ${this.cancelLabel}
        </button>
        <button class="button danger" part="confirm-button" type="button" @click=${this.#confirm}>
          ${this.confirmLabel}
        </button>
      </div>
    </div>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // It takes the question away and not the window.
    event.preventDefault();
    this.#cancel();
  };

  readonly #cancel = (): void => {
    this.dispatchEvent(new Event('genesys-chat-cancel'));
  };

  readonly #confirm = (): void => {
    this.dispatchEvent(new Event('genesys-chat-confirm'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-confirm': ChatConfirm;
  }
}
