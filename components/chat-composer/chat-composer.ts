import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators/state.js';
import { ChatConsumer, type ChatContext } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import { sendIcon } from '../internal/icons.js';
import { customElement } from '../internal/custom-element.js';
import { reasonOf } from '../internal/reason.js';
import { windowParts } from '../parts.js';
import { base } from '../styles/base.js';
import type { CharacterCount } from './character-count.js';
import { styles } from './chat-composer.styles.js';
import type { ComposerTools } from './composer-tools.js';
import { countFrom } from './count-from.js';
import type { ToolHost } from './tool-host.js';

/**
 * Where the visitor writes. Enter sends, Shift+Enter breaks the line. A text leaves the box only when the conversation
 * has it.
 *
 * @slot composer-start - Stands before the text.
 * @slot composer-end - Stands between the text and the button.
 * @fires {Announcement} genesys-chat-announce - How many characters remain.
 * @csspart composer - The whole area.
 * @csspart message-input - The text.
 * @csspart send-button - Sends it.
 * @csspart counter - How many characters remain.
 * @csspart composer-error - Why it cannot be sent.
 */
@customElement('genesys-chat-composer')
export class ChatComposer extends LitElement implements ToolHost {
  static override readonly styles = [base, styles];

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new TextsController(this);
  readonly #draft = new StoreController(this, () => this.#chat.value?.stores.draft);
  readonly #options = new StoreController(this, () => this.#chat.value?.options);

  /** Why the last message, or a file, was refused before it became part of the conversation. */
  @state() private failure: string | undefined;

  /** There once options have asked for something beside the text. */
  @state() private tools: typeof ComposerTools | undefined;

  /** There once a text has come near the limit. */
  @state() private count: CharacterCount | undefined;
  #counting: Promise<CharacterCount | undefined> | undefined;

  /** The message that was given away and is not part of the conversation yet. */
  #handedOver: object | undefined;

  /** Puts the cursor into the text. */
  override focus(): void {
    this.input?.focus();
  }

  /** Shows a sentence below the text until the visitor writes on. */
  tell(sentence: string): void {
    this.failure = sentence;
  }

  /** The text being written. */
  get input(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  override updated(): void {
    const { input } = this;
    // Where the style sheet cannot make the box as high as its text.
    if (!input || CSS.supports('field-sizing', 'content')) return;
    input.style.blockSize = 'auto';
    input.style.blockSize = `${String(input.scrollHeight)}px`;
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const text = this.#draft.value ?? '';
    const isOver = this.#isOver(text);
    const options = this.#options.value;
    void this.#loadCount(text);
    const counter = this.count?.render(text.length);
    const error = this.failure ?? this.count?.excess(text.length);
    return html`<div part="composer">
      <div class="box ${isOver ? 'invalid' : ''}">
        <slot name="composer-start"></slot>
        <textarea
          part="message-input"
          rows="1"
          enterkeyhint="send"
          aria-label=${texts.text('AriaMessageInput')}
          aria-invalid=${isOver ? 'true' : 'false'}
          aria-describedby=${counter ? 'error counter' : 'error'}
          placeholder=${texts.text('ChatInputPlaceholder')}
          .value=${text}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
        ></textarea>
        <slot name="composer-end"></slot>
        ${options?.emojis || options?.uploadsEnabled ? this.#renderTools() : nothing}
        <button
          class="icon-button send"
          part="send-button"
          type="button"
          aria-label=${texts.text('ChatInputSend')}
          aria-disabled=${text.trim() === '' || isOver ? 'true' : 'false'}
          @click=${this.#onSend}
        >
          ${sendIcon}
        </button>
      </div>
      <div class="below">
        <div id="error" role="alert">
          ${error ? html`<p class="error" part="composer-error">${error}</p>` : nothing}
        </div>
        ${counter}
      </div>
    </div>`;
  }

  /** What options bring beside the text; it is loaded when it is first wanted. */
  #renderTools(): TemplateResult | typeof nothing {
    import('./composer-tools.js').then(({ ComposerTools }) => (this.tools = ComposerTools), ignore);
    return this.tools
      ? html`<genesys-chat-composer-tools exportparts=${windowParts} .composer=${this}></genesys-chat-composer-tools>`
      : nothing;
  }

  /** Whether the text has more characters than a message may have. */
  #isOver(text: string): boolean {
    return text.length > (this.#options.value?.maxMessageLength ?? Infinity);
  }

  readonly #onInput = (event: Event): void => {
    const chat = this.#chat.value;
    if (!chat || !(event.target instanceof HTMLTextAreaElement)) return;
    const { length } = chat.stores.draft.get();
    const { value } = event.target;
    this.failure = undefined;
    chat.setDraft(value);
    void this.#loadCount(value)?.then((count) => count?.tell(length, value.length));
    // That the visitor writes, not what: unsent words stay here.
    if (value) chat.command('WebChatService.sendTyping').catch(ignore);
  };

  /**
   * Brings what counts characters when the text comes near the limit, for all at once, so that numbers are told in order.
   * Without it a text that is too long is marked, and not sent.
   */
  #loadCount({ length }: string): Promise<CharacterCount | undefined> | undefined {
    const chat = this.#chat.value;
    if (!chat) return undefined;
    const { maxMessageLength: limit, charCountEnabled, ariaCharRemainingIntervals } = chat.options.get();
    const share = Math.max(countFrom, ...(ariaCharRemainingIntervals || []));
    if (!charCountEnabled && (limit - length) * 100 > limit * share) return undefined;
    return (this.#counting ??= import('./character-count.js').then(
      ({ CharacterCount }) => (this.count = new CharacterCount(this, chat, this.#texts)),
      () => (this.#counting = undefined),
    ));
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Enter ends the word that an input method is composing; Safari says so only by the old key code.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other sign in Safari
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#onSend();
  };

  readonly #onSend = (): void => {
    const chat = this.#chat.value;
    const text = chat?.stores.draft.get() ?? '';
    this.focus();
    if (chat && !this.#handedOver && text.trim() !== '' && !this.#isOver(text)) void this.#send(chat, text);
  };

  async #send(chat: ChatContext, text: string): Promise<void> {
    const handedOver = {};
    this.#handedOver = handedOver;
    this.failure = undefined;
    const known = new Set(chat.stores.messages.get().map(({ id }) => id));
    const settle = (): boolean => {
      stop();
      if (this.#handedOver !== handedOver) return false;
      this.#handedOver = undefined;
      return true;
    };
    const stop = chat.stores.messages.listen((messages) => {
      // What has been sent already may have been said elsewhere.
      const hasEcho = messages.some(({ id, status }) => status === 'sending' && !known.has(id));
      if (hasEcho && settle()) takeOut(chat, text);
    });
    try {
      // It stays pending while the server cannot be reached; its echo in the conversation is what counts here.
      await chat.command('WebChatService.sendMessage', { message: text });
      if (settle()) takeOut(chat, text);
    } catch (rejection) {
      const reason = await reasonOf(rejection, 'MessageFailed');
      if (settle()) this.failure = this.#texts.error(reason);
    }
  }
}

/** What was typed behind the text in the meantime stays. */
function takeOut(chat: ChatContext, text: string): void {
  const draft = chat.stores.draft.get();
  if (draft.startsWith(text)) chat.setDraft(draft.slice(text.length).trimStart());
}

/** An indicator that could not be sent is not worth a word; nor are tools, without which the chat goes on. */
function ignore(): undefined {
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-composer': ChatComposer;
  }
}
