/** An object of the page, of which nothing is known. */
export type LooseRecord = Record<string, unknown>;

/** Whether something of the page is an object that may hold something. */
export function isRecord(value: unknown): value is LooseRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
