import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import type { Locale } from '../../src/i18n/texts.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { RichMessages } from '../chat-message/chat-message.js';
import { ChatConsumer } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import { chatIcon } from '../internal/chat-icon.js';
import { customElement } from '../internal/custom-element.js';
import { isMarkdown } from '../internal/is-markdown.js';
import { isFilled } from '../internal/is-filled.js';
import { base } from '../styles/base.js';
import { styles } from './chat-transcript.styles.js';
import { entryKind, isOwn, isRich } from '../internal/entries.js';
import { EntryList, pageTemplate } from './entry-list.js';
import { avatarTemplate, type TranscriptView } from './message-template.js';
import { messageStyles } from './message.styles.js';
import type { NewMessagesButton } from './new-messages-button.js';
import { pageSize } from './page-size.js';
import type { Paging } from './paging.js';
import { TimeFormat } from './time-format.js';

/** A visitor who scrolls down to that many pixels before the end follows the conversation again. */
const endZone = 48;

/**
 * The conversation. It follows the newest message unless the visitor has scrolled away from it.
 *
 * @slot empty - Stands where nothing has been said yet.
 * @fires genesys-chat-edit - A failed message is in the message box again.
 * @csspart transcript - The whole area.
 * @csspart log - What scrolls.
 * @csspart empty - The default of the slot.
 * @csspart date - A day.
 * @csspart system-line - Who joined and left.
 * @csspart message - One message with all that belongs to it.
 * @csspart message-own - One of the visitor's.
 * @csspart bubble - Its text.
 * @csspart bubble-own - The text of one of the visitor's.
 * @csspart name - Who wrote it.
 * @csspart avatar - The initials.
 * @csspart meta - The time, and how an own message fares.
 * @csspart edit-button - Takes a failed message back into the message box.
 * @csspart retry-button - Sends a failed message again.
 * @csspart discard-button - Forgets it.
 * @csspart typing - Somebody is typing.
 * @csspart new-messages-button - Leads to the end.
 * @csspart link - A link in a message.
 * @csspart quick-replies - The answers that a message offers.
 * @csspart quick-reply - One of them.
 */
