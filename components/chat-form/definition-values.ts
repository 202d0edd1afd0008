import { isPlainObject } from '../../src/config/option-types.js';

/** Is told what is wrong in a definition, and what becomes of it. */
export type Tell = (sentence: string) => void;

/** What an object holds, each value read once; undefined for what is no object, or lets nobody look at it. */
export function readHeld(given: unknown): Map<string, unknown> | undefined {
  try {
    return isPlainObject(given) ? new Map(Object.entries(given)) : undefined;
  } catch {
    return undefined;
  }
}

/** The text of what is one, or is as good as one. */
export function readText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}

/** Whether a value says yes, as itself or as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Whether there is anything to see in the markup; the frames of tables and the like are not. */
export function saysSomething(markup: string): boolean {
  return /<img\b/i.test(markup) || markup.replace(/<[^>]*>|&nbsp;/g, '').trim() !== '';
}
