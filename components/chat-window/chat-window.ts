import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import { isRunning } from '../../src/model/session-state.js';
import { isShown, type Overlay } from '../../src/model/window-state.js';
import '../chat-composer/chat-composer.js';
import type { Question } from '../chat-confirm/chat-confirm.js';
import '../chat-form/chat-form.js';
import '../chat-header/chat-header.js';
import '../chat-transcript/chat-transcript.js';
import { ChatConsumer } from '../context/chat-context.js';
import { StoreController } from '../context/store-controller.js';
import { TextsController } from '../context/texts-context.js';
import type { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { windowParts } from '../parts.js';
import { base } from '../styles/base.js';
import { Announcer } from './announcer.js';
import { styles } from './chat-window.styles.js';
import { noticeTemplate } from './notice-template.js';
import { viewOf, type View } from './view.js';

/**
 * The window of the chat: a form before it, the conversation while it runs and after it. It hides itself while the
 * window's state says that it is closed or minimised.
 *
 * @slot header - Replaces the title and the line below it.
 * @slot menu - Stands in the title bar, before the buttons.
 * @slot empty - Stands where nothing has been said yet.
 * @slot form-footer - Stands below the form.
 * @slot composer-start - Stands before the text being written.
 * @slot composer-end - Stands after it.
 * @slot end - Stands below the conversation when it is over.
 * @csspart window - Everything.
 * @csspart notice - A sentence about a lost connection or something that failed.
 * @csspart notice-dismiss-button - Takes it away.
 * @csspart end - What stands below a conversation that is over.
 */
@customElement('genesys-chat-window')
export class ChatWindow extends LitElement {
  static override readonly styles = [base, styles];

  /** Fills the screen, for phones. */
  @property({ attribute: false }) mobile = false;

  /** Lets the focus out at the end: something that the page shows over the whole screen follows. */
  @property({ attribute: false }) followed = false;

  /** Leaves the focus where it is when the window appears by itself, as after a reload. */
  @property({ attribute: false }) withoutFocus = false;

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new TextsController(this);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #connection = new StoreController(this, () => this.#chat.value?.stores.connection);
  readonly #window = new StoreController(this, () => this.#chat.value?.window);
  readonly #announcer = new Announcer(this, () => this.#chat.value, this.#texts);

  /** Whether the chat could not be ended, as far as the visitor has to know. */
  @state() private hasFailedToEnd = false;
  /** Whether the visitor is done with the conversation that is over. */
  @state() private isOverRead = false;

  #view: View | undefined;
  /** Whether the form, and what belongs to a conversation, was ever to be shown; until then nobody waits for it. */
  #hasForm = false;
  #hasChat = false;
  #wasLost = false;
  #wasCovered = false;
  #hadFocus = false;
  #isNewView = false;
  #focusing: Promise<void> | undefined;
  /** Whether a question is on its way, or waits for its answer. */
  #isAsking = false;

  /** Puts the focus where the visitor goes on: a question, the first field, the message, or what stands below the end. */
  override focus(): void {
    // The keyboard of a phone would hide what the visitor is here to read.
    const target = matchMedia('(pointer: coarse)').matches
      ? '.window'
      : { form: 'genesys-chat-form', chat: 'genesys-chat-composer', end: 'genesys-chat-end' }[this.#view ?? 'form'];
    (this.#question ?? this.renderRoot.querySelector<HTMLElement>(target))?.focus();
  }

  /** What the visitor has to answer first. */
  get #question(): HTMLElement | null {
    return this.renderRoot.querySelector('genesys-chat-confirm');
  }

  /** Settles when the focus is where it belongs too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#focusing;
    return isComplete;
  }

  override willUpdate(): void {
    const window = this.#window.value;
    const phase = this.#phase.value ?? 'idle';
    const isVisible = window !== undefined && isShown(window);
    if (!window?.opened || phase === 'active') this.isOverRead = !window?.opened && phase === 'ended';
    const isLost = this.#connection.value === 'reconnecting';
    // What failed may be tried again now, or is of no interest any more.
    if ((this.#wasLost && !isLost) || !isRunning(phase)) this.hasFailedToEnd = false;
    this.#wasLost = isLost;
    if (window?.overlay) void import('../chat-overlay/chat-overlay.js');
    else if (this.#wasCovered) void this.updateComplete.then(() => this.focus());
    this.#wasCovered = window?.overlay !== undefined;
    const view = isVisible ? viewOf(phase, this.isOverRead) : undefined;
    this.#isNewView = view !== this.#view;
    this.#hadFocus = this.#view === undefined ? !this.withoutFocus : this.matches(':focus-within');
    this.#view = view;
    this.hidden = !isVisible;
    this.toggleAttribute('mobile', this.mobile);
    // A window that is out of sight is made ready for what it will show: a chat that is being started by the page, too.
    const next = view ?? (phase === 'starting' ? 'chat' : viewOf(phase, this.isOverRead));
    if (next === 'form') this.#hasForm = true;
    else this.#hasChat = true;
  }

  override updated(): void {
    // The children render after the window, and one that is hidden cannot take the focus.
    if (this.#isNewView && this.#view && this.#hadFocus) this.#focusing = this.#focusWhenReady();
    this.#isNewView = false;
  }

  override render(): TemplateResult {
    const { locale } = this.#texts;
    const view = this.#view ?? 'form';
    const overlay = this.#window.value?.overlay;
    return html`<div
      class="window"
      part="window"
      role="dialog"
      tabindex="-1"
      aria-modal=${this.mobile && !this.followed ? 'true' : nothing}
      aria-label=${this.#texts.text('AriaWindowLabel')}
      lang=${locale?.lang ?? nothing}
      dir=${locale?.dir ?? nothing}
      @keydown=${this.#onKeyDown}
      @genesys-chat-announce=${this.#onAnnounce}
    >
      ${this.#renderEdge(() => this.focus())}
      <div class="content">
        <genesys-chat-header
          exportparts=${windowParts}
          @genesys-chat-minimize=${this.#onMinimize}
          @genesys-chat-close=${this.#onClose}
        >
          <slot name="header" slot="header"></slot>
          <slot name="menu" slot="menu"></slot>
        </genesys-chat-header>
        <div class="sheet">
          ${view === 'chat' ? this.#renderNotices() : nothing} ${this.#renderStage(view, overlay)}
          ${
            this.#hasChat
              ? html`<genesys-chat-composer
                    exportparts=${windowParts}
                    ?hidden=${view !== 'chat' || overlay?.hideFooter}
                  >
                    <slot name="composer-start" slot="composer-start"></slot>
                    <slot name="composer-end" slot="composer-end"></slot>
                  </genesys-chat-composer>
                  ${this.#renderEnd(view)}`
              : nothing
          }
        </div>
      </div>
      ${this.#announcer.region} ${this.followed ? nothing : this.#renderEdge(this.#onLeaveForwards)}
    </div>`;
  }

  /** What fills the window: the form or the conversation, and what a site shows over it. */
  #renderStage(view: View, overlay: Overlay | undefined): TemplateResult {
    return html`<div class=${overlay ? 'stage covered' : 'stage'}>
      ${
        this.#hasForm
          ? html`<genesys-chat-form
              exportparts=${windowParts}
              ?hidden=${view !== 'form'}
              @genesys-chat-cancel=${this.#onClose}
            >
              <slot name="form-footer" slot="form-footer"></slot>
            </genesys-chat-form>`
          : nothing
      }
      ${
        this.#hasChat
          ? html`<genesys-chat-transcript
              exportparts=${windowParts}
              ?hidden=${view === 'form'}
              @genesys-chat-edit=${this.#onEdit}
            >
              <slot name="empty" slot="empty"></slot>
            </genesys-chat-transcript>`
          : nothing
      }
      ${
        overlay
          ? html`<genesys-chat-overlay exportparts=${windowParts}>
              <slot name="overlay"></slot>
            </genesys-chat-overlay>`
          : nothing
      }
    </div>`;
  }

  /** Full screen, the window covers the page: the focus must not go where nobody sees it. */
  #renderEdge(onFocus: () => void): TemplateResult | typeof nothing {
    return this.mobile ? html`<span tabindex="0" @focus=${onFocus}></span>` : nothing;
  }

  #renderNotices(): TemplateResult {
    const texts = this.#texts;
    const lost = { tone: 'warning', text: texts.text('ConnectionLost') } as const;
    const failed = { tone: 'danger', text: texts.text('EndFailed') } as const;
    return html`${this.#wasLost ? noticeTemplate(lost) : nothing}
    ${
      this.hasFailedToEnd
        ? noticeTemplate({ ...failed, dismissLabel: texts.text('Dismiss'), onDismiss: this.#onDismiss })
        : nothing
    }`;
  }

  #renderEnd(view: View): TemplateResult {
    if (view === 'end') void loadEnd();
    return html`<genesys-chat-end
      part="end"
      exportparts=${windowParts}
      ?hidden=${view !== 'end'}
      @genesys-chat-close=${this.#onClose}
      @genesys-chat-new=${this.#onNewChat}
    >
      <slot name="end" slot="end"></slot>
    </genesys-chat-end>`;
  }

  async #focusWhenReady(): Promise<void> {
    if (this.#view === 'end') await loadEnd();
    const children = [...this.renderRoot.querySelectorAll('*')].filter((child) => child instanceof LitElement);
    await Promise.all(children.map((child) => child.updateComplete));
    this.focus();
  }

  async #run(name: 'WebChat.minimize' | 'WebChat.close' | 'WebChat.endChat'): Promise<void> {
    try {
      await this.#chat.value?.command(name);
    } catch (rejection) {
      // What an extension refuses, it explains itself.
      if (typeof rejection === 'string') return;
      this.hasFailedToEnd = true;
      this.#announcer.say(this.#texts.text('EndFailed'));
    }
  }

  readonly #onMinimize = (): void => void this.#run('WebChat.minimize');

  readonly #onClose = (): void => {
    const form = this.renderRoot.querySelector('genesys-chat-form');
    const asks = this.#chat.value?.options.get().confirmFormCloseEnabled;
    this.hasFailedToEnd = false;
    if (isRunning(this.#phase.value ?? 'idle'))
      void this.#ask(this.#chat.value?.stores.isAsync.get() ? 'leave' : 'end');
    else if (asks && this.#view === 'form' && form?.hasInput) void this.#ask('close');
    else void this.#run('WebChat.close');
  };

  /** Where the question does not come, what was wanted is done. */
  async #ask(question: Question): Promise<void> {
    const chat = this.#chat.value;
    if (!chat || this.#isAsking) return;
    this.#isAsking = true;
    const command = await import('../chat-confirm/chat-confirm.js').then(
      ({ ask }) => ask(this, chat, question),
      () => (question === 'end' ? 'WebChat.endChat' : 'WebChat.close'),
    );
    this.#isAsking = false;
    if (command) await this.#run(command);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.#onMinimize();
  };

  readonly #onAnnounce = (event: Announcement): void => {
    event.stopPropagation();
    this.#announcer.say(event.text);
  };

  readonly #onLeaveForwards = (): void => {
    (this.#question ?? this.renderRoot.querySelector('genesys-chat-header'))?.focus();
  };

  readonly #onNewChat = (): void => {
    this.isOverRead = true;
  };

  readonly #onEdit = (): void => {
    if (this.#view === 'chat') this.renderRoot.querySelector('genesys-chat-composer')?.focus();
    else this.focus();
  };

  readonly #onDismiss = (): void => {
    this.hasFailedToEnd = false;
    this.focus();
  };
}

/** Without its code the conversation can be read and the window be closed. */
function loadEnd(): Promise<unknown> {
  return import('../chat-end/chat-end.js').catch(ignore);
}

function ignore(): undefined {
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-window': ChatWindow;
  }
}
