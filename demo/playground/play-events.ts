import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { repeat } from 'lit/directives/repeat.js';
import { basics } from '../styles/basics.js';
import { controls } from './controls.styles.js';
import { toJson, type LogEntry } from './event-log.js';

const channelTexts = { bus: 'bus', full: 'DOM', bare: 'DOM bare' } as const;

/** What has happened, the newest first. */
@customElement('play-events')
export class PlayEvents extends LitElement {
  static override readonly styles = [
    basics,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        align-content: start;
        container-type: inline-size;
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }

      .tools input {
        flex: 1 1 9rem;
        width: auto !important;
        min-width: 0;
      }

      .tools select {
        flex: 0 1 auto;
        width: auto;
      }

      ol {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 0.7rem;
        background: var(--surface);
        list-style: none;
        overflow: hidden;
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      summary {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.1rem 0.75rem;
        align-items: baseline;
        padding: 0.45rem 0.85rem;
        cursor: pointer;
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      summary:hover {
        background: var(--raised);
      }

      summary:focus-visible {
        outline-offset: -3px;
      }

      time {
        color: var(--quiet);
        font-size: 0.8125rem;
        font-variant-numeric: tabular-nums;
      }

      .name {
        font: 600 0.875rem/1.4 var(--mono);
        overflow-wrap: anywhere;
      }

      .plugin {
        color: var(--quiet);
        font-weight: 400;
      }

      .error .name {
        color: var(--danger);
      }

      .channels {
        display: flex;
        gap: 0.3rem;
      }

      .channel {
        padding: 0 0.4rem;
        border-radius: 0.4rem;
        background: var(--accent-soft);
        color: var(--accent);
        font-size: 0.75rem;
        white-space: nowrap;
      }

      .channel.bare {
        display: none;
      }

      .glance {
        grid-column: 2 / -1;
        overflow: hidden;
        color: var(--quiet);
        font: 0.8125rem/1.4 var(--mono);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      details[open] .glance {
        display: none;
      }

      pre {
        margin: 0 0.85rem 0.75rem;
        max-height: 24rem;
      }

      .empty {
        padding: 2.5rem 1.25rem;
        border: 1px dashed var(--control);
        border-radius: 0.7rem;
        text-align: center;
        text-wrap: balance;
      }

      @container (min-width: 36rem) {
        .channel.bare {
          display: inline;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly LogEntry[] = [];
  @state() private wanted = '';
  @state() private plugin = '';
  /** What is shown while nothing new is to be. */
  @state() private held: readonly LogEntry[] | undefined;

  override render(): TemplateResult {
    const shown = (this.held ?? this.entries).filter((entry) => this.#isWanted(entry));
    const missed = this.held ? (this.entries[0]?.id ?? 0) - (this.held[0]?.id ?? 0) : 0;
    return html`
      <div class="tools">
        <input
          type="search"
          aria-label="Filter events"
          placeholder="Filter"
          .value=${this.wanted}
          @input=${this.#onWanted}
        />
        <select aria-label="Of which plugin" @change=${this.#onPlugin}>
          <option value="">Every plugin</option>
          <option>WebChatService</option>
          <option>WebChat</option>
          <option value="own">Your own</option>
        </select>
        <button aria-pressed=${this.held ? 'true' : 'false'} @click=${this.#pause}>
          ${this.held ? `Paused${missed > 0 ? `, ${missed} new` : ''}` : 'Pause'}
        </button>
        <button @click=${this.#clear}>Clear</button>
      </div>
      ${
        shown.length > 0
          ? html`<ol aria-label="Events, the newest first">
              ${repeat(
                shown,
                ({ id }) => id,
                (entry) => this.#renderEntry(entry),
              )}
            </ol>`
          : html`<p class="empty hint">
              ${this.entries.length > 0 ? 'Nothing that has happened fits the filter.' : 'Open the chat: whatever it tells your page appears here as it happens.'}
            </p>`
      }
    `;
  }

  #renderEntry({ time, name, data, channels }: LogEntry): TemplateResult {
    const dot = name.lastIndexOf('.') + 1;
    const json = toJson(data);
    return html`<li class=${name.endsWith('.error') ? 'error' : nothing}>
      <details>
        <summary>
          <time>${clockTime(time)}</time>
          <span class="name"><span class="plugin">${name.slice(0, dot)}</span>${name.slice(dot)}</span>
          <span class="channels">
            ${(['bus', 'full', 'bare'] as const).filter((each) => channels.includes(each)).map((each) => html`<span class="channel ${each}">${channelTexts[each]}</span>`)}
          </span>
          ${data === undefined ? nothing : html`<span class="glance" dir="ltr">${glance(json)}</span>`}
        </summary>
        <pre dir="ltr" tabindex="0" role="region" aria-label="Payload of ${name}"><code>${json}</code></pre>
      </details>
    </li>`;
  }

  #isWanted({ name, data }: LogEntry): boolean {
    const [plugin = ''] = name.split('.');
    const isOwn = plugin !== 'WebChat' && plugin !== 'WebChatService';
    if (this.plugin === 'own' ? !isOwn : this.plugin !== '' && plugin !== this.plugin) return false;
    const wanted = this.wanted.trim().toLowerCase();
    return wanted === '' || `${name} ${toJson(data)}`.toLowerCase().includes(wanted);
  }

  readonly #onWanted = ({ currentTarget }: Event): void => {
    this.wanted = (currentTarget as HTMLInputElement).value;
  };

  readonly #onPlugin = ({ currentTarget }: Event): void => {
    this.plugin = (currentTarget as HTMLSelectElement).value;
  };

  readonly #pause = (): void => {
    this.held = this.held ? undefined : this.entries;
  };

  readonly #clear = (): void => {
    this.held &&= [];
    this.dispatchEvent(new CustomEvent('play-clear'));
  };
}

function clockTime(time: number): string {
  const date = new Date(time);
  const part = (value: number, digits = 2) => String(value).padStart(digits, '0');
  return `${part(date.getHours())}:${part(date.getMinutes())}:${part(date.getSeconds())}.${part(date.getMilliseconds(), 3)}`;
}

/** The beginning of a payload, in one line. */
function glance(json: string): string {
  return json.replaceAll(/\s+/g, ' ').slice(0, 160);
}

declare global {
  interface HTMLElementTagNameMap {
    'play-events': PlayEvents;
  }
}
