import { options, type OptionName } from './options.js';
import type { Mistake } from './read-options.js';

/**
 * What each type takes, to end the sentence "it takes …". It stands apart from the types, in a file that a page loads
 * only when something is wrong, and names each by an option that has it, so that the page's first file has to give out
 * the table alone.
 */
const sentences = new Map<unknown, string>([
  [options.theme.type, 'one of "auto", "light", "dark", or a name in main.themes'],
  [options.enableCustomHeader.type, 'true or false'],
  [options['chatButton.template'].type, 'a text of HTML, or false'],
  [options.lang.type, 'a text that is not empty'],
  [options.apikey.type, 'a text in one line of Latin letters, as an HTTP header can carry'],
  [options.dataURL.type, 'an http or https address, absolute or relative to the page, without user name and password'],
  [options.userData.type, 'an object'],
  [options.i18n.type, 'the http or https address of a JSON file, or an object {<language>: {webchat: {<Key>: text}}}'],
  [options.header.type, 'an object of HTTP headers, each value a text'],
  [
    options.cookieOptions.type,
    'an object of domain, path and sameSite (texts), secure (true or false) and expires (days or a Date), no others',
  ],
  [options['async.getSessionData'].type, 'a function'],
  [options.ariaCharRemainingIntervals.type, 'false, or a list of numbers between 0 and 100'],
  [options.emojiList.type, 'a text of emoji, or a list of such texts'],
  [
    options.mask.type,
    'true, false, a RegExp, a list of RegExp, or an object {cards: true or false, patterns: a list of RegExp}',
  ],
]);

/** What an option takes, to end the sentence "it takes …". */
export function takes(name: OptionName): string {
  const { type } = options[name];
  if (!type.takes) return sentences.get(type) ?? 'another value';
  if (!('unit' in type.takes)) return `one of ${type.takes.map((value) => JSON.stringify(value)).join(', ')}`;
  const { unit, least, most } = type.takes;
  const atMost = most === Number.MAX_SAFE_INTEGER ? '' : `, at most ${String(most)}`;
  return `a whole number of ${unit}, ${String(least)} or more${atMost}`;
}

/** A sentence that says what is wrong, and what would be right. Never throws. */
export function describeMistake({ source, name, raw }: Mistake): string {
  if (name === undefined) return `${source} takes an object {main, webchat}, but ${got(raw)}. It is ignored.`;
  if (name === 'id')
    return `two tags of this page have the same conversation, ${describe(raw)}; give one of them an id.`;
  const right = name === 'main' || name === 'webchat' ? 'an object' : takes(name);
  return `${source}: ${name} takes ${right}, but ${got(raw)}. It is ignored.`;
}

function got(raw: unknown): string {
  try {
    if (raw !== undefined) return `got ${describe(raw)}`;
  } catch {
    // An object that lets nobody look at it.
  }
  return 'cannot be read';
}

/** What a value is, in a few words. What an object holds may be secret, as a header is: only its keys are told. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (value instanceof Error) return shorten(String(value));
  if (kind !== 'Object') return `a ${kind}`;
  const fields = Object.entries(value).map(([key, held]) => `${key}: ${typeof held}`);
  return `an object {${shorten(fields.join(', '))}}`;
}

function shorten(text: string): string {
  // Not in the middle of a sign.
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
