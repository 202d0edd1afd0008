import type { Choice, InputRow } from './read-input.js';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The words of a definition in the chat's language. */
export interface Wording {
  /** A text that may name another. */
  resolve(text: string): string;
  /** What stands in a list in which something has to be chosen. */
  readonly choose: string;
}

/**
 * The input of a row as an element of its own, since a site's check is given it and may do with it what it likes. What it
 * holds is read and written as text; a box that is ticked holds `true`.
 */
export class FieldControl {
  readonly element: Control;
  readonly #row: InputRow;
  readonly #choices: readonly [HTMLOptionElement, string | undefined][];
  readonly #groups: readonly [HTMLOptGroupElement, string][];
  readonly #initial: string;

  constructor(row: InputRow, id: string) {
    this.#row = row;
    this.element = createElement(row);
    this.element.id = id;
    this.element.name = row.name;
    this.element.part.add('input');
    for (const [name, text] of row.attributes) this.element.setAttribute(name, text);
    const groups = new Map<string, HTMLOptGroupElement>();
    this.#choices = this.element instanceof HTMLSelectElement ? fill(this.element, row, groups) : [];
    this.#groups = [...groups].map(([label, group]) => [group, label]);
    if (row.value !== '') this.value = row.value;
    this.#initial = this.value;
  }

  /** What it holds now. */
  get value(): string {
    const { element } = this;
    return isBox(element) ? (element.checked ? 'true' : '') : element.value;
  }

  /** A list ignores what it does not offer. */
  set value(value: string) {
    const { element } = this;
    if (isBox(element)) element.checked = value === 'true' || value === this.#row.tickedValue;
    else if (!(element instanceof HTMLSelectElement) || this.#choices.some(([option]) => option.value === value)) {
      element.value = value;
    }
  }

  /** What a chat starts with; empty when there is nothing to say. */
  get sent(): string {
    const { tickedValue } = this.#row;
    if (!isBox(this.element)) return this.value.trim();
    return this.element.checked ? (tickedValue ?? 'true') : tickedValue === undefined ? 'false' : '';
  }

  /** What it has to hold: what was entered, or what the definition says. */
  expected(entered: string | undefined): string {
    return entered ?? this.#initial;
  }

  /** Shows what was entered, or what the definition says, in the words of the language. */
  update(entered: string | undefined, isBusy: boolean, wording: Wording): void {
    const { element } = this;
    const value = this.expected(entered);
    // Written anew, a text would lose its cursor.
    if (this.value !== value) this.value = value;
    if (!(element instanceof HTMLSelectElement)) {
      element.readOnly = isBusy || this.#row.attributes.has('readonly');
      element.placeholder = wording.resolve(this.#row.placeholder);
    }
    for (const [option, text] of this.#choices) {
      option.label = option.text = text === undefined ? wording.choose : wording.resolve(text);
    }
    for (const [group, label] of this.#groups) group.label = wording.resolve(label);
  }
}

function createElement({ control, type }: InputRow): Control {
  if (control === 'select') return document.createElement('select');
  if (control === 'textarea') {
    const textarea = document.createElement('textarea');
    textarea.rows = 3;
    return textarea;
  }
  const input = document.createElement('input');
  input.type = control === 'input' ? type : control;
  return input;
}

/** Puts the choices into the list, each group where its first stands; gives the options with their texts. */
function fill(
  select: HTMLSelectElement,
  row: InputRow,
  groups: Map<string, HTMLOptGroupElement>,
): [HTMLOptionElement, string | undefined][] {
  const first = leadingChoice(row);
  const choices: [HTMLOptionElement, string | undefined][] = first ? [[first, row.placeholder || undefined]] : [];
  if (first) select.append(first);
  for (const choice of row.choices) {
    const option = new Option('', choice.value, choice.isSelected, choice.isSelected);
    option.disabled = choice.isDisabled;
    (choice.group === undefined ? select : groupOf(choice.group, select, groups)).append(option);
    choices.push([option, choice.text]);
  }
  return choices;
}

/** The choice of nothing, where the site has something to say there or the visitor has to choose. */
function leadingChoice({ choices, placeholder, attributes }: InputRow): HTMLOptionElement | undefined {
  const isSettled = choices.some(({ isSelected, value }: Choice) => isSelected || value === '');
  const isRequired = attributes.has('required');
  if (placeholder === '' && (!isRequired || isSettled)) return undefined;
  // A choice further down that is selected takes its place.
  const option = new Option('', '', true, true);
  option.disabled = isRequired;
  return option;
}

function groupOf(
  label: string,
  select: HTMLSelectElement,
  groups: Map<string, HTMLOptGroupElement>,
): HTMLOptGroupElement {
  const known = groups.get(label);
  if (known) return known;
  const group = document.createElement('optgroup');
  groups.set(label, group);
  select.append(group);
  return group;
}

function isBox(element: Control): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'checkbox';
}
