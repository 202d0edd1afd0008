import type { FileTransfer } from '../../src/model/file-status.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { ShownFile } from '../chat-file/chat-file.js';

/** Knows which files the transcript tells of, and which of them have been taken back. */
export class SharedFiles {
  #first: ChatMessage | undefined;
  #lastIndex = 0;
  readonly #shared = new Set<string>();
  readonly #removed = new Set<string>();

  /** How many have been taken back. */
  get removedCount(): number {
    return this.#removed.size;
  }

  /** Reads on; what is known already is not read again. */
  read(messages: readonly ChatMessage[]): void {
    const isContinued = messages[0] === this.#first;
    const known = isContinued ? this.#lastIndex : 0;
    for (let at = messages.length - 1; at >= 0; at -= 1) {
      const { index = Infinity, type, userData } = messages[at] ?? {};
      if (index <= known) break;
      const fileId = userData?.['file-id'];
      if (type === 'FileUploaded' && fileId) this.#shared.add(fileId);
      if (type === 'FileDeleted' && fileId) this.#removed.add(fileId);
    }
    this.#first = messages[0];
    this.#lastIndex = messages.findLast(({ index }) => index !== undefined)?.index ?? 0;
  }

  /** The file of an entry that tells of one. */
  of({ userData = {} }: ChatMessage, transfers: readonly FileTransfer[]): ShownFile {
    const fileId = userData['file-id'] ?? '';
    const size = Number(userData['file-size'] ?? NaN);
    const own = transfers.find((transfer) => fileId !== '' && transfer.fileId === fileId);
    return {
      state: this.#removed.has(fileId) ? 'removed' : 'there',
      name: userData['file-name'] ?? '',
      type: userData['file-type'] ?? '',
      ...(Number.isFinite(size) && { size }),
      ...(fileId && { fileId }),
      // The visitor's own need not be fetched.
      ...(own && { blob: own.file }),
    };
  }

  /** The visitor's files that are not in the transcript yet, or could not be sent. */
  open(transfers: readonly FileTransfer[]): FileTransfer[] {
    return transfers.filter(
      ({ status, fileId }) => status !== 'sent' || (fileId !== undefined && !this.#shared.has(fileId)),
    );
  }
}
