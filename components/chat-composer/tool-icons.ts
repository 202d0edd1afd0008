import { html } from 'lit';

/** A paper clip. */
export const attachIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="m20.5 11.5-8.6 8.6a5.6 5.6 0 0 1-7.9-7.9l8.6-8.6a3.7 3.7 0 0 1 5.3 5.3l-8.6 8.5a1.9 1.9 0 0 1-2.7-2.6l8-7.9"
  />
</svg>`;

/** A smiling face. */
export const emojiIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M8.2 14.2a4.6 4.6 0 0 0 7.6 0M9 9.5h.01M15 9.5h.01" />
</svg>`;

/** An arrow that leads up, out of a tray: something is sent. */
export const dropIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 14.5V4m-4.5 4.5L12 4l4.5 4.5M4 15v3.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V15" />
</svg>`;
