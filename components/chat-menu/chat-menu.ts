import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { isShown } from '../../src/model/window-state.js';
import { menuItemsOf } from '../../src/plugins/menu-items.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { checkIcon } from '../internal/icons.js';
import { base } from '../styles/base.js';
import { styles } from './chat-menu.styles.js';
import { resolveText } from '../../src/i18n/resolve-text.js';
import { MenuKeys } from './menu-keys.js';
import { TranscriptActions, type Action } from './transcript-actions.js';

const parts = 'menu, menu-item, menu-status';

/** How long it stands what has been done, in milliseconds. */
const statusTime = 4000;

/**
 * The menu of actions: what a visitor can do with the conversation, and what extensions add. It belongs to a button, to
 * which the focus returns.
 *
 * @csspart menu - The list.
 * @csspart menu-item - One action.
 * @csspart menu-status - What has been done, for a moment.
 */
@customElement('genesys-chat-menu')
export class ChatMenu extends LitElement {
  static override readonly styles = [base, styles];

  /** The button that opens it. */
  button: HTMLElement | undefined;

  @state() private isOpen = false;
  @state() private status = '';

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #items = new StoreController(this, () => {
    const window = this.#chat.value?.window;
    return window && menuItemsOf(window);
  });
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #window = new StoreController(this, () => this.#chat.value?.window);
  readonly #keys = new MenuKeys(() => this.#buttons);
  readonly #actions = new TranscriptActions(this, this.#texts, () => this.#chat.value);
  #statusTimer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.button?.addEventListener('keydown', this.#onButtonKeyDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.button?.removeEventListener('keydown', this.#onButtonKeyDown);
    this.close();
    clearTimeout(this.#statusTimer);
  }

  /** Opens it, or closes it when it is open. */
  toggle(): void {
    if (this.isOpen) this.#closeToButton();
    else void this.open();
  }

  /** Opens it with the focus on its first item, or on its last. */
  async open(end: 'first' | 'last' = 'first'): Promise<void> {
    this.isOpen = true;
    this.button?.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', this.#onPointerDown);
    await this.updateComplete;
    this.#place();
    this.#buttons.at(end === 'first' ? 0 : -1)?.focus();
  }

  /** Closes it and leaves the focus alone. */
  close(): void {
    this.isOpen = false;
    this.button?.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', this.#onPointerDown);
  }

  /** Shows and tells what has been done. */
  tell(text: string): void {
    this.status = text;
    this.dispatchEvent(new Announcement(text));
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => {
      this.status = '';
    }, statusTime);
  }

  override willUpdate(): void {
    const window = this.#window.value;
    if (this.isOpen && !(window && isShown(window))) this.close();
  }

  override render(): TemplateResult {
    return html`${this.isOpen ? this.#renderMenu() : nothing}
    ${
      this.status
        ? html`<p class="status" part="menu-status" aria-hidden="true">${checkIcon}${this.status}</p>`
        : nothing
    }`;
  }

  #renderMenu(): TemplateResult {
    const hasConversation = !['idle', 'starting'].includes(this.#phase.value ?? 'idle');
    const groups = [...(hasConversation ? this.#actions.groups() : []), this.#ownItems()].filter(
      ({ length }) => length,
    );
    return html`<div
      class="menu"
      part="menu"
      role="menu"
      aria-label=${this.#texts.text('ActionsMenu')}
      @keydown=${this.#onKeyDown}
      @focusout=${this.#onFocusOut}
    >
      ${groups.map(
        (actions, at) => html`${at > 0 ? html`<hr />` : nothing}${actions.map((action) => this.#renderItem(action))}`,
      )}
    </div>`;
  }

  #renderItem(action: Action): TemplateResult {
    return html`<button
      class=${action.icon ? '' : 'plain'}
      part="menu-item"
      type="button"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${action.isDisabled ? 'true' : nothing}
      @click=${() => {
        this.#choose(action);
      }}
    >
      ${action.icon}<span dir="auto">${action.label}</span>
    </button>`;
  }

  #ownItems(): Action[] {
    return (this.#items.value ?? []).map((item) => ({
      label: resolveText(this.#texts.locale, item.text),
      run: () => {
        item.choose();
      },
    }));
  }

  #choose({ isDisabled, run }: Action): void {
    if (isDisabled) return;
    this.#closeToButton();
    void run();
  }

  #closeToButton(): void {
    this.close();
    this.button?.focus();
  }

  /** Below the button, and no longer than the window is high. */
  #place(): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('.menu');
    const area = this.#actions.window?.getBoundingClientRect();
    const button = this.button?.getBoundingClientRect();
    if (!menu || !area || !button) return;
    const top = button.bottom - area.top + 4;
    menu.style.insetBlockStart = `${String(top)}px`;
    menu.style.maxBlockSize = `${String(area.height - top - 12)}px`;
  }

  get #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const focused = this.shadowRoot?.activeElement ?? null;
    if (event.key === 'Escape') {
      // It closes the menu and not the window.
      event.preventDefault();
      this.#closeToButton();
    } else if (event.key === 'Tab') {
      // The key goes on from the button.
      this.#closeToButton();
    } else if (this.#keys.follow(event, focused)) {
      event.preventDefault();
    }
  };

  readonly #onButtonKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    const path = event.composedPath();
    const isInside = path.includes(this) || (this.button !== undefined && path.includes(this.button));
    if (!isInside) this.close();
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const isStaying = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    // Without a target the page itself has lost the focus, or nothing has it: that closes nothing.
    if (relatedTarget && !isStaying && relatedTarget !== this.button) this.close();
  };
}

/** The menu that belongs to the button. It stands right after it, and goes when the button goes. */
export function menuOf(button: HTMLElement): ChatMenu {
  if (button.nextElementSibling instanceof ChatMenu) return button.nextElementSibling;
  const menu = document.createElement('genesys-chat-menu');
  menu.button = button;
  menu.setAttribute('exportparts', parts);
  button.after(menu);
  const root = menu.getRootNode();
  if (root instanceof ShadowRoot) exportParts(root.host, parts);
  return menu;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-menu': ChatMenu;
  }
}
