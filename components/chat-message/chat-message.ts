import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { FileTransfer } from '../../src/model/file-status.js';
import type { ChatMessage } from '../../src/model/message.js';
import { isRunning } from '../../src/model/session-state.js';
import '../chat-cards/chat-cards.js';
import type { CardAnswer } from '../chat-cards/chat-cards.js';
import '../chat-file/chat-file.js';
import { shownName, type ShownFile } from '../chat-file/chat-file.js';
import type { ChatContext } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { Announcement } from '../internal/announcement.js';
import { bubbleTemplate } from '../internal/bubble-template.js';
import { entryKind, isOwn, isRich } from '../internal/entries.js';
import { exportParts } from '../internal/export-parts.js';
import { isMarkdown } from '../internal/is-markdown.js';
import { styles } from './chat-message.styles.js';
import { readContent, type Card, type MessageContent, type Reply } from '../internal/message-content.js';
import { lookTemplate } from './look-template.js';
import { FailedMessages } from './failed-message.js';
import { RichText } from './rich-text.js';
import { SharedFiles } from './shared-files.js';

const actionParts = 'edit-button, retry-button, discard-button';
const fileParts = 'file, file-name, file-details, file-image, file-button';
const cardParts = 'cards, cards-button, card, card-image, card-title, card-button';

/**
 * Shows what is more than plain text in a transcript: links, markdown, HTML of preprocessors, files, quick replies, cards,
 * and messages that failed. It is loaded with the first of them.
 */
export class RichMessages implements ReactiveController {
  /** Grows whenever entries that are the same look otherwise. */
  revision = 0;

  readonly #host: LitElement;
  readonly #chat: ChatContext;
  readonly #texts: FeatureTextsController;
  readonly #richText: RichText;
  readonly #failed: FailedMessages;
  readonly #contents = new WeakMap<readonly unknown[], MessageContent>();
  #messages: readonly ChatMessage[] = [];
  readonly #files = new SharedFiles();
  #transfers: readonly FileTransfer[] = [];
  #isMarkdown = false;

