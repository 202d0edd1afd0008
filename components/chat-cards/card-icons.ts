import { html } from 'lit';

/** An angle back. */
export const previousIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m14.5 6-6 6 6 6" /></svg>`;

/** An angle on. */
export const nextIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9.5 6 6 6-6 6" /></svg>`;

/** An arrow that leaves the page. */
export const openIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 17 17 7M9 7h8v8" /></svg>`;
