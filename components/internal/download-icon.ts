import { html } from 'lit';

/** An arrow down to a tray. */
export const downloadIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />
</svg>`;
