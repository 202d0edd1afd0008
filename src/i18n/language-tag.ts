/** What a language tag tells. */
export interface LanguageTag {
  /** The tag as `Intl` writes it. */
  readonly lang: string;
  /** The language without country and script. */
  readonly language: string;
  /** The script, by its four letters, that the language is written in there. */
  readonly script: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The scripts that are written from right to left. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Reads the tag; of one that is no good its beginning, the language, may be. */
export function readTag(tag: string): LanguageTag | undefined {
  for (const candidate of [tag.replaceAll('_', '-'), /^[a-z]+/i.exec(tag)?.[0] ?? '']) {
    try {
      const locale = new Intl.Locale(candidate);
      const { language, script = '' } = locale.maximize();
      return { lang: locale.toString(), language, script, dir: rightToLeft.has(script) ? 'rtl' : 'ltr' };
    } catch {
      // Only `Intl` knows which tags it takes.
    }
  }
  return undefined;
}
