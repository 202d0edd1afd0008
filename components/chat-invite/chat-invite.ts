import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { chatIcon } from '../internal/chat-icon.js';
import { customElement } from '../internal/custom-element.js';
import { Politeness } from '../internal/politeness.js';
import { base } from '../styles/base.js';
import { card } from '../styles/card.js';
import { styles } from './chat-invite.styles.js';

/** The invitation's parts, for the `exportparts` of the element that shows it. */
export const inviteParts = 'invite, invite-icon, invite-title, invite-body, invite-accept-button, invite-reject-button';

/**
 * Asks a visitor of the page whether help is wanted. It goes by either button, or by Escape.
 *
 * @fires genesys-chat-accept - The visitor wants a chat.
 * @fires genesys-chat-reject - The visitor does not.
 * @csspart invite - The card.
 * @csspart invite-icon - The speech bubble.
 * @csspart invite-title - What is asked.
 * @csspart invite-body - The sentence below it.
 * @csspart invite-accept-button - Opens the chat.
 * @csspart invite-reject-button - Takes the invitation away.
 */
@customElement('genesys-chat-invite')
export class ChatInvite extends LitElement {
  static override readonly styles = [base, card, styles];

  /** What is asked. */
  @property({ attribute: false }) heading = '';

  /** The sentence below it. */
  @property({ attribute: false }) body = '';

  /** The label of the button that opens the chat. */
  @property({ attribute: false }) acceptLabel = '';

  /** The label of the button that does not. */
  @property({ attribute: false }) rejectLabel = '';

  /** The name of the first button for those who hear it; default: its label. */
  @property({ attribute: false }) acceptName = '';

  /** The name of the second. */
  @property({ attribute: false }) rejectName = '';

  /** Leaves room for the launcher below. */
  @property({ attribute: false }) aboveLauncher = false;

  readonly #politeness = new Politeness(this, () => {
    this.#reject();
  });

  override willUpdate(): void {
    this.toggleAttribute('above-launcher', this.aboveLauncher);
  }

  override render(): TemplateResult {
    const { heading, body, acceptLabel, rejectLabel } = this;
    return html`<section class="content" part="invite" aria-labelledby="title">
        <span class="icon" part="invite-icon">${chatIcon}</span>
        <h2 class="title" part="invite-title" id="title">${heading}</h2>
        <p class="body" part="invite-body">${body}</p>
        <div class="actions">
          <button
            class="button"
            part="invite-reject-button"
            type="button"
            aria-label=${named(this.rejectName, rejectLabel)}
            @click=${this.#reject}
          >
            ${rejectLabel}
          </button>
          <button
            class="button primary"
            part="invite-accept-button"
            type="button"
            aria-label=${named(this.acceptName, acceptLabel)}
            @click=${this.#accept}
          >
            ${acceptLabel}
          </button>
        </div>
      </section>
      ${this.#politeness.region(`${heading} ${body}`)}`;
  }

  readonly #accept = (): void => {
    this.dispatchEvent(new Event('genesys-chat-accept'));
  };

  readonly #reject = (): void => {
    this.dispatchEvent(new Event('genesys-chat-reject'));
  };
}

/** The name for those who hear it, unless it would say something else than what is to be read. */
function named(name: string, label: string): string | typeof nothing {
  return name.includes(label) ? name : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-invite': ChatInvite;
  }
}
