import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { errorKey } from '../../src/i18n/error-key.js';
import type { ErrorKey } from '../../src/i18n/texts.js';
import { isRunning } from '../../src/model/session-state.js';
import type { WindowState } from '../../src/model/window-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import { alertIcon } from '../internal/icons.js';
import { customElement } from '../internal/custom-element.js';
import { base } from '../styles/base.js';
import { styles } from './chat-form.styles.js';
import {
  errorsFor,
  fieldError,
  fields,
  filledIn,
  formErrors,
  type FieldErrors,
  type FieldValues,
  type FormField,
} from './fields.js';

/**
 * Asks who the visitor is, and starts the chat. What was typed stays, whatever becomes of the start.
 *
 * @slot form-footer - Stands below the fields: terms, opening hours.
 * @fires genesys-chat-cancel - The visitor does not want a chat.
 * @csspart form - The form.
 * @csspart form-intro - The sentence above it.
 * @csspart form-error - Says what keeps the chat from starting.
 * @csspart field - A label with its input and its error.
 * @csspart label - The name of a field.
 * @csspart input - Where the visitor types.
 * @csspart field-error - What is wrong with it.
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

  @state() private values: FieldValues = {};
  @state() private errors: FieldErrors = {};
  /** Why the last start failed. */
  @state() private failure: ErrorKey | undefined;
  /** Whether a start is under way. Interceptors may take their time before the session's own phase says so. */
  @state() private isStarting = false;

  #prefilled: WindowState['form'] | undefined;
  #isEdited = false;
  /** Whether the page that opened the window wants the chat to start without a click. */
  #isAutomatic = false;

  /** Whether there is something that the visitor typed, and would lose. */
  get hasInput(): boolean {
    return this.#isEdited && Object.values(this.values).some(Boolean);
  }

  /** Puts the cursor into the first field. */
  override focus(): void {
    this.#focusField(fields[0]?.name);
  }

  override willUpdate(): void {
    const prefill = this.#window.value?.form;
    if (!prefill || prefill === this.#prefilled) return;
    this.#prefilled = prefill;
    this.#isAutomatic = prefill['autoSubmit'] === true;
    for (const { name } of fields) {
      const value = prefill[name];
      if (typeof value === 'string' || typeof value === 'number')
        this.values = { ...this.values, [name]: String(value) };
    }
  }

  override updated(): void {
    if (!this.#isAutomatic) return;
    this.#isAutomatic = false;
    if (!isRunning(this.#phase.value ?? 'idle')) void this.#start();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const isBusy = this.#isBusy();
    return html`<form part="form" novalidate aria-busy=${isBusy ? 'true' : 'false'} @submit=${this.#onSubmit}>
      <p class="intro" part="form-intro">${texts.text('FormIntro')}</p>
      ${this.#renderSummary()}
      <div class="fields">${fields.map((field) => this.#renderField(field, isBusy))}</div>
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
    const wrong = fields.filter(({ name }) => this.errors[name]);
    // It is always there, empty and unseen, because assistive technology tells of changes in what it knows.
    return html`<div class="summary" part="form-error" role="alert" tabindex="-1" ?hidden=${!this.#summarises()}>
      ${this.failure ? this.#texts.error(this.failure) : nothing}
      ${
        wrong.length > 0
          ? html`${this.#texts.text('FormCheck')}
            ${wrong.map(
              ({ name, label }) =>
                html`<button
                  class="link"
                  type="button"
                  @click=${() => {
                    this.#focusField(name);
                  }}
                >
                  ${this.#texts.text(label)}
                </button> `,
            )}`
          : nothing
      }
    </div>`;
  }

  #renderField(field: FormField, isBusy: boolean): TemplateResult {
    const { name, type, autocomplete } = field;
    const error = this.errors[name];
    return html`<div class=${name.endsWith('name') ? 'field' : 'field wide'} part="field">
      <label part="label" for=${name}>${this.#texts.text(field.label)}</label>
      <input
        part="input"
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        maxlength="100"
        placeholder=${this.#texts.text(field.placeholder)}
        ?required=${field.missing !== undefined}
        ?readonly=${isBusy}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${name}-error` : nothing}
        .value=${this.values[name] ?? ''}
        @focus=${onFocus}
        @input=${this.#onInput}
        @change=${this.#onChange}
      />
      ${
        error
          ? html`<p class="error" part="field-error" id=${`${name}-error`}>${alertIcon}${this.#texts.error(error)}</p>`
          : nothing
      }
    </div>`;
  }

  #summarises(): boolean {
    return this.failure !== undefined || Object.keys(this.errors).length > 0;
  }

  #isBusy(): boolean {
    return this.isStarting || this.#phase.value === 'starting';
  }

  #focusField(name: string | undefined): void {
    this.renderRoot.querySelector<HTMLElement>(`input[name='${name ?? ''}']`)?.focus();
  }

  readonly #onInput = (event: Event): void => {
    const field = fieldOf(event);
    if (!field) return;
    this.#isEdited = true;
    this.values = { ...this.values, [field.name]: field.value };
    // While typing, an error may go, but none comes: the visitor is not done yet.
    if (this.errors[field.name] && !fieldError(field.field, field.value)) this.#setError(field.name, undefined);
  };

  readonly #onChange = (event: Event): void => {
    const field = fieldOf(event);
    if (field) this.#setError(field.name, fieldError(field.field, field.value));
  };

  #setError(name: FormField['name'], error: ErrorKey | undefined): void {
    const { [name]: _replaced, ...others } = this.errors;
    this.errors = error ? { ...others, [name]: error } : others;
  }

  readonly #onCancel = (): void => {
    this.dispatchEvent(new Event('genesys-chat-cancel'));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#start();
  };

  async #start(): Promise<void> {
    const chat = this.#chat.value;
    if (!chat || this.#isBusy()) return;
    this.failure = undefined;
    this.errors = formErrors(this.values);
    if (this.#summarises()) {
      await this.#focusSummary();
      return;
    }
    this.isStarting = true;
    try {
      await chat.command('WebChat.startChat', { form: filledIn(this.values) });
      this.#isEdited = false;
    } catch (rejection) {
      const error = errorKey(rejection, 'StartFailed');
      this.errors = errorsFor(error);
      if (!this.#summarises()) this.failure = error;
    } finally {
      this.isStarting = false;
    }
    if (this.#summarises()) await this.#focusSummary();
  }

  async #focusSummary(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }
}

/** Safari is content when it shows a part of the field. */
function onFocus({ target }: Event): void {
  if (target instanceof HTMLElement) target.scrollIntoView({ block: 'nearest' });
}

function fieldOf(event: Event): { field: FormField; name: FormField['name']; value: string } | undefined {
  if (!(event.target instanceof HTMLInputElement)) return undefined;
  const { name, value } = event.target;
  const field = fields.find((candidate) => candidate.name === name);
  return field && { field, name: field.name, value };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-form': ChatForm;
  }
}
