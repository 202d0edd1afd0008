import { html, type TemplateResult } from 'lit';
import { chatIcon } from './chat-icon.js';
import { alertIcon, clockIcon, moreIcon } from './icons.js';

const phoneIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M6.5 3.5h2.7l1.5 4-2 1.7a12.5 12.5 0 0 0 6.1 6.1l1.7-2 4 1.5v2.7a2 2 0 0 1-2.2 2A16.6 16.6 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z"
  />
</svg>`;

const envelopeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3" y="5.5" width="18" height="13" rx="2.5" />
  <path d="m4 7.5 8 6 8-6" />
</svg>`;

const cameraIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3" y="6.5" width="12" height="11" rx="2.5" />
  <path d="m15 11 5.5-3v8L15 13" />
</svg>`;

const questionIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M9.5 9.5a2.5 2.5 0 1 1 3.8 2.1c-.8.5-1.3 1-1.3 2M12 16.8h.01" />
</svg>`;

/** Pictures by what a name has in it, as old configurations name them. */
const icons: readonly (readonly [RegExp, TemplateResult])[] = [
  [/video/, cameraIcon],
  [/chat/, chatIcon],
  [/call|phone|voice/, phoneIcon],
  [/mail|message|envelope/, envelopeIcon],
  [/calendar|clock|time|hours/, clockIcon],
  [/alert|error|warn|info/, alertIcon],
  [/help|question|search|faq|knowledge/, questionIcon],
];

/** The picture for a name, as `chat`, `call-outgoing`, `email`; three dots for one that nobody knows. */
export function namedIcon(name: string): TemplateResult {
  return icons.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? moreIcon;
}
