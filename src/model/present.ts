/** Those of the named fields that have a value: a field without one is better absent than undefined. */
export function present<Source extends object, Name extends keyof Source>(
  source: Source,
  ...names: readonly Name[]
): { [Each in Name]?: NonNullable<Source[Each]> } {
  const fields: { [Each in Name]?: NonNullable<Source[Each]> } = {};
  for (const name of names) {
    const value = source[name];
    if (value !== undefined && value !== null) fields[name] = value;
  }
  return fields;
}
