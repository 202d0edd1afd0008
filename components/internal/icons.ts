import { html } from 'lit';

/** Points down, to where the window goes. */
export const minimizeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9 6 6 6-6" /></svg>`;

/** Three dots. */
export const moreIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path stroke-width="3" d="M5 12h.01M12 12h.01M19 12h.01" />
</svg>`;

/** A cross. */
export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>`;

/** An arrow up, the way a message goes. */
export const sendIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5m-6 6 6-6 6 6" /></svg>`;

/** An arrow down to the newest message. */
export const downIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14m6-6-6 6-6-6" /></svg>`;

/** A circle with an exclamation mark. */
export const alertIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7.5v5M12 16.2h.01" />
</svg>`;

/** A check mark. */
export const checkIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m5 12.5 4.5 4.5L19 7.5" /></svg>`;

/** A clock. */
export const clockIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="9" />
  <path d="M12 7v5l3 2" />
</svg>`;
