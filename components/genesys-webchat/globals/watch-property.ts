/**
 * Calls back when somebody sets a property; what it holds stays as it is. Returns how to stop. A property that cannot be
 * watched, or that somebody else watches, is left alone.
 */
export function watchProperty(holder: object, name: string, onSet: () => void): () => void {
  const found = Object.getOwnPropertyDescriptor(holder, name);
  if (found && !('value' in found)) return () => undefined;
  let value: unknown = found?.value;
  const get = (): unknown => value;
  const set = (given: unknown): void => {
    value = given;
    onSet();
  };
  // What was not there is not to be seen by who lists the properties.
  if (!Reflect.defineProperty(holder, name, { configurable: true, enumerable: Boolean(found), get, set })) {
    return () => undefined;
  }
  return () => {
    // Somebody may have put another in its place.
    if (Object.getOwnPropertyDescriptor(holder, name)?.get !== get) return;
    if (value === undefined) Reflect.deleteProperty(holder, name);
    else Object.defineProperty(holder, name, { configurable: true, enumerable: true, writable: true, value });
  };
}
