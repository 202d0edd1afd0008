import { enFeatures } from '../../src/i18n/en-features.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ReadableStore } from '../../src/store.js';

/** Has an element speak the language of the chat from now on; returns how to stop. */
export function speak(element: HTMLElement & { closeLabel: string }, locale: ReadableStore<Locale>): () => void {
  return locale.subscribe(({ lang, dir, texts }) => {
    element.lang = lang;
    element.dir = dir;
    element.closeLabel = texts.OverlayClose ?? enFeatures.OverlayClose;
  });
}
