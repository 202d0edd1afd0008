import type { ChatMessage } from '../../src/model/message.js';
import { entryText } from '../internal/transcript/transcript-days.js';

/** What a message that is markup says, in words: nobody wants to hear tags. It comes with the first of them. */
export function markupWords(message: ChatMessage): string {
  return entryText(message).replace(/\s+/g, ' ');
}
