import { enFeatures } from '../../src/i18n/en-features.js';
import { errorKey, fieldErrors } from '../../src/i18n/error-key.js';
import type { ErrorKey, LateErrorKey } from '../../src/i18n/texts.js';
import type { Situation } from '../../src/i18n/unanswered.js';
import type { Reason } from './reason.js';

/** Why a server has refused something. */
export function refusalOf(rejection: unknown, situation: Situation): Reason {
  const key = errorKey(rejection, situation);
  if (!isLate(key)) return { key };
  const [field] = [...fieldErrors].find(([, error]) => error === key) ?? [];
  return { key, english: enFeatures.Errors[key], field };
}

function isLate(key: ErrorKey): key is LateErrorKey {
  return Object.hasOwn(enFeatures.Errors, key);
}
