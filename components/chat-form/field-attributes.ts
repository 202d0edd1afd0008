import { isTrue, readText } from './definition-values.js';

/** Attributes of inputs that a definition may set. None of them runs code, loads anything or changes the looks. */
const texts = new Set([
  ...['autocapitalize', 'autocomplete', 'dir', 'enterkeyhint', 'inputmode', 'lang', 'max', 'maxlength', 'min'],
  ...['minlength', 'pattern', 'rows', 'spellcheck', 'step', 'title'],
]);

/** Those that are there or not. */
const flags = new Set(['readonly', 'required']);

/** Whether a definition may set the attribute. */
export function isAttribute(name: string): boolean {
  return texts.has(name) || flags.has(name) || /^data-[\w-]+$/.test(name);
}

/** The attribute's text for what a definition says; undefined when it says that there is none. */
export function attributeText(name: string, value: unknown): string | undefined {
  if (flags.has(name)) return value === '' || value === name || isTrue(value) ? '' : undefined;
  return readText(value);
}
