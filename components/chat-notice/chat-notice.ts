import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { alertIcon, closeIcon } from '../internal/icons.js';
import { customElement } from '../internal/custom-element.js';
import { base } from '../styles/base.js';

/**
 * A sentence across the window about something that is not as it should be.
 *
 * @slot - The sentence.
 * @fires genesys-chat-dismiss - The visitor has read it.
 * @csspart notice - The whole line.
 * @csspart notice-dismiss-button - Takes the line away.
 */
@customElement('genesys-chat-notice')
export class ChatNotice extends LitElement {
  static override readonly styles = [
    base,
    css`
      .notice {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 44px;
        padding: 8px 18px;
        padding-inline-end: 6px;
        border-block-end: 1px solid var(--_line);
        background: color-mix(in oklab, var(--_tint) 14%, var(--_surface));
        color: var(--_tone);
        font-size: 0.9em;
        line-height: 1.35;
        --_tone: var(--_warning);
        --_tint: #ffb300;
      }

      .danger {
        --_tone: var(--_danger);
        --_tint: var(--_danger);
      }

      p {
        flex: 1;
      }
    `,
  ];

  /** How bad it is: `warning` passes by itself, `danger` is something that failed. */
  @property() tone: 'warning' | 'danger' = 'warning';

  /** The name of the button that takes the notice away. Without it there is none. */
  @property({ attribute: 'dismiss-label' }) dismissLabel = '';

  override render(): TemplateResult {
    return html`<div class="notice ${this.tone}" part="notice">
      ${alertIcon}
      <p><slot></slot></p>
      ${
        this.dismissLabel
          ? html`<button
              class="icon-button"
              part="notice-dismiss-button"
              type="button"
              aria-label=${this.dismissLabel}
              @click=${this.#onDismiss}
            >
              ${closeIcon}
            </button>`
          : nothing
      }
    </div>`;
  }

  readonly #onDismiss = (): void => {
    this.dispatchEvent(new Event('genesys-chat-dismiss'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-notice': ChatNotice;
  }
}
