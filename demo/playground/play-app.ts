import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators/custom-element.js';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { copyText } from '../../components/internal/transcript/copy-text.js';
import { basics } from '../styles/basics.js';
import { theme } from '../styles/theme.js';
import { controls } from './controls.styles.js';
import { EventLog, type LogEntry } from './event-log.js';
import { LocalServer, type Faults } from './local-server.js';
import './play-actions.js';
import { styles } from './play-app.styles.js';
import './play-code.js';
import type { SetUpChange } from './play-event.js';
import './play-events.js';
import './play-options.js';
import './play-server.js';
import type { FaultsChange } from './play-server.js';
import './play-tabs.js';
import './play-theme.js';
import { fromHash, plainSetUp, toConfig, toHash, withBackend, withOption, type Backend, type SetUp } from './set-up.js';
import { themeProperties } from './theme-properties.js';

const languages = ['en', 'fr', 'de', 'es', 'pt-BR', 'it', 'nl', 'pl', 'ja', 'zh-CN', 'ko', 'ar'];
const themes = ['auto', 'light', 'dark'] as const;

/** The whole page but for the tag that it plays with. */
@customElement('play-app')
export class PlayApp extends LitElement {
  static override readonly styles = [theme, basics, controls, styles];

  /** What stands before `/local/…` in the server's addresses; empty means the page's own server. */
  @property() server = '';
  /** The tag to play with. */
  @property({ attribute: false }) chat: GenesysWebchat | undefined;

  @state() private setUp: SetUp = plainSetUp;
  @state() private faults: Faults | undefined;
  @state() private entries: readonly LogEntry[] = [];
  @state() private shared = '';
  /** There once the server's address is known. */
  @state() private localServer = new LocalServer('');
  readonly #log = new EventLog(() => {
    this.entries = this.#log.entries;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.setUp = fromHash(location.hash);
    window.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
    this.#log.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server')) {
      this.localServer = new LocalServer(this.server);
      void this.#look();
    }
    if (changed.has('chat') && this.chat) {
      this.#log.dispose();
      this.#log.listen(this.chat);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (['chat', 'setUp', 'faults', 'localServer'].some((name) => changed.has(name))) this.#apply();
  }

  override render(): TemplateResult {
    const backend = this.#backend;
    return html`
      <header>
        <div class="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path class="bubble" d="M7 8h18v13H15l-5 4v-4H7z" />
            <path d="M11 12.5h6M21 12.5h.01M11 16.5h.01M15 16.5h6" />
          </svg>
          <div>
            <h1>Playground</h1>
            <p>One tag, all its options, and everything it tells your page.</p>
          </div>
        </div>
        <div class="settings">
          ${this.#renderSelect('Language', languages, textOf(this.setUp.values.lang, 'en'), (value) =>
            withOption(this.setUp, 'lang', value === 'en' ? undefined : value),
          )}
          ${this.#renderSelect('Colours', themes, textOf(this.setUp.values.theme, 'auto'), (value) =>
            withOption(this.setUp, 'theme', value === 'auto' ? undefined : value),
          )}
          ${this.#renderSelect('Direction', ['ltr', 'rtl'], this.setUp.direction, (value) => ({
            ...this.setUp,
            direction: value === 'rtl' ? 'rtl' : 'ltr',
          }))}
          <button @click=${this.#share}>${this.shared || 'Copy link'}</button>
          <button @click=${this.#reset}>Reset all</button>
        </div>
      </header>
      <main @play-set-up=${this.#onSetUp} @play-faults=${this.#onFaults}>
        <section class="panel" aria-label="Set-up">
          <play-tabs label="Set-up" .tabs=${['Options', 'Theme', 'Server']}>
            <play-options slot="Options" .setUp=${this.setUp}></play-options>
            <play-theme slot="Theme" .setUp=${this.setUp}></play-theme>
            <play-server slot="Server" .setUp=${this.setUp} .backend=${backend} .faults=${this.faults}></play-server>
          </play-tabs>
        </section>
        <section class="panel" aria-label="What happens">
          <play-actions
            class="actions"
            .chat=${this.chat}
            .server=${backend === 'server' ? this.localServer : undefined}
          ></play-actions>
          <play-tabs label="What happens" .tabs=${['Events', 'Code']}>
            <play-events slot="Events" .entries=${this.entries} @play-clear=${this.#clear}></play-events>
            <play-code slot="Code" .values=${this.#values} .theme=${this.setUp.theme}></play-code>
          </play-tabs>
        </section>
        <div class="stage" aria-hidden="true">
          <div><i></i><i></i><i></i></div>
          <svg viewBox="0 0 400 360">
            <rect x="28" y="28" width="130" height="18" rx="9" />
            <rect x="300" y="30" width="72" height="14" rx="7" />
            <rect x="28" y="78" width="344" height="120" rx="14" />
            <rect x="28" y="222" width="240" height="16" rx="8" />
            <rect x="28" y="252" width="344" height="12" rx="6" />
            <rect x="28" y="276" width="320" height="12" rx="6" />
            <rect x="28" y="300" width="180" height="12" rx="6" />
          </svg>
        </div>
      </main>
    `;
  }

  #renderSelect(
    label: string,
    values: readonly string[],
    chosen: string,
    toSetUp: (value: string) => SetUp,
  ): TemplateResult {
    return html`<label>
      ${label}
      <select
        @change=${({ currentTarget }: Event) => {
          this.#change(toSetUp((currentTarget as HTMLSelectElement).value));
        }}
      >
        ${[...new Set([...values, chosen])].map(
          (value) => html`<option value=${value} ?selected=${value === chosen}>${value}</option>`,
        )}
      </select>
    </label>`;
  }

  /** Who answers: what is chosen, as far as it is there. */
  get #backend(): Backend {
    return this.faults ? (this.setUp.backend ?? 'server') : 'demo';
  }

  get #values(): SetUp['values'] {
    return withBackend(this.setUp, this.#backend, this.localServer.dataURL);
  }

  /** Lets the tag and the page be as they are set up. */
  #apply(): void {
    const { direction, theme: properties, values } = this.setUp;
    document.documentElement.dir = direction;
    if (values.theme === 'light' || values.theme === 'dark') document.documentElement.dataset['theme'] = values.theme;
    else delete document.documentElement.dataset['theme'];
    if (!this.chat) return;
    this.chat.config = toConfig({ values: this.#values });
    for (const { name } of themeProperties) {
      this.chat.style.removeProperty(name);
      if (properties[name]) this.chat.style.setProperty(name, properties[name]);
    }
  }

  #change(setUp: SetUp): void {
    this.setUp = setUp;
    this.shared = '';
    // Without an entry of the history for each change.
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${toHash(setUp)}`);
  }

  async #look(): Promise<void> {
    this.faults = await this.localServer.faults();
  }

  readonly #onHash = (): void => {
    this.setUp = fromHash(location.hash);
  };

  readonly #onSetUp = ({ detail }: SetUpChange): void => {
    this.#change(detail(this.setUp));
  };

  readonly #onFaults = async ({ detail }: FaultsChange): Promise<void> => {
    this.faults = await this.localServer.setFaults(detail);
  };

  readonly #clear = (): void => {
    this.#log.clear();
  };

  readonly #reset = (): void => {
    this.#change(plainSetUp);
  };

  readonly #share = async (): Promise<void> => {
    this.shared = (await copyText(location.href)) ? 'Copied' : 'Not copied';
  };
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

declare global {
  interface HTMLElementTagNameMap {
    'play-app': PlayApp;
  }
}
