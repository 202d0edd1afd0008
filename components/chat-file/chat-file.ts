import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { FileTransfer } from '../../src/model/file-status.js';
import { isRunning } from '../../src/model/session-state.js';
import { ChatConsumer } from '../context/chat-context.js';
import { FeatureTextsController } from '../context/feature-texts.js';
import { StoreController } from '../context/store-controller.js';
import { Announcement } from '../internal/announcement.js';
import { customElement } from '../internal/custom-element.js';
import { base } from '../styles/base.js';
import { styles } from './chat-file.styles.js';
import { downloadIcon } from '../internal/download-icon.js';
import { cancelIcon, failedIcon, fileIcon, imageIcon, removedIcon, retryIcon } from './file-icons.js';
import { extensionOf, imageType, shownName, shownSize } from './file-names.js';
import { fetchSparingly } from './fetch-sparingly.js';
import { ImagePreview } from './image-preview.js';

export { shownName } from './file-names.js';

/** A file as the conversation shows it. */
export interface ShownFile {
  readonly state: 'there' | 'removed' | 'uploading' | 'failed' | 'cancelled';
  readonly name: string;
  /** Media type, empty when unknown. */
  readonly type: string;
  /** Bytes. */
  readonly size?: number | undefined;
  /** By which the server knows it. */
  readonly fileId?: string;
  /** Where it lies on the web, if it is not on the server. */
  readonly address?: string;
  /** Its bytes, where the page has them. */
  readonly blob?: Blob;
  /** How the visitor's own fares on its way. */
  readonly transfer?: FileTransfer;
}

/** A picture of more bytes is shown when somebody downloads it. */
const mostPreviewed = 5_000_000;

/**
 * A file in the conversation: its name, what can be done with it, and a preview if it is a picture.
 *
 * @fires genesys-chat-leave - What has the focus is about to go.
 * @csspart file - The whole.
 * @csspart file-image - The preview.
 * @csspart file-name - Its name.
 * @csspart file-details - Its type and size, or how it fares.
 * @csspart file-button - Each of its buttons.
 */
@customElement('genesys-chat-file')
export class ChatFile extends LitElement {
  static override readonly styles = [base, styles];

  @property({ attribute: false }) file: ShownFile | undefined;

  /** Whether the visitor asked for the file and it did not come. */
  @state() private hasFailed = false;
  @state() private isLoading = false;
  /** Whether there is no picture, though the file is one. */
  @state() private isWithoutPreview = false;

  readonly #chat = new ChatConsumer(this);
  readonly #texts = new FeatureTextsController(this);
  readonly #phase = new StoreController(this, () => this.#chat.value?.stores.phase);
  readonly #preview = new ImagePreview(this, () => this.#fetchPreview());

  override willUpdate(): void {
    const { file } = this;
    const isPreviewed =
      file && file.state !== 'removed' && !file.address && imageType(file) && (file.size ?? 0) <= mostPreviewed;
    this.#preview.show(isPreviewed ? (file.blob ?? file.fileId) : undefined);
  }

