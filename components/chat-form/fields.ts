import type { ErrorKey, TextKey } from '../../src/i18n/texts.js';

/** A field of the registration form. */
export interface FormField {
  /** The chat's own name for it. */
  readonly name: 'firstname' | 'lastname' | 'email' | 'subject';
  readonly type: 'text' | 'email';
  readonly autocomplete: 'given-name' | 'family-name' | 'email' | 'off';
  readonly label: TextKey;
  readonly placeholder: TextKey;
  /** What is said when it stays empty; a field without it may. */
  readonly missing?: ErrorKey;
}

/** What the visitor has entered, by field name. */
export type FieldValues = Partial<Record<FormField['name'], string>>;

/** What is wrong with it, by field name. */
export type FieldErrors = Partial<Record<FormField['name'], ErrorKey>>;

/** The fields in the order they are asked for. */
export const fields: readonly FormField[] = [
  {
    name: 'firstname',
    type: 'text',
    autocomplete: 'given-name',
    label: 'ChatFormFirstName',
    placeholder: 'ChatFormPlaceholderFirstName',
    missing: '102',
  },
  {
    name: 'lastname',
    type: 'text',
    autocomplete: 'family-name',
    label: 'ChatFormLastName',
    placeholder: 'ChatFormPlaceholderLastName',
    missing: '103',
  },
  {
    name: 'email',
    type: 'email',
    autocomplete: 'email',
    label: 'ChatFormEmail',
    placeholder: 'ChatFormPlaceholderEmail',
  },
  {
    name: 'subject',
    type: 'text',
    autocomplete: 'off',
    label: 'ChatFormSubject',
    placeholder: 'ChatFormPlaceholderSubject',
  },
];

const invalidEmail: ErrorKey = '364';

// Only what cannot be an address: whether it exists, nobody can tell from its letters.
const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** What is wrong with the value, if anything. */
export function fieldError(field: FormField, value = ''): ErrorKey | undefined {
  const text = value.trim();
  if (text === '') return field.missing;
  return field.type === 'email' && !emailShape.test(text) ? invalidEmail : undefined;
}

/** What is wrong with the form if the server says so: the error at its field, if it is about one. */
export function errorsFor(error: ErrorKey): FieldErrors {
  const field = fields.find(({ type, missing }) => error === (type === 'email' ? invalidEmail : missing));
  return field ? { [field.name]: error } : {};
}

/** What is wrong with the form, by field. */
export function formErrors(values: FieldValues): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of fields) {
    const error = fieldError(field, values[field.name]);
    if (error) errors[field.name] = error;
  }
  return errors;
}

/** What a chat starts with: the fields that hold something. */
export function filledIn(values: FieldValues): FieldValues {
  const filled: FieldValues = {};
  for (const { name } of fields) {
    const value = values[name]?.trim();
    if (value) filled[name] = value;
  }
  return filled;
}
