import { html, nothing, type TemplateResult } from 'lit';
import { resolveText } from '../../src/i18n/resolve-text.js';
import { fieldErrors } from '../../src/i18n/error-key.js';
import type { FeatureTextKey } from '../../src/i18n/texts.js';
import { consoleLogger } from '../../src/platform/logger.js';
import type { FormValues } from '../../src/plugins/names.js';
import { featureText } from '../context/feature-texts.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { exportParts } from '../internal/export-parts.js';
import { minimizeIcon } from '../internal/icons.js';
import { DefinedField, type FieldError } from './defined-field.js';
import { styles } from './defined-fields.styles.js';
import { errorTemplate, errorText, mistakeStyles, summaryTemplate } from './field-mistakes.js';
import type { FieldsForm, FormFields } from './form-fields.js';
import { MarkupNodes, wordsOf } from './markup-nodes.js';
import { readDefinition, type CustomRow, type FormRows } from './read-definition.js';

/** What a visitor can be called by. */
const chatNames = ['nickname', 'firstname', 'lastname'];

/** The fields of a definition; undefined when nothing of it can be used. Each mistake in it is told on the console. */
export async function defineFields(form: FieldsForm, definition: unknown): Promise<FormFields | undefined> {
  const source = form.chat()?.window.get().formJSON === definition ? 'formJSON' : 'form';
  const { rows, mistakes } = readDefinition(definition, source);
  for (const mistake of mistakes) consoleLogger.error(mistake);
  if (!rows) return undefined;
  exportParts(form.host, 'form-row, field-note');
  const markup = new MarkupNodes(form.host);
  await markup.prepare(
    rows.flatMap((row) => {
      if (row.kind === 'custom') return row.html;
      const { before, between, after } = row.notes;
      return [row.label, before, between, after].map((text) => resolveText(form.texts.locale, text));
    }),
  );
  return new DefinedFields(form, rows, markup);
}

/** Asks for what a site has defined. */
class DefinedFields implements FormFields {
  readonly #form: FieldsForm;
  readonly #rows: readonly (CustomRow | DefinedField)[];
  readonly #fields: readonly DefinedField[];
  readonly #markup: MarkupNodes;

