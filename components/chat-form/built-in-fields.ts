import { html, nothing, type TemplateResult } from 'lit';
import type { ErrorKey } from '../../src/i18n/texts.js';
import type { FormValues } from '../../src/plugins/names.js';
import { alertIcon } from '../internal/icons.js';
import { fieldError, fieldsIn, isAbout, type FormField } from './fields.js';
import type { FieldsForm, FormFields, WrongField } from './form-fields.js';
import { showFocused } from './show-focused.js';

/** Asks for name, address and subject. */
export class BuiltInFields implements FormFields {
  readonly #form: FieldsForm;
  readonly #errors = new Map<FormField, ErrorKey | undefined>();

  constructor(form: FieldsForm) {
    this.#form = form;
  }

  get #fields(): readonly FormField[] {
    return fieldsIn(this.#form.texts.locale?.lang);
  }

  get wrong(): WrongField[] {
    return this.#fields
      .filter((field) => this.#errors.get(field))
      .map(({ name, text }) => ({ name, label: this.#form.texts.text(`ChatForm${text}`) }));
  }

  render(isBusy: boolean): TemplateResult[] {
    return this.#fields.map((field) => this.#renderField(field, isBusy));
  }

  check(): void {
    for (const field of this.#fields) this.#checkField(field);
  }

  refuse(error: ErrorKey): boolean {
    for (const field of this.#fields) this.#setError(field, isAbout(error, field) ? error : undefined);
    return this.wrong.length > 0;
  }

  focus(name = this.#fields[0]?.name): void {
    this.#form.host.renderRoot.querySelector<HTMLElement>(`#${name ?? ''}`)?.focus();
  }

  filledIn(): FormValues {
    return Object.fromEntries(
      this.#fields.map(({ name }) => [name, this.#form.values.get(name)?.trim()] as const).filter(([, value]) => value),
    );
  }

  #renderField(field: FormField, isBusy: boolean): TemplateResult {
    const { texts, values } = this.#form;
    const { name, autocomplete } = field;
    const error = this.#errors.get(field);
    return html`<div class=${name.endsWith('name') ? 'field' : 'field wide'} part="field">
      <label part="label" for=${name}>${texts.text(`ChatForm${field.text}`)}</label>
      <input
        part="input"
        id=${name}
        name=${name}
        type=${name === 'email' ? 'email' : 'text'}
        autocomplete=${autocomplete}
        maxlength="100"
        placeholder=${texts.text(`ChatFormPlaceholder${field.text}`)}
        ?required=${field.missing !== undefined}
        ?readonly=${isBusy}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${name}-error` : nothing}
        .value=${values.get(name) ?? ''}
        @focus=${showFocused}
        @input=${({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return;
          values.set(name, target.value);
          this.#form.onEdit();
          // While typing, an error may go, but none comes: the visitor is not done yet.
          if (!fieldError(field, target.value)) this.#setError(field, undefined);
        }}
        @change=${() => {
          this.#checkField(field);
        }}
      />
      ${
        error
          ? html`<p class="error" part="field-error" id=${`${name}-error`}>
              ${alertIcon}${texts.error({ key: error })}
            </p>`
          : nothing
      }
    </div>`;
  }

  #checkField(field: FormField): void {
    this.#setError(field, fieldError(field, this.#form.values.get(field.name)));
  }

  #setError(field: FormField, error: ErrorKey | undefined): void {
    this.#errors.set(field, error);
    this.#form.host.requestUpdate();
  }
}
