import type { ChatMessage } from '../../src/model/message.js';
import { entryWords, type Reading } from '../internal/transcript/transcript-days.js';

/** What a message says that is more than text, in words: nobody wants to hear tags. It comes with the first of them. */
export function markupWords(message: ChatMessage, texts: Pick<Reading['texts'], 'locale'>): string {
  return entryWords(message, texts).replace(/\s+/g, ' ');
}
