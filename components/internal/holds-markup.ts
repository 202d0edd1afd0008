/** Whether the text is markup: it holds a tag, or a character written as markup has it. */
export function holdsMarkup(text: string): boolean {
  return /<[a-z/!]|&(?:[a-z]+|#\w+);/i.test(text);
}
