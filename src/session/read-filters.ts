import { ChatError } from '../errors.js';
import { extensionSentences } from './extension-sentences.js';
import type { PreProcessor } from './message-filters.js';
import { kindOf, readOption } from './read-options.js';

/** One or more filters. */
export function readFilters(filters: unknown): RegExp[] {
  try {
    const list: unknown[] = Array.isArray(filters) ? filters : [filters];
    if (list.length > 0 && list.every(isRegExp)) return list;
  } catch {
    // What cannot be looked into is no filter.
  }
  throw new ChatError(extensionSentences.noFilter);
}

/** One filter, as a regular expression or the text of one. */
export function readFilter(regex: unknown): RegExp {
  return readOption('regex', 'a regular expression or the text of one', regex, (given) => {
    if (isRegExp(given)) return given;
    return typeof given === 'string' && given !== '' ? new RegExp(given) : undefined;
  });
}

/** A function that changes messages. */
export function readPreProcessor(preprocessor: unknown): PreProcessor {
  if (typeof preprocessor === 'function') return preprocessor as PreProcessor;
  throw new ChatError(`No preprocessor function provided. Type provided was '${typeof preprocessor}'.`);
}

function isRegExp(value: unknown): value is RegExp {
  return kindOf(value) === 'RegExp';
}
