import { html, type TemplateResult } from 'lit';
import type { ChatMessage, MessageLook } from '../../src/model/message.js';

/** The bubble of an entry that a page wants to look its own way; its values have been checked to be those of CSS. */
export function lookTemplate({ id }: ChatMessage, look: MessageLook, content: unknown, kind: string): TemplateResult {
  const { fill, radius, time = true, name = true, direction = '', isBare = false } = look;
  const classes = [direction, fill && 'filled', isBare && 'bare', !time && 'timeless', !name && 'nameless'];
  // The property passes a strict policy; an attribute does not.
  const style = [fill && `--_fill: ${fill}`, radius && `border-radius: ${radius}`].filter(Boolean).join('; ');
  return html`<div
    class="bubble ${classes.filter(Boolean).join(' ')}"
    part="bubble"
    id=${`message-${id}`}
    .style=${style}
  >
    <div class=${kind} dir="auto">${content}</div>
  </div>`;
}
