import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { FeatureTextKey } from '../../src/i18n/texts.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { customElement } from '../internal/custom-element.js';
import { base } from '../styles/base.js';
import { onlyThese, type Emoji, type EmojiSet } from './emoji-set.js';
import { styles } from './emoji.styles.js';
import { findEmoji } from './find-emoji.js';
import { nextCell } from './next-cell.js';
import { inTone, tones, type Tone } from './skin-tone.js';

export { loadEmoji } from './load-emoji.js';
export type { EmojiSet } from './emoji-set.js';

/** What each group of the set is called, and shown as. */
const groupKeys: readonly (readonly [sign: string, key: FeatureTextKey])[] = [
  ['😀', 'EmojiSmileys'],
  ['👋', 'EmojiPeople'],
  ['🐻', 'EmojiNature'],
  ['🍔', 'EmojiFood'],
  ['🚗', 'EmojiTravel'],
  ['⚽', 'EmojiActivities'],
  ['💡', 'EmojiObjects'],
  ['🔣', 'EmojiSymbols'],
  ['🏁', 'EmojiFlags'],
];

/** How wide a cell is at least, and how many stand side by side in the narrowest picker. */
const cellSize = 44;
const fewestColumns = 4;

/** The visitor picked an emoji. */
export class EmojiPick extends Event {
  /** In the tone that the visitor likes. */
  readonly emoji: Emoji;

  constructor(emoji: Emoji) {
    super('genesys-chat-emoji-pick');
    this.emoji = emoji;
  }
}

/** Emoji that stand together. */
interface Group {
  readonly sign: string;
  readonly name: string;
  readonly emoji: readonly Emoji[];
}

/**
 * Emoji to pick from, as many as one likes: by group, or searched by name. One of them and one of the groups is in the
 * order of the Tab key; arrow keys lead to the others.
 *
 * @fires {EmojiPick} genesys-chat-emoji-pick - One was picked.
 * @fires genesys-chat-emoji-close - The visitor wants to go on writing.
 * @csspart emoji-picker - The whole.
 */
@customElement('genesys-chat-emoji')
export class ChatEmoji extends LitElement {
  static override readonly styles = [base, styles];

  /** All emoji, with names in the language of the window. */
  @property({ attribute: false }) emoji: EmojiSet = { lang: 'en', groups: [] };

  /** The emoji that are offered in place of all. */
  @property({ attribute: false }) only: string | readonly string[] | undefined;

  /** What was picked before, newest first. */
  @property({ attribute: false }) recent: readonly Emoji[] = [];

  /** The element that the picker stands above. */
  @property({ attribute: false }) anchor: HTMLElement | undefined;

  @state() private query = '';
  @state() private group = 0;
  @state() private tone: Tone = 0;
  /** Which of the emoji shown is in the order of the Tab key. */
  @state() private current = 0;
  @state() private columns = fewestColumns;

