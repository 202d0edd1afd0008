import { css, html, type LitElement, type TemplateResult } from 'lit';
import { featureText } from '../context/feature-texts.js';
import type { ChatContext } from '../context/chat-context.js';
import type { TextsController } from '../context/texts-context.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { Announcement } from '../internal/announcement.js';
import { countFrom } from './count-from.js';

const styles = css`
  .counter {
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
`;

/**
 * Says how many characters may still be written, or are too many. It is loaded when a text comes near the limit, or where
 * a site has all of them counted.
 */
export class CharacterCount {
  readonly #host: LitElement;
  readonly #chat: ChatContext;
  readonly #texts: TextsController;

  constructor(host: LitElement, chat: ChatContext, texts: TextsController) {
    this.#host = host;
    this.#chat = chat;
    this.#texts = texts;
    adoptStyles(host, styles);
  }

  /** The number below a text of this length; undefined while nobody has to know it. */
  render(length: number): TemplateResult | undefined {
    const isCounted = length > 0 && this.#chat.options.get().charCountEnabled;
    if (!isCounted && this.#share(length) > countFrom) return undefined;
    return html`<p class="counter" id="counter" part="counter">
      <span class="visually-hidden">${this.#words}: </span>${this.#remaining(length)}
    </p>`;
  }

  /** What is wrong with a text of this length, if it is too long. */
  excess(length: number): string | undefined {
    const count = length - this.#limit;
    return count > 0 ? featureText(this.#texts.locale, 'MessageTooLong', { Count: count }) : undefined;
  }

  /** Tells the number once as it falls to one of the shares that a site names; the lengths are those of the text. */
  tell(before: number, after: number): void {
    const shares = this.#chat.options.get().ariaCharRemainingIntervals || [];
    const isReached = shares.some((share) => this.#share(before) > share && this.#share(after) <= share);
    if (!isReached || after > this.#limit) return;
    this.#host.dispatchEvent(new Announcement(`${this.#words}: ${this.#remaining(after)}`));
  }

  get #words(): string {
    return featureText(this.#texts.locale, 'AriaCharRemaining');
  }

  #remaining(length: number): string {
    return (this.#limit - length).toLocaleString(this.#texts.locale?.lang);
  }

  /** What remains, in percent of the limit. */
  #share(length: number): number {
    return ((this.#limit - length) * 100) / this.#limit;
  }

  get #limit(): number {
    return this.#chat.options.get().maxMessageLength;
  }
}
