import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { basics } from '../styles/basics.js';
import { htmlCode, legacyCode, scriptCode } from './code.js';
import './play-snippet.js';
import type { SetUp } from './set-up.js';

/** The code that makes on a site what is set on the page. */
@customElement('play-code')
export class PlayCode extends LitElement {
  static override readonly styles = [
    basics,
    css`
      :host {
        display: grid;
        gap: 1.25rem;
      }
    `,
  ];

  /** Options, with those that lead to the backend. */
  @property({ attribute: false }) values: SetUp['values'] = {};
  @property({ attribute: false }) theme: SetUp['theme'] = {};

  override render(): TemplateResult {
    return html`
      <play-snippet heading="HTML" .code=${htmlCode(this.values, this.theme)}></play-snippet>
      <play-snippet heading="JavaScript" .code=${scriptCode(this.values)}></play-snippet>
      <play-snippet heading="Configuration of Genesys Widgets" .code=${legacyCode(this.values)}></play-snippet>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-code': PlayCode;
  }
}