  constructor(form: FieldsForm, rows: FormRows, markup: MarkupNodes) {
    this.#form = form;
    this.#markup = markup;
    const ids = new Set<string>();
    this.#rows = rows.map((row, at) => {
      if (row.kind === 'custom') return row;
      const id = row.id !== undefined && !ids.has(row.id) ? row.id : `field-${String(at)}`;
      ids.add(id);
      return new DefinedField(row, id, form, () => {
        for (const field of this.#fields) field.keep();
      });
    });
    this.#fields = this.#rows.filter((row) => row.kind === 'input');
    adoptStyles(form.host, mistakeStyles);
    adoptStyles(form.host, styles);
  }

  summary(): TemplateResult | undefined {
    const wrong = this.#fields
      .filter(({ error }) => error !== undefined)
      .map((field) => ({ name: field.row.name, label: this.#nameOf(field) }));
    return summaryTemplate(wrong, this, this.#form.texts);
  }

  render(isBusy: boolean): TemplateResult[] {
    return this.#rows.map((row, at) =>
      row.kind === 'custom'
        ? html`<div class="row wide" part="form-row">${this.#markup.at(`row-${String(at)}`, row.html)}</div>`
        : this.#renderField(row, isBusy),
    );
  }

  check(event: Event): Promise<unknown> | undefined {
    for (const field of this.#fields) field.check(event);
    return this.#fields.some(({ error }) => error !== undefined) ? Promise.resolve() : undefined;
  }

  refuse(name: string): boolean {
    for (const field of this.#fields) field.error = undefined;
    const field = this.#fields.find(({ row }) => row.name === name && row.control !== 'hidden');
    if (field) field.error = fieldErrors.get(name);
    return field !== undefined;
  }

  focus(name?: string): void {
    const visible = this.#fields.filter(({ row }) => row.control !== 'hidden');
    const field = name === undefined ? visible[0] : visible.find(({ row }) => row.name === name);
    const first = field?.control.element ?? this.#form.host.renderRoot.querySelector<HTMLElement>('[type=submit]');
    first?.focus();
  }

  filledIn(): FormValues {
    // Names that a page has filled in hold although there is no field for them.
    const prefilled = chatNames.map((name) => [name, this.#form.values.get(name)?.trim() ?? ''] as const);
    const filled = this.#fields.map(({ row, control }) => [row.name, control.sent] as const);
    const values: FormValues = Object.fromEntries([...prefilled, ...filled].filter(([, value]) => value !== ''));
    const { nickname, firstname, lastname } = values;
    // No server starts a chat with somebody who has neither a nickname nor both names.
    return nickname || (firstname && lastname) ? values : { ...values, nickname: firstname ?? lastname ?? 'Visitor' };
  }

  #renderField(field: DefinedField, isBusy: boolean): TemplateResult {
    const { row, control } = field;
    const { element } = control;
    control.update(field.entered, isBusy, {
      resolve: (text) => this.#resolve(text),
      choose: this.#text('FormSelect'),
    });
    if (row.control === 'hidden') return html`${element}`;
    const error = field.error === undefined ? nothing : this.#renderError(field, field.error);
    const notes = (['before', 'between', 'after'] as const).map((place) => this.#renderNote(field, place));
    this.#describe(field);
    const [before, between, after] = notes;
    const label = this.#renderLabel(field);
    const input = row.control === 'select' ? html`<div class="select">${element}${minimizeIcon}</div>` : element;
    const isWide = !this.#sharesRow(row.name);
    return html`<div class=${isWide ? 'field wide' : 'field'} part="field">
      ${
        row.control === 'checkbox'
          ? html`${before}
              <div class="box">${input}${label}</div>
              ${between}`
          : row.notes.isLabelLast
            ? html`${before}${input}${between}${label}`
            : html`${before}${label}${between}${input}`
      }${after}${error}
    </div>`;
  }

  /** First and last name share a row where there are both. */
  #sharesRow(name: string): boolean {
    const pair = ['firstname', 'lastname'];
    return pair.includes(name) && pair.every((each) => this.#fields.some(({ row }) => row.name === each));
  }

  #renderLabel({ row, control }: DefinedField): TemplateResult | typeof nothing {
    const label = this.#labelOf(row.label, control.element.id);
    if (label === '') return nothing;
    const name = row.attributes.has('required') ? 'required' : '';
    // A site's check may write into it, upon which a template could not any more.
    return typeof label === 'string'
      ? html`<label part="label" class=${name} for=${control.element.id} .textContent=${label}></label>`
      : html`<label part="label" class=${name} for=${control.element.id}><span class="markup">${label}</span></label>`;
  }

  #renderNote({ row, control }: DefinedField, place: 'before' | 'between' | 'after'): TemplateResult | typeof nothing {
    const note = row.notes[place];
    if (note === '') return nothing;
    const id = `${control.element.id}-${place}`;
    return html`<div class="note" part="field-note" id=${id}>${this.#markup.at(id, this.#resolve(note))}</div>`;
  }

  #renderError({ row, control }: DefinedField, error: FieldError): TemplateResult {
    const text =
      typeof error === 'object'
        ? error.said
        : error === 'missing'
          ? this.#text('FormFieldMissing')
          : error === 'invalid'
            ? row.attributes.get('title') || this.#text('FormFieldInvalid')
            : errorText(error, this.#form.texts);
    return errorTemplate(control.element.id, text);
  }

  /** Tells assistive technology what is said about the input, and what is wrong with it. */
  #describe(field: DefinedField): void {
    const { row, control } = field;
    const { element } = control;
    const isWrong = field.error !== undefined;
    const places = ['before', 'between', 'after'] as const;
    const said = [...places.filter((place) => row.notes[place]), ...(isWrong ? ['error'] : [])];
    element.setAttribute('aria-invalid', String(isWrong));
    if (said.length > 0) element.setAttribute('aria-describedby', said.map((id) => `${element.id}-${id}`).join(' '));
    else element.removeAttribute('aria-describedby');
    if (row.label === '') element.setAttribute('aria-label', this.#nameOf(field));
  }

  /** What the visitor knows the field by. */
  #nameOf({ row, control }: DefinedField): string {
    const label = wordsOf(this.#labelOf(row.label, control.element.id));
    return label || this.#resolve(row.placeholder) || (row.attributes.get('title') ?? row.name);
  }

  #labelOf(label: string, id: string): string | readonly Node[] {
    return this.#markup.at(`${id}-label`, this.#resolve(label));
  }

  #text(key: FeatureTextKey): string {
    return featureText(this.#form.texts.locale, key);
  }

  #resolve(text: string): string {
    return resolveText(this.#form.texts.locale, text);
  }
}
