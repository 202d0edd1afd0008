import { describeAttribute, describeStrangers } from './describe-strangers.js';
import { describeValue } from './describe-value.js';
import { isInsecure } from './is-insecure.js';
import { optionNames, options, type OptionName } from './options.js';
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

/** A sentence for the site's developer; what changes nothing that was meant to be there is only warned of. */
export interface Remark {
  readonly level: 'error' | 'warn';
  readonly sentence: string;
}

/** Says what is wrong, and what would be right. Never throws. */
export function describeMistakes(mistakes: readonly Mistake[]): Remark[] {
  return mistakes.flatMap((mistake): Remark[] => {
    const { source, name, raw } = mistake;
    if (name === 'address') return describeAddress(raw);
    if (name === 'lost') return [{ level: 'warn', sentence: `${source}: ${describeLost(raw)}` }];
    if (name !== 'names' && name !== 'attribute') return [{ level: 'error', sentence: describeMistake(mistake) }];
    const sentences = name === 'names' ? describeStrangers(raw) : describeAttribute(raw);
    return sentences.map((sentence) => ({ level: 'warn', sentence: `${source}: ${sentence}` }));
  });
}

function describeAddress(raw: unknown): Remark[] {
  if (!isInsecure(String(raw))) return [];
  const sentence = `dataURL is ${describeValue(raw)}, and browsers forbid requests to http from an https page. Give its https address.`;
  return [{ level: 'warn', sentence }];
}

function describeLost(raw: unknown): string {
  const names = Array.isArray(raw) ? raw.join(', ') : '';
  return `a name stands twice in one object, and the last alone holds; lost with the first: ${names}. Put both together.`;
}

function describeMistake({ source, name, raw }: Mistake): string {
  if (name === undefined) return `${source} takes an object {main, webchat}, but ${got(raw)}. It is ignored.`;
  if (name === 'id') {
    // As it stands in the tag, and not as in keys.
    const conversation = describeValue(String(raw).replaceAll('%2F', '/'));
    return `two tags of this page have the same conversation, ${conversation}; give one of them an id.`;
  }
  const right = optionNames.find((each) => each === name);
  return `${source}: ${name} takes ${right ? takes(right) : 'an object'}, but ${got(raw)}. It is ignored.`;
}

function got(raw: unknown): string {
  try {
    if (raw !== undefined) return `got ${describeValue(raw)}`;
  } catch {
    // An object that lets nobody look at it.
  }
  return 'cannot be read';
}
