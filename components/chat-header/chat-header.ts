import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { menuItemsOf } from '../../src/plugins/menu-items.js';
import { ChatConsumer } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import { chatIcon } from '../internal/chat-icon.js';
import { closeIcon, minimizeIcon, moreIcon } from '../internal/icons.js';
import { customElement } from '../internal/custom-element.js';
import { initials } from '../internal/initials.js';
import { isFilled } from '../internal/is-filled.js';
import { base } from '../styles/base.js';
import { styles } from './chat-header.styles.js';

/**
 * Says who the visitor talks with and how it stands; minimises and closes.
 *
 * @slot header - Replaces the title and the line below it.
 * @slot menu - Stands before the buttons.
 * @fires genesys-chat-minimize - The visitor wants the window out of the way.
 * @fires genesys-chat-close - The visitor wants to end the chat, or to close the window if none runs.
 * @csspart header - The whole bar.
 * @csspart header-avatar - The agent's initials, or the speech bubble.
 * @csspart title - The window's heading.
 * @csspart status - The line below it.
 * @csspart menu-button - Opens the menu of actions.
 * @csspart minimize-button - Minimises the window.
 * @csspart close-button - Ends the chat or closes the window.
 */
@customElement('genesys-chat-header')
export class ChatHeader extends LitElement {
  static override readonly styles = [base, styles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new TextsController(this);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #agents = new StoreController(this, () => this.#chat.value?.stores.agents);
  readonly #connection = new StoreController(this, () => this.#chat.value?.stores.connection);

  readonly #options = new StoreController(this, () => this.#chat.value?.options);
  readonly #items = new StoreController(this, () => {
    const window = this.#chat.value?.window;
    return window && menuItemsOf(window);
  });

  @state() private hasHeader = false;

  /** Puts the focus on the first button. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const isRunning = this.#phase.value === 'active' || this.#phase.value === 'ending';
    const isEnding = isRunning && !this.#chat.value?.stores.isAsync.get();
    return html`<div class="header" part="header">
      <div class="identity">
        <slot name="header" @slotchange=${this.#onSlotChange}></slot>
        ${this.hasHeader ? nothing : this.#renderIdentity()}
      </div>
      <slot name="menu"></slot>
      ${this.#renderMenuButton(isRunning)}
      <button
        class="icon-button"
        part="minimize-button"
        type="button"
        aria-label=${texts.text('AriaMinimize')}
        @click=${this.#onMinimize}
      >
        ${minimizeIcon}
      </button>
      <button
        class="icon-button"
        part="close-button"
        type="button"
        aria-label=${texts.text(isEnding ? 'ChatEndConfirm' : 'AriaClose')}
        @click=${this.#onClose}
      >
        ${closeIcon}
      </button>
    </div>`;
  }

  #renderMenuButton(isRunning: boolean): TemplateResult | typeof nothing {
    const hasActions = isRunning || this.#phase.value === 'ended' || this.#items.value?.length;
    return hasActions && this.#options.value?.actionsMenu
      ? html`<button
          class="icon-button"
          part="menu-button"
          type="button"
          aria-label=${this.#texts.text('ActionsMenu')}
          aria-haspopup="menu"
          @focus=${this.#onMenu}
          @click=${this.#onMenu}
        >
          ${moreIcon}
        </button>`
      : nothing;
  }

  #renderIdentity(): TemplateResult {
    const names = this.#names();
    return html`<span class="avatar" part="header-avatar" aria-hidden="true">
        ${names.length === 1 ? initials(names[0] ?? '') : chatIcon}
      </span>
      <div class="names">
        <h2 class="title" part="title">${this.#texts.text('ChatTitle')}</h2>
        <p class="status" part="status">${this.#status(names)}</p>
      </div>`;
  }

  /** Those who answer; supervisors listen in and other parties are machinery. */
  #names(): string[] {
    if (this.#phase.value !== 'active' && this.#phase.value !== 'ending') return [];
    return Object.values(this.#agents.value ?? {})
      .filter(({ connected, type }) => connected && (type === 'Agent' || type === 'Bot'))
      .map(({ name, type }) => name || this.#texts.text(type === 'Bot' ? 'BotNameDefault' : 'AgentNameDefault'));
  }

  #status(names: string[]): string {
    const texts = this.#texts;
    switch (this.#phase.value) {
      case 'starting':
        return texts.text('StatusConnecting');
      case 'active':
      case 'ending':
        if (this.#connection.value === 'reconnecting') return texts.text('StatusConnecting');
        if (names.length === 0) return texts.text('StatusWaiting');
        return texts.text('StatusChattingWith', { Agent: listed(names, texts.locale?.lang) });
      case 'ended':
        return texts.text('ChatEnded');
      default:
        return texts.text('StatusWelcome');
    }
  }

  readonly #onSlotChange = (event: Event): void => {
    this.hasHeader = isFilled(event);
  };

  /** The menu comes with the first sign that it is wanted, and takes care of its button from then on. */
  readonly #onMenu = ({ type, currentTarget }: Event): void => {
    void import('../chat-menu/chat-menu.js').then(({ menuOf }) => {
      const menu = menuOf(currentTarget as HTMLElement);
      if (type === 'click') menu.toggle();
    }, ignore);
  };

  readonly #onMinimize = (): void => {
    this.dispatchEvent(new Event('genesys-chat-minimize'));
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event('genesys-chat-close'));
  };
}

/** The names as one text. */
function listed(names: string[], lang: string | undefined): string {
  // What writes lists takes a browser long to make, and one agent is the rule.
  return names.length > 1 ? new Intl.ListFormat(lang).format(names) : names.join('');
}

/** Without its code the menu stays closed; the next click tries again. */
function ignore(): undefined {
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-header': ChatHeader;
  }
}
