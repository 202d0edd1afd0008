import type { Emoji } from './emoji-set.js';

/** The hand as it is, and in the five tones from light to dark. */
export const tones = [0, 1, 2, 3, 4, 5] as const;

/** No tone, or the number of one. */
export type Tone = (typeof tones)[number];

/** The emoji's sign in that tone, where it can have one. */
export function inTone({ sign, hasTones }: Pick<Emoji, 'sign' | 'hasTones'>, tone: Tone): string {
  if (!hasTones || tone === 0) return sign;
  const [first = '', ...rest] = sign;
  // The tone asks for a picture itself.
  const others = rest[0] === '\ufe0f' ? rest.slice(1) : rest;
  return [first, String.fromCodePoint(0x1f3fa + tone), ...others].join('');
}
