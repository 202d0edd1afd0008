import { html, type TemplateResult } from 'lit';
import type { ChatMessage } from '../../src/model/message.js';

/** The bubble of an entry. What is not text brings a kind, for its looks. */
export function bubbleTemplate(
  { id }: Pick<ChatMessage, 'id'>,
  own: boolean,
  content: unknown,
  kind = 'text',
): TemplateResult {
  return html`<div class="bubble" part="bubble ${own ? 'bubble-own' : ''}" id=${`message-${id}`}>
    <div class=${kind} dir="auto">${content}</div>
  </div>`;
}
