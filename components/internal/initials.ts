/** At most two letters that stand for a name: those of its first and its last word. */
export function initials(name: string): string {
  const letters = name.match(/(?<!\S)\S/gu) ?? [];
  return (letters.length > 1 ? `${letters[0] ?? ''}${letters.at(-1) ?? ''}` : (letters[0] ?? '')).toLocaleUpperCase();
}
