/** What is said of fields that are not in order: loaded with the first form in which one is not. */
import { css, html, type TemplateResult } from 'lit';
import { enFeatures } from '../../src/i18n/en-features.js';
import { fieldErrors } from '../../src/i18n/error-key.js';
import type { LateErrorKey } from '../../src/i18n/texts.js';
import { featureText } from '../context/feature-texts.js';
import type { TextsController } from '../context/texts-context.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { alertIcon } from '../internal/icons.js';
import type { BuiltInFields } from './built-in-fields.js';
import { isInOrder } from './fields.js';
import type { FieldsForm, FormFields } from './form-fields.js';

/** A field that keeps the chat from starting, by its name and as the visitor knows it. */
interface WrongField {
  readonly name: string;
  readonly label: string;
}

/** How a form shows what is wrong. */
export const mistakeStyles = css`
  .summary .link {
    margin-inline-start: -6px;
  }

  input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  input[aria-invalid='true']:focus-visible {
    outline-color: var(--_danger);
  }

  .error {
    display: flex;
    gap: 6px;
    margin-block-start: 6px;
    color: var(--_danger);
    font-size: 0.9em;
    line-height: 1.35;
  }
`;

/** What is wrong with the built-in fields, as far as they have been looked at. */
export class FieldMistakes {
  readonly #form: FieldsForm;
  readonly #fields: BuiltInFields;
  readonly #wrong = new Set<string>();

  constructor(form: FieldsForm, fields: BuiltInFields) {
    this.#form = form;
    this.#fields = fields;
    adoptStyles(form.host, mistakeStyles);
  }

  /** Looks whether these are in order now. */
  look(inputs: readonly HTMLInputElement[]): void {
    for (const input of inputs) {
      if (isInOrder(input)) this.#wrong.delete(input.name);
      else this.#wrong.add(input.name);
    }
    this.#form.host.requestUpdate();
  }

  /** Holds against the field of that name, and no other, that the server does not take it; false if there is none. */
  refuse(name: string): boolean {
    this.#wrong.clear();
    this.#wrong.add(name);
    this.#form.host.requestUpdate();
    return this.#fields.fields.some((field) => field.name === name);
  }

  /** What stands above the fields; undefined while all are in order. */
  summary(): TemplateResult | undefined {
    const { texts } = this.#form;
    const wrong = this.#fields.fields
      .filter(({ name }) => this.#wrong.has(name))
      .map(({ name, text }) => ({ name, label: texts.text(`ChatForm${text}`) }));
    return summaryTemplate(wrong, this.#fields, texts);
  }

  /** What stands below the field of that name; undefined while it is in order. */
  below(name: string): TemplateResult | undefined {
    const error = this.#wrong.has(name) && fieldErrors.get(name);
    return error ? errorTemplate(name, errorText(error, this.#form.texts)) : undefined;
  }
}

/** Names the fields that are not in order, and leads to them; undefined where there are none. */
export function summaryTemplate(
  wrong: readonly WrongField[],
  fields: FormFields,
  { locale }: TextsController,
): TemplateResult | undefined {
  if (wrong.length === 0) return undefined;
  return html`${featureText(locale, 'FormCheck')}
  ${wrong.map(
    ({ name, label }) =>
      html`<button
        class="link"
        type="button"
        @click=${() => {
          fields.focus(name);
        }}
      >
        ${label}
      </button> `,
  )}`;
}

/** The line below the field of that id, which says what is wrong with it. */
export function errorTemplate(id: string, text: string): TemplateResult {
  return html`<p class="error" part="field-error" id=${`${id}-error`}>${alertIcon}${text}</p>`;
}

/** What is said of a field that is not in order. */
export function errorText(key: LateErrorKey, texts: TextsController): string {
  return texts.error({ key, english: enFeatures.Errors[key] });
}
