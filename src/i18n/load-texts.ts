import type { Locale, Texts } from './texts.js';

const loaders: Readonly<Record<string, () => Promise<Texts>>> = {
  en: async () => (await import('./en.js')).en,
};

const rightToLeft = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i;

/** The locale for a language tag: `pt-BR` finds its own texts, else those of `pt`, else English. */
export async function loadTexts(lang: string): Promise<Locale> {
  const [base = 'en'] = lang.split('-');
  const known = [lang, base].find((tag) => Object.hasOwn(loaders, tag));
  const load = (known === undefined ? undefined : loaders[known]) ?? loaders['en'];
  if (!load) throw new TypeError('unable to load the texts; there are none');
  const texts = await load();
  // English texts in a page of another language: English is what a screen reader has to speak.
  return known === undefined
    ? { lang: 'en', dir: 'ltr', texts }
    : { lang, dir: rightToLeft.test(lang) ? 'rtl' : 'ltr', texts };
}
