import type { ChatMessage } from '../../../src/model/message.js';
import { saveFile } from '../../../src/platform/save-file.js';
import { fileName, type Reading } from './transcript-days.js';
import { transcriptText } from './transcript-text.js';

/** Offers the conversation to the visitor to be saved as a text. */
export function saveTranscript(messages: readonly ChatMessage[], reading: Reading): void {
  const text = transcriptText(messages, reading);
  saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), fileName(messages, 'txt'));
}
