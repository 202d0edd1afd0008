import { enFeatures } from '../../src/i18n/en-features.js';
import { formatText, type FeatureErrorKey, type FeatureTextKey, type TextKey } from '../../src/i18n/texts.js';
import { TextsController } from './texts-context.js';

/** Gives its host, an element that is loaded when it is first used, the texts of the chat's language and its own. */
export class FeatureTextsController extends TextsController {
  override text(key: TextKey | FeatureTextKey, values: Readonly<Record<string, string | number>> = {}): string {
    return isFeatureKey(key) ? formatText(this.locale?.texts[key] ?? enFeatures[key], values) : super.text(key, values);
  }

  /** The sentence about a file that was not sent. */
  fileError(key: FeatureErrorKey, values: Readonly<Record<string, string | number>> = {}): string {
    return formatText(this.locale?.texts.FileErrors?.[key] ?? enFeatures.FileErrors[key], values);
  }
}

function isFeatureKey(key: string): key is FeatureTextKey {
  return Object.hasOwn(enFeatures, key);
}
