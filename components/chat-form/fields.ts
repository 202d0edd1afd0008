import type { ErrorKey } from '../../src/i18n/texts.js';

/** A field of the built-in form. */
export interface FormField {
  /** The chat's own name for it. */
  readonly name: 'firstname' | 'lastname' | 'email' | 'subject';
  readonly autocomplete: 'given-name' | 'family-name' | 'email' | 'off';
  /** What the keys of its texts end with. */
  readonly text: 'FirstName' | 'LastName' | 'Email' | 'Subject';
  /** What is said when it stays empty; a field without it may. */
  readonly missing?: ErrorKey;
}

/** The fields in the order they are asked for. */
const fields: readonly FormField[] = [
  { name: 'firstname', autocomplete: 'given-name', text: 'FirstName', missing: '102' },
  { name: 'lastname', autocomplete: 'family-name', text: 'LastName', missing: '103' },
  { name: 'email', autocomplete: 'email', text: 'Email' },
  { name: 'subject', autocomplete: 'off', text: 'Subject' },
];

/** Where people give their family name first. */
export function fieldsIn(lang = ''): readonly FormField[] {
  const [given, family, ...others] = fields;
  return given && family && /^(ja|ko|zh)/.test(lang) ? [family, given, ...others] : fields;
}

const invalidEmail: ErrorKey = '364';

/** What is wrong with the value, if anything. */
export function fieldError(field: FormField, value = ''): ErrorKey | undefined {
  const text = value.trim();
  if (text === '') return field.missing;
  return field.name === 'email' && !canBeEmail(text) ? invalidEmail : undefined;
}

/** Whether the text may be an email address. Whether it exists, nobody can tell from its letters. */
export function canBeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text);
}

/** Whether an error of the server is about the field. */
export function isAbout(error: ErrorKey, { name, missing }: FormField): boolean {
  return error === (name === 'email' ? invalidEmail : missing);
}
