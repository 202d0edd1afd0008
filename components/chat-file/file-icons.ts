import { html } from 'lit';

/** A sheet of paper with a folded corner. */
export const fileIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M14 3.5H7.5A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V7.5l-4-4Z" />
  <path d="M13.5 3.5V8H18M9.5 12.5h5M9.5 16h3.5" />
</svg>`;

/** A landscape in a frame. */
export const imageIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
  <circle cx="9" cy="10" r="1.6" />
  <path d="m4 17 4.5-4 3.5 3 3.5-4 4.5 4.5" />
</svg>`;

/** An arrow in a circle: once more. */
export const retryIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5L19.5 9M19.5 4v5h-5" />
</svg>`;

/** A sheet that is crossed out. */
export const removedIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M14 3.5H9M6 7v12a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19M18 14V7.5l-4-4M4 4l16 16" />
</svg>`;

/** A cross. */
export const cancelIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m7 7 10 10M17 7 7 17" /></svg>`;

/** An exclamation mark. */
export const failedIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v8.5M12 18.5h.01" /></svg>`;
