import { en } from './en.js';
import { enFeatures } from './en-features.js';
import type { Locale } from './texts.js';

/**
 * The text that a site's `@i18n:webchat.ChatFormEmail` stands for: of its language packs, else ours. Any other text is
 * itself, and so is one that refers to nothing, so that a mistake shows.
 */
export function resolveText(locale: Locale | undefined, text: string): string {
  const [, path] = /^@i18n:(.+)$/.exec(text) ?? [];
  if (path === undefined) return text;
  return locale?.packed?.get(path) ?? ownText(locale, path) ?? text;
}

/** The text at a path like `webchat.ChatTitle` or `webchat.Errors.102`. */
function ownText(locale: Locale | undefined, path: string): string | undefined {
  const [namespace, ...keys] = path.split('.');
  if (namespace !== 'webchat') return undefined;
  for (const texts of [locale?.texts, enFeatures, en]) {
    const found = keys.reduce<unknown>(property, texts);
    if (typeof found === 'string') return found;
  }
  return undefined;
}

function property(holder: unknown, key: string): unknown {
  const isHolder = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
  return isHolder ? (holder as Readonly<Record<string, unknown>>)[key] : undefined;
}
