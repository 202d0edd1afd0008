/** The texts of one language by namespace and key: `webchat.ChatTitle`, `webchat.Errors.102`. */
export type PackedTexts = ReadonlyMap<string, string>;

/** What was good of some language packs, and where the rest of it stood. */
export interface Unpacked {
  /** By language tag, in lower case and with hyphens. */
  readonly texts: ReadonlyMap<string, PackedTexts>;
  readonly mistakes: readonly string[];
}

/** Names of days and months are those of `Intl`. */
const unused = new Set(['DayLabels', 'MonthLabels']);

/** A key that holds further keys; as a text it would take their place. */
const groups = new Set(['Errors', 'FileErrors']);

/** Reads packs of whatever origin: `{<language>: {<namespace>: {<Key>: text, Errors: {<code>: text}}}}`. */
export function packedTexts(packs: unknown): Unpacked {
  const texts = new Map<string, Map<string, string>>();
  const mistakes: string[] = [];
  for (const [tag, namespaces] of entriesOf(packs, '', mistakes)) {
    const language = tag.toLowerCase().replaceAll('_', '-');
    const packed = texts.get(language) ?? new Map<string, string>();
    texts.set(language, packed);
    for (const [namespace, entries] of entriesOf(namespaces, tag, mistakes)) {
      readEntries(entries, [tag, namespace], packed, mistakes);
    }
  }
  return { texts, mistakes };
}

function readEntries(holder: unknown, place: readonly string[], packed: Map<string, string>, mistakes: string[]): void {
  for (const [key, value] of entriesOf(holder, place.join('.'), mistakes)) {
    const path = [...place, key];
    const isGroup = groups.has(key);
    if (isGroup && path.length === 3) readEntries(value, path, packed, mistakes);
    else if (typeof value === 'string' && !isGroup) packed.set(path.slice(1).join('.'), value);
    else if (!unused.has(key)) mistakes.push(`${path.join('.')} (${nameOf(value)})`);
  }
}

function entriesOf(holder: unknown, place: string, mistakes: string[]): [string, unknown][] {
  if (typeof holder === 'object' && holder !== null && !Array.isArray(holder)) return Object.entries(holder);
  mistakes.push(`${place || 'all of it'} (${nameOf(holder)})`);
  return [];
}

function nameOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}
