import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { isRunning } from '../../src/model/session-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { base } from '../styles/base.js';
import { styles } from './composer-tools.styles.js';
import { EmojiTool } from './emoji-tool.js';
import { FileIntake } from './file-intake.js';
import { askLimits, sendFiles } from './file-sender.js';
import { attachIcon, dropIcon, emojiIcon } from './tool-icons.js';
import type { ToolHost } from './tool-host.js';

/**
 * What stands beside the text where options ask for it: files and emoji.
 *
 * @csspart attach-button - Lets the visitor choose files.
 * @csspart drop-zone - Covers the window while files are dragged over it.
 * @csspart emoji-button - Shows the emoji picker, and takes it away.
 * @csspart emoji-picker - The emoji.
 */
@customElement('genesys-chat-composer-tools')
export class ComposerTools extends LitElement {
  static override readonly styles = [base, styles];

  /** The message box that the tools work for. */
  @property({ attribute: false }) composer: ToolHost | undefined;

  /** What the visitor may choose from, as file inputs want it. */
  @state() private accepted = '';

  /** Whether the server was asked what it takes. */
  #isAsked = false;

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #options = new StoreController(this, () => this.#chat.value?.options);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #emoji = new EmojiTool(this, this.#texts);
  readonly #files = new FileIntake(this, {
    isOpen: () => Boolean(this.#options.value?.uploadsEnabled && this.composer?.checkVisibility()),
    onFiles: (files) => void this.#send(files),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, 'attach-button, emoji-button, emoji-picker, drop-zone');
  }

  override willUpdate(): void {
    // With the chat the message box goes.
    if (!isRunning(this.#phase.value ?? 'idle')) this.#emoji.close();
  }

  override render(): TemplateResult {
    const options = this.#options.value;
    return html`${options?.uploadsEnabled ? this.#renderFiles() : nothing}
    ${options?.emojis ? this.#renderEmoji(options.emojiList) : nothing}`;
  }

  #renderFiles(): TemplateResult {
    const texts = this.#texts;
    const title = this.#isActive ? texts.text('AriaActionsSendFileTitle') : texts.fileError('NotNow');
    return html`<button
        class="icon-button"
        part="attach-button"
        type="button"
        aria-label=${texts.text('ActionsSendFile')}
        aria-disabled=${this.#isActive ? 'false' : 'true'}
        title=${title}
        @pointerenter=${this.#onAttachSoon}
        @focus=${this.#onAttachSoon}
        @click=${this.#onAttach}
      >
        ${attachIcon}
      </button>
      <input type="file" multiple hidden accept=${this.accepted || nothing} @change=${this.#onChoose} />
      <div class="drop" part="drop-zone" ?hidden=${!this.#files.isDragged}>
        <p>${dropIcon} ${this.#isActive ? texts.text('FileDrop') : texts.fileError('NotNow')}</p>
      </div>`;
  }

  #renderEmoji(only: string | readonly string[] | undefined): TemplateResult {
    const { set, recent } = this.#emoji;
    return html`<button
        class="icon-button"
        part="emoji-button"
        type="button"
        aria-label=${this.#texts.text('ActionsEmoji')}
        aria-haspopup="dialog"
        aria-expanded=${set ? 'true' : 'false'}
        title=${this.#texts.text('ActionsEmoji')}
        @click=${this.#emoji.onToggle}
      >
        ${emojiIcon}
      </button>
      ${
        set
          ? html`<genesys-chat-emoji
              exportparts="emoji-picker"
              .emoji=${set}
              .only=${only}
              .recent=${recent}
              .anchor=${this.composer}
              @genesys-chat-emoji-pick=${this.#emoji.onPick}
              @genesys-chat-emoji-close=${this.#emoji.onEscape}
              @focusout=${this.#emoji.onFocusOut}
            ></genesys-chat-emoji>`
          : nothing
      }`;
  }

  /** Whether there is somebody to send files to. */
  get #isActive(): boolean {
    return this.#phase.value === 'active';
  }

  async #send(files: readonly File[]): Promise<void> {
    const chat = this.#chat.value;
    if (!chat || files.length === 0) return;
    this.composer?.tell('');
    const sentence = await sendFiles(files, chat, this.#texts);
    if (sentence !== undefined) this.composer?.tell(sentence);
  }

  /** So that the visitor is offered what the server takes, and nobody is asked who sends nothing. */
  readonly #onAttachSoon = async (): Promise<void> => {
    const chat = this.#chat.value;
    if (!chat || !this.#isActive || this.#isAsked) return;
    this.#isAsked = true;
    const limits = await askLimits(chat);
    this.#isAsked = limits !== undefined;
    this.accepted = limits?.types.map((type) => `.${type}`).join(',') ?? '';
  };

  readonly #onAttach = (): void => {
    if (this.#isActive) this.renderRoot.querySelector('input')?.click();
    else this.composer?.tell(this.#texts.fileError('NotNow'));
  };

  readonly #onChoose = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const files = [...(event.target.files ?? [])];
    // The same file can be chosen again.
    event.target.value = '';
    void this.#send(files);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-composer-tools': ComposerTools;
  }
}
