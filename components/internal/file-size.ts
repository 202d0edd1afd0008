const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** So many bytes in words of the language, in steps of 1024 as systems count: `10 MB`. */
export function fileSize(bytes: number, lang: string): string {
  let size = bytes;
  let step = 0;
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024;
    step += 1;
  }
  const unit = units[step] ?? 'byte';
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    size,
  );
}
