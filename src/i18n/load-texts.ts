import { readTag, type LanguageTag } from './language-tag.js';
import { formatPlurals } from './plural-text.js';
import type { Locale, Texts } from './texts.js';

/** By language; what stands here, and English, is what this house speaks. */
const loaders: Readonly<Partial<Record<string, () => Promise<Texts>>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  it: async () => (await import('./it.js')).it,
  ja: async () => (await import('./ja.js')).ja,
  ko: async () => (await import('./ko.js')).ko,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt-BR.js')).ptBR,
  zh: async () => (await import('./zh-CN.js')).zhCN,
};

/** The locale for a language tag. Countries of one language share its texts, and keep their own dates and numbers. */
export async function loadTexts(tag: string): Promise<Locale> {
  const known = readTag(tag);
  const load = known && loaderFor(known);
  if (load) return { lang: known.lang, dir: known.dir, texts: await load(), format: formatPlurals };
  // English texts in a page of another language: English is what a screen reader has to speak.
  return { lang: known?.language === 'en' ? known.lang : 'en', dir: 'ltr', texts: await loadEnglish() };
}

async function loadEnglish(): Promise<Texts> {
  const [{ en }, { enFeatures }] = await Promise.all([import('./en.js'), import('./en-features.js')]);
  return { ...en, ...enFeatures, Errors: { ...en.Errors, ...enFeatures.Errors } };
}

/** Whether the tag has texts of its own; the English ones, which come with the window, are for all others. */
export function hasTexts(tag: string): boolean {
  const known = readTag(tag);
  return known !== undefined && loaderFor(known) !== undefined;
}

/** As in Unicode's own tables, no text stands in for one in another script: who reads 繁體字 is not given 简体字. */
function loaderFor({ language, script }: LanguageTag): (() => Promise<Texts>) | undefined {
  if (language === 'zh' && script !== 'Hans') return undefined;
  return Object.hasOwn(loaders, language) ? loaders[language] : undefined;
}
