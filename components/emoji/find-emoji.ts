import { folded, type Emoji } from './emoji-set.js';

/** The emoji that have every word of the query among theirs, or begin with it; those so called come first. */
export function findEmoji(groups: readonly (readonly Emoji[])[], query: string): Emoji[] {
  const parts = folded(query).split(/\s+/).filter(Boolean);
  const [first = ''] = parts;
  const found = groups.flat().filter(({ words }) => parts.every((part) => words.includes(part)));
  const rank = ({ name, words }: Emoji): number =>
    folded(name).startsWith(first) ? 0 : ` ${words}`.includes(` ${first}`) ? 1 : 2;
  return found.sort((one, other) => rank(one) - rank(other));
}
