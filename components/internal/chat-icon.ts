import { html } from 'lit';

/** A speech bubble. Alone in its file, since it is the only icon on a page whose chat is closed. */
export const chatIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 3.5c5 0 9 3.3 9 7.6s-4 7.6-9 7.6c-1 0-2-.1-2.9-.4L4.2 20.5l1-3.9A7 7 0 0 1 3 11.1c0-4.3 4-7.6 9-7.6Z" />
  <path d="M8.2 11.1h.01M12 11.1h.01M15.8 11.1h.01" />
</svg>`;
