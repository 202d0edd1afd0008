import { css, html, type LitElement, type TemplateResult } from 'lit';
import { featureText } from '../context/feature-texts.js';
import type { TextsController } from '../context/texts-context.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { downIcon } from '../internal/icons.js';

const styles = css`
  .new {
    position: absolute;
    inset-block-end: 12px;
    inset-inline: 0;
    inline-size: fit-content;
    margin-inline: auto;
    border-radius: 22px;
    box-shadow: var(--_shadow);
    animation: arrive var(--_speed) var(--_ease);
  }
`;

/**
 * The way to messages that came below the view. It is loaded with the first of them; a visitor who never gets it scrolls
 * there.
 */
export class NewMessagesButton {
  readonly #texts: TextsController;

  constructor(host: LitElement, texts: TextsController) {
    this.#texts = texts;
    adoptStyles(host, styles);
  }

  /** The button that leads there. */
  render(onClick: () => void): TemplateResult {
    return html`<button class="button primary new" part="new-messages-button" type="button" @click=${onClick}>
      ${downIcon}${featureText(this.#texts.locale, 'NewMessages')}
    </button>`;
  }
}
