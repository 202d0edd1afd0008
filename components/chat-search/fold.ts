/**
 * The text as a search compares it: without case, accents and forms of width, by the rules of the language. Each character
 * by itself folds to the same as within its text, so that places can be found again.
 */
export function fold(text: string, lang: string): string {
  return text
    .normalize('NFKD')
    .toLocaleUpperCase(lang)
    .toLocaleLowerCase(lang)
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}/gu, '')
    .replaceAll('ς', 'σ');
}
