import { html } from 'lit';

/** Braces. */
export const dataIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M9 4H8a2.5 2.5 0 0 0-2.5 2.5V9A3 3 0 0 1 3 12a3 3 0 0 1 2.5 3v2.5A2.5 2.5 0 0 0 8 20h1M15 4h1a2.5 2.5 0 0 1 2.5 2.5V9a3 3 0 0 0 2.5 3 3 3 0 0 0-2.5 3v2.5A2.5 2.5 0 0 1 16 20h-1"
  />
</svg>`;

/** Two sheets. */
export const copyIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <rect x="9" y="9" width="11" height="11" rx="2.5" />
  <path d="M15 5.5A2.5 2.5 0 0 0 12.5 4h-6A2.5 2.5 0 0 0 4 6.5v6A2.5 2.5 0 0 0 5.5 15" />
</svg>`;

/** A printer. */
export const printIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M7 9V4h10v5M7 17H5.5A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H17"
  />
  <path d="M7 14h10v6H7z" />
</svg>`;

/** A loudspeaker that sounds. */
export const soundIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.5a4 4 0 0 1 0 5M18 7a8 8 0 0 1 0 10" />
</svg>`;

/** A loudspeaker that does not. */
export const muteIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5" />
</svg>`;
