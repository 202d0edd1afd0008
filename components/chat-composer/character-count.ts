/** How many characters may still be written: loaded when a text comes near the limit, or a site has all of them counted. */
import { html, type TemplateResult } from 'lit';
import { featureText } from '../context/feature-texts.js';
import type { TextsController } from '../context/texts-context.js';
import { Announcement } from '../internal/announcement.js';

/** The number below the text. */
export function countTemplate(remaining: number, { locale }: TextsController): TemplateResult {
  return html`<p class="counter" id="counter" part="counter">
    <span class="visually-hidden">${featureText(locale, 'AriaCharRemaining')}: </span
    >${remaining.toLocaleString(locale?.lang)}
  </p>`;
}

/** Tells the number once as it falls to one of the shares, in percent of the limit. */
export function tellRemaining(
  host: Element,
  { locale }: TextsController,
  { before, after, limit, shares }: Record<'before' | 'after' | 'limit', number> & { shares: readonly number[] },
): void {
  const percent = 100 / limit;
  if (after < 0 || !shares.some((share) => before * percent > share && after * percent <= share)) return;
  const words = featureText(locale, 'AriaCharRemaining');
  host.dispatchEvent(new Announcement(`${words}: ${after.toLocaleString(locale?.lang)}`));
}
