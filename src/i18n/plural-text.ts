import type { TextValues } from './texts.js';

/**
 * Fills the placeholders of a text that may hold forms for a number: `<%Count|one:# file|other:# files%>` becomes the
 * form that the language has for the number (the names are those of `Intl.PluralRules`), with `#` for the number itself.
 * Without a number it is `other`.
 */
export function formatPlurals(text: string, values: TextValues, lang?: string): string {
  return text.replace(/<%(\w+)(?:\|([^%]+))?%>/g, (placeholder, name: string, forms?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const written = value?.toLocaleString(lang) ?? placeholder;
    return forms ? chooseForm(forms.split('|'), Number(value), lang).replaceAll('#', () => written) : written;
  });
}

function chooseForm(forms: readonly string[], count: number, lang: string | undefined): string {
  const category = Number.isNaN(count) ? 'other' : new Intl.PluralRules(lang).select(count);
  const form = [category, 'other'].map((name) => forms.find((each) => each.startsWith(`${name}:`))).find(Boolean);
  return form?.slice(form.indexOf(':') + 1) ?? '';
}
