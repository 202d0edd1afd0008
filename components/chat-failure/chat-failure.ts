/** What is said of a failure: loaded with the first that a server, and not the network, is the reason of. */
import type { ChatMessage } from '../../src/model/message.js';
import type { Situation } from '../../src/i18n/unanswered.js';
import { consoleLogger } from '../../src/platform/logger.js';
import { featureText } from '../context/feature-texts.js';
import type { TextsController } from '../context/texts-context.js';
import type { Reason } from '../internal/reason.js';
import { refusalOf } from '../internal/refusal.js';

/** What the visitor is told of a rejection; what is a sentence for the site's developer goes to the console. */
export function explain(rejection: unknown, situation: Situation): Reason {
  if (typeof rejection === 'string') consoleLogger.warn(`what the visitor wanted was refused: ${rejection}`);
  return refusalOf(rejection, situation);
}

/** What those are told who cannot see that a message failed. */
export function failureWords({ text, failure }: ChatMessage, texts: TextsController): string[] {
  const what = featureText(texts.locale, 'AriaMessageNotSent', { Text: text });
  return failure ? [what, texts.error(refusalOf(failure, 'MessageFailed'))] : [what];
}