@customElement('genesys-chat-transcript')
export class ChatTranscript extends LitElement {
  static override readonly styles = [base, styles, messageStyles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new TextsController(this);
  readonly #messages = new StoreController(this, () => this.#chat.value?.stores.messages);
  readonly #typing = new StoreController(this, () => this.#chat.value?.stores.typing);
  readonly #ownId = new StoreController(this, () => this.#chat.value?.stores.ownId);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #files = new StoreController(this, () => this.#chat.value?.stores.files);
  readonly #options = new StoreController(this, () => this.#chat.value?.options);

  @state() private hasEmpty = false;
  /** Whether something came that lies below the view. */
  @state() private hasNews = false;

  /** The entries that a visitor sees: one page of them, unless the conversation is long. */
  pages: readonly (readonly ChatMessage[])[] = [];
  readonly #list = new EntryList();
  /** There once the conversation is long, or may be. */
  #paging: Paging | undefined;
  #isPaging = false;
  /** Whether a long conversation is shown as one page. */
  #isWhole = false;
  #newMessages: NewMessagesButton | undefined;
  /** There once something is more than text. */
  #rich: RichMessages | undefined;
  #isEnriched = false;
  /** The newest entries that have been told. */
  #added: ReadonlySet<string> = new Set();
  #followsEnd = true;
  #scrollTop = 0;
  #formatOf: Locale | undefined;
  #hours: 12 | 24 | undefined;
  #format: TimeFormat | undefined;
  /** Content that grows late, and a window that changes its size, must not move the end out of view. */
  readonly #resizes = new ResizeObserver(() => {
    if (this.#followsEnd) this.#showEnd();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override willUpdate(): void {
    if (this.#chat.value && (this.#files.value?.length || isMarkdown(this.#chat.value))) void this.#enrich();
    this.#takeIn(this.#messages.value ?? []);
  }

  #takeIn(messages: readonly ChatMessage[]): void {
    const before = this.pages;
    // Before older messages are fetched: what is read must stay where it is.
    if (messages.length > pageSize || this.#phase.value === 'restoring' || this.#isAsync()) void this.#page();
    this.pages = this.#paging?.take(messages) ?? [this.#shortened(messages.filter(entryKind))];
    const last = this.pages.at(-1)?.at(-1);
    if (!last) this.hasNews = false;
    else if (last.id !== before.at(-1)?.at(-1)?.id) {
      if (isOwn(last, this.#ownId.value ?? 0)) this.#followsEnd = true;
      // What stood above a message that moves up is last then, but not new.
      else if (!this.#followsEnd && !before.flat().some(({ id }) => id === last.id)) void this.#tellNews();
    }
  }

  /** While what shows a long conversation is on its way, no more of it than has been seen or a short one has. */
  #shortened(entries: ChatMessage[]): ChatMessage[] {
    const most = (this.pages[0]?.length ?? 0) + 2 * pageSize;
    return this.#isWhole || entries.length <= most ? entries : entries.slice(-pageSize);
  }

  override firstUpdated(): void {
    this.#observe();
  }

  override updated(): void {
    this.#tellAdded();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const { locale } = texts;
    const hours = this.#options.value?.timeFormat;
    if (locale && (locale !== this.#formatOf || hours !== this.#hours)) {
      const format = (this.#format = new TimeFormat(locale.lang, texts.text('todayLabel'), hours));
      // A browser's first word of a language takes it long: that is over when the history comes.
      if (this.#phase.value === 'restoring') setTimeout(() => format.time(0));
    }
    this.#formatOf = locale;
    this.#hours = hours;
    const isEmpty = !this.pages.some(({ length }) => length > 0);
    // The window announces what matters, once and in one sentence. If the log did so too, each message would be heard
    // twice, with its time and its delivery state, and a restored conversation from its first word.
    return html`<div
        class="log"
        part="transcript log"
        role="log"
        aria-live="off"
        aria-label=${texts.text('AriaTranscript')}
        tabindex="0"
        @scroll=${this.#onScroll}
      >
        <div class="content">
          <slot name="empty" ?hidden=${!isEmpty} @slotchange=${this.#onSlotChange}></slot>
          ${isEmpty && !this.hasEmpty ? this.#renderEmpty() : nothing}
          ${this.#isAsync() ? html`<genesys-chat-history></genesys-chat-history>` : nothing}
          <div class="pages">${this.#renderPages()}</div>
          ${this.#rich?.end()} ${this.#renderTyping()}
        </div>
      </div>
      ${this.hasNews ? this.#newMessages?.render(this.#onShowNews) : nothing}`;
  }

  /** Whether the conversation may have begun long ago. Then the way there is loaded. */
  #isAsync(): boolean {
    const isAsync = this.#chat.value?.stores.isAsync.get() ?? false;
    if (isAsync) import('../chat-history/chat-history.js').catch(ignore);
    return isAsync;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="empty" part="empty">
      ${chatIcon}
      <h3>${this.#texts.text('EmptyTitle')}</h3>
      <p>${this.#texts.text('EmptyBody')}</p>
    </div>`;
  }

  #renderPages(): unknown {
    const format = this.#format;
    if (!format) return nothing;
    const view: TranscriptView = {
      texts: this.#texts,
      format,
      ownId: this.#ownId.value ?? 0,
      now: Date.now(),
      rich: (message, own) => {
        if (isRich(message) || message.status === 'failed') void this.#enrich();
        return this.#rich?.bubble(message, own);
      },
      failure: (message) => this.#rich?.failure(message),
    };
    const today = new Date(view.now).toDateString();
    const common = [format, today, view.ownId, this.#phase.value, this.#rich?.revision];
    // The same template in a list of them, so that the page stays when others come.
    return (
      this.#paging?.render(view, common) ?? [pageTemplate(this.#list.render(this.pages[0] ?? [], {}, view, common))]
    );
  }

  #renderTyping(): unknown {
    const [typist] = this.#typing.value ?? [];
    // The window announces it; the dots are for the eye.
    return typist
      ? html`<div class="message theirs first typing" part="typing" aria-hidden="true">
          ${avatarTemplate(typist.nickname)}
          <div class="bubble"><span class="dot"></span><span class="dot"></span><span class="dot"></span></div>
        </div>`
      : nothing;
  }

  get #log(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.log');
  }

  /** Brings what shows more than text. Where it does not come, the next entry that needs it tries again. */
  async #enrich(): Promise<void> {
    const chat = this.#chat.value;
    if (!chat || this.#isEnriched) return;
    this.#isEnriched = true;
    try {
      const { RichMessages } = await import('../chat-message/chat-message.js');
      this.#rich = new RichMessages(this, chat);
      this.requestUpdate();
    } catch {
      this.#isEnriched = false;
    }
  }

  /** Brings what shows a long conversation. Where it does not come, that is shown as a short one is. */
  async #page(): Promise<void> {
    if (this.#isPaging) return;
    this.#isPaging = true;
    try {
      const { Paging } = await import('./paging.js');
      this.#paging = new Paging(this, this.pages[0] ?? []);
    } catch {
      this.#isWhole = true;
    }
    this.requestUpdate();
  }

  /** Where what leads there does not come, the visitor scrolls. */
  async #tellNews(): Promise<void> {
    this.hasNews = true;
    try {
      const { NewMessagesButton } = await import('./new-messages-button.js');
      this.#newMessages ??= new NewMessagesButton(this, this.#texts);
      this.requestUpdate();
    } catch {
      // The next one tries again.
    }
  }

  #observe(): void {
    const log = this.#log;
    if (!log) return;
    this.#resizes.observe(log);
    if (log.firstElementChild) this.#resizes.observe(log.firstElementChild);
  }

  /** Tells of each new entry and where it stands. */
  #tellAdded(): void {
    const known = this.#added;
    const newest = this.pages.slice(-2);
    const elements = [...(this.renderRoot.querySelector('.pages')?.children ?? [])].slice(-2);
    this.#added = new Set(newest.flat().map(({ id }) => id));
    for (const [at, page] of newest.entries()) {
      const shown = [...(elements[at]?.children ?? [])].filter((each) => each.matches('.message, .line'));
      for (const [index, message] of page.entries()) {
        const element = shown[index];
        if (element && !known.has(message.id)) this.#chat.value?.tellAdded(message, element);
      }
    }
  }

  #showEnd(): void {
    const log = this.#log;
    if (!log) return;
    log.scrollTop = log.scrollHeight;
    this.#scrollTop = log.scrollTop;
  }

  readonly #onScroll = (): void => {
    const log = this.#log;
    if (!log) return;
    const { scrollTop, scrollHeight, clientHeight } = log;
    // Only a way up is the visitor's wish: content that grows moves the end, not the view.
    const isUp = scrollTop < this.#scrollTop;
    const distance = scrollHeight - scrollTop - clientHeight;
    this.#scrollTop = scrollTop;
    if (isUp && distance > 1) {
      this.#followsEnd = false;
    } else if (distance <= endZone) {
      this.#followsEnd = true;
      this.hasNews = false;
    }
  };

  readonly #onShowNews = (): void => {
    this.#followsEnd = true;
    this.hasNews = false;
    this.#log?.focus({ preventScroll: true });
    this.#showEnd();
  };

  readonly #onSlotChange = (event: Event): void => {
    this.hasEmpty = isFilled(event);
  };
}

/** The message shows how it fares. */
function ignore(): undefined {
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-transcript': ChatTranscript;
  }
}
