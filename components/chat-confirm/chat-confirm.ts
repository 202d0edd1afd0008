import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { isRunning } from '../../src/model/session-state.js';
import { isShown } from '../../src/model/window-state.js';
import type { ChatContext } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { customElement } from '../internal/custom-element.js';
import { exportParts } from '../internal/export-parts.js';
import { focusedIn } from '../internal/focused-in.js';
import { base } from '../styles/base.js';

/**
 * What is asked: whether to end the chat, to close a form that was filled in, or, of a chat that need not end with its
 * window, which of both.
 */
export type Question = 'end' | 'close' | 'leave';

/** What the visitor's answer has to be followed by; nothing where all stays as it is. */
export type Decision = CustomEvent<'WebChat.endChat' | 'WebChat.close' | null>;

/** What each question, its explanation, and the button that does it say. */
const words = {
  end: ['ChatEndQuestion', 'ChatEndExplanation', 'ChatEndConfirm', 'ChatEndCancel'],
  close: ['ConfirmCloseWindow', 'ConfirmCloseExplanation', 'ConfirmCloseConfirm', 'ConfirmCloseCancel'],
  leave: ['ConfirmCloseWindow', 'AsyncChatExplanation', 'AsyncChatEnd', 'ChatEndCancel'],
} as const;

/**
 * Asks the visitor before something that cannot be undone. It takes the focus when it appears; whoever shows it makes
 * what lies below inert and puts the focus back.
 *
 * @fires {Decision} genesys-chat-decide - What the visitor wants, by a button or by Escape.
 * @csspart confirm - The box.
 * @csspart confirm-question - The question.
 * @csspart confirm-button - Does it.
 * @csspart leave-button - Closes the window without ending the chat.
 * @csspart confirm-cancel-button - Does not.
 */
@customElement('genesys-chat-confirm')
export class ChatConfirm extends LitElement {
  static override readonly styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
        z-index: 1;
        display: grid;
        align-items: end;
        padding: 12px;
        padding-block-end: max(12px, env(safe-area-inset-bottom));
        background: light-dark(rgb(12 18 32 / 45%), rgb(0 0 0 / 60%));
      }

      .confirm {
        display: grid;
        gap: 6px;
        max-block-size: 100%;
        padding: 20px;
        overflow: auto;
        border: 1px solid transparent;
        border-radius: var(--_radius);
        background: var(--_surface);
        animation: arrive var(--_speed) var(--_ease);
      }

      h3 {
        font-size: 1.133em;
        line-height: 1.35;
      }

      p {
        color: var(--_muted);
      }

      .button.danger {
        border-color: transparent;
        background: light-dark(#b9202b, #c9323d);
        color: #fff;
      }

      .actions .leave {
        flex: 100%;
      }
    `,
  ];

  /** What is asked. */
  @property({ attribute: false }) question: Question = 'end';

  readonly #texts = new FeatureTextsController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, 'confirm, confirm-question, confirm-button, confirm-cancel-button, leave-button');
  }

  /** The button that changes nothing takes the focus, so that a key pressed too early does no harm. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.cancel')?.focus();
  }

  override firstUpdated(): void {
    this.focus();
  }

  override render(): TemplateResult {
    const [question, explanation, confirm, cancel] = words[this.question].map((key) => this.#texts.text(key));
    return html`<div
      class="confirm"
      part="confirm"
      role="alertdialog"
      aria-labelledby="question"
      aria-describedby="explanation"
      @keydown=${this.#onKeyDown}
    >
      <h3 id="question" part="confirm-question">${question}</h3>
      <p id="explanation">${explanation}</p>
      <div class="actions">
        ${this.question === 'leave' ? this.#renderLeave() : nothing}
        <button class="button cancel" part="confirm-cancel-button" type="button" @click=${this.#cancel}>
          ${cancel}
        </button>
        <button class="button danger" part="confirm-button" type="button" @click=${this.#confirm}>${confirm}</button>
      </div>
    </div>`;
  }

  #renderLeave(): TemplateResult {
    return html`<button class="button primary leave" part="leave-button" type="button" @click=${this.#leave}>
      ${this.#texts.text('AsyncChatClose')}
    </button>`;
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // It takes the question away and not the window.
    event.preventDefault();
    this.#cancel();
  };

  readonly #leave = (): void => {
    this.#decide('WebChat.close');
  };

  readonly #cancel = (): void => {
    this.#decide(null);
  };

  readonly #confirm = (): void => {
    this.#decide(this.question === 'close' ? 'WebChat.close' : 'WebChat.endChat');
  };

  #decide(detail: Decision['detail']): void {
    this.dispatchEvent(new CustomEvent('genesys-chat-decide', { detail }));
  }
}

/**
 * Asks the visitor in the chat's window, above its content, which nobody can reach meanwhile. Resolves with what has to
 * follow, if anything. The question goes by itself when the window does, or the chat that it is about.
 */
export function ask(window: LitElement, chat: ChatContext, question: Question): Promise<Decision['detail']> {
  const { renderRoot } = window;
  const content = renderRoot.querySelector<HTMLElement>('.content');
  const focusedBefore = focusedIn(renderRoot);
  const { phase } = chat.stores;
  const confirm = document.createElement('genesys-chat-confirm');
  confirm.question = question;
  // It passes on its parts where such an attribute is.
  confirm.setAttribute('exportparts', '');
  return new Promise((resolve) => {
    const settle = (decision: Decision['detail']) => {
      for (const stop of stops) stop();
      confirm.remove();
      content?.toggleAttribute('inert', false);
      resolve(decision);
    };
    const look = () => {
      if (isShown(chat.window.get()) && (question === 'close' || isRunning(phase.get()))) return;
      // Whoever takes the focus further has to find it in the window.
      if (confirm.matches(':focus-within')) renderRoot.querySelector<HTMLElement>('.window')?.focus();
      settle(null);
    };
    const stops = [chat.window.listen(look), phase.listen(look)];
    confirm.addEventListener('genesys-chat-decide', ({ detail }) => {
      settle(detail);
      focusedBefore?.focus();
    });
    content?.toggleAttribute('inert', true);
    content?.after(confirm);
    // It may be over since the code was asked for.
    look();
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-confirm': ChatConfirm;
  }

  interface HTMLElementEventMap {
    'genesys-chat-decide': Decision;
  }
}
