import { LitElement, css, html, type TemplateResult } from 'lit';
import '../chat-confirm/chat-confirm.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { parts } from '../parts.js';
import { base } from '../styles/base.js';

/**
 * Asks the visitor who closes the window of an asynchronous chat whether the chat is to end, or to go on without the window.
 *
 * @fires genesys-chat-confirm - The chat is to end.
 * @fires genesys-chat-leave - The window is to close, and the chat to go on.
 * @fires genesys-chat-cancel - Neither.
 * @csspart leave-button - Closes the window.
 */
@customElement('genesys-chat-leave')
export class ChatLeave extends LitElement {
  static override readonly styles = [
    base,
    css`
      .button {
        flex: 100%;
      }
    `,
  ];

  readonly #texts = new FeatureTextsController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, 'leave-button');
  }

  override focus(): void {
    this.renderRoot.querySelector('genesys-chat-confirm')?.focus();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    return html`<genesys-chat-confirm
      exportparts=${parts.confirm}
      question=${texts.text('ConfirmCloseWindow')}
      explanation=${texts.text('AsyncChatExplanation')}
      confirm-label=${texts.text('AsyncChatEnd')}
      cancel-label=${texts.text('ChatEndCancel')}
      @genesys-chat-confirm=${this.#passOn}
      @genesys-chat-cancel=${this.#passOn}
    >
      <button class="button primary" part="leave-button" type="button" @click=${this.#onLeave}>
        ${texts.text('AsyncChatClose')}
      </button>
    </genesys-chat-confirm>`;
  }

  readonly #passOn = ({ type }: Event): void => {
    this.dispatchEvent(new Event(type));
  };

  readonly #onLeave = (): void => {
    this.dispatchEvent(new Event('genesys-chat-leave'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-leave': ChatLeave;
  }
}