  override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    return html`<div class="file ${file.state}" part="file">
      ${this.#renderImage(file)}
      <div class="row">
        ${this.#renderTile(file)}
        <div class="what">
          <p class="name" part="file-name" dir="auto" title=${shownName(file.name)}>${shownName(file.name)}</p>
          <p class="details" part="file-details">${this.#detailsOf(file)}</p>
        </div>
        ${this.#renderButtons(file)}
      </div>
    </div>`;
  }

  #renderImage(file: ShownFile): TemplateResult | typeof nothing {
    const type = imageType(file);
    if (!type || file.state === 'removed' || (file.size ?? 0) > mostPreviewed) return nothing;
    const address = file.address ?? this.#preview.address;
    // Its place is kept, so that nothing moves when it comes.
    return html`<div class="image" ?hidden=${!address && !this.#mayCome(file)}>
      ${
        address
          ? html`<img
              part="file-image"
              src=${address}
              alt=${this.#texts.text('ImagePreview', { Name: shownName(file.name) })}
              referrerpolicy="no-referrer"
              loading=${file.address ? 'lazy' : 'eager'}
              @error=${this.#onImageError}
            />`
          : imageIcon
      }
    </div>`;
  }

  /** How far it has come in a ring, or what kind of file it is. */
  #renderTile(file: ShownFile): TemplateResult {
    const { state, transfer } = file;
    if (state === 'uploading' && transfer) {
      const percent = Math.round((transfer.loaded / Math.max(1, transfer.size)) * 100);
      return html`<span class="tile">
        <svg class="ring" viewBox="0 0 36 36" aria-hidden="true">
          <circle class="track" cx="18" cy="18" r="15.9" />
          <circle class="done" cx="18" cy="18" r="15.9" pathLength="100" stroke-dasharray="${percent} 100" />
        </svg>
      </span>`;
    }
    const icon =
      state === 'failed' ? failedIcon : state === 'removed' ? removedIcon : imageType(file) ? imageIcon : fileIcon;
    return html`<span class="tile">${icon}</span>`;
  }

  #detailsOf(file: ShownFile): string {
    const texts = this.#texts;
    const lang = texts.locale?.lang ?? 'en';
    switch (file.state) {
      case 'removed':
        return texts.text('FileDeleted');
      case 'failed':
        return texts.fileError('TransferFailed');
      case 'cancelled':
        return texts.text('FileCancelled');
      case 'uploading': {
        const { loaded = 0, size = 1 } = file.transfer ?? {};
        const percent = new Intl.NumberFormat(lang, { style: 'percent' }).format(loaded / Math.max(1, size));
        return texts.text('FileSending', { Percent: percent });
      }
      case 'there': {
        if (this.hasFailed) return texts.text('FileDownloadFailed');
        const size = file.size === undefined ? '' : shownSize(file.size, lang);
        return [extensionOf(file.name).toLocaleUpperCase(lang), size].filter(Boolean).join(' · ');
      }
    }
  }

  #renderButtons(file: ShownFile): TemplateResult | typeof nothing {
    const { state, transfer } = file;
    const name = shownName(file.name);
    const texts = this.#texts;
    const runs = isRunning(this.#phase.value ?? 'idle');
    if (state === 'there' && file.address) {
      const label = texts.text('AriaDownloadButton', { Name: name });
      return html`<a
        class="icon-button"
        part="file-button"
        href=${file.address}
        target="_blank"
        rel="noopener noreferrer"
        download=${name}
        aria-label=${label}
        >${downloadIcon}</a
      >`;
    }
    if (state === 'there' && file.fileId && runs) {
      const label = texts.text('AriaDownloadButton', { Name: name });
      return this.#button(this.hasFailed ? retryIcon : downloadIcon, label, this.#onDownload);
    }
    if (!transfer || state === 'there') return nothing;
    if (state === 'uploading') return this.#button(cancelIcon, texts.text('AriaFileTransferCancel'), this.#onCancel);
    return html`${runs ? this.#button(retryIcon, texts.text('AriaFileTransferRetry'), this.#onRetry) : nothing}
    ${this.#button(cancelIcon, texts.text('AriaFileTransferError'), this.#onCancel)}`;
  }

  #button(icon: TemplateResult, label: string, onClick: () => void): TemplateResult {
    return html`<button
      class="icon-button"
      part="file-button"
      type="button"
      aria-label=${label}
      aria-busy=${this.isLoading ? 'true' : nothing}
      @click=${onClick}
    >
      ${icon}
    </button>`;
  }

  /** Whether a picture is on its way, or will be when the visitor gets here. */
  #mayCome({ blob, fileId }: ShownFile): boolean {
    return !this.isWithoutPreview && (blob !== undefined || fileId !== undefined);
  }

  async #fetchPreview(): Promise<Blob | undefined> {
    const { file } = this;
    const chat = this.#chat.value;
    if (!file || !chat) return undefined;
    try {
      const bytes = file.blob ?? (await fetchSparingly(chat, file.fileId ?? ''));
      // The type is ours: what a server says of a file is not to decide what the browser does with it.
      if (bytes && bytes.size <= mostPreviewed) return new Blob([bytes], { type: imageType(file) ?? '' });
    } catch {
      // It can still be downloaded.
    }
    this.isWithoutPreview = true;
    return undefined;
  }

  readonly #onImageError = (): void => {
    this.isWithoutPreview = true;
  };

  readonly #onDownload = (): void => void this.#download();

  async #download(): Promise<void> {
    const { fileId, name } = this.file ?? {};
    if (!fileId || this.isLoading) return;
    this.isLoading = true;
    this.hasFailed = false;
    try {
      await this.#chat.value?.command('WebChatService.downloadFile', { fileId, fileName: shownName(name ?? '') });
    } catch {
      this.hasFailed = true;
    }
    this.isLoading = false;
  }

  readonly #onCancel = (): void => {
    const { id, status } = this.file?.transfer ?? {};
    this.dispatchEvent(new Event('genesys-chat-leave'));
    if (status === 'uploading') this.dispatchEvent(new Announcement(this.#texts.text('FileCancelled')));
    // It rejects when the file is through already.
    if (id) this.#chat.value?.command('WebChatService.cancelFile', { id }).catch(() => undefined);
  };

  readonly #onRetry = (): void => {
    const { file } = this.file?.transfer ?? {};
    this.dispatchEvent(new Event('genesys-chat-leave'));
    // The new attempt shows how it fares.
    if (file) this.#chat.value?.command('WebChatService.sendFile', { files: file }).catch(() => undefined);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'genesys-chat-file': ChatFile;
  }
}
