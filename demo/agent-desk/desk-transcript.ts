import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { visitorName, visitorOf, type Chat, type Entry } from './chat.js';
import type { OutgoingMessage } from './desk-state.js';
import { styles } from './desk-transcript.styles.js';
import { basics } from '../styles/basics.js';
import { timeOfDay } from './times.js';
import { fileName, transcriptLines, type BubbleLine } from './transcript-lines.js';

/** How near to the end still counts as reading the newest, in pixels. */
const endTolerance = 60;

/**
 * What was said in a chat, and what the visitor is just writing.
 *
 * @fires desk-resend - The agent wants to send a failed message again: the detail.
 * @fires desk-discard - The agent gives a failed message up: the detail.
 */
@customElement('desk-transcript')
export class DeskTranscript extends LitElement {
  static override readonly styles = [basics, styles];

  /** The chat to show. */
  @property({ attribute: false }) chat: Chat | undefined;
  /** The agent's participant id in it, while the agent takes part. */
  @property({ attribute: false }) ownId: number | undefined;
  /** The agent's messages that the transcript does not show yet. */
  @property({ attribute: false }) outgoing: readonly OutgoingMessage[] = [];
  /** Where a file can be downloaded. */
  @property({ attribute: false }) fileUrl: ((fileId: string) => string | undefined) | undefined;

  @query('.scroller') private readonly scroller?: HTMLElement | null;
  #isAtEnd = true;

  /** A phone's keyboard and a growing composer take room away without a new message. */
  readonly #resizes = new ResizeObserver(() => {
    this.#stayAtEnd();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  protected override updated(): void {
    this.#stayAtEnd();
  }

  override render(): TemplateResult | typeof nothing {
    const { chat } = this;
    if (!chat) return nothing;

    const lines = transcriptLines(chat);
    const lastSeen = this.#lastSeen(chat);
    return html`<div
      class="scroller"
      @scroll=${this.#onScroll}
      tabindex="0"
      role="region"
      aria-label="Conversation with ${visitorName(chat)}"
    >
      <div role="log">
        ${repeat(
          lines,
          ({ key }) => key,
          (line) =>
            line.kind === 'note'
              ? html`<p class="note">${line.text}, ${timeOfDay(line.time)}</p>`
              : this.#renderBubble(line, line.entry === lastSeen),
        )}
        ${repeat(
          this.outgoing,
          ({ id }) => id,
          (message) => this.#renderOutgoing(message),
        )}
      </div>
      ${this.#renderTyping(chat)}
    </div>`;
  }

  #renderBubble({ entry, isVisitor, isFirst }: BubbleLine, isLastSeen: boolean): TemplateResult {
    const name = entry.from.participantId === this.ownId ? 'You' : entry.from.nickname || 'Visitor';
    return html`<div class="message ${isVisitor ? 'visitor' : ''} ${isFirst ? 'first' : ''}">
      ${
        isFirst
          ? html`<div class="author">${name}, ${timeOfDay(entry.utcTime)}</div>`
          : html`<div class="spoken">${name}</div>`
      }
      <div class="bubble">${this.#renderContent(entry)}</div>
      ${isLastSeen ? html`<div class="fate">Seen</div>` : nothing}
    </div>`;
  }

  #renderContent({ type, text, userData }: Entry): unknown {
    if (type === 'FileUploaded') {
      const fileId = userData['file-id'];
      const url = typeof fileId === 'string' ? this.fileUrl?.(fileId) : undefined;
      const name = fileName(userData);
      return url === undefined ? html`File ${name}` : html`File <a href=${url} download=${name}>${name}</a>`;
    }
    if (type === 'PushUrl' && /^https?:\/\//i.test(text)) {
      return html`<a href=${text} target="_blank" rel="noopener noreferrer">${text}</a>`;
    }
    return text;
  }

  #renderOutgoing(message: OutgoingMessage): TemplateResult {
    return html`<div class="message first ${message.status}">
      <div class="bubble">${message.text}</div>
      <div class="fate">
        ${
          message.status === 'sending'
            ? 'Sending …'
            : html`Not sent.
                <button
                  @click=${() => {
                    this.#ask('desk-resend', message);
                  }}
                >
                  Try again
                </button>
                <button
                  @click=${() => {
                    this.#ask('desk-discard', message);
                  }}
                >
                  Discard
                </button>`
        }
      </div>
    </div>`;
  }

  /** Outside the log: a screen reader says that the visitor writes, not every letter. */
  #renderTyping(chat: Chat): TemplateResult {
    const { typing = false, typingText = '' } = visitorOf(chat) ?? {};
    const dots = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;
    return html`<div class="typing" ?hidden=${!typing}>
      <div class="author" role="status">${typing ? `${visitorName(chat)} is typing` : nothing}</div>
      <div class="bubble">${typingText === '' ? dots : typingText}</div>
    </div>`;
  }

  /** The agent's newest message that the visitor has seen. */
  #lastSeen(chat: Chat): Entry | undefined {
    const position = visitorOf(chat)?.readPosition ?? 0;
    const own = chat.transcript.filter(({ type, from }) => type === 'Message' && from.participantId === this.ownId);
    return own.findLast(({ index }) => index <= position);
  }

  #stayAtEnd(): void {
    if (this.#isAtEnd) this.scroller?.scrollTo({ top: this.scroller.scrollHeight });
  }

  /** Whoever has scrolled up to read is left in peace until they are down again. */
  readonly #onScroll = ({ currentTarget }: Event): void => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget as HTMLElement;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < endTolerance;
  };

  #ask(what: 'desk-resend' | 'desk-discard', message: OutgoingMessage): void {
    this.dispatchEvent(new CustomEvent(what, { detail: message }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-transcript': DeskTranscript;
  }
}
