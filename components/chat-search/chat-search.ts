import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { Locale } from '../../src/i18n/texts.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import type { ChatTranscript } from '../chat-transcript/chat-transcript.js';
import { reveal } from '../internal/reveal.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { closeIcon, minimizeIcon } from '../internal/icons.js';
import { isOwn } from '../internal/entries.js';
import { exportParts } from '../internal/export-parts.js';
import { nameOf } from '../internal/wording.js';
import { base } from '../styles/base.js';
import { entryWords } from '../internal/transcript/transcript-days.js';
import { styles } from './chat-search.styles.js';
import { MessageFinder } from './find-messages.js';
import { fold } from './fold.js';
import { Highlighter } from './highlighter.js';
import { searchIcon, upIcon } from '../internal/search-icons.js';

const parts =
  'search, search-input, search-count, search-nothing, search-previous-button, search-next-button, search-close-button';

/** A visitor who types is not interrupted; a pause of so many milliseconds is a question. */
const pause = 400;

/**
 * Searches the conversation: begins with the newest message that holds the words, since that is what a visitor looks at,
 * and goes up from there. Enter and the arrow up go to the one before, Shift+Enter and the arrow down to the next.
 *
 * @csspart search - The bar.
 * @csspart search-input - The words.
 * @csspart search-count - Which result is shown, of how many.
 * @csspart search-previous-button - Goes up.
 * @csspart search-next-button - Goes down.
 * @csspart search-close-button - Ends the search.
 * @csspart search-nothing - That there is nothing.
 */
@customElement('genesys-chat-search')
export class ChatSearch extends LitElement {
  static override readonly styles = [base, styles];

  /** What is searched. */
  transcript: ChatTranscript | undefined;

  /** Where the focus goes when the search ends. */
  returnFocusTo: HTMLElement | undefined;