  readonly #texts = new FeatureTextsController(this);
  readonly #sizes = new ResizeObserver(() => {
    this.#fit();
  });

  #groups: readonly Group[] = [];
  #shown: readonly Emoji[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** Puts the focus where a visitor begins: into the search, or on an emoji where typing would bring up a keyboard. */
  override focus(): void {
    if (matchMedia('(pointer: coarse)').matches) this.#focusOn('.emoji[tabindex="0"]');
    else this.#focusOn('input');
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { groups } = this.only === undefined ? this.emoji : onlyThese(this.only, this.emoji);
    if (changed.has('emoji') || changed.has('only') || changed.has('recent')) this.#groups = this.#named(groups);
    this.#shown = this.query.trim() ? findEmoji(groups, this.query) : (this.#groups[this.group]?.emoji ?? []);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('anchor') || !this.anchor) return;
    this.#sizes.observe(this);
    this.#sizes.observe(this.anchor);
    this.#fit();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    return html`<div
      class="picker"
      part="emoji-picker"
      role="dialog"
      aria-label=${texts.text('AriaEmojiPicker')}
      @keydown=${this.#onKeyDown}
    >
      <div class="top">
        <input
          type="search"
          enterkeyhint="done"
          aria-label=${texts.text('EmojiSearch')}
          placeholder=${texts.text('EmojiSearch')}
          .value=${this.query}
          @input=${this.#onSearch}
          @keydown=${this.#onSearchKeyDown}
        />
        ${this.only === undefined ? this.#renderTones() : nothing}
      </div>
      ${this.#groups.length > 1 && !this.query.trim() ? this.#renderGroups() : this.#renderGrid()}
      <p class=${this.#shown.length > 0 ? 'visually-hidden' : 'none'} role="status">
        ${this.#shown.length > 0 ? nothing : texts.text('EmojiNothing')}
      </p>
    </div>`;
  }

  #renderTones(): TemplateResult {
    const hand = { sign: '✋', hasTones: true };
    return html`<select aria-label=${this.#texts.text('EmojiSkinTone')} @change=${this.#onTone}>
      ${tones.map((tone) => html`<option value=${tone} ?selected=${tone === this.tone}>${inTone(hand, tone)}</option>`)}
    </select>`;
  }

  #renderGroups(): TemplateResult {
    return html`<div class="groups" role="tablist" @keydown=${this.#onGroupKeyDown}>
        ${this.#groups.map(
          ({ sign, name }, at) =>
            html`<button
              class="group"
              type="button"
              role="tab"
              id=${`group-${String(at)}`}
              aria-controls="emoji"
              aria-selected=${at === this.group ? 'true' : 'false'}
              tabindex=${at === this.group ? 0 : -1}
              aria-label=${name}
              title=${name}
              @click=${() => this.#show(at)}
            >
              ${sign}
            </button>`,
        )}
      </div>
      <div class="shown" role="tabpanel" id="emoji" aria-labelledby=${`group-${String(this.group)}`}>
        ${this.#renderGrid()}
      </div>`;
  }

  #renderGrid(): TemplateResult | typeof nothing {
    const { columns } = this;
    const rows = Array.from({ length: Math.ceil(this.#shown.length / columns) }, (_, row) => row * columns);
    if (rows.length === 0) return nothing;
    return html`<div class="grid" role="grid" aria-label=${this.#texts.text('AriaEmojiPicker')} lang=${this.emoji.lang}>
      ${rows.map(
        (first) =>
          html`<div class="row" role="row">
            ${this.#shown.slice(first, first + columns).map((emoji, at) => this.#renderEmoji(emoji, first + at))}
          </div>`,
      )}
    </div>`;
  }

  #renderEmoji(emoji: Emoji, at: number): TemplateResult {
    return html`<button
      class="emoji"
      type="button"
      role="gridcell"
      tabindex=${at === this.current ? 0 : -1}
      aria-label=${emoji.name}
      title=${emoji.name}
      @click=${() => this.#pick(at)}
    >
      ${inTone(emoji, this.tone)}
    </button>`;
  }

  /** The groups with their names, those last used before all others. */
  #named(groups: readonly (readonly Emoji[])[]): Group[] {
    const named = groups.map((emoji, at) => {
      const [sign = '', key = 'AriaEmojiPicker'] = groupKeys[at] ?? [];
      return { sign, name: this.#texts.text(key), emoji };
    });
    const recent = { sign: '🕘', name: this.#texts.text('EmojiRecent'), emoji: this.recent };
    return this.only === undefined && this.recent.length > 0 ? [recent, ...named] : named;
  }

  /** Stands above the anchor, however high that is, with as many cells in a row as there is room for. */
  #fit(): void {
    this.style.insetBlockEnd = `${String(this.anchor?.offsetHeight ?? 0)}px`;
    const grid = this.renderRoot.querySelector('.grid');
    // While nothing is found there is none.
    if (!grid) return;
    const width = grid.clientWidth - 2 * Number.parseFloat(getComputedStyle(grid).paddingInlineStart);
    this.columns = Math.max(fewestColumns, Math.floor(width / cellSize));
    this.style.setProperty('--_columns', String(this.columns));
  }

  #focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #show(group: number): void {
    this.group = group;
    this.current = 0;
    void this.updateComplete.then(() => {
      this.#focusOn('[role="tab"][tabindex="0"]');
      this.renderRoot.querySelector('.grid')?.scrollTo(0, 0);
    });
  }

  #pick(at: number): void {
    const emoji = this.#shown[at];
    if (!emoji) return;
    this.current = at;
    this.dispatchEvent(new EmojiPick({ ...emoji, sign: inTone(emoji, this.tone), hasTones: false }));
  }

  readonly #onSearch = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.query = event.target.value;
    this.current = 0;
  };

  readonly #onTone = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.tone = tones[event.target.selectedIndex] ?? 0;
  };

  readonly #onSearchKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#pick(0);
    else if (event.key === 'ArrowDown') this.#focusOn('.emoji[tabindex="0"]');
    else return;
    event.preventDefault();
  };

  readonly #onGroupKeyDown = (event: KeyboardEvent): void => {
    const to = nextCell(event, { at: this.group, count: this.#groups.length, columns: this.#groups.length });
    if (to === undefined) return;
    event.preventDefault();
    this.#show(to);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
      // The window would go too.
      event.preventDefault();
      this.dispatchEvent(new Event('genesys-chat-emoji-close'));
      return;
    }
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.emoji')) return;
    const to = nextCell(event, { at: this.current, count: this.#shown.length, columns: this.columns });
    if (to === undefined) return;
    event.preventDefault();
    this.current = to;
    void this.updateComplete.then(() => {
      this.#focusOn('.emoji[tabindex="0"]');
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-emoji': ChatEmoji;
  }
}
