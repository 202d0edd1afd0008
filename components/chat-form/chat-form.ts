import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { isRunning } from '../../src/model/session-state.js';
import type { WindowState } from '../../src/model/window-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import { customElement } from '../internal/custom-element.js';
import { reasonOf, type Reason } from '../internal/reason.js';
import { base } from '../styles/base.js';
import { BuiltInFields } from './built-in-fields.js';
import { styles } from './chat-form.styles.js';
import type { FieldsForm, FormFields } from './form-fields.js';

/**
 * Asks who the visitor is, and starts the chat. What was typed stays, whatever becomes of the start. A site may define
 * other fields than the built-in ones; what shows them comes when there are any.
 *
 * @slot form-footer - Stands below the fields: terms, opening hours.
 * @fires genesys-chat-cancel - The visitor does not want a chat.
 * @csspart form - The form.
 * @csspart form-intro - The sentence above it.
 * @csspart form-error - Says what keeps the chat from starting.
 * @csspart field - A label with its input and its error.
 * @csspart label - The name of a field.
 * @csspart input - Where the visitor types, chooses or ticks.
 * @csspart field-note - What a site says around an input.
 * @csspart field-error - What is wrong with it.
 * @csspart form-row - What a site says between its fields.
 * @csspart submit-button - Starts the chat.
 * @csspart cancel-button - Gives up.
 */
@customElement('genesys-chat-form')
export class ChatForm extends LitElement {
  static override readonly styles = [base, styles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new TextsController(this);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #window = new StoreController(this, () => this.#chat.value?.window);
  readonly #options = new StoreController(this, () => this.#chat.value?.options);
  readonly #form: FieldsForm = {
    host: this,
    texts: this.#texts,
    chat: () => this.#chat.value,
    values: new Map(),
    onEdit: () => {
      this.#edits += 1;
    },
  };
  readonly #builtIn = new BuiltInFields(this.#form);

  /** Why the last start failed. */
  @state() private failure: Reason | undefined;
  /** Whether a start is under way. Interceptors may take their time before the session's own phase says so. */
  @state() private isStarting = false;
  /** What is asked for; nothing while the code for a site's own fields is on its way. */
  @state() private fields: FormFields | undefined = this.#builtIn;

  #prefilled: WindowState['form'] | undefined;
  /** How often the visitor has changed a field. */
  #edits = 0;
  /** Whether the page that opened the window wants the chat to start without a click. */
  #isAutomatic = false;
  #definition: unknown;
  #defining: Promise<void> | undefined;

  /** Whether there is something that the visitor typed, and would lose. */
  get hasInput(): boolean {
    return this.#edits > 0 && [...this.#form.values.values()].some(Boolean);
  }

  /** Puts the cursor into the first field. */
  override focus(): void {
    this.fields?.focus();
  }

  /** Settles when the fields are there too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#defining;
    return super.getUpdateComplete();
  }

  override willUpdate(): void {
    const { form, formJSON } = this.#window.value ?? {};
    const definition = formJSON ?? this.#options.value?.form;
    if (definition !== this.#definition) {
      this.#definition = definition;
      this.fields = definition ? undefined : this.#builtIn;
      if (definition) this.#defining = this.#define(definition);
    }
    if (!form || form === this.#prefilled) return;
    this.#prefilled = form;
    this.#isAutomatic = form['autoSubmit'] === true;
    for (const [name, value] of Object.entries(form)) {
      if (['string', 'number', 'boolean'].includes(typeof value)) this.#form.values.set(name, String(value));
    }
  }

  override updated(): void {
    if (!this.#isAutomatic || !this.fields) return;
    this.#isAutomatic = false;
    if (!isRunning(this.#phase.value ?? 'idle')) void this.#start(new Event('submit'));
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const isBusy = this.#isBusy();
    return html`<form part="form" novalidate aria-busy=${isBusy ? 'true' : 'false'} @submit=${this.#onSubmit}>
      <p class="intro" part="form-intro">${texts.text('FormIntro')}</p>
      ${this.#renderSummary()}
      <div class="fields">${this.fields?.render(isBusy)}</div>
      <slot name="form-footer"></slot>
      <div class="actions">
        <button class="button" part="cancel-button" type="button" @click=${this.#onCancel}>
          ${texts.text('ChatFormCancel')}
        </button>
        <button class="button primary" part="submit-button" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
          ${isBusy ? html`<span class="spinner"></span>` : nothing}
          ${texts.text(isBusy ? 'StatusConnecting' : 'ChatFormSubmit')}
        </button>
      </div>
    </form>`;
  }

  #renderSummary(): TemplateResult {
    const { failure } = this;
    const mistakes = this.fields?.summary();
    // It is always there, empty and unseen, because assistive technology tells of changes in what it knows.
    return html`<div class="summary" part="form-error" role="alert" tabindex="-1" ?hidden=${!failure && !mistakes}>
      ${failure ? this.#texts.error(failure) : nothing} ${mistakes}
    </div>`;
  }

  #isBusy(): boolean {
    return this.isStarting || this.#phase.value === 'starting';
  }

  /** Shows the fields that a site has defined; the built-in ones where they cannot be. */
  async #define(definition: unknown): Promise<void> {
    const fields = await import('./defined-fields.js').then(
      ({ defineFields }) => defineFields(this.#form, definition),
      () => undefined,
    );
    if (definition === this.#definition) this.fields = fields ?? this.#builtIn;
  }

  readonly #onCancel = (): void => {
    this.dispatchEvent(new Event('genesys-chat-cancel'));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#start(event);
  };

  async #start(event: Event): Promise<void> {
    // Who is quicker than the code for a site's own fields has not asked in vain.
    await this.updateComplete;
    const chat = this.#chat.value;
    const { fields } = this;
    if (!chat || !fields || this.#isBusy()) return;
    this.failure = undefined;
    const complaint = fields.check(event);
    if (complaint) {
      const edits = this.#edits;
      const focused = this.renderRoot.querySelector(':focus');
      await complaint;
      // Who has begun to mend it meanwhile is not called away.
      if (edits === this.#edits && focused === this.renderRoot.querySelector(':focus')) await this.#focusSummary();
      return;
    }
    this.isStarting = true;
    try {
      await chat.command('WebChat.startChat', { form: fields.filledIn() });
      this.#edits = 0;
    } catch (rejection) {
      const reason = await reasonOf(rejection, 'StartFailed');
      if (!reason.field || !(await fields.refuse(reason.field))) this.failure = reason;
      await this.#focusSummary();
    } finally {
      this.isStarting = false;
    }
  }

  /** Leads to what keeps the chat from starting; where its words have not come, the browser has some. */
  async #focusSummary(): Promise<void> {
    await this.updateComplete;
    const summary = this.renderRoot.querySelector<HTMLElement>('.summary');
    if (summary?.hidden) this.renderRoot.querySelector('form')?.reportValidity();
    else summary?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-form': ChatForm;
  }
}
