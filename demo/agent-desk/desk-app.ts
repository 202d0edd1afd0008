import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { StoreController } from '../../components/context/store-controller.js';
import { visitorName, type Chat } from './chat.js';
import { DeskApi } from './desk-api.js';
import { styles } from './desk-app.styles.js';
import './desk-chat-list.js';
import type { DeskConversation } from './desk-conversation.js';
import './desk-conversation.js';
import { DeskMemory } from './desk-memory.js';
import './desk-nickname.js';
import { groupChats, selectedChat, unreadCount, type ChatGroups, type DeskState } from './desk-state.js';
import { Desk } from './desk.js';
import { basics } from '../styles/basics.js';
import { theme } from '../styles/theme.js';

const pageTitle = 'Agent desk';

/** The whole desk of one agent: the chats of a local server, and the one that is being answered. */
@customElement('desk-app')
export class DeskApp extends LitElement {
  static override readonly styles = [theme, basics, styles];

  /** What stands before `/local/…` in the server's addresses; empty means the page's own server. */
  @property() server = '';

  @state() private announcement = '';
  @query('desk-chat-list') private readonly list?: HTMLElement | null;
  @query('desk-conversation') private readonly conversation?: DeskConversation | null;

  #desk: Desk | undefined;
  #heard: { waiting: ReadonlySet<string>; unread: ReadonlyMap<string, number> } | undefined;
  readonly #state = new StoreController(this, () => this.#desk?.state);

  override connectedCallback(): void {
    this.#desk = new Desk(new DeskApi(this.server), new DeskMemory());
    super.connectedCallback();
    this.#desk.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.dispose();
    this.#desk = undefined;
    this.#heard = undefined;
  }

  protected override willUpdate(): void {
    const state = this.#state.value;
    if (state && state.connection !== 'connecting') this.#announceNews(state);
  }

  protected override updated(): void {
    const state = this.#state.value;
    const waiting = state ? groupChats(state).waiting.length : 0;
    document.title = waiting > 0 ? `(${waiting} waiting) ${pageTitle}` : pageTitle;
  }

  override render(): TemplateResult | typeof nothing {
    const state = this.#state.value;
    const desk = this.#desk;
    if (!state || !desk) return nothing;

    const groups = groupChats(state);
    const chat = selectedChat(state);
    return html`
      <header class=${chat ? 'has-chat' : nothing}>
        <h1>${pageTitle}</h1>
        <desk-nickname .nickname=${state.nickname} @desk-rename=${this.#onRename}></desk-nickname>
      </header>
      <div class="notices" role="status">${this.#renderNotices(state)}</div>
      <main class="${chat ? 'has-chat' : ''} ${state.chats.length > 0 ? 'has-chats' : ''}">
        <desk-chat-list .state=${state} @desk-select=${this.#onSelect} @desk-accept=${this.#onAccept}></desk-chat-list>
        ${
          chat
            ? keyed(
                chat.chatId,
                html`<desk-conversation
                  .desk=${desk}
                  .state=${state}
                  .chat=${chat}
                  @desk-back=${this.#onBack}
                ></desk-conversation>`,
              )
            : this.#renderEmpty(state, groups)
        }
      </main>
      <div class="spoken" role="status">${this.announcement}</div>
    `;
  }

  #renderNotices({ connection, problem }: DeskState): TemplateResult | typeof nothing {
    if (connection === 'gone') {
      return html`<p class="notice">
        The chat server does not answer. The desk keeps trying and goes on by itself as soon as the server is back.
      </p>`;
    }
    return problem === '' ? nothing : html`<p class="notice">${problem}</p>`;
  }

  #renderEmpty({ chats, connection }: DeskState, { waiting }: ChatGroups): TemplateResult {
    const [next] = waiting;
    if (next) {
      const sentence = waiting.length === 1 ? 'One visitor is waiting' : `${waiting.length} visitors are waiting`;
      return html`<section class="empty">
        <h2>${sentence}</h2>
        ${waiting.length > 1 ? html`<p>${visitorName(next)} has waited longest.</p>` : nothing}
        <button class="primary" @click=${() => void this.#accept(next.chatId)}>
          Accept the chat with ${visitorName(next)}
        </button>
      </section>`;
    }
    if (chats.length > 0) {
      return html`<section class="empty">
        <h2>Nobody is waiting</h2>
        <p>Choose a chat from the list to read or go on with it. New ones appear there by themselves.</p>
      </section>`;
    }
    if (connection !== 'online') return html`<section class="empty"><h2>Looking for chats …</h2></section>`;
    return html`<section class="empty">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 5h16v11h-8l-5 4v-4H4z" />
        <path d="M8 9h8M8 12h5" />
      </svg>
      <h2>No chats yet</h2>
      <p>Open the shop in another window and start a chat. It appears here within a second, ready to be answered.</p>
      <a class="button primary" href="/" target="_blank" rel="noopener">Open the shop (new window)</a>
    </section>`;
  }

  /** Says what a seeing agent notices in the list: who began to wait, and who wrote in a chat that is not on screen. */
  #announceNews(state: DeskState): void {
    const waiting = new Set(groupChats(state).waiting.map(({ chatId }) => chatId));
    const unread = new Map(state.chats.map((chat) => [chat.chatId, unreadCount(state, chat)]));
    const heard = this.#heard;
    const isNewlyWaiting = ({ chatId }: Chat): boolean => waiting.has(chatId) && heard?.waiting.has(chatId) !== true;
    const hasNewMessage = ({ chatId }: Chat): boolean =>
      heard !== undefined && (unread.get(chatId) ?? 0) > (heard.unread.get(chatId) ?? 0);

    const news = state.chats.flatMap((chat) => {
      if (isNewlyWaiting(chat)) return [`${visitorName(chat)} is waiting`];
      return hasNewMessage(chat) ? [`New message from ${visitorName(chat)}`] : [];
    });
    this.#heard = { waiting, unread };
    if (news.length > 0) this.announcement = `${news.join(', ')}.`;
  }

  async #accept(chatId: string): Promise<void> {
    await this.#desk?.accept(chatId);
    await this.#focusConversation();
  }

  async #focusConversation(): Promise<void> {
    await this.updateComplete;
    await this.conversation?.updateComplete;
    this.conversation?.focus();
  }

  readonly #onRename = (event: CustomEvent<string>): void => {
    this.#desk?.rename(event.detail);
  };

  readonly #onSelect = async (event: CustomEvent<string>): Promise<void> => {
    this.#desk?.select(event.detail);
    await this.#focusConversation();
  };

  readonly #onAccept = (event: CustomEvent<string>): void => {
    void this.#accept(event.detail);
  };

  readonly #onBack = async (): Promise<void> => {
    this.#desk?.select(undefined);
    await this.updateComplete;
    this.list?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-app': DeskApp;
  }
}
