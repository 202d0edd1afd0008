import { html, nothing, type TemplateResult } from 'lit';
import { alertIcon, closeIcon } from '../internal/icons.js';

/** A sentence across the window about something that is not as it should be. */
export interface Notice {
  /** How bad it is: `warning` passes by itself, `danger` is something that failed. */
  readonly tone: 'warning' | 'danger';
  readonly text: string;
  /** The name of the button that takes it away. Without it there is none. */
  readonly dismissLabel?: string;
  readonly onDismiss?: () => void;
}

/** The line that shows a notice. */
export function noticeTemplate({ tone, text, dismissLabel, onDismiss }: Notice): TemplateResult {
  return html`<div class="notice ${tone}" part="notice">
    ${alertIcon}
    <p>${text}</p>
    ${
      dismissLabel
        ? html`<button
            class="icon-button"
            part="notice-dismiss-button"
            type="button"
            aria-label=${dismissLabel}
            @click=${onDismiss}
          >
            ${closeIcon}
          </button>`
        : nothing
    }
  </div>`;
}
