import { readTag } from '../i18n/language-tag.js';
import { formatPlurals } from '../i18n/plural-text.js';
import type { Locale, Texts } from '../i18n/texts.js';
import type { Platform } from '../platform/platform.js';
import { packedTexts, type PackedTexts } from './packed-texts.js';

/** Milliseconds until a file that does not come is given up. */
const longestWait = 10_000;

type PackPlatform = Pick<Platform, 'fetch' | 'logger'>;
type Setting = string | Readonly<Record<string, unknown>>;

/** What has been read on this page, so that another language of the same packs is no other request. */
const known = new Map<Setting, Promise<LanguagePacks | undefined>>();

/** The language packs of a site, given or behind an address. What is no good is told once; what is good of it serves. */
export function readPacks(setting: Setting, platform: PackPlatform): Promise<LanguagePacks | undefined> {
  const reading = known.get(setting) ?? read(setting, platform);
  known.set(setting, reading);
  return reading;
}

async function read(setting: Setting, platform: PackPlatform): Promise<LanguagePacks | undefined> {
  try {
    const { texts, mistakes } = packedTexts(typeof setting === 'string' ? await fetchPack(setting, platform) : setting);
    if (mistakes.length > 0) {
      platform.logger.error(
        `i18n takes texts as {<language>: {webchat: {<Key>: text}}}. Ignored: ${mistakes.slice(0, 5).join(', ')}${
          mistakes.length > 5 ? `, and ${String(mistakes.length - 5)} more` : ''
        }.`,
      );
    }
    return new LanguagePacks(texts);
  } catch (error) {
    platform.logger.error(
      `i18n: unable to read the language packs at ${JSON.stringify(setting)}; ${String(error)}. The built-in texts serve.`,
    );
    return undefined;
  }
}

async function fetchPack(url: string, { fetch }: PackPlatform): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(longestWait) });
  if (!answer.ok) throw new TypeError(`the server answered ${String(answer.status)}`);
  return await answer.json();
}

/** A site's own texts, which go over those of the house. */
export class LanguagePacks {
  readonly #texts: ReadonlyMap<string, PackedTexts>;

  constructor(texts: ReadonlyMap<string, PackedTexts>) {
    this.#texts = texts;
  }

  /** The locale for a tag with what the packs say in that language, or in the one that stands in for it. */
  addTo(base: Locale, tag: string): Locale {
    const wanted = readTag(tag);
    const own = this.#find(wanted?.lang) ?? this.#find(wanted?.language);
    const packed = own ?? this.#find(readTag(base.lang)?.language);
    if (!packed) return base;
    return {
      ...base,
      // A language that only the packs speak.
      ...(own && wanted && { lang: wanted.lang, dir: wanted.dir }),
      texts: merge(base.texts, packed),
      format: formatPlurals,
      packed,
      said: keysOfTheirOwn(base.texts, packed),
    };
  }

  #find(tag = ''): PackedTexts | undefined {
    return this.#texts.get(tag.toLowerCase());
  }
}

function merge(texts: Texts, packed: PackedTexts): Texts {
  const errors = under(packed, 'webchat.Errors.');
  return {
    ...texts,
    ...under(packed, 'webchat.'),
    ...(texts.Errors && { Errors: { ...texts.Errors, ...errors } }),
    // Old packs have the sentences about files among the others.
    ...(texts.FileErrors && { FileErrors: { ...texts.FileErrors, ...errors } }),
  };
}

/** The texts whose path begins so, by the key that is the rest of it. */
function under(packed: PackedTexts, beginning: string): Record<string, string> {
  const found = [...packed].filter(([path]) => path.startsWith(beginning) && !path.includes('.', beginning.length));
  return Object.fromEntries(found.map(([path, text]) => [path.slice(beginning.length), text]));
}

/** The texts whose keys no text of ours has: a server's message that is such a key is replaced. */
function keysOfTheirOwn(texts: Texts, packed: PackedTexts): ReadonlyMap<string, string> {
  const others = Object.entries(under(packed, 'webchat.'));
  return new Map(others.filter(([key]) => !Object.hasOwn(texts, key)));
}
