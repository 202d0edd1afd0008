/** What is masked before a text leaves the visitor's device. */
export interface MaskRules {
  /** Card numbers, all but the last four digits. */
  readonly cards: boolean;
  /** What else the site knows to be sensitive; each match wholly. */
  readonly patterns: readonly RegExp[];
}

/** A text without what must not leave the device, and how many places were masked. */
export interface Masked {
  readonly text: string;
  readonly count: number;
}

const dot = '•';

/** ASCII, Arabic, Persian and full-width: each set has its zero at a multiple of 16, so the last four bits are the value. */
const digit = /[\d\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Blanks, dashes and dots, in the forms that telephones and word processors make of them. */
const separator = /[\p{Zs}\p{Pd}.\u2212]/u;

/** Masks card numbers, and then the site's own patterns in what is left. The text keeps its length. */
export function mask(text: string, { cards, patterns }: MaskRules): Masked {
  const units = text.split('');
  let count = cards ? hideCards(text, units) : 0;
  let masked = units.join('');
  for (const pattern of patterns) {
    const everywhere = new RegExp(pattern, pattern.flags.replace(/[gy]/g, '') + 'g');
    masked = masked.replace(everywhere, (match) => {
      // Neither an empty match nor one that is masked already is a place.
      if (/[^•]/.test(match)) count++;
      return dot.repeat(match.length);
    });
  }
  return { text: masked, count };
}

/**
 * Puts dots into the units of the text, and tells in how many places.
 *
 * Numbers may touch, as in a card number after a telephone number, and each of several cuts may be a card: what any of
 * them hides is hidden, so that no cut uncovers another. Those that overlap are one place.
 */
function hideCards(text: string, units: string[]): number {
  const digits = new Map<number, number>();
  for (const { index } of text.matchAll(digit)) digits.set(index, text.charCodeAt(index) & 15);
  let count = 0;
  let end = -1;
  for (const last of digits.keys()) {
    if (digits.has(last + 1)) continue;
    // From the last digit of a group towards the front, to the beginning of each group that makes a card.
    const places: number[] = [];
    let first = -1;
    let sum = 0;
    for (let at = last; places.length < 19; at--) {
      if (separator.test(text.charAt(at))) at--;
      const value = digits.get(at);
      if (value == null) break;
      // Luhn's check: every second digit counts twice, and a product of two digits as their sum.
      const weighed = value << (places.length % 2);
      sum += weighed > 9 ? weighed - 9 : weighed;
      places.push(at);
      if (places.length < 12 || sum % 10 || digits.has(at - 1)) continue;
      for (const place of places.slice(4)) units[place] = dot;
      first = at;
    }
    if (first > end) count++;
    if (first >= 0) end = last;
  }
  return count;
}
