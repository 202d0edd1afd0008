import { html, nothing, type TemplateResult } from 'lit';
import type { FormValues } from '../../src/plugins/names.js';
import type { FieldMistakes } from './field-mistakes.js';
import { fieldsIn, isInOrder, type FormField } from './fields.js';
import type { FieldsForm, FormFields } from './form-fields.js';
import { showFocused } from './show-focused.js';

/** Asks for name, address and subject. */
export class BuiltInFields implements FormFields {
  readonly #form: FieldsForm;
  /** There once a field was not in order. */
  #mistakes: FieldMistakes | undefined;
  #loading: Promise<FieldMistakes | undefined> | undefined;

  constructor(form: FieldsForm) {
    this.#form = form;
  }

  /** What is asked for, in the order of the language. */
  get fields(): readonly FormField[] {
    return fieldsIn(this.#form.texts.locale?.lang);
  }

  render(isBusy: boolean): TemplateResult[] {
    return this.fields.map((field) => this.#renderField(field, isBusy));
  }

  check(): Promise<unknown> | undefined {
    return this.#check(...this.#form.host.renderRoot.querySelectorAll('input'));
  }

  async refuse(name: string): Promise<boolean> {
    return (await this.#loadMistakes())?.refuse(name) ?? false;
  }

  summary(): TemplateResult | undefined {
    return this.#mistakes?.summary();
  }

  focus(name = this.fields[0]?.name): void {
    this.#form.host.renderRoot.querySelector<HTMLElement>(`#${name ?? ''}`)?.focus();
  }

  filledIn(): FormValues {
    return Object.fromEntries(
      this.fields.map(({ name }) => [name, this.#form.values.get(name)?.trim()] as const).filter(([, value]) => value),
    );
  }

  #renderField(field: FormField, isBusy: boolean): TemplateResult {
    const { texts, values } = this.#form;
    const { name, autocomplete } = field;
    const error = this.#mistakes?.below(name);
    return html`<div class=${name.endsWith('name') ? 'field' : 'field wide'} part="field">
      <label part="label" for=${name}>${texts.text(`ChatForm${field.text}`)}</label>
      <input
        part="input"
        id=${name}
        name=${name}
        type=${name === 'email' ? 'email' : 'text'}
        autocomplete=${autocomplete}
        maxlength="100"
        pattern=${field.pattern ?? nothing}
        placeholder=${texts.text(`ChatFormPlaceholder${field.text}`)}
        ?required=${field.isRequired}
        ?readonly=${isBusy}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? `${name}-error` : nothing}
        .value=${values.get(name) ?? ''}
        @focus=${showFocused}
        @input=${this.#onInput}
        @change=${this.#onInput}
      />
      ${error}
    </div>`;
  }

  readonly #onInput = ({ target, type }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#form.values.set(target.name, target.value);
    this.#form.onEdit();
    // While typing, an error may go, but none comes: the visitor is not done yet.
    if (type === 'change' || isInOrder(target)) void this.#check(target);
  };

  #check(...inputs: readonly HTMLInputElement[]): Promise<unknown> | undefined {
    this.#mistakes?.look(inputs);
    return inputs.every(isInOrder) ? undefined : this.#loadMistakes().then((mistakes) => mistakes?.look(inputs));
  }

  #loadMistakes(): Promise<FieldMistakes | undefined> {
    return (this.#loading ??= import('./field-mistakes.js').then(
      ({ FieldMistakes }) => (this.#mistakes = new FieldMistakes(this.#form, this)),
      () => (this.#loading = undefined),
    ));
  }
}
