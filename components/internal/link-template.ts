import { html, type TemplateResult } from 'lit';

/** A link that leaves the chat where it is. The address comes from `addresses.ts`. */
export function linkTemplate(address: string, content: unknown): TemplateResult {
  return html`<a part="link" href=${address} target="_blank" rel="noopener noreferrer">${content}</a>`;
}
