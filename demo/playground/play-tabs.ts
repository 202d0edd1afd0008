import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { basics } from '../styles/basics.js';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Panels of which one is shown. Each is a child whose `slot` is the name of its tab. */
@customElement('play-tabs')
export class PlayTabs extends LitElement {
  static override readonly styles = [
    basics,
    css`
      [role='tablist'] {
        display: flex;
        gap: 0.25rem;
        margin-bottom: 1rem;
        border-bottom: 1px solid var(--line);
      }

      [role='tab'] {
        min-height: 2.75rem;
        padding: 0.4rem 0.9rem;
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0.5rem 0.5rem 0 0;
        background: none;
        color: var(--quiet);
      }

      [role='tab'][aria-selected='true'] {
        border-color: var(--accent);
        color: var(--ink);
      }

      [role='tabpanel'][hidden] {
        display: none;
      }
    `,
  ];

  /** Names of the tabs. */
  @property({ attribute: false }) tabs: readonly string[] = [];
  /** What the tabs are about. */
  @property() label = '';
  @state() private chosen = 0;

  override render(): TemplateResult {
    return html`
      <div role="tablist" aria-label=${this.label} @keydown=${this.#onKey}>
        ${this.tabs.map(
          (tab, at) =>
            html`<button
              role="tab"
              id="tab-${tab}"
              aria-controls="panel-${tab}"
              aria-selected=${at === this.chosen ? 'true' : 'false'}
              tabindex=${at === this.chosen ? 0 : -1}
              @click=${() => {
                this.chosen = at;
              }}
            >
              ${tab}
            </button>`,
        )}
      </div>
      ${this.tabs.map(
        (tab, at) =>
          html`<div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" ?hidden=${at !== this.chosen}>
            <slot name=${tab}></slot>
          </div>`,
      )}
    `;
  }

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const towards = this.matches(':dir(rtl)') ? -step : step;
    this.chosen = (this.chosen + towards + this.tabs.length) % this.tabs.length;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'play-tabs': PlayTabs;
  }
}
