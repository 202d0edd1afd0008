import { formatPlurals } from './plural-text.js';
import type { Locale, Texts } from './texts.js';

/** By language; what stands here is everything that this house speaks. */
const loaders: Readonly<Partial<Record<string, () => Promise<Texts>>>> = {
  ar: async () => (await import('./ar.js')).ar,
  de: async () => (await import('./de.js')).de,
  en: async () => (await import('./en.js')).en,
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

/** The scripts that are written from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The locale for a language tag. Countries of one language share its texts, and keep their own dates and numbers. */
export async function loadLanguage(tag: string): Promise<Locale> {
  const known = readTag(tag);
  const { language = 'en', script = '' } = known?.maximize() ?? {};
  // As in Unicode's own tables, no text stands in for one in another script: who reads 繁體字 is not given 简体字.
  const load = language === 'zh' && script !== 'Hans' ? undefined : loaders[language];
  // English texts in a page of another language: English is what a screen reader has to speak.
  if (!known || !load) return { lang: 'en', dir: 'ltr', texts: (await import('./en.js')).en };
  const dir = rightToLeft.has(script) ? 'rtl' : 'ltr';
  return { lang: known.toString(), dir, texts: await load(), format: formatPlurals };
}

/** The tag as `Intl` has it; of one that is no good its beginning, the language, may be. */
function readTag(tag: string): Intl.Locale | undefined {
  for (const candidate of [tag.replaceAll('_', '-'), /^[a-z]+/i.exec(tag)?.[0] ?? '']) {
    try {
      return new Intl.Locale(candidate);
    } catch {
      // Only `Intl` knows which tags it takes.
    }
  }
  return undefined;
}
