import { enFeatures } from '../../src/i18n/en-features.js';
import { formatPlurals } from '../../src/i18n/plural-text.js';
import type { FeatureErrorKey, FeatureTextKey, Locale, TextKey, TextValues } from '../../src/i18n/texts.js';
import { TextsController } from './texts-context.js';

/** Gives its host, an element that is loaded when it is first used, the texts of the chat's language and its own. */
export class FeatureTextsController extends TextsController {
  override text(key: TextKey | FeatureTextKey, values: TextValues = {}): string {
    return isFeatureKey(key) ? featureText(this.locale, key, values) : super.text(key, values);
  }

  /** The sentence about a file that was not sent. */
  fileError(key: FeatureErrorKey, values: TextValues = {}): string {
    const { locale } = this;
    return formatPlurals(locale?.texts.FileErrors?.[key] ?? enFeatures.FileErrors[key], values, locale?.lang);
  }
}

/** A text of what is loaded when it is first used. */
export function featureText(locale: Locale | undefined, key: FeatureTextKey, values: TextValues = {}): string {
  return formatPlurals(locale?.texts[key] ?? enFeatures[key], values, locale?.lang);
}

function isFeatureKey(key: string): key is FeatureTextKey {
  return Object.hasOwn(enFeatures, key);
}
