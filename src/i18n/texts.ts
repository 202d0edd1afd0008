import type { en } from './en.js';
import type { enFeatures } from './en-features.js';

type English = typeof en;
type EnglishFeatures = typeof enFeatures;

/** A key of the window's texts. */
export type TextKey = Exclude<keyof English, 'Errors'>;

/** A key of the sentences about errors: a server's code or the name of a situation. */
export type ErrorKey = keyof English['Errors'] | LateErrorKey;

/** The key of a sentence that comes when a server has refused something. */
export type LateErrorKey = keyof EnglishFeatures['Errors'];

/** A key of the texts of what is loaded when it is first used. */
export type FeatureTextKey = Exclude<keyof EnglishFeatures, 'Errors' | 'FileErrors'>;

/** A key of the sentences about files: the code by which one was refused, or the name of a situation. */
export type FeatureErrorKey = keyof EnglishFeatures['FileErrors'];

type PlainTexts = Readonly<Record<TextKey | FeatureTextKey, string>>;
type Errors = Readonly<Record<ErrorKey, string>>;
type FileErrors = Readonly<Record<FeatureErrorKey, string>>;

/** The texts of one language, as far as they are loaded. */
export type Texts = Partial<PlainTexts & { readonly Errors: Partial<Errors>; readonly FileErrors: FileErrors }>;

/** The texts of a language that is loaded as a whole: one that lacks a key does not compile. */
export type WholeTexts = PlainTexts & { readonly Errors: Errors; readonly FileErrors: FileErrors };

/** Values for the placeholders of a text, by name. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Fills the placeholders of a text for a language. */
export type FormatText = (text: string, values: TextValues, lang?: string) => string;

/** What the launcher says in another language than English, or in the words of the site. */
export interface LauncherWords {
  readonly lang: string;
  readonly label: string;
  /** Follows the number for those who cannot see the badge: "3 unread". */
  readonly unread: (count: number) => string;
}

/** One language of the window: its texts, its tag for `Intl` and the `lang` attribute, and the way it is written. */
export interface Locale {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
  /** Without them the launcher speaks English. */
  readonly launcher?: LauncherWords;
  /** Fills the placeholders where texts may hold forms for numbers; else `formatText` does. */
  readonly format?: FormatText;
  /** All texts of the site's language packs, by namespace and key: `webchat.ChatTitle`, `webchat.Errors.102`. */
  readonly packed?: ReadonlyMap<string, string>;
  /** What the site has a message say that is one of the packs' own keys, as a server's `SYS0001`. */
  readonly said?: ReadonlyMap<string, string>;
}

/** The text with its placeholders (`<%Agent%>`) filled. A placeholder without a value stays, so that a mistake shows. */
export function formatText(text: string, values: TextValues, lang?: string): string {
  return text.replace(/<%(\w+)%>/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '').toLocaleString(lang) : placeholder,
  );
}
