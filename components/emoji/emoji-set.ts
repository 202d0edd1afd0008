/** One emoji. */
export interface Emoji {
  /** What is inserted. */
  readonly sign: string;
  /** In the words of the set's language. */
  readonly name: string;
  /** What it is found by, in small letters without marks. */
  readonly words: string;
  readonly hasTones: boolean;
}

/** Emoji with names in one language. */
export interface EmojiSet {
  readonly lang: string;
  /** In the order of Unicode. */
  readonly groups: readonly (readonly Emoji[])[];
}

/** By which a set's lines mark an emoji that can have a skin tone. */
const toneMark = '~';

/** Reads the texts of a set and of one language's names. */
export function readEmojiSet(lang: string, set: string, names: string): EmojiSet {
  const lines = names.split('\n').values();
  const groups = set.split('\n').map((line) => line.split(' ').map((sign) => toEmoji(sign, lines.next().value ?? '')));
  return { lang, groups };
}

/** The set with these emoji alone; one that has no name is its own. */
export function onlyThese(chosen: string | readonly string[], { lang, groups }: EmojiSet): EmojiSet {
  const known = new Map(groups.flat().map((emoji) => [plain(emoji.sign), emoji]));
  const group = signsIn(chosen, lang).map((sign) => {
    const emoji = known.get(plain(sign));
    // As the site wrote it, which may be with a tone of its own.
    return { sign, name: emoji?.name ?? sign, words: emoji?.words ?? '', hasTones: false };
  });
  return { lang, groups: [group] };
}

/** A text as it is compared: in small letters, without marks. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function toEmoji(mark: string, line: string): Emoji {
  const [name = '', keywords = ''] = line.split('\t');
  const hasTones = mark.endsWith(toneMark);
  return { sign: hasTones ? mark.slice(0, -1) : mark, name, words: folded(`${name} ${keywords}`), hasTones };
}

function signsIn(chosen: string | readonly string[], lang: string): string[] {
  if (typeof chosen !== 'string') return chosen.map((sign) => sign.trim());
  const characters = [...new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(chosen)];
  return characters.map(({ segment }) => segment.trim()).filter((sign) => sign !== '');
}

/** Without skin tones, and without the sign that asks for a picture, which is often left out. */
function plain(sign: string): string {
  return sign.replace(/\ufe0f|\p{Emoji_Modifier}/gu, '');
}
