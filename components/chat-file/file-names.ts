/** Turns the direction of writing around, which makes `gpj.exe` look like `exe.jpg`. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Types that are pictures of dots: one that is drawn by its own code stays a file. */
const imageTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** The name as it can be shown to a person. */
export function shownName(name: string): string {
  return name.replace(directionMarks, '').trim();
}

/** What comes after the last dot, in small letters. */
export function extensionOf(name: string): string {
  return /\.([a-z\d]{1,5})$/i.exec(shownName(name))?.[1]?.toLowerCase() ?? '';
}

/** The media type by which the file is shown as a picture; undefined if it is none. */
export function imageType({ name, type }: { readonly name: string; readonly type: string }): string | undefined {
  if (type === 'image/*') return type;
  return type === ''
    ? imageTypes[extensionOf(name)]
    : Object.values(imageTypes).find((each) => each === type.toLowerCase());
}

/** The number of bytes in the language's own words. */
export function shownSize(bytes: number, lang: string): string {
  const power = Math.min(sizeUnits.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: sizeUnits[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power < 2 ? 0 : 1,
  });
  return format.format(bytes / 1000 ** power);
}
