import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import '../chat-modal/chat-modal.js';
import { modalParts } from '../chat-modal/chat-modal.js';
import type { Channel } from '../internal/channel.js';
import { customElement } from '../internal/custom-element.js';
import { namedIcon } from '../internal/named-icons.js';
import { base } from '../styles/base.js';
import { channels } from '../styles/channels.js';
import { styles } from './chat-channel-selector.styles.js';

/** The parts, for the `exportparts` of the element that shows it. */
export const channelSelectorParts = `${modalParts}, channel-selector, channel-selector-title, channel, channel-icon, channel-label`;

/**
 * Asks the visitor in a dialog how to get in touch.
 *
 * @fires genesys-chat-close - The visitor wants it gone.
 * @csspart channel-selector - What the dialog holds.
 * @csspart channel-selector-title - Its title.
 * @csspart channel - A way to get in touch.
 * @csspart channel-icon - Its picture.
 * @csspart channel-label - Its name.
 */
@customElement('genesys-chat-channel-selector')
export class ChatChannelSelector extends LitElement {
  static override readonly styles = [base, channels, styles];

  /** What is asked. */
  @property({ attribute: false }) heading = '';

  /** The name of the button that takes it away. */
  @property({ attribute: false }) closeLabel = '';

  /** The ways to get in touch. */
  @property({ attribute: false }) channels: readonly Channel[] = [];

  /** Closes it, so that the focus goes back to where it was. */
  close(): void {
    this.renderRoot.querySelector('genesys-chat-modal')?.close();
  }

  override render(): TemplateResult {
    return html`<genesys-chat-modal
      exportparts=${modalParts}
      .label=${this.heading}
      .closeLabel=${this.closeLabel}
      .closable=${true}
      @genesys-chat-close=${this.#onClose}
    >
      <div part="channel-selector">
        <h2 class="title" part="channel-selector-title">${this.heading}</h2>
        <ul>
          ${this.channels.map((channel) => this.#renderChannel(channel))}
        </ul>
      </div>
    </genesys-chat-modal>`;
  }

  #renderChannel({ label, title, icon, isReady, choose }: Channel): TemplateResult {
    return html`<li>
      <button class="channel" part="channel" type="button" ?disabled=${!isReady} @click=${choose}>
        <span class="icon" part="channel-icon">${namedIcon(icon)}</span>
        <span class="words">
          <span class="label" part="channel-label">${label}</span>
          ${title ? html`<span class="line">${title}</span>` : nothing}
        </span>
      </button>
    </li>`;
  }

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('genesys-chat-close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-channel-selector': ChatChannelSelector;
  }
}
