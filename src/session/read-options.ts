import { ChatError } from '../errors.js';
import type { PreProcessor } from './message-filters.js';
import { sentences } from './sentences.js';

/** The text of a message. */
export function readText(message: unknown): string {
  if (typeof message === 'string' && message.trim() !== '') return message;
  throw new ChatError(sentences.noText);
}

/** A text that is not empty; undefined for anything else. */
export function readName(name: unknown): string | undefined {
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** One or more filters. */
export function readFilters(filters: unknown): RegExp[] {
  const list: unknown[] = Array.isArray(filters) ? filters : [filters];
  if (list.length > 0 && list.every(isRegExp)) return list;
  throw new ChatError(sentences.noFilter);
}

/** One filter, as a regular expression or the text of one. */
export function readFilter(regex: unknown): RegExp {
  if (isRegExp(regex)) return regex;
  try {
    if (typeof regex === 'string' && regex !== '') return new RegExp(regex);
  } catch {
    // Told below.
  }
  throw new ChatError(`regex takes a regular expression or the text of one, but got ${describe(regex)}`);
}

/** A function that changes messages. */
export function readPreProcessor(preprocessor: unknown): PreProcessor {
  if (typeof preprocessor === 'function') return preprocessor as PreProcessor;
  throw new ChatError(`No preprocessor function provided. Type provided was '${typeof preprocessor}'.`);
}

/** What a value is, for a sentence that says what is wrong with it. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(value);
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}

/** Of whichever realm: a page may bring one from a frame. */
function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]';
}