  constructor(host: LitElement, chat: ChatContext) {
    this.#host = host;
    this.#chat = chat;
    this.#texts = new FeatureTextsController(host);
    this.#richText = new RichText(this.#texts, () => {
      this.revision += 1;
      host.requestUpdate();
    });
    this.#failed = new FailedMessages(host, chat, this.#texts, this.#onLeave);
    adoptStyles(host, styles);
    exportParts(host, `${actionParts}, link, quick-replies, quick-reply, ${fileParts}, ${cardParts}`);
    // It changes at run time too.
    new StoreController(host, () => chat.options);
    host.addController(this);
  }

  hostUpdate(): void {
    const isNowMarkdown = isMarkdown(this.#chat);
    if (isNowMarkdown !== this.#isMarkdown) this.revision += 1;
    this.#isMarkdown = isNowMarkdown;
    const messages = this.#chat.stores.messages.get();
    if (messages === this.#messages) return;
    this.#messages = messages;
    const { removedCount } = this.#files;
    this.#files.read(messages);
    if (this.#files.removedCount !== removedCount) this.revision += 1;
  }

  hostUpdated(): void {
    const files = this.#chat.stores.files.get();
    // Who sends a file wants to see it go.
    if (files.length > this.#transfers.length) this.#log?.scrollTo({ top: this.#log.scrollHeight });
    for (const file of files) {
      if (this.#transfers.find(({ id }) => id === file.id)?.status === 'uploading') this.#announce(file);
    }
    this.#transfers = files;
  }

  /** The bubble of an entry, and what stands below it; undefined where plain text is all. */
  bubble(message: ChatMessage, own: boolean): TemplateResult | undefined {
    // What the visitor has written is shown as it was written.
    const withMarkdown = this.#isMarkdown && !own;
    if (!withMarkdown && !isRich(message)) return undefined;
    if (message.type === 'FileUploaded') {
      const file = this.#files.of(message, this.#chat.stores.files.get());
      return bubbleTemplate(message, own, fileTemplate(file), 'file');
    }
    const { cards, attachments, replies, answer } = this.#contentOf(message);
    const isAlone = cards.length + attachments.length === 0;
    const instead = answer ?? (isAlone && replies.length === 0 ? this.#texts.text('MessageUnsupported') : '');
    const { content, kind } = this.#richText.of(message, withMarkdown, instead);
    if (message.look) return lookTemplate(message, message.look, content, kind);
    const text = message.text || instead ? bubbleTemplate(message, own, content, kind) : nothing;
    if (isAlone && text !== nothing) return text;
    return html`${text}
    ${attachments.map((file, at) =>
      bubbleTemplate({ id: `${message.id}-${at}` }, own, fileTemplate({ ...file, state: 'there' }), 'file'),
    )}
    ${cards.length > 0 ? this.#cards(cards, message) : nothing}`;
  }

  /** Why a message failed, and what can be done about it. */
  failure(message: ChatMessage): TemplateResult {
    return this.#failed.render(message);
  }

  /** What stands below the newest entry: files on their way, and answers to choose from. */
  end(): TemplateResult {
    const transfers = this.#files.open(this.#chat.stores.files.get());
    return html`${transfers.map((transfer) => this.#transfer(transfer))} ${this.#quickReplies()}`;
  }

  #announce({ status, name }: FileTransfer): void {
    const texts = this.#texts;
    if (status === 'sent') this.#say(texts.text('FileSentTo', { Name: shownName(name) }));
    else if (status === 'failed') this.#say(texts.fileError('TransferFailed'));
  }

  #say(text: string): void {
    this.#host.dispatchEvent(new Announcement(text));
  }

  #contentOf({ content = [] }: ChatMessage): MessageContent {
    const known = this.#contents.get(content) ?? readContent(content);
    this.#contents.set(content, known);
    return known;
  }

  #cards(cards: readonly Card[], message: ChatMessage): TemplateResult {
    return html`<genesys-chat-cards
      exportparts=${cardParts}
      .cards=${cards}
      @genesys-chat-answer=${({ reply }: CardAnswer) => {
        this.#answer(message, reply, 'Button');
      }}
    ></genesys-chat-cards>`;
  }

  #transfer(transfer: FileTransfer): TemplateResult {
    const { id, name, type, size, status, file } = transfer;
    const isFailed = status === 'failed' || status === 'cancelled';
    const shown: ShownFile = { name, type, size, state: status === 'sent' ? 'there' : status, transfer, blob: file };
    return html`<div class="message own first last ${isFailed ? 'failed' : ''}" part="message message-own">
      <span class="visually-hidden">${this.#texts.text('AriaYouSaid')}: </span>
      ${bubbleTemplate({ id }, true, fileTemplate(shown, this.#onLeave), 'file')}
    </div>`;
  }

  #quickReplies(): TemplateResult | typeof nothing {
    const { phase, ownId } = this.#chat.stores;
    // They answer what was said last; once something newer is said, there is nothing to answer any more.
    const last = this.#messages.findLast((message) => entryKind(message) === 'message');
    if (!last || isOwn(last, ownId.get()) || !isRunning(phase.get())) return nothing;
    const { replies } = this.#contentOf(last);
    if (replies.length === 0) return nothing;
    return html`<div
      class="replies"
      part="quick-replies"
      role="group"
      aria-label=${this.#texts.text('AriaQuickReplies')}
    >
      ${replies.map(
        (reply) =>
          html`<button
            class="reply"
            part="quick-reply"
            type="button"
            dir="auto"
            @click=${() => {
              this.#answer(last, reply, 'QuickReply');
            }}
          >
            ${reply.text}
          </button>`,
      )}
    </div>`;
  }

  /** Says it as the visitor. What it means to the machine that asked goes along for whoever intercepts or transports it. */
  #answer({ id }: ChatMessage, reply: Reply, type: 'QuickReply' | 'Button'): void {
    this.#onLeave();
    const content = [
      {
        contentType: 'ButtonResponse',
        buttonResponse: { payload: reply.text, ...reply, type, originatingMessageId: id },
      },
    ];
    // The message shows how it fares.
    this.#chat.command('WebChatService.sendMessage', { message: reply.text, content }).catch(() => undefined);
  }

  /** What had the focus goes, and must not take it along. */
  readonly #onLeave = (): void => {
    this.#log?.focus({ preventScroll: true });
  };

  get #log(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.log');
  }
}

function fileTemplate(file: ShownFile, onLeave?: () => void): TemplateResult {
  return html`<genesys-chat-file
    exportparts=${fileParts}
    .file=${file}
    @genesys-chat-leave=${onLeave}
  ></genesys-chat-file>`;
}
