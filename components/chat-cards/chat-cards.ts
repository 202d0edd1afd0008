import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { customElement } from '../internal/custom-element.js';
import type { Card, CardAction, Reply } from '../internal/message-content.js';
import { base } from '../styles/base.js';
import { nextIcon, openIcon, previousIcon } from './card-icons.js';
import { styles } from './chat-cards.styles.js';

/** The visitor has chosen an answer that a card offers. */
export class CardAnswer extends Event {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super('genesys-chat-answer');
    this.reply = reply;
  }
}

/**
 * Cards of a message: one, or several that are leafed through.
 *
 * @fires genesys-chat-answer - The visitor has chosen an answer.
 * @csspart cards - The list that scrolls.
 * @csspart cards-button - Each of the buttons that leaf through it.
 * @csspart card - One card.
 * @csspart card-image - Its picture.
 * @csspart card-title - Its title.
 * @csspart card-button - What it offers.
 */
@customElement('genesys-chat-cards')
export class ChatCards extends LitElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) cards: readonly Card[] = [];

  readonly #texts = new FeatureTextsController(this);

  override render(): TemplateResult {
    const [only, ...others] = this.cards;
    if (only && others.length === 0) return html`<div class="card" part="card">${this.#renderCard(only)}</div>`;
    return html`<ul class="list" part="cards" tabindex="0" aria-label=${this.#texts.text('AriaCards')}>
        ${this.cards.map((card) => html`<li class="card" part="card">${this.#renderCard(card)}</li>`)}
      </ul>
      <div class="leaf">
        ${this.#renderLeaf('CardPrevious', previousIcon, -1)} ${this.#renderLeaf('CardNext', nextIcon, 1)}
      </div>`;
  }

  #renderCard({ title, description, image, titleAction, actions }: Card): TemplateResult {
    return html`${
        image
          ? html`<img
              part="card-image"
              src=${image}
              alt=${title}
              loading="lazy"
              referrerpolicy="no-referrer"
              @error=${hide}
            />`
          : nothing
      }
      <div class="words" dir="auto">
        <p class="title" part="card-title">${titleAction ? this.#renderAction(titleAction, 'plain') : title}</p>
        ${description ? html`<p class="description">${description}</p>` : nothing}
      </div>
      ${
        actions.length > 0
          ? html`<div class="offers">${actions.map((action) => this.#renderAction(action, 'offer'))}</div>`
          : nothing
      }`;
  }

  #renderAction(action: CardAction, look: 'plain' | 'offer'): TemplateResult {
    const { text, address } = action;
    if (address !== undefined) {
      return html`<a
        class=${look}
        part="card-button"
        href=${address}
        target="_blank"
        rel="noopener noreferrer"
        dir="auto"
        >${text}${look === 'offer' ? openIcon : nothing}</a
      >`;
    }
    return html`<button
      class=${look}
      part="card-button"
      type="button"
      dir="auto"
      @click=${() => {
        this.dispatchEvent(new CardAnswer(action));
      }}
    >
      ${text}
    </button>`;
  }

  #renderLeaf(label: 'CardPrevious' | 'CardNext', icon: TemplateResult, way: 1 | -1): TemplateResult {
    return html`<button
      class="icon-button"
      part="cards-button"
      type="button"
      aria-label=${this.#texts.text(label)}
      @click=${() => {
        this.#leaf(way);
      }}
    >
      ${icon}
    </button>`;
  }

  #leaf(way: 1 | -1): void {
    const list = this.renderRoot.querySelector('.list');
    const card = list?.firstElementChild;
    if (!list || !card) return;
    const step = card.getBoundingClientRect().width * way * (getComputedStyle(list).direction === 'rtl' ? -1 : 1);
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.scrollBy({ left: step, behavior: isCalm ? 'instant' : 'smooth' });
  }
}

/** A picture that the page's policy forbids, or that is gone, leaves no broken frame. */
function hide({ target }: Event): void {
  if (target instanceof HTMLElement) target.hidden = true;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-cards': ChatCards;
  }
}
