import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { answeringNames, lastMessage, lastTime, visitorName, visitorOf, waitingSince, type Chat } from './chat.js';
import { styles } from './desk-chat-list.styles.js';
import { groupChats, unreadCount, type ChatGroups, type DeskState } from './desk-state.js';
import { basics } from '../styles/basics.js';
import { duration, timeOfDay } from './times.js';

type GroupName = keyof ChatGroups;

const groupTitles: Record<GroupName, string> = {
  waiting: 'Waiting',
  mine: 'Your chats',
  others: 'Answered by others',
  ended: 'Ended',
};

/**
 * All chats, those that wait first.
 *
 * @fires desk-select - The agent wants to see a chat: the detail is its id.
 * @fires desk-accept - The agent wants to answer a chat: the detail is its id.
 */
@customElement('desk-chat-list')
export class DeskChatList extends LitElement {
  static override readonly styles = [basics, styles];
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** What the desk knows. */
  @property({ attribute: false }) state: DeskState | undefined;

  override render(): TemplateResult | typeof nothing {
    const { state } = this;
    if (!state) return nothing;

    const groups = groupChats(state);
    return html`<nav aria-label="Chats">
      ${this.#renderGroup(state, 'waiting', groups.waiting)} ${this.#renderGroup(state, 'mine', groups.mine)}
      ${this.#renderGroup(state, 'others', groups.others)} ${this.#renderGroup(state, 'ended', groups.ended)}
    </nav>`;
  }

  #renderGroup(state: DeskState, name: GroupName, chats: readonly Chat[]): TemplateResult | typeof nothing {
    if (chats.length === 0) return nothing;
    return html`<section>
      <h2 id=${name}>${groupTitles[name]} <span>${chats.length}</span></h2>
      <ul aria-labelledby=${name}>
        ${repeat(
          chats,
          ({ chatId }) => chatId,
          (chat) => this.#renderChat(state, name, chat),
        )}
      </ul>
    </section>`;
  }

  #renderChat(state: DeskState, group: GroupName, chat: Chat): TemplateResult {
    const name = visitorName(chat);
    const unread = unreadCount(state, chat);
    return html`<li class=${group}>
      <button
        class="chat"
        aria-current=${String(chat.chatId === state.selectedId)}
        @click=${() => {
          this.#ask('desk-select', chat);
        }}
      >
        <span class="initial" aria-hidden="true">${initial(name)}</span>
        <span class="name">${name}</span>
        <span class="when">${this.#renderTime(state, group, chat)}</span>
        ${this.#renderPreview(group, chat)}
        ${unread > 0 ? html`<span class="unread">${unread}<span class="spoken"> unread</span></span>` : nothing}
      </button>
      ${
        group === 'waiting'
          ? html`<button
              class="accept primary"
              @click=${() => {
                this.#ask('desk-accept', chat);
              }}
            >
              Accept<span class="spoken"> the chat with ${name}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  #renderTime(state: DeskState, group: GroupName, chat: Chat): TemplateResult {
    if (group !== 'waiting') return html`${timeOfDay(lastTime(chat))}`;
    return html`<span class="spoken">has waited </span>${duration(state.now - waitingSince(chat))}`;
  }

  #renderPreview(group: GroupName, chat: Chat): TemplateResult {
    if (visitorOf(chat)?.typing) return html`<span class="preview live">is typing …</span>`;
    if (group === 'others') return html`<span class="preview">with ${answeringNames(chat).join(', ')}</span>`;
    const message = lastMessage(chat)?.text;
    return html`<span class="preview">${message ?? (chat.subject || 'No message yet')}</span>`;
  }

  #ask(what: 'desk-select' | 'desk-accept', { chatId }: Chat): void {
    this.dispatchEvent(new CustomEvent(what, { detail: chatId }));
  }
}

/** The first letter, whole even where it takes two code units. */
function initial(name: string): string {
  return String.fromCodePoint(name.codePointAt(0) ?? 0).toUpperCase();
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-chat-list': DeskChatList;
  }
}
