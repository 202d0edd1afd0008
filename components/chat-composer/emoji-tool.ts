import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EmojiPick, EmojiSet } from '../emoji/emoji.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { Announcement } from '../internal/announcement.js';
import type { ToolHost } from './tool-host.js';

type Emoji = EmojiPick['emoji'];

type Host = ReactiveControllerHost & HTMLElement & { readonly composer: ToolHost | undefined };

/** How many of the emoji last used are remembered, on this page alone. */
const mostRecent = 24;

/** Shows the emoji picker and takes it away, and puts what is picked into the text. */
export class EmojiTool implements ReactiveController {
  /** What the picker shows; undefined while there is none. */
  set: EmojiSet | undefined;
  /** What was used when the picker came up, newest first, so that nothing moves below the pointer. */
  recent: readonly Emoji[] = [];

  readonly #host: Host;
  readonly #texts: FeatureTextsController;
  #used: readonly Emoji[] = [];
  /** Whether the picker is on its way, or there. */
  #isWanted = false;
  #lang = '';

  constructor(host: Host, texts: FeatureTextsController) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.set && this.#lang !== this.#texts.locale?.lang) void this.#load();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Takes the picker away. */
  close(): void {
    const wasShown = this.set !== undefined;
    this.#isWanted = false;
    this.set = undefined;
    document.removeEventListener('pointerdown', this.#onPointerDown, true);
    if (!wasShown) return;
    this.#host.requestUpdate();
    this.#say(this.#texts.text('AriaEmojiStatusClose'));
  }

  readonly onToggle = (): void => {
    if (this.#isWanted) this.close();
    else void this.#open();
  };

  readonly onPick = ({ emoji }: EmojiPick): void => {
    const input = this.#host.composer?.input;
    if (!input) return;
    input.setRangeText(emoji.sign, input.selectionStart, input.selectionEnd, 'end');
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#used = [emoji, ...this.#used.filter(({ sign }) => sign !== emoji.sign)].slice(0, mostRecent);
    this.#say(emoji.name);
  };

  readonly onEscape = (): void => {
    this.close();
    this.#button?.focus();
  };

  readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget && relatedTarget !== this.#button) this.close();
  };

  async #open(): Promise<void> {
    this.#isWanted = true;
    this.recent = this.#used;
    await this.#load();
    if (!this.set) return;
    document.addEventListener('pointerdown', this.#onPointerDown, true);
    await this.#host.updateComplete;
    const picker = this.#picker;
    await picker?.updateComplete;
    picker?.focus();
    this.#say(this.#texts.text('AriaEmojiStatusOpen'));
  }

  /** Brings the emoji with names in the language of the window. */
  async #load(): Promise<void> {
    const lang = this.#texts.locale?.lang ?? 'en';
    this.#lang = lang;
    try {
      const { loadEmoji } = await import('../emoji/emoji.js');
      const set = await loadEmoji(lang);
      if (this.#isWanted && lang === this.#lang) this.set = set;
    } catch {
      if (this.set) return;
      this.#isWanted = false;
      this.#host.composer?.tell(this.#texts.text('EmojiUnavailable'));
    }
    this.#host.requestUpdate();
  }

  #say(sentence: string): void {
    this.#host.dispatchEvent(new Announcement(sentence));
  }

  get #button(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('[aria-haspopup]');
  }

  get #picker() {
    return this.#host.shadowRoot?.querySelector('genesys-chat-emoji');
  }

  /** Who goes on elsewhere is done here. */
  readonly #onPointerDown = (event: Event): void => {
    const inside: unknown[] = [this.#picker, this.#button];
    if (!event.composedPath().some((each) => inside.includes(each))) this.close();
  };
}
