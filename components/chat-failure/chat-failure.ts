/** What is said of a failure: loaded with the first that a server, and not the network, is the reason of. */
import type { ChatMessage } from '../../src/model/message.js';
import { featureText } from '../context/feature-texts.js';
import type { TextsController } from '../context/texts-context.js';
import { refusalOf } from '../internal/refusal.js';

export { refusalOf };

/** What those are told who cannot see that a message failed. */
export function failureWords({ text, failure }: ChatMessage, texts: TextsController): string[] {
  const what = featureText(texts.locale, 'AriaMessageNotSent', { Text: text });
  return failure ? [what, texts.error(refusalOf(failure, 'MessageFailed'))] : [what];
}
