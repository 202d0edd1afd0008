import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { live } from 'lit/directives/live.js';
import { basics } from '../styles/basics.js';
import { cssCode } from './code.js';
import { controls } from './controls.styles.js';
import './play-snippet.js';
import { SetUpChange } from './play-event.js';
import { plainSetUp, withThemeProperty, type SetUp } from './set-up.js';
import { presets, themeProperties, type ThemeProperty } from './theme-properties.js';

/** Custom properties of the tag, each with a control, and the style sheet that comes of them. */
@customElement('play-theme')
export class PlayTheme extends LitElement {
  static override readonly styles = [
    basics,
    controls,
    css`
      :host {
        display: grid;
        gap: 1rem;
      }

      .presets {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      .preset {
        gap: 0.5rem;
      }

      .preset svg {
        width: 1rem;
        height: 1rem;
      }

      .rows {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: 0.75rem 1rem;
      }

      .row {
        display: grid;
        gap: 0.25rem;
        align-content: start;
      }

      .row > div {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }

      label {
        font: 600 0.8125rem/1.4 var(--mono);
      }

      .is-set label {
        color: var(--accent);
      }

      output {
        flex: none;
        min-width: 3.2rem;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) setUp: SetUp = plainSetUp;

  override render(): TemplateResult {
    const code = cssCode(this.setUp.theme);
    return html`
      <div class="presets" role="group" aria-label="Looks to begin with">
        ${presets.map(
          ({ name, theme }) =>
            html`<button
              class="preset"
              @click=${() => {
                this.#change((setUp) => ({ ...setUp, theme }));
              }}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="7.5" fill=${theme['--gwc-color-brand'] ?? '#2450c8'} />
              </svg>
              ${name}
            </button>`,
        )}
      </div>
      <div class="rows">${themeProperties.map((each) => this.#renderRow(each))}</div>
      ${
        code
          ? html`<play-snippet heading="Your style sheet" .code=${code}></play-snippet>`
          : html`<p class="hint">The style sheet that makes these looks appears here, ready to be copied.</p>`
      }
    `;
  }

  #renderRow(each: ThemeProperty): TemplateResult {
    const { name } = each;
    const isSet = this.setUp.theme[name] !== undefined;
    return html`<div class="row ${isSet ? 'is-set' : ''}">
      <label for=${name}>${name.replace('--gwc-', '')}</label>
      <div>
        ${this.#renderControl(each)}
        ${
          isSet
            ? html`<button
                aria-label="Reset ${name}"
                @click=${() => {
                  this.#set(name, '');
                }}
              >
                Reset
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderControl({ name, kind, default: fallback }: ThemeProperty): TemplateResult {
    const value = this.setUp.theme[name] ?? '';
    const onInput = ({ currentTarget }: Event) => {
      this.#set(name, (currentTarget as HTMLInputElement).value);
    };
    if (kind === 'colour') {
      const colour = /#[\da-f]{6}\b/i.exec(value || fallback)?.[0] ?? '#808080';
      return html`<input type="color" id=${name} .value=${live(colour)} @input=${onInput} />
        <input
          aria-label="${name} as CSS"
          spellcheck="false"
          placeholder="as it comes"
          .value=${live(value)}
          @change=${onInput}
        />`;
    }
    if (kind === 'length') {
      const pixels = Number.parseFloat(value || fallback);
      const most = Math.max(40, Number.parseFloat(fallback) * 1.5);
      return html`<input
          type="range"
          id=${name}
          min="0"
          max=${most}
          .value=${live(String(pixels))}
          @input=${({ currentTarget }: Event) => {
            this.#set(name, `${(currentTarget as HTMLInputElement).value}px`);
          }}
        />
        <output for=${name}>${pixels}px</output>`;
    }
    return html`<input
      id=${name}
      spellcheck="false"
      placeholder=${fallback}
      .value=${live(value)}
      @change=${onInput}
    />`;
  }

  #set(name: string, value: string): void {
    this.#change((setUp) => withThemeProperty(setUp, name, value.trim()));
  }

  #change(change: (setUp: SetUp) => SetUp): void {
    this.dispatchEvent(new SetUpChange(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-theme': PlayTheme;
  }
}
