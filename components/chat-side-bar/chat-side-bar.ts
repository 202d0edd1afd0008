import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import type { Channel } from '../internal/channel.js';
import { customElement } from '../internal/custom-element.js';
import { closeIcon } from '../internal/icons.js';
import { namedIcon } from '../internal/named-icons.js';
import { base } from '../styles/base.js';
import { channels } from '../styles/channels.js';
import { styles } from './chat-side-bar.styles.js';

/** The parts, for the `exportparts` of the element that shows it. */
export const sideBarParts =
  'side-bar, side-bar-title, side-bar-toggle-button, side-bar-channel, side-bar-icon, side-bar-label, side-bar-badge';

/**
 * A bar at the edge of the screen with the ways to get in touch: their pictures, and their names when it is expanded. On
 * small screens it is one button until then.
 *
 * @fires genesys-chat-toggle - It has expanded or contracted, as the visitor wishes.
 * @csspart side-bar - The bar.
 * @csspart side-bar-title - Its title, while it is expanded.
 * @csspart side-bar-toggle-button - Expands it on small screens.
 * @csspart side-bar-channel - A way to get in touch.
 * @csspart side-bar-icon - Its picture.
 * @csspart side-bar-label - Its name.
 * @csspart side-bar-badge - How many messages wait there.
 */
@customElement('genesys-chat-side-bar')
export class ChatSideBar extends LitElement {
  static override readonly styles = [base, channels, styles];

  /** What it is called. */
  @property({ attribute: false }) heading = '';

  /** The ways to get in touch. */
  @property({ attribute: false }) channels: readonly Channel[] = [];

  /** The edge of the screen. */
  @property({ attribute: false }) position: 'left' | 'right' = 'right';

  /** Whether the names are there. */
  @property({ attribute: false }) expanded = false;

  /** Whether they come while the pointer or the focus is in the bar. */
  @property({ attribute: false }) expandOnHover = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKeyDown);
  }

  override willUpdate(): void {
    this.setAttribute('position', this.position);
    this.toggleAttribute('expanded', this.expanded);
  }

  override render(): TemplateResult {
    return html`<nav
      class="bar"
      part="side-bar"
      aria-label=${this.heading}
      @pointerenter=${this.#onPointer}
      @pointerleave=${this.#onPointer}
      @focusin=${this.#onFocusIn}
      @focusout=${this.#onFocusOut}
      @keydown=${this.#onKeyDown}
    >
      <button
        class="toggle"
        part="side-bar-toggle-button"
        type="button"
        aria-expanded=${this.expanded ? 'true' : 'false'}
        aria-label=${this.heading}
        @click=${this.#onToggle}
      >
        ${this.expanded ? closeIcon : html`<span class="icon">${namedIcon('help')}</span>`}
        ${this.#renderBadge(this.channels.find(({ unread }) => unread > 0))}
      </button>
      <h2 class="title" part="side-bar-title">${this.heading}</h2>
      <ul>
        ${this.channels.map((channel) => this.#renderChannel(channel))}
      </ul>
    </nav>`;
  }

  #renderChannel(channel: Channel): TemplateResult {
    const { label, title, icon, isReady, unreadWords, choose } = channel;
    const onClick = (): void => {
      this.#expand(false);
      choose();
    };
    return html`<li>
      <button class="channel" part="side-bar-channel" type="button" ?disabled=${!isReady} @click=${onClick}>
        <span class="icon" part="side-bar-icon">${namedIcon(icon)} ${this.#renderBadge(channel)}</span>
        <span class="words">
          <span class="label" part="side-bar-label">${label}</span>
          ${title ? html`<span class="line">${title}</span>` : nothing}
        </span>
        ${unreadWords ? html`<span class="visually-hidden">${unreadWords}</span>` : nothing}
      </button>
    </li>`;
  }

  #renderBadge(channel: Channel | undefined): TemplateResult | typeof nothing {
    return channel && channel.unread > 0
      ? html`<span class="badge" part="side-bar-badge" aria-hidden="true">
          ${channel.unread > 99 ? '99+' : channel.unread}
        </span>`
      : nothing;
  }

  #expand(isExpanded: boolean): void {
    if (isExpanded === this.expanded) return;
    this.expanded = isExpanded;
    this.dispatchEvent(new Event('genesys-chat-toggle'));
  }

  readonly #onPointer = ({ type, pointerType }: PointerEvent): void => {
    // A finger is there only to choose.
    if (pointerType === 'touch') return;
    const isThere = type === 'pointerenter';
    // What appears under the pointer can be taken away without moving it.
    if (isThere) document.addEventListener('keydown', this.#onKeyDown);
    else document.removeEventListener('keydown', this.#onKeyDown);
    this.#unfold(isThere || this.matches(':focus-within'));
  };

  readonly #onFocusIn = (): void => {
    this.#unfold(true);
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const isWithin = relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget);
    if (!isWithin) this.#unfold(false);
  };

  #unfold(isExpanded: boolean): void {
    // On small screens the button decides.
    if (this.expandOnHover && !matchMedia('(max-width: 600px)').matches) this.#expand(isExpanded);
  }

  readonly #onToggle = (): void => {
    this.#expand(!this.expanded);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.expanded) return;
    event.preventDefault();
    this.#expand(false);
    if (this.matches(':focus-within')) this.renderRoot.querySelector<HTMLElement>('.toggle')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-side-bar': ChatSideBar;
  }
}
