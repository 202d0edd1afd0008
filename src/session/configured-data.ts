import type { ResolvedOptions } from '../config/options.js';
import type { Platform } from '../platform/platform.js';

/** What the site attaches to every chat, and what its page tells by itself. */
export function configuredData(
  { attachPageData, endpoint, lang, userData }: ResolvedOptions,
  { page, clock }: Pick<Platform, 'page' | 'clock'>,
): Readonly<Record<string, unknown>> {
  const pageData = { TimeZone: clock.timeZone(), _genesys_url: page.address(), GCTI_LanguageCode: lang };
  // What is undefined is not sent.
  return { ...(attachPageData && pageData), endpoint, ...userData };
}
