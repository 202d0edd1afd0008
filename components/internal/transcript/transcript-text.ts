import type { ChatMessage } from '../../../src/model/message.js';
import { titleOf, toDays, type Reading } from './transcript-days.js';

/** The conversation as a text to keep: a heading, each day with its date, each entry with its time and who said it. */
export function transcriptText(messages: readonly ChatMessage[], reading: Reading): string {
  const days = toDays(messages, reading).map(({ date, lines }) =>
    [date, ...lines.map(({ time, name, text }) => `[${time}] ${name ? `${name}: ` : ''}${text}`)].join('\n'),
  );
  return [titleOf(messages, reading), ...days, ''].join('\n\n').replace(/\n+$/, '\n');
}
