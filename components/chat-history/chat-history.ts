import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import type { ChatMessage } from '../../src/model/message.js';
import { isRunning } from '../../src/model/session-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { base } from '../styles/base.js';
import { styles } from './chat-history.styles.js';

/**
 * Stands above an asynchronous conversation whose beginning is not there yet, and brings older messages. What the visitor
 * reads stays where it is on the screen.
 *
 * @csspart history - The whole.
 * @csspart history-button - Brings older messages.
 * @csspart history-error - Says that they did not come.
 */
@customElement('genesys-chat-history')
export class ChatHistory extends LitElement {
  static override readonly styles = [base, styles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #messages = new StoreController(this, () => this.#chat.value?.stores.messages);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);

  @state() private isLoading = false;
  @state() private hasFailed = false;
  /** Whether the server has said that there is nothing older. */
  @state() private isComplete = false;

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { host } = this.getRootNode() as ShadowRoot;
    exportParts(host, 'history, history-button, history-error');
    this.#stopListening = this.#chat.value?.stores.messages.listen((now, before) => {
      // Another conversation has another beginning.
      if (now.length === 0) this.isComplete = false;
      else if (isLonger(now, before)) void this.#holdView(host);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  override willUpdate(): void {
    const first = this.#messages.value?.[0]?.index ?? 1;
    this.hidden = first === 1 || this.isComplete || !isRunning(this.#phase.value ?? 'idle');
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    return html`<div part="history">
      ${this.hasFailed ? html`<p part="history-error">${texts.text('HistoryFailed')}</p>` : nothing}
      <button
        class="button"
        part="history-button"
        type="button"
        aria-disabled=${this.isLoading ? 'true' : 'false'}
        @click=${this.#onClick}
      >
        ${texts.text(this.isLoading ? 'HistoryLoading' : 'HistoryLoad')}
      </button>
    </div>`;
  }

  readonly #onClick = (): void => {
    if (!this.isLoading) void this.#load();
  };

  async #load(): Promise<void> {
    const texts = this.#texts;
    this.isLoading = true;
    this.hasFailed = false;
    try {
      const answer = await this.#chat.value?.command('WebChatService.fetchHistory');
      this.isComplete = answer?.historyComplete ?? false;
      // The button goes, and must not take the focus with it.
      if (this.isComplete && this.matches(':focus-within')) this.#log?.focus({ preventScroll: true });
      this.dispatchEvent(new Announcement(texts.text(this.isComplete ? 'HistoryComplete' : 'HistoryShown')));
    } catch {
      this.hasFailed = true;
      this.dispatchEvent(new Announcement(texts.text('HistoryFailed')));
    } finally {
      this.isLoading = false;
    }
  }

  /** Not every browser does that by itself, and none at the very top. */
  async #holdView(transcript: Element): Promise<void> {
    const log = this.#log;
    if (!log || !(transcript instanceof LitElement)) return;
    const below = log.scrollHeight - log.scrollTop;
    await transcript.updateComplete;
    log.scrollTop = log.scrollHeight - below;
  }

  get #log(): HTMLElement | null {
    return this.closest<HTMLElement>('.log');
  }
}

/** Whether there is something before what was the beginning. */
function isLonger(now: readonly ChatMessage[], before: readonly ChatMessage[]): boolean {
  const [first] = before;
  return first !== undefined && now[0]?.id !== first.id && now.some(({ id }) => id === first.id);
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-history': ChatHistory;
  }
}
