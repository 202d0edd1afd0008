import { formatText, type TextValues } from './texts.js';

/**
 * Fills a text that may hold forms for a number: `<%Count|one:# file|other:# files%>` becomes the form that the language
 * has for the number (the names are those of `Intl.PluralRules`), with `#` for the number itself. Without a number it is
 * `other`. What is left is filled as in any text.
 */
export function formatPlurals(text: string, values: TextValues, lang?: string): string {
  const chosen = text.replace(/<%(\w+)\|([^%]+)%>/g, (_placeholder, name: string, forms: string) =>
    chooseForm(forms.split('|'), Number(values[name]), lang).replaceAll('#', `<%${name}%>`),
  );
  return formatText(chosen, values, lang);
}

function chooseForm(forms: readonly string[], count: number, lang: string | undefined): string {
  const category = Number.isNaN(count) ? 'other' : new Intl.PluralRules(lang).select(count);
  const form = [category, 'other'].map((name) => forms.find((each) => each.startsWith(`${name}:`))).find(Boolean);
  return form?.slice(form.indexOf(':') + 1) ?? '';
}
