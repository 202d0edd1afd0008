import type { Locale } from './texts.js';

/** The locale for a language tag: the texts of its language, or English where there are none. */
export async function loadTexts(lang: string): Promise<Locale> {
  if (isEnglish(lang)) return { lang, dir: 'ltr', texts: (await import('./en.js')).en };
  return await (await import('./languages.js')).loadLanguage(lang);
}

/** Whether the tag is that of English, of whichever country: its texts come with the window. */
function isEnglish(lang: string): boolean {
  return /^en(-[a-z]{2})?$/i.test(lang);
}
