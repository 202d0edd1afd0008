import { html } from 'lit';

/** A magnifying glass. */
export const searchIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="11" cy="11" r="6.5" />
  <path d="m16 16 4.5 4.5" />
</svg>`;

/** Points up, to what was said before. */
export const upIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 15 6-6 6 6" /></svg>`;
