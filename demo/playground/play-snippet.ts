import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { copyText } from '../../components/internal/transcript/copy-text.js';
import { basics } from '../styles/basics.js';
import { controls } from './controls.styles.js';

/** A box of code under a heading, with a button that copies it. */
@customElement('play-snippet')
export class PlaySnippet extends LitElement {
  static override readonly styles = [
    basics,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.4rem;
      }

      div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1rem;
      }
    `,
  ];

  @property() heading = '';
  @property() code = '';
  @state() private outcome = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code')) this.outcome = '';
  }

  override render(): TemplateResult {
    return html`
      <div>
        <h2>${this.heading}</h2>
        <button aria-label="Copy: ${this.heading}" @click=${this.#copy}>${this.outcome || 'Copy'}</button>
      </div>
      <pre tabindex="0" role="region" aria-label=${this.heading}><code>${this.code}</code></pre>
      <span class="spoken" role="status">${this.outcome}</span>
    `;
  }

  readonly #copy = async (): Promise<void> => {
    this.outcome = (await copyText(this.code)) ? 'Copied' : 'Not copied';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'play-snippet': PlaySnippet;
  }
}
