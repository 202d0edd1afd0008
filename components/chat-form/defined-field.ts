import { fieldErrors } from '../../src/i18n/error-key.js';
import type { LateErrorKey } from '../../src/i18n/texts.js';
import { reportFailure } from '../../src/platform/report-error.js';
import { FieldControl } from './field-control.js';
import { emailPattern } from './fields.js';
import type { FieldsForm } from './form-fields.js';
import { legacyArguments } from './legacy-arguments.js';
import type { InputRow } from './read-input.js';
import { showFocused } from './show-focused.js';

/** What is wrong with a field: a sentence about what it asks for, a general one, or what the site's check said. */
export type FieldError = LateErrorKey | 'missing' | 'invalid' | { readonly said: string };

/** Sentences about the fields that belong to the chat, for those that must be filled in. */
const missing = new Map([...fieldErrors].filter(([name]) => name !== 'email'));

const canBeEmail = new RegExp(`^${emailPattern}$`);

/** One field of a site's form: its input, what is wrong with it, and when that is looked at. */
export class DefinedField {
  readonly kind = 'input';
  readonly row: InputRow;
  readonly control: FieldControl;
  readonly #form: FieldsForm;
  readonly #onChecked: () => void;
  #error: FieldError | undefined;
  #isEdited = false;

  /** `onChecked` is told when a site's check has run, which may have changed any input of the form. */
  constructor(row: InputRow, id: string, form: FieldsForm, onChecked: () => void) {
    this.row = row;
    this.#form = form;
    this.#onChecked = onChecked;
    this.control = new FieldControl(row, id);
    const { element } = this.control;
    element.addEventListener('input', this.#onInput);
    element.addEventListener('change', this.#onChange);
    element.addEventListener('blur', this.#onBlur);
    element.addEventListener('focus', showFocused);
    if (row.validatesWhileTyping) element.addEventListener('keyup', this.#onKeyUp);
  }

  get error(): FieldError | undefined {
    return this.#error;
  }

  set error(error: FieldError | undefined) {
    this.#error = error;
    this.#form.host.requestUpdate();
  }

  /** What was entered, as far as it is not what the definition says. */
  get entered(): string | undefined {
    return this.#form.values.get(this.row.name);
  }

  /** Takes what a site's code has written into the input. */
  keep(): void {
    const { value } = this.control;
    if (value !== this.control.expected(this.entered)) this.#form.values.set(this.row.name, value);
  }

  /** Looks whether what it holds will do, by its own rules and by the site's. */
  check(event: Event): void {
    const isAccepted = this.#ask(event);
    // Nobody could mend what nobody sees.
    if (this.row.control !== 'hidden') this.error = this.#mistake(isAccepted);
  }

  #mistake(isAccepted: boolean): FieldError | undefined {
    const { element, value } = this.control;
    const { validity, validationMessage } = element;
    if (validity.customError) return { said: validationMessage };
    if (validity.badInput) return 'invalid';
    if (value.trim() === '' && this.#isRequired) return missing.get(this.row.name) ?? 'missing';
    if (this.row.type === 'email' && value.trim() !== '' && !canBeEmail.test(value.trim())) return '364';
    return isAccepted && (value === '' || validity.valid) ? undefined : 'invalid';
  }

  /** A field that cannot be filled in must not be. */
  get #isRequired(): boolean {
    const { attributes } = this.row;
    return attributes.has('required') && !attributes.has('readonly');
  }

  /** A check that fails itself is reported, and accepts: its mistake must not keep a visitor from the chat. */
  #ask(event: Event): boolean {
    const { element } = this.control;
    const { form } = element;
    if (!this.row.validate || !form) return true;
    element.setCustomValidity('');
    try {
      const pieces = { form, input: element, label: element.labels?.[0] };
      const answer = this.row.validate(...legacyArguments(event, pieces, this.#form.chat()?.bus));
      // Code that forgets to answer has nothing against it.
      return answer === undefined || Boolean(answer);
    } catch (error) {
      reportFailure(error);
      return true;
    } finally {
      this.#onChecked();
    }
  }

  readonly #onInput = (): void => {
    this.#isEdited = true;
    this.#form.values.set(this.row.name, this.control.value);
    this.#form.onEdit();
    // While typing, an error may go, but none comes: the visitor is not done yet.
    if (this.error && !this.row.validate && !this.#mistake(true)) this.error = undefined;
  };

  readonly #onChange = (event: Event): void => {
    // Typed text is looked at when the field is left.
    if (this.error && this.row.control !== 'input' && this.row.control !== 'textarea') this.check(event);
  };

  readonly #onBlur = (event: Event): void => {
    const before = this.error;
    this.check(event);
    // What nobody has touched is not wrong yet.
    if (!this.#isEdited) this.error = before;
  };

  readonly #onKeyUp = (event: Event): void => {
    // The key that led here was for another field.
    if (this.#isEdited) this.check(event);
  };
}