  @state() private words = '';
  /** The message that the visitor is at. */
  @state() private currentId: string | undefined;

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #messages = new StoreController(this, () => this.#chat.value?.stores.messages);
  /** A conversation that is no longer shown cannot be searched. */
  readonly #hiding = new MutationObserver(() => {
    if (this.transcript?.hidden) this.remove();
  });
  #finder: { readonly locale: Locale; readonly finder: MessageFinder } | undefined;
  #highlighter: Highlighter | undefined;
  #results: readonly string[] = [];
  #announcing = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const { transcript } = this;
    if (!transcript) return;
    this.#hiding.observe(transcript, { attributeFilter: ['hidden'] });
    this.setAttribute('exportparts', parts);
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) exportParts(root.host, parts);
    if (transcript.shadowRoot) this.#highlighter = new Highlighter(transcript.shadowRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#hiding.disconnect();
    this.#highlighter?.stop();
    this.#highlighter = undefined;
    clearTimeout(this.#announcing);
  }

  /** Puts the focus on the words. */
  override focus(): void {
    this.#input?.focus();
    this.#input?.select();
  }

  override firstUpdated(): void {
    this.focus();
  }

  override willUpdate(): void {
    this.#results = this.#find();
    // What one was at may have gone, as a failed message does that is discarded.
    if (this.currentId !== undefined && !this.#results.includes(this.currentId)) this.currentId = this.#results.at(-1);
  }

  override updated(): void {
    this.#highlighter?.show({ words: fold(this.words.trim(), this.#lang), lang: this.#lang, id: this.currentId });
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const hasWords = this.words.trim() !== '';
    const isNothing = hasWords && this.#results.length === 0;
    return html`<div part="search" role="search" @keydown=${this.#onKeyDown}>
      <div class="bar">
        <div class="field">
          ${searchIcon}
          <input
            part="search-input"
            type="search"
            dir="auto"
            enterkeyhint="search"
            autocomplete="off"
            aria-label=${texts.text('SearchLabel')}
            placeholder=${texts.text('SearchLabel')}
            .value=${this.words}
            @input=${this.#onInput}
          />
          ${
            this.#results.length
              ? html`<span class="count" part="search-count" aria-hidden="true">${this.#position}</span>`
              : nothing
          }
        </div>
        ${this.#renderButton('previous', 'SearchPrevious', upIcon)}
        ${this.#renderButton('next', 'SearchNext', minimizeIcon)}
        <button
          class="icon-button"
          part="search-close-button"
          type="button"
          aria-label=${texts.text('SearchClose')}
          @click=${this.#onClose}
        >
          ${closeIcon}
        </button>
      </div>
      ${
        isNothing
          ? html`<p class="nothing" part="search-nothing" aria-hidden="true">${texts.text('SearchNothing')}</p>`
          : nothing
      }
    </div>`;
  }

  #renderButton(
    way: 'previous' | 'next',
    label: 'SearchPrevious' | 'SearchNext',
    icon: TemplateResult,
  ): TemplateResult {
    return html`<button
      class="icon-button"
      part=${`search-${way}-button`}
      type="button"
      aria-label=${this.#texts.text(label)}
      aria-disabled=${this.#results.length < 2 ? 'true' : nothing}
      @click=${() => {
        this.#go(way === 'next' ? 1 : -1);
      }}
    >
      ${icon}
    </button>`;
  }

  get #position(): string {
    const number = this.currentId === undefined ? 0 : this.#results.indexOf(this.currentId) + 1;
    const format = new Intl.NumberFormat(this.#lang);
    return this.#texts.text('SearchResult', {
      Number: format.format(number),
      Count: format.format(this.#results.length),
    });
  }

  get #lang(): string {
    return this.#texts.locale?.lang ?? 'en';
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #find(): string[] {
    const { locale } = this.#texts;
    if (!locale) return [];
    if (this.#finder?.locale !== locale) this.#finder = { locale, finder: new MessageFinder(locale) };
    return this.#finder.finder.find(this.#messages.value ?? [], this.words);
  }

  /** Goes so many results on, around the ends. */
  #go(step: 1 | -1): void {
    const { length } = this.#results;
    if (length === 0) return;
    const at = this.currentId === undefined ? length : this.#results.indexOf(this.currentId);
    this.currentId = this.#results[(at + step + length) % length];
    this.#show();
    this.#announce();
  }

  #show(): void {
    const { transcript, currentId } = this;
    if (transcript && currentId !== undefined) void reveal(transcript, currentId);
  }

  #announce(): void {
    clearTimeout(this.#announcing);
    if (!this.words.trim()) return;
    const message = this.#messages.value?.find(({ id }) => id === this.currentId);
    const text = message ? `${this.#position}. ${this.#said(message)}` : this.#texts.text('SearchNothing');
    this.dispatchEvent(new Announcement(text));
  }

  #said(message: ChatMessage): string {
    const texts = this.#texts;
    const who = isOwn(message, this.#chat.value?.stores.ownId.get() ?? 0)
      ? texts.text('AriaYouSaid')
      : `${nameOf(message.from, texts)} ${texts.text('AriaSaid')}`;
    return `${who}: ${entryWords(message, texts)}`;
  }

  readonly #onInput = (): void => {
    this.words = this.#input?.value ?? '';
    this.currentId = this.#find().at(-1);
    this.#show();
    clearTimeout(this.#announcing);
    this.#announcing = window.setTimeout(() => {
      this.#announce();
    }, pause);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isInField = this.shadowRoot?.activeElement === this.#input;
    const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && !event.shiftKey);
    const isDown = event.key === 'ArrowDown' || (event.key === 'Enter' && event.shiftKey);
    if (event.key === 'Escape') this.#onClose();
    else if (isInField && (isUp || isDown)) this.#go(isUp ? -1 : 1);
    else return;
    // Escape ends the search and leaves the window.
    event.preventDefault();
  };

  readonly #onClose = (): void => {
    this.remove();
    this.returnFocusTo?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-search': ChatSearch;
  }
}
