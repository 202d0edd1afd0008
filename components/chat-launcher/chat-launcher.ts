import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { LauncherWords } from '../../src/i18n/texts.js';
import { chatIcon } from '../internal/chat-icon.js';
import { customElement } from '../internal/custom-element.js';
import { isFilled } from '../internal/is-filled.js';
import { styles } from './chat-launcher.styles.js';

/** The launcher's parts, for the `exportparts` of the element that shows it. */
export const launcherParts = 'launcher, launcher-button, launcher-icon, launcher-label, launcher-badge';

const english: LauncherWords = { lang: 'en', label: 'Chat', unread: () => 'unread' };

/**
 * The button that opens the chat. Listen to its `click`.
 *
 * @slot launcher-icon - Replaces the speech bubble.
 * @csspart launcher - The labelled region around the button.
 * @csspart launcher-button - The button.
 * @csspart launcher-icon - The speech bubble.
 * @csspart launcher-label - The visible label.
 * @csspart launcher-badge - The number of unread messages.
 */
@customElement('genesys-chat-launcher')
export class ChatLauncher extends LitElement {
  static override readonly styles = styles;
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** What it says, the visible label being the button's name too; in English without it. */
  @property({ attribute: false }) words: LauncherWords | undefined;

  /** Whether the window is on screen. It then stands in the launcher's place. */
  @property({ attribute: false }) expanded = false;

  /** How many messages came while the window was not on screen. */
  @property({ attribute: false }) unread = 0;

  /** What stands in the button in place of icon and label. */
  @property({ attribute: false }) content: DocumentFragment | undefined;

  @state() private hasIcon = false;

  override willUpdate(): void {
    this.toggleAttribute('expanded', this.expanded);
  }

  override render(): TemplateResult {
    const { unread } = this;
    const { lang, label, unread: unreadLabel } = this.words ?? english;
    return html`<section part="launcher" lang=${lang} aria-label=${label}>
      <button
        part="launcher-button"
        type="button"
        aria-expanded=${this.expanded ? 'true' : 'false'}
        aria-describedby="unread"
      >
        ${
          this.content ??
          html`<slot name="launcher-icon" @slotchange=${this.#onSlotChange}></slot>
            ${this.hasIcon ? nothing : html`<span part="launcher-icon">${chatIcon}</span>`}
            <span part="launcher-label">${label}</span>`
        }
        ${
          unread > 0
            ? html`<span class="badge" part="launcher-badge" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>`
            : nothing
        }
      </button>
      <span class="unread" id="unread" role="status">${unread > 0 ? `${unread} ${unreadLabel(unread)}` : nothing}</span>
    </section>`;
  }

  readonly #onSlotChange = (event: Event): void => {
    this.hasIcon = isFilled(event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-launcher': ChatLauncher;
  }
}
