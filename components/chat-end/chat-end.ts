import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { downloadIcon } from '../internal/download-icon.js';
import { exportParts } from '../internal/export-parts.js';
import { saveTranscript } from '../internal/transcript/save-transcript.js';
import { base } from '../styles/base.js';
import { styles } from './chat-end.styles.js';
import { companySentence, measures } from './summary.js';

/**
 * Stands below a conversation that is over: says what it was, lets the visitor keep it, and leads on. Where the site has a
 * survey, it asks whether the visitor would like to take part.
 *
 * @slot end - What the site has to say.
 * @fires genesys-chat-close - The visitor is done.
 * @fires genesys-chat-new - The visitor wants another chat.
 * @csspart end-title - The heading.
 * @csspart end-summary - With whom the visitor talked, for how long, in how many messages.
 * @csspart end-draft - What the visitor had not sent.
 * @csspart save-button - Saves the conversation as a text.
 * @csspart survey - The question whether the visitor would take part in a survey.
 * @csspart survey-accept-button - Yes.
 * @csspart survey-reject-button - No.
 * @csspart new-chat-button - Leads back to the form.
 * @csspart end-close-button - Closes the window.
 */
@customElement('genesys-chat-end')
export class ChatEnd extends LitElement {
  static override readonly styles = [base, styles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #draft = new StoreController(this, () => this.#chat.value?.stores.draft);
  readonly #options = new StoreController(this, () => this.#chat.value?.options);

  @state() private isAnswered = false;

  /** Whether the visitor has been told of this end. */
  #isTold = false;

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, 'end-title, end-draft, new-chat-button, end-close-button');
    exportParts(this, 'end-summary, save-button, survey, survey-accept-button, survey-reject-button');
  }

  /** Puts the focus on the heading, from where the visitor reads on. */
  override focus(): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  override willUpdate(): void {
    if (this.#phase.value !== 'ended') {
      this.#isTold = false;
      this.isAnswered = false;
    }
  }

  override updated(): void {
    if (this.#isTold || this.#phase.value !== 'ended') return;
    this.#isTold = true;
    const sentence = [this.#company, ...this.#measures].filter(Boolean).join(', ');
    this.dispatchEvent(new Announcement(sentence));
    if (this.#offersSurvey) this.dispatchEvent(new Announcement(this.#texts.text('SurveyOfferQuestion')));
  }

  override render(): TemplateResult | typeof nothing {
    const texts = this.#texts;
    if (this.#phase.value !== 'ended') return nothing;
    const { actionsMenu } = this.#options.value ?? {};
    const facts = this.#measures;
    return html`<h3 part="end-title" tabindex="-1">${texts.text('ChatEnded')}</h3>
      <p class="muted">${texts.text('EndedBody')}</p>
      <div class="summary" part="end-summary">
        <p>${this.#company}</p>
        <p class="muted">${facts.join(' · ')}</p>
      </div>
      ${
        actionsMenu && facts.length > 0
          ? html`<button class="button save" part="save-button" type="button" @click=${this.#onSave}>
              ${downloadIcon}${texts.text('ActionsDownload')}
            </button>`
          : nothing
      }
      ${this.#draft.value ? this.#renderDraft(this.#draft.value) : nothing}
      ${this.#offersSurvey ? this.#renderSurvey() : nothing}
      <slot name="end"></slot>
      <div class="actions">
        <button class="button" part="end-close-button" type="button" @click=${this.#onClose}>
          ${texts.text('ChatFormClose')}
        </button>
        <button class="button primary" part="new-chat-button" type="button" @click=${this.#onNewChat}>
          ${texts.text('NewChat')}
        </button>
      </div>`;
  }

  #renderSurvey(): TemplateResult {
    const texts = this.#texts;
    return html`<div class="survey" part="survey" role="group" aria-labelledby="question">
      <p id="question">${texts.text('SurveyOfferQuestion')}</p>
      <div class="actions">
        <button class="button" part="survey-reject-button" type="button" @click=${this.#onReject}>
          ${texts.text('ShowSurveyReject')}
        </button>
        <button class="button" part="survey-accept-button" type="button" @click=${this.#onAccept}>
          ${texts.text('ShowSurveyAccept')}
        </button>
      </div>
    </div>`;
  }

  /** What the visitor was writing when the chat ended; the message box of the next chat has it too. */
  #renderDraft(draft: string): TemplateResult {
    return html`<label class="draft">
      ${this.#texts.text('UnsentDraft')}
      <textarea part="end-draft" readonly rows="2" dir="auto" .value=${draft}></textarea>
    </label>`;
  }

  get #conversation() {
    const stores = this.#chat.value?.stores;
    return { messages: stores?.messages.get() ?? [], agents: stores?.agents.get() ?? {} };
  }

  get #company(): string {
    return companySentence(this.#conversation, this.#texts);
  }

  get #measures(): string[] {
    return measures(this.#conversation, this.#texts);
  }

  /** Who talked with nobody has nothing to say about it. */
  get #offersSurvey(): boolean {
    return this.#options.value?.surveyEnabled === true && !this.isAnswered && this.#company !== '';
  }

  #answer(accepted: boolean): void {
    this.isAnswered = true;
    // The buttons go, and must not take the focus with them.
    this.focus();
    // An extension that does not want it to be told has its reasons.
    this.#chat.value?.command('WebChat.answerSurvey', { accepted }).catch(() => undefined);
  }

  readonly #onAccept = (): void => {
    this.#answer(true);
  };

  readonly #onReject = (): void => {
    this.#answer(false);
  };

  readonly #onSave = (): void => {
    const chat = this.#chat.value;
    if (!chat) return;
    const { messages, ownId } = chat.stores;
    saveTranscript(messages.get(), {
      texts: this.#texts,
      ownId: ownId.get(),
      hours: chat.options.get().timeFormat,
    });
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('genesys-chat-close'));
  };

  readonly #onNewChat = (): void => {
    this.dispatchEvent(new Event('genesys-chat-new'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-end': ChatEnd;
  }
}
