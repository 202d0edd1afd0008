/** What a value is, in a few words. What an object holds may be secret, as a header is: only its keys are told. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (value instanceof Error) return shorten(String(value));
  if (kind !== 'Object') return `a ${kind}`;
  const fields = Object.entries(value).map(([key, held]) => `${key}: ${typeof held}`);
  return `an object {${shorten(fields.join(', '))}}`;
}

function shorten(text: string): string {
  // Not in the middle of a sign.
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
