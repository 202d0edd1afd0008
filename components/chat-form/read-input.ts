import { isTrue, readHeld, readText, saysSomething, type Tell } from './definition-values.js';
import { attributeText, isAttribute } from './field-attributes.js';

/** What an input is made as; `input` stands for all kinds of text. */
export type ControlKind = 'input' | 'textarea' | 'select' | 'checkbox' | 'hidden';

/** What a `select` offers. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly group: string | undefined;
  readonly isSelected: boolean;
  readonly isDisabled: boolean;
}

/** What a site says in the row, around label and input. */
export interface Notes {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Whether the label stands behind the input. */
  readonly isLabelLast: boolean;
}

/** A row with an input, as the definition has it. */
export interface InputRow {
  readonly kind: 'input';
  readonly control: ControlKind;
  /** The type of a text input. */
  readonly type: string;
  readonly name: string;
  readonly id: string | undefined;
  readonly label: string;
  readonly placeholder: string;
  /** What it holds until somebody enters something. */
  readonly value: string;
  /** What a box that is ticked is sent as, where that is not `true`. */
  readonly tickedValue: string | undefined;
  readonly choices: readonly Choice[];
  readonly notes: Notes;
  readonly attributes: ReadonlyMap<string, string>;
  readonly validate: ((...given: unknown[]) => unknown) | undefined;
  readonly validatesWhileTyping: boolean;
}

const kinds: Readonly<Record<string, ControlKind>> = {
  textarea: 'textarea',
  select: 'select',
  checkbox: 'checkbox',
  hidden: 'hidden',
};

const textTypes = [
  ...['text', 'email', 'tel', 'number', 'url', 'search', 'password'],
  ...['date', 'time', 'datetime-local', 'month', 'week'],
];

const noNotes: Notes = { before: '', between: '', after: '', isLabelLast: false };

/** What a row has that is no attribute. */
const ownKeys = new Set([
  ...['checked', 'custom', 'id', 'label', 'name', 'options', 'placeholder', 'type', 'validate'],
  ...['validateWhileTyping', 'value', 'wrapper'],
]);

/** Reads a row with an input; `place` says which. Whatever is wrong with it is told and left out. */
export function readInput(given: ReadonlyMap<string, unknown>, place: string, tell: Tell): InputRow | undefined {
  const name = readText(given.get('name'))?.trim();
  if (!name) {
    tell(`${place}.name takes the name that the value is sent by. The input is left out.`);
    return undefined;
  }
  const tellOf: Tell = (sentence) => {
    tell(`${place} (${name}): ${sentence}`);
  };
  const text = (key: string): string => {
    const value = given.get(key) ?? '';
    const read = readText(value);
    if (read === undefined) tellOf(`${key} takes a text. It is ignored.`);
    return read ?? '';
  };
  const type = (text('type') || 'text').trim().toLowerCase();
  const control = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (!control && !textTypes.includes(type)) {
    const types = [...textTypes, ...Object.keys(kinds)].join(', ');
    tellOf(`type takes one of ${types}, but got ${JSON.stringify(type)}. It is shown as text.`);
  }
  const value = text('value');
  const isTicked = isTrue(given.get('checked')) || isTrue(value);
  return {
    kind: 'input',
    control: control ?? 'input',
    type: textTypes.includes(type) ? type : 'text',
    name,
    id: /^[^\s]+$/.test(text('id')) ? text('id') : undefined,
    label: text('label'),
    placeholder: text('placeholder'),
    value: control === 'checkbox' ? (isTicked ? 'true' : '') : value,
    tickedValue: control === 'checkbox' && !['', 'true', 'false'].includes(value) ? value : undefined,
    choices: control === 'select' ? readChoices(given.get('options'), tellOf) : [],
    notes: readWrapper(text('wrapper'), tellOf),
    attributes: readAttributes(given, tellOf),
    validate: readValidate(given.get('validate'), tellOf),
    validatesWhileTyping: isTrue(given.get('validateWhileTyping')),
  };
}

function readChoices(options: unknown, tell: Tell): Choice[] {
  if (!Array.isArray(options)) {
    tell('options takes a list of {text, value}. There is nothing to choose.');
    return [];
  }
  return Array.from<unknown>(options).flatMap((option, at) => {
    const plain = readText(option);
    const given = plain === undefined ? readHeld(option) : new Map<string, unknown>([['text', plain]]);
    const [text, value] = [readText(given?.get('text')), readText(given?.get('value'))];
    if (!given || (text === undefined && value === undefined)) {
      tell(`options[${String(at)}] takes an object like {text, value}. It is left out.`);
      return [];
    }
    return {
      text: text ?? value ?? '',
      value: value ?? text ?? '',
      group: readText(given.get('group')),
      isSelected: isTrue(given.get('selected')),
      isDisabled: isTrue(given.get('disabled')),
    };
  });
}

/** Of a wrapper counts what comes in which order, and what it says; its own frame is for another layout than ours. */
function readWrapper(wrapper: string, tell: Tell): Notes {
  if (wrapper === '') return noNotes;
  const pieces = wrapper.split(/\{(label|input)\}/);
  const [before = '', first, between = '', second, ...after] = pieces.map((piece, at) =>
    at % 2 === 1 || saysSomething(piece) ? piece : '',
  );
  if (first === undefined) {
    tell('wrapper takes HTML with {label} and {input} in it. It is ignored.');
    return noNotes;
  }
  if (second === undefined) return { ...noNotes, before, after: between };
  return { before, between, after: after.filter((_, at) => at % 2 === 0).join(''), isLabelLast: first === 'input' };
}

function readAttributes(given: ReadonlyMap<string, unknown>, tell: Tell): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const refused: string[] = [];
  for (const [key, value] of given) {
    const name = key.toLowerCase();
    if (ownKeys.has(key) || value === undefined || value === null) continue;
    const text = isAttribute(name) ? attributeText(name, value) : undefined;
    if (text !== undefined) attributes.set(name, text);
    else if (!isAttribute(name)) refused.push(key);
  }
  if (refused.length > 0) {
    tell(`${refused.join(', ')}: no attribute that a definition can set; see docs/forms.md for those. It is ignored.`);
  }
  return attributes;
}

function readValidate(validate: unknown, tell: Tell): InputRow['validate'] {
  if (typeof validate === 'function') return validate as NonNullable<InputRow['validate']>;
  if (validate !== undefined && validate !== null) tell('validate takes a function. It is ignored.');
  return undefined;
}
