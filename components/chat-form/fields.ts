/** A field of the built-in form. */
export interface FormField {
  /** The chat's own name for it. */
  readonly name: 'firstname' | 'lastname' | 'email' | 'subject';
  readonly autocomplete: 'given-name' | 'family-name' | 'email' | 'off';
  /** What the keys of its texts end with. */
  readonly text: 'FirstName' | 'LastName' | 'Email' | 'Subject';
  /** What it has to look like, for those who fill it in. */
  readonly pattern?: string;
  /** Whether it must not stay empty. */
  readonly isRequired?: true;
}

/** What may be an email address. Whether it exists, nobody can tell from its letters. */
export const emailPattern = '[^\\s@]+@[^\\s@]+\\.[^\\s@.]+';

/** White space is no name. */
const namePattern = '.*\\S.*';

/** The fields in the order they are asked for. */
const fields: readonly FormField[] = [
  { name: 'firstname', autocomplete: 'given-name', text: 'FirstName', pattern: namePattern, isRequired: true },
  { name: 'lastname', autocomplete: 'family-name', text: 'LastName', pattern: namePattern, isRequired: true },
  { name: 'email', autocomplete: 'email', text: 'Email', pattern: emailPattern },
  { name: 'subject', autocomplete: 'off', text: 'Subject' },
];

/** Where people give their family name first. */
export function fieldsIn(lang = ''): readonly FormField[] {
  const [given, family, ...others] = fields;
  return given && family && /^(ja|ko|zh)/.test(lang) ? [family, given, ...others] : fields;
}

/** Whether the field may be sent as it is. Browsers do not take all that may be an address; here that it may be is enough. */
export function isInOrder({ validity }: HTMLInputElement): boolean {
  return !validity.valueMissing && !validity.patternMismatch;
}
