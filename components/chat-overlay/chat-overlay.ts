import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Overlay } from '../../src/model/window-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { sanitizedHtml } from '../sanitized-html/sanitized-html.js';
import { base } from '../styles/base.js';

/**
 * What a site shows over the conversation: terms, opening hours. Markup is made harmless, and can be closed by the visitor;
 * an element of the page stays in the page, with its own looks and controls, and the page takes it away again.
 *
 * @slot - The page's element.
 * @csspart overlay - The sheet.
 * @csspart overlay-close-button - Takes it away.
 */
@customElement('genesys-chat-overlay')
export class ChatOverlay extends LitElement {
  static override readonly styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 1;
        background: var(--_surface);
        animation: arrive var(--_speed) var(--_ease);
      }

      .overlay {
        display: flex;
        flex-direction: column;
        gap: 16px;
        box-sizing: border-box;
        block-size: 100%;
        padding: 20px;
        overflow: auto;
        border-start-start-radius: 18px;
        border-start-end-radius: 18px;
        outline-offset: -2px;
        overflow-wrap: anywhere;
      }

      .text {
        flex: 1;
      }

      .text h3 {
        margin-block-end: 6px;
        font-size: 1.133em;
      }

      .text a {
        color: var(--_accent);
      }

      .button {
        flex: none;
      }
    `,
  ];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #window = new StoreController(this, () => this.#chat.value?.window);
  #rendered: Overlay | undefined;
  #content: DocumentFragment | undefined;
  #element: Element | undefined;
  /** What it says, in one line. */
  #words = '';

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, 'overlay, overlay-close-button');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#element?.remove();
  }

  /** What is shown. */
  get #overlay(): Overlay | undefined {
    return this.#window.value?.overlay;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.overlay')?.focus();
  }

  override willUpdate(): void {
    const content = this.#overlay?.content;
    if (this.#overlay === this.#rendered) return;
    this.#element?.remove();
    this.#element = content instanceof Element ? content : undefined;
    this.#content = typeof content === 'string' ? sanitizedHtml(content) : undefined;
    this.#words = (this.#content ?? this.#element)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    if (this.#element) this.#show(this.#element);
  }

  override updated(): void {
    if (this.#overlay === this.#rendered) return;
    this.#rendered = this.#overlay;
    this.focus();
    if (this.#overlay?.isAlert) this.dispatchEvent(new Announcement(this.#words));
  }

  override render(): TemplateResult {
    const isOwn = this.#content !== undefined;
    return html`<div
      class="overlay"
      part="overlay"
      role=${this.#overlay?.isAlert ? 'alertdialog' : 'region'}
      aria-label=${this.#words}
      tabindex="0"
      @keydown=${isOwn ? this.#onKeyDown : nothing}
    >
      <div class="text" dir="auto">${this.#content ?? html`<slot></slot>`}</div>
      ${
        isOwn
          ? html`<button class="button" part="overlay-close-button" type="button" @click=${this.#close}>
              ${this.#texts.text('OverlayClose')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #show(element: Element): void {
    // Beside the tag's own children the page's style sheets hold for it.
    const tag = tagAround(this);
    if (tag) element.slot = 'overlay';
    (tag ?? this).append(element);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  readonly #close = (): void => {
    // Who does not want it closed says why.
    this.#chat.value?.command('WebChat.hideOverlay').catch(() => undefined);
  };
}

/** The tag that the element belongs to. */
function tagAround(element: Element): Element | undefined {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return undefined;
  return root.host.localName === 'genesys-webchat' ? root.host : tagAround(root.host);
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-overlay': ChatOverlay;
  }
}
