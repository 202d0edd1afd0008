import type { en } from './en.js';

type English = typeof en;

/** A key of the window's texts. */
export type TextKey = Exclude<keyof English, 'Errors'>;

/** A key of the sentences about errors: a server's code or the name of a situation. */
export type ErrorKey = keyof English['Errors'];

/** All texts of one language. */
export type Texts = Readonly<Record<TextKey, string>> & { readonly Errors: Readonly<Record<ErrorKey, string>> };

/** One language of the window: its texts, its tag for `Intl` and the `lang` attribute, and the way it is written. */
export interface Locale {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
}

/** The text with its placeholders (`<%Agent%>`) filled. A placeholder without a value stays, so that a mistake shows. */
export function formatText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/<%(\w+)%>/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
