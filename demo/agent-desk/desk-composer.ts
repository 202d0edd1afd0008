import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { basics } from '../styles/basics.js';

/**
 * Where the agent writes. Enter sends, Shift and Enter begin a new line.
 *
 * @fires desk-write - The text has changed: the detail.
 * @fires desk-send - The agent sends the text: the detail.
 */
@customElement('desk-composer')
export class DeskComposer extends LitElement {
  static override readonly styles = [
    basics,
    css`
      form {
        display: flex;
        align-items: end;
        gap: 0.5rem;
        padding: 0.4rem;
        border: 1px solid var(--quiet);
        border-radius: var(--radius);
        background: var(--surface);
      }

      form:focus-within {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
      }

      textarea {
        flex: 1;
        min-width: 0;
        min-height: 2.25rem;
        max-height: 10rem;
        padding: 0.4rem 0.5rem;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        resize: none;
        field-sizing: content;
      }

      /* The form around it shows the focus. */
      textarea:focus-visible {
        outline: none;
      }

      textarea::placeholder {
        color: var(--quiet);
        opacity: 1;
      }

      .hint {
        padding: 0.35rem 0.25rem 0;
        color: var(--quiet);
        font-size: 0.8rem;
      }

      @media (max-width: 45rem) {
        .hint {
          display: none;
        }

        /* Smaller text makes phones zoom in on focus. */
        textarea {
          font-size: 1rem;
        }
      }
    `,
  ];

  /** What the text is at first. */
  @property() draft = '';
  /** What the text is for. */
  @property() label = 'Message';

  @state() private text = '';
  @query('textarea') private readonly textarea?: HTMLTextAreaElement | null;

  protected override firstUpdated(): void {
    this.#show(this.draft);
  }

  /** Puts the caret behind the text. */
  override focus(): void {
    this.textarea?.focus();
  }

  override render(): TemplateResult {
    return html`
      <form @submit=${this.#onSubmit}>
        <textarea
          rows="1"
          aria-label=${this.label}
          aria-describedby="hint"
          placeholder="Write an answer"
          enterkeyhint="send"
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
        ></textarea>
        <button class="primary" ?disabled=${this.text.trim() === ''}>Send</button>
      </form>
      <p id="hint" class="hint">Enter sends, Shift + Enter begins a new line.</p>
    `;
  }

  #show(text: string): void {
    this.text = text;
    if (this.textarea) this.textarea.value = text;
  }

  #send(): void {
    const text = this.text.trim();
    if (text === '') return;
    this.#show('');
    this.dispatchEvent(new CustomEvent('desk-send', { detail: text }));
    this.focus();
  }

  readonly #onInput = (event: InputEvent): void => {
    this.text = (event.currentTarget as HTMLTextAreaElement).value;
    this.dispatchEvent(new CustomEvent('desk-write', { detail: this.text }));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    // Enter ends the word that an input method is composing; Safari says so only by the old key code.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other sign in Safari
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-composer': DeskComposer;
  }
}
