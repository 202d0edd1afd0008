import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { basics } from '../styles/basics.js';

/**
 * The name under which the agent answers.
 *
 * @fires desk-rename - The agent has entered another name: the detail.
 */
@customElement('desk-nickname')
export class DeskNickname extends LitElement {
  static override readonly styles = [
    basics,
    css`
      label {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        white-space: nowrap;
      }

      input {
        width: 9rem;
        min-height: 2.25rem;
        padding: 0.3rem 0.6rem;
        border: 1px solid var(--quiet);
        border-radius: 0.55rem;
        background: var(--surface);
        color: inherit;
        font: inherit;
      }

      @media (max-width: 45rem) {
        input {
          width: 6.5rem;
          font-size: 1rem;
        }
      }
    `,
  ];

  /** The name now. */
  @property() nickname = '';

  override render(): TemplateResult {
    return html`<label>
      <span class="quiet">You answer as</span>
      <input
        maxlength="40"
        autocomplete="off"
        spellcheck="false"
        .value=${live(this.nickname)}
        @change=${this.#onChange}
        @keydown=${this.#onKeyDown}
      />
    </label>`;
  }

  readonly #onChange = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    this.dispatchEvent(new CustomEvent('desk-rename', { detail: value }));
    // An empty name becomes the default again, which may be the property's value already.
    this.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') (event.currentTarget as HTMLInputElement).blur();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-nickname': DeskNickname;
  }
}
