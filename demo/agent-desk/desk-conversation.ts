import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { answeringNames, visitorName, waitingSince, type Chat } from './chat.js';
import type { DeskComposer } from './desk-composer.js';
import './desk-composer.js';
import { styles } from './desk-conversation.styles.js';
import type { DeskState, OutgoingMessage } from './desk-state.js';
import './desk-transcript.js';
import './desk-visitor.js';
import type { Desk } from './desk.js';
import { basics } from '../styles/basics.js';
import { duration } from './times.js';

/**
 * One chat: what was said, who the visitor is, and what the agent can do now.
 *
 * @fires desk-back - The agent wants to see the list again, where a screen has no room for both.
 */
@customElement('desk-conversation')
export class DeskConversation extends LitElement {
  static override readonly styles = [basics, styles];

  /** The desk at which the agent works. */
  @property({ attribute: false }) desk: Desk | undefined;
  /** What the desk knows. */
  @property({ attribute: false }) state: DeskState | undefined;
  /** The chat to show. */
  @property({ attribute: false }) chat: Chat | undefined;

  /** Whether the visitor's details are unfolded, where there is no room to show them always. */
  @property({ type: Boolean, reflect: true, attribute: 'shows-visitor' }) showsVisitor = false;

  @query('desk-composer') private readonly composer?: DeskComposer | null;
  @query('footer button') private readonly joinButton?: HTMLElement | null;
  @query('h2') private readonly heading?: HTMLElement | null;

  /** Puts the focus where the agent goes on: into the composer, else on what leads there. */
  override focus(): void {
    (this.composer ?? this.joinButton ?? this.heading)?.focus();
  }

  /** Done when the composer is there to take the focus. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.composer?.updateComplete;
    return isDone;
  }

  override render(): TemplateResult | typeof nothing {
    const { chat, state, desk } = this;
    if (!chat || !state || !desk) return nothing;

    const ownId = state.joined[chat.chatId];
    const outgoing = state.outgoing.filter(({ chatId }) => chatId === chat.chatId);
    return html`
      <header>
        <button class="back" @click=${this.#onBack}><span aria-hidden="true">‹&nbsp;</span>Chats</button>
        <div class="who">
          <h2 tabindex="-1">${visitorName(chat)}</h2>
          <p>${this.#status(chat, state)}</p>
        </div>
        <button class="about" aria-expanded=${String(this.showsVisitor)} @click=${this.#onAbout}>Details</button>
        ${
          ownId === undefined
            ? nothing
            : html`
                <button @click=${() => void this.#leave(false)}>Leave</button>
                <button class="danger" @click=${() => void this.#leave(true)}>End chat</button>
              `
        }
      </header>
      <desk-transcript
        .chat=${chat}
        .ownId=${ownId}
        .outgoing=${outgoing}
        .fileUrl=${this.#fileUrl}
        @desk-resend=${this.#onResend}
        @desk-discard=${this.#onDiscard}
      ></desk-transcript>
      <desk-visitor .chat=${chat}></desk-visitor>
      <footer>${ownId === undefined ? this.#renderBar(chat) : this.#renderComposer(chat, desk)}</footer>
    `;
  }

  #renderComposer(chat: Chat, desk: Desk): TemplateResult {
    return html`<desk-composer
      .draft=${desk.draft(chat.chatId)}
      .label=${`Message to ${visitorName(chat)}`}
      @desk-write=${this.#onWrite}
      @desk-send=${this.#onSend}
    ></desk-composer>`;
  }

  #renderBar(chat: Chat): TemplateResult {
    if (chat.state === 'ended') return html`<div class="bar"><p>This chat has ended.</p></div>`;
    const isWaiting = chat.state === 'waiting';
    return html`<div class="bar ${chat.state}">
      <p>${isWaiting ? `${visitorName(chat)} is waiting for an answer.` : 'You only read along.'}</p>
      <button class="primary" @click=${() => void this.#accept()}>${isWaiting ? 'Accept' : 'Join the chat'}</button>
    </div>`;
  }

  #status(chat: Chat, { now, joined }: DeskState): string {
    if (chat.state === 'ended') return 'Ended';
    if (joined[chat.chatId] !== undefined) return chat.subject || 'You answer this chat';
    if (chat.state === 'waiting') return `Waiting for ${duration(now - waitingSince(chat))}`;
    return `${answeringNames(chat).join(' and ')} answers`;
  }

  async #accept(): Promise<void> {
    if (!this.chat) return;
    await this.desk?.accept(this.chat.chatId);
    await this.#focusAgain();
  }

  async #leave(end: boolean): Promise<void> {
    if (!this.chat) return;
    await this.desk?.leave(this.chat.chatId, { end });
    await this.#focusAgain();
  }

  /** The button that was pressed is gone; without this the focus would fall back to the page's start. */
  async #focusAgain(): Promise<void> {
    await this.updateComplete;
    if (this.isConnected) this.focus();
  }

  readonly #fileUrl = (fileId: string): string | undefined => {
    return this.chat && this.desk?.fileUrl(this.chat.chatId, fileId);
  };

  readonly #onWrite = (event: CustomEvent<string>): void => {
    if (this.chat) this.desk?.write(this.chat.chatId, event.detail);
  };

  readonly #onSend = (event: CustomEvent<string>): void => {
    if (this.chat) void this.desk?.send(this.chat.chatId, event.detail);
  };

  readonly #onResend = (event: CustomEvent<OutgoingMessage>): void => {
    void this.desk?.resend(event.detail);
    this.focus();
  };

  readonly #onDiscard = (event: CustomEvent<OutgoingMessage>): void => {
    this.desk?.discard(event.detail);
    this.focus();
  };

  readonly #onAbout = (): void => {
    this.showsVisitor = !this.showsVisitor;
  };

  readonly #onBack = (): void => {
    this.dispatchEvent(new CustomEvent('desk-back'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-conversation': DeskConversation;
  }
}
