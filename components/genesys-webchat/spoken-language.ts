import type { ResolvedOptions } from '../../src/config/options.js';
import { hasTexts, loadTexts } from '../../src/i18n/load-texts.js';
import { formatPlurals } from '../../src/i18n/plural-text.js';
import type { LauncherWords, Locale } from '../../src/i18n/texts.js';
import type { LanguagePacks } from '../../src/legacy/language-packs.js';
import type { Platform } from '../../src/platform/platform.js';
import type { Store } from '../../src/store.js';

/**
 * The language that a chat speaks. It comes in a chunk of its own, when a page is not in English or a site has its own
 * texts. Until the texts of a language are there, what is on screen stays.
 */
export class SpokenLanguage {
  readonly #platform: Pick<Platform, 'fetch' | 'logger'>;
  readonly #locale: Store<Locale>;
  #wanted: readonly unknown[] = [];
  #loading = Promise.resolve();

  constructor(platform: Pick<Platform, 'fetch' | 'logger'>, locale: Store<Locale>) {
    this.#platform = platform;
    this.#locale = locale;
  }

  /** Brings what the options ask for: for the launcher alone, or for the window too. Never rejects. */
  want(lang: string, i18n: ResolvedOptions['i18n'], inWindow: boolean): Promise<void> {
    const wanted = [lang, i18n, inWindow];
    if (wanted.some((each, at) => each !== this.#wanted[at])) {
      this.#wanted = wanted;
      this.#loading = this.#load(lang, i18n, inWindow).then(
        (locale) => {
          if (wanted === this.#wanted) this.#locale.set(locale);
        },
        (error: unknown) => {
          this.#platform.logger.error(`unable to load the texts of ${lang}; ${String(error)}`);
        },
      );
    }
    return this.#loading;
  }

  async #load(lang: string, i18n: ResolvedOptions['i18n'], inWindow: boolean): Promise<Locale> {
    const [own, packs] = await Promise.all([
      // The English texts are in the window's code, and the launcher can do without.
      inWindow || hasTexts(lang) ? loadTexts(lang) : undefined,
      i18n === undefined ? undefined : this.#readPacks(i18n),
    ]);
    const base: Locale = own ?? { lang: 'en', dir: 'ltr', texts: {} };
    const locale = packs?.addTo(base, lang) ?? base;
    return { ...locale, launcher: launcherWords(locale) };
  }

  async #readPacks(i18n: NonNullable<ResolvedOptions['i18n']>): Promise<LanguagePacks | undefined> {
    const { readPacks } = await import('../../src/legacy/language-packs.js');
    return await readPacks(i18n, this.#platform);
  }
}

function launcherWords({ lang, texts }: Locale): LauncherWords {
  // English is what the launcher speaks by itself.
  const { ChatButton = 'Chat', UnreadMessagesTitle = 'unread' } = texts;
  return {
    lang,
    label: ChatButton,
    unread: (count) => formatPlurals(UnreadMessagesTitle, { Count: count }, lang),
  };
}
