/**
 * Names that stand in a JSON text, but not in what was read of it: of two fields of one name in an object, JSON keeps the
 * last, and with the first goes all that is in it.
 */
export function lostNames(json: string, read: unknown): string[] {
  const lost = namesIn(json);
  for (const name of namesIn(JSON.stringify(read))) lost.splice(lost.lastIndexOf(name), 1);
  return lost;
}

/** The name of each field, as often as it stands there. */
function namesIn(json: string): string[] {
  const texts = json.match(/"(?:[^"\\]|\\.)*"\s*:?/g) ?? [];
  return texts.filter((text) => text.endsWith(':')).map((text) => JSON.parse(text.slice(0, -1)) as string);
}
