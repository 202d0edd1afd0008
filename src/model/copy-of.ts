/**
 * A copy of the value with all that it holds. Plain objects and lists are copied several times faster than
 * `structuredClone` does it, which is left what is not plain, unless `other` says what becomes of that.
 */
export function copyOf<Value>(value: Value, other?: (value: object) => unknown, known?: Map<object, unknown>): Value;
export function copyOf(
  value: unknown,
  other: (value: object) => unknown = structuredClone,
  known = new Map<object, unknown>(),
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copied = known.get(value);
  if (copied) return copied;
  if (!isPlain(value)) return other(value);
  // A list is a record by index.
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  known.set(value, copy);
  // Not what a page's old library has added to every list.
  for (const name of Object.keys(copy)) copy[name] = copyOf(copy[name], other, known);
  return copy;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
