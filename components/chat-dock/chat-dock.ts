import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { ChatWindow } from '../chat-window/chat-window.js';
import { customElement } from '../internal/custom-element.js';
import { styles } from './chat-dock.styles.js';
import { TakenRoomObserver, type TakenRoom } from './taken-room.js';

/** Pixels between any two. */
const gap = 12;

/**
 * The corner of the page beside launcher and window: views of the page in a row, its buttons above the launcher, and cards
 * above those. Nothing in it lies on anything else.
 *
 * @slot toaster - A card that says something.
 * @slot side - Buttons at the edge.
 * @slot dock - Views.
 * @fires genesys-chat-change - Views have come or gone, or have another place.
 */
@customElement('genesys-chat-dock')
export class ChatDock extends LitElement {
  static override readonly styles = styles;

  /** Whether the window fills the screen. */
  @property({ attribute: false }) covered = false;

  /** Whether there is a card. */
  @state() private hasCard = false;

  #taken = '';

  constructor() {
    super();
    new TakenRoomObserver(this, (taken) => {
      this.#makeRoom(taken);
    });
  }

  override willUpdate(): void {
    this.toggleAttribute('covered', this.covered);
    this.#follow(this.covered && this.hasCard);
  }

  override render(): TemplateResult {
    return html`<div class="edge">
        <slot name="toaster" @slotchange=${this.#onCard}></slot>
        ${this.covered && this.hasCard ? html`<span tabindex="0" @focus=${this.#onLeave}></span>` : nothing}
        <slot name="side" @slotchange=${this.#onChange}></slot>
      </div>
      <slot name="dock" @slotchange=${this.#onChange}></slot>`;
  }

  get #window(): ChatWindow | null | undefined {
    return this.parentNode?.querySelector('genesys-chat-window');
  }

  #makeRoom(taken: TakenRoom): void {
    const now = JSON.stringify(taken);
    if (now === this.#taken) return;
    this.#taken = now;
    this.covered = taken.isCovered;
    this.style.setProperty('--_beside', pastIt(taken.beside));
    this.style.setProperty('--_launcher', `${String(taken.launcherWidth)}px`);
    this.style.setProperty('--_above', pastIt(taken.above));
    this.#onChange();
  }

  /** Over a window that fills the screen, a card comes after it, and it after the card: nothing else is to be seen. */
  #follow(isFollowing: boolean): void {
    if (this.#window) this.#window.followed = isFollowing;
  }

  readonly #onCard = ({ target }: Event): void => {
    this.hasCard = target instanceof HTMLSlotElement && target.assignedElements().length > 0;
  };

  readonly #onLeave = (): void => {
    this.#window?.focus();
  };

  readonly #onChange = (): void => {
    this.dispatchEvent(new Event('genesys-chat-change'));
  };
}

function pastIt(size: number): string {
  return size > 0 ? `${String(size + gap)}px` : '0px';
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-dock': ChatDock;
  }
}
