import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { FeatureTextKey } from '../../src/i18n/texts.js';
import { isFinal } from '../../src/model/failure.js';
import type { ChatMessage } from '../../src/model/message.js';
import { isRunning } from '../../src/model/session-state.js';
import { refusalOf } from '../internal/refusal.js';
import type { ChatContext } from '../context/chat-context.js';
import type { FeatureTextsController } from '../context/feature-texts.js';
import { alertIcon } from '../internal/icons.js';

/** What a visitor can do about a failed message. */
type Action = 'edit' | 'retry' | 'discard';

/** Says why a message failed, and offers what can be done about it. */
export class FailedMessages {
  readonly #host: LitElement;
  readonly #chat: ChatContext;
  readonly #texts: FeatureTextsController;
  readonly #onLeave: () => void;

  /** `onLeave` is called before a button goes, which must not take the focus with it. */
  constructor(host: LitElement, chat: ChatContext, texts: FeatureTextsController, onLeave: () => void) {
    this.#host = host;
    this.#chat = chat;
    this.#texts = texts;
    this.#onLeave = onLeave;
  }

  render(message: ChatMessage): TemplateResult {
    const texts = this.#texts;
    const { failure } = message;
    const canRetry = isRunning(this.#chat.stores.phase.get());
    return html`<p>
        ${alertIcon} ${failure ? texts.error(refusalOf(failure, 'MessageFailed')) : texts.text('MessageNotSent')}
      </p>
      ${!canRetry || (failure && isFinal(failure)) ? this.#button('edit', 'MessageEdit', message) : nothing}
      ${canRetry ? this.#button('retry', 'MessageRetry', message) : nothing}
      ${this.#button('discard', 'MessageDiscard', message)}`;
  }

  #button(action: Action, label: FeatureTextKey, message: ChatMessage): TemplateResult {
    return html`<button
      class="link"
      part=${`${action}-button`}
      type="button"
      aria-describedby=${`message-${message.id}`}
      @click=${() => {
        // The message shows how it fares.
        this.#act(action, message).catch(() => undefined);
      }}
    >
      ${this.#texts.text(label)}
    </button>`;
  }

  async #act(action: Action, { id, text }: ChatMessage): Promise<void> {
    const chat = this.#chat;
    this.#onLeave();
    if (action === 'retry') await chat.command('WebChatService.resendMessage', { id });
    else await chat.command('WebChatService.discardMessage', { id });
    if (action !== 'edit') return;
    const draft = chat.stores.draft.get();
    chat.setDraft(draft ? `${text}\n${draft}` : text);
    this.#host.dispatchEvent(new Event('genesys-chat-edit'));
  }
}
