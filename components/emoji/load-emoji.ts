import { readEmojiSet, type EmojiSet } from './emoji-set.js';

type Load = () => Promise<{ readonly text: string }>;

const english: Load = () => import('emoji-data:en');

/** Names by language; the library has none in others that the window speaks. */
const names: Readonly<Record<string, Load>> = {
  de: () => import('emoji-data:de'),
  en: english,
  es: () => import('emoji-data:es'),
  fr: () => import('emoji-data:fr'),
  it: () => import('emoji-data:it'),
  ja: () => import('emoji-data:ja'),
  ko: () => import('emoji-data:ko'),
  nl: () => import('emoji-data:nl'),
  pl: () => import('emoji-data:pl'),
  pt: () => import('emoji-data:pt'),
  zh: () => import('emoji-data:zh'),
};

/** All emoji with their names in the language, or in English where the language has none. */
export async function loadEmoji(lang: string): Promise<EmojiSet> {
  const base = lang.split('-')[0]?.toLowerCase() ?? 'en';
  const known = Object.hasOwn(names, base) ? names[base] : undefined;
  const [set, words] = await Promise.all([import('emoji-data:set'), (known ?? english)()]);
  return readEmojiSet(known ? base : 'en', set.text, words.text);
}
