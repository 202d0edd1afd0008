import { LitElement, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
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

  #taken = '';

  constructor() {
    super();
    new TakenRoomObserver(this, (taken) => {
      this.#makeRoom(taken);
    });
  }

  override willUpdate(): void {
    this.toggleAttribute('covered', this.covered);
  }

  override render(): TemplateResult {
    return html`<div class="edge">
        <slot name="toaster"></slot>
        <slot name="side" @slotchange=${this.#onChange}></slot>
      </div>
      <slot name="dock" @slotchange=${this.#onChange}></slot>`;
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
