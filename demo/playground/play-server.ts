import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { basics } from '../styles/basics.js';
import { controls } from './controls.styles.js';
import type { Faults } from './local-server.js';
import { SetUpChange } from './play-event.js';
import { plainSetUp, type Backend, type SetUp } from './set-up.js';

/** Somebody wants other faults. */
export class FaultsChange extends CustomEvent<Faults> {
  constructor(faults: Faults) {
    super('play-faults', { detail: faults, bubbles: true, composed: true });
  }
}

interface Range {
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly unit: string;
}

type Rate = 'errorRate' | 'lostAnswerRate' | 'duplicateRate';

const rates: Readonly<Record<Rate, string>> = {
  errorRate: 'Requests that are refused',
  lostAnswerRate: 'Answers that never come',
  duplicateRate: 'Answers that repeat messages',
};

const statuses = [503, 429, 404, 1, 2, 200];
const statusTexts: Readonly<Record<number, string>> = {
  503: 'HTTP 503, not now',
  429: 'HTTP 429, too many requests',
  404: 'HTTP 404, no such chat',
  1: 'statusCode 1, try again',
  2: 'statusCode 2, refused',
  200: 'HTTP 200, but no chat answer',
};

/** Who is on the other side, and what goes wrong on the way there. */
@customElement('play-server')
export class PlayServer extends LitElement {
  static override readonly styles = [
    basics,
    controls,
    css`
      :host,
      fieldset {
        display: grid;
        gap: 1rem;
      }

      fieldset {
        margin: 0;
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: 0.7rem;
        background: var(--surface);
      }

      legend {
        padding: 0 0.4rem;
        font-weight: 600;
      }

      .choice,
      .switch {
        display: flex;
        gap: 0.6rem;
        align-items: flex-start;
      }

      .choice input {
        flex: none;
        width: 1.25rem;
        min-height: 0;
        height: 1.25rem;
        margin: 0.1rem 0 0;
        accent-color: var(--accent);
      }

      .switch {
        align-items: center;
        justify-content: space-between;
      }

      .range {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 0.75rem;
      }

      .range input {
        grid-column: 1 / -1;
      }

      output {
        font-variant-numeric: tabular-nums;
      }

      .field {
        display: grid;
        gap: 0.3rem;
      }
    `,
  ];

  @property({ attribute: false }) setUp: SetUp = plainSetUp;
  @property() backend: Backend = 'demo';
  /** Undefined where there is no local server. */
  @property({ attribute: false }) faults: Faults | undefined;

  override render(): TemplateResult {
    return html`
      <fieldset>
        <legend>Who answers</legend>
        ${this.#renderBackend('server', 'An agent of the local server', 'The real protocol over HTTP. You are the agent: at the desk, or by the buttons beside the chat.')}
        ${this.#renderBackend('demo', 'A script', 'No server at all: the transport demo answers by itself, and shows cards, quick replies and pictures.')}
        <p class="hint">It holds from the next chat on.</p>
      </fieldset>
      ${this.faults ? this.#renderFaults(this.faults) : html`<p class="hint">There is no local server behind this page, so nothing can be made to go wrong. <code>npx genesys-webchat</code> starts one.</p>`}
    `;
  }

  #renderBackend(backend: Backend, name: string, text: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="backend"
        .checked=${this.backend === backend}
        ?disabled=${backend === 'server' && !this.faults}
        @change=${() => {
          this.dispatchEvent(new SetUpChange((setUp) => ({ ...setUp, backend })));
        }}
      />
      <span>${name}<br /><span class="hint">${text}</span></span>
    </label>`;
  }

  #renderFaults(faults: Faults): TemplateResult {
    const { offline = false, latencyMs = 0, statusCode = 503 } = faults;
    const change = (changed: Faults) => {
      this.dispatchEvent(new FaultsChange({ ...faults, ...changed }));
    };
    return html`<fieldset>
      <legend>What goes wrong</legend>
      <label class="switch">
        The network is gone
        <input
          type="checkbox"
          .checked=${offline}
          @change=${({ currentTarget }: Event) => {
            change({ offline: (currentTarget as HTMLInputElement).checked });
          }}
        />
      </label>
      ${this.#renderRange('Answers come later by', { value: latencyMs, most: 5000, step: 100, unit: 'ms' }, (value) => {
        change({ latencyMs: value });
      })}
      ${(Object.keys(rates) as Rate[]).map((rate) =>
        this.#renderRange(
          rates[rate],
          { value: Math.round((faults[rate] ?? 0) * 100), most: 100, step: 5, unit: '%' },
          (value) => {
            change({ [rate]: value / 100 });
          },
        ),
      )}
      <label class="field">
        Refused with
        <select
          @change=${({ currentTarget }: Event) => {
            change({
              statusCode: Number((currentTarget as HTMLSelectElement).value),
              errorRate: faults.errorRate ?? 0,
            });
          }}
        >
          ${statuses.map((each) => html`<option value=${each} ?selected=${each === statusCode}>${statusTexts[each]}</option>`)}
        </select>
      </label>
      <button
        @click=${() => {
          this.dispatchEvent(new FaultsChange({}));
        }}
      >
        Let everything work again
      </button>
    </fieldset>`;
  }

  #renderRange(label: string, { value, most, step, unit }: Range, onValue: (value: number) => void): TemplateResult {
    return html`<label class="range">
      <span>${label}</span><output>${value} ${unit}</output>
      <input
        type="range"
        min="0"
        max=${most}
        step=${step}
        .value=${String(value)}
        @change=${({ currentTarget }: Event) => {
          onValue(Number((currentTarget as HTMLInputElement).value));
        }}
      />
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-server': PlayServer;
  }
}
