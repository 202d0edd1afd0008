import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { live } from 'lit/directives/live.js';
import { takes } from '../../src/config/describe-mistake.js';
import { attributeName } from '../../src/config/option-names.js';
import { options, type OptionName } from '../../src/config/options.js';
import { basics } from '../styles/basics.js';
import { controls } from './controls.styles.js';
import { controlOf } from './option-control.js';
import { optionTexts } from './option-texts.js';
import { SetUpChange } from './play-event.js';
import { plainSetUp, readText, withOption, type SetUp } from './set-up.js';

type Row = (typeof optionTexts)[number]['options'][number];

/** Every option of the table with a control that fits it, what it does and what it is by default. */
@customElement('play-options')
export class PlayOptions extends LitElement {
  static override readonly styles = [
    basics,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
      }

      details {
        border: 1px solid var(--line);
        border-radius: 0.7rem;
        background: var(--surface);
      }

      summary {
        padding: 0.6rem 0.9rem;
        border-radius: 0.7rem;
        font-weight: 600;
        cursor: pointer;
      }

      .count {
        margin-inline-start: 0.4rem;
        padding: 0.1rem 0.5rem;
        border-radius: 1rem;
        background: var(--accent-soft);
        color: var(--accent);
        font-size: 0.8rem;
      }

      .option {
        display: grid;
        gap: 0.4rem;
        padding: 0.8rem 0.9rem;
        border-top: 1px solid var(--line);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 0.75rem;
        min-height: 2.25rem;
      }

      label {
        font: 600 0.875rem/1.4 var(--mono);
        overflow-wrap: anywhere;
      }

      .is-set label {
        color: var(--accent);
      }

      .error {
        color: var(--danger);
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) setUp: SetUp = plainSetUp;
  @state() private wanted = '';
  /** What was written and is no good, by option. */
  @state() private drafts: Readonly<Partial<Record<OptionName, string>>> = {};

  override render(): TemplateResult {
    const groups = optionTexts.map((group) => ({
      ...group,
      options: group.options.filter((row) => this.#isWanted(row)),
    }));
    const hasAny = groups.some((group) => group.options.length > 0);
    return html`
      <input
        type="search"
        aria-label="Find an option"
        placeholder="Find an option"
        .value=${this.wanted}
        @input=${this.#onWanted}
      />
      ${groups.map(({ heading, options: rows }) => {
        const count = rows.filter(({ name }) => this.setUp.values[name] !== undefined).length;
        return rows.length === 0
          ? nothing
          : html`<details ?open=${this.wanted !== ''}>
              <summary>
                ${heading}${count > 0 ? html`<span class="count">${count}<span class="spoken"> set</span></span>` : nothing}
              </summary>
              ${rows.map((row) => this.#renderRow(row))}
            </details>`;
      })}
      ${hasAny ? nothing : html`<p class="hint">No option has that in its name or text.</p>`}
    `;
  }

  #renderRow({ name, text }: Row): TemplateResult {
    const isSet = this.setUp.values[name] !== undefined;
    const isWrong = this.drafts[name] !== undefined;
    return html`<div class="option ${isSet ? 'is-set' : ''}">
      <div class="head">
        <label for=${name}>${'fromAttribute' in options[name].type ? attributeName(name) : name}</label>
        ${
          isSet
            ? html`<button
                aria-label="Reset ${name}"
                @click=${() => {
                  this.#set(name, undefined);
                }}
              >
                Reset
              </button>`
            : nothing
        }
      </div>
      ${this.#renderControl(name)}
      <p class="error" id="${name}-error" role="status">${isWrong ? `It takes ${takes(name)}.` : ''}</p>
      <p class="hint" id="${name}-text">${renderText(text)}</p>
    </div>`;
  }

  #renderControl(name: OptionName): TemplateResult {
    const control = controlOf(name);
    const value = this.setUp.values[name];
    const fallback = options[name].default;
    const shown = value ?? fallback;
    const text =
      this.drafts[name] ?? (shown === undefined ? '' : typeof shown === 'string' ? shown : JSON.stringify(shown));
    const onText = ({ currentTarget }: Event) => {
      this.#write(name, (currentTarget as HTMLInputElement).value);
    };
    const described = `${name}-text ${name}-error`;
    switch (control.kind) {
      case 'switch':
        return html`<input
          type="checkbox"
          id=${name}
          aria-describedby=${described}
          .checked=${live(shown === true)}
          @change=${({ currentTarget }: Event) => {
            this.#set(name, (currentTarget as HTMLInputElement).checked);
          }}
        />`;
      case 'choice':
        return html`<select id=${name} aria-describedby=${described} @change=${onText}>
          ${fallback === undefined ? html`<option value="" ?selected=${value === undefined}>as it comes</option>` : nothing}
          ${control.values.map(
            (each) => html`<option value=${String(each)} ?selected=${String(each) === text}>${String(each)}</option>`,
          )}
        </select>`;
      case 'number':
        return html`<input
          type="number"
          id=${name}
          aria-describedby=${described}
          aria-invalid=${this.drafts[name] === undefined ? 'false' : 'true'}
          min=${control.count.least}
          max=${control.count.most}
          .value=${live(text)}
          placeholder=${control.count.unit}
          @change=${onText}
        />`;
      case 'json':
        return html`<textarea
          id=${name}
          aria-describedby=${described}
          aria-invalid=${this.drafts[name] === undefined ? 'false' : 'true'}
          spellcheck="false"
          .value=${live(text)}
          @change=${onText}
        ></textarea>`;
      case 'code':
        return html`<input
          id=${name}
          aria-describedby=${described}
          readonly
          value="A function: it is set in code alone."
        />`;
      case 'text':
        return html`<input
          id=${name}
          aria-describedby=${described}
          aria-invalid=${this.drafts[name] === undefined ? 'false' : 'true'}
          spellcheck="false"
          .value=${live(text)}
          @change=${onText}
        />`;
    }
  }

  #isWanted({ name, text }: Row): boolean {
    const wanted = this.wanted.trim().toLowerCase();
    return [name, attributeName(name), text].some((each) => each.toLowerCase().includes(wanted));
  }

  #write(name: OptionName, text: string): void {
    if (text.trim() === '') this.#set(name, undefined);
    else {
      const value = readText(name, text);
      if (value === undefined) this.drafts = { ...this.drafts, [name]: text };
      else this.#set(name, value);
    }
  }

  #set(name: OptionName, value: unknown): void {
    const { [name]: _wrong, ...drafts } = this.drafts;
    this.drafts = drafts;
    const isDefault = JSON.stringify(value) === JSON.stringify(options[name].default);
    this.dispatchEvent(new SetUpChange((setUp) => withOption(setUp, name, isDefault ? undefined : value)));
  }

  readonly #onWanted = ({ currentTarget }: Event): void => {
    this.wanted = (currentTarget as HTMLInputElement).value;
  };
}

/** A text with code in back ticks. */
function renderText(text: string): readonly (string | TemplateResult)[] {
  return text.split('`').map((each, at) => (at % 2 === 0 ? each : html`<code>${each}</code>`));
}

declare global {
  interface HTMLElementTagNameMap {
    'play-options': PlayOptions;
  }
}
