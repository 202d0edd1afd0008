/** Whether the tag is that of English, of whichever country: its texts are in the window's own code. */
export function isEnglish(lang: string): boolean {
  return /^en(-[a-z]{2})?$/i.test(lang);
}
