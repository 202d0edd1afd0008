import { ChatError, sentences } from '../errors.js';
import { numAgentsConnected } from '../model/agent.js';
import type { Answer, Failure, KeylessRequest } from '../transport/transport.js';
import type { ChatSessionOptions } from './chat-session.js';
import type { FileTransfers } from './file-transfers.js';

/** What the files of a conversation need of it. */
export interface LazyFilesOptions extends Pick<ChatSessionOptions, 'platform' | 'stores' | 'emit'> {
  readonly exchange: (request: KeylessRequest, signal: AbortSignal) => Promise<Answer | Failure>;
  readonly download: (fileId: string, signal: AbortSignal) => Promise<Blob | Failure>;
}

/** The files of one conversation. Their code comes when they are first wanted. */
export class LazyFiles {
  readonly #options: LazyFilesOptions;
  #transfers: Promise<FileTransfers> | undefined;
  #count = 0;

  constructor(options: LazyFilesOptions) {
    this.#options = options;
  }

  /** The transfers of the conversation. */
  get(): Promise<FileTransfers> {
    this.#transfers ??= this.#load();
    return this.#transfers;
  }

  /** Gives up all transfers. The next are made anew. */
  dispose(): void {
    void this.#transfers?.then((transfers) => {
      transfers.dispose();
    });
    this.#transfers = undefined;
  }

  async #load(): Promise<FileTransfers> {
    const { exchange, download, emit, stores, platform } = this.#options;
    const { FileTransfers } = await import('./file-transfers.js').catch(() => {
      this.#transfers = undefined;
      throw new ChatError(sentences.notLoaded);
    });
    return new FileTransfers({
      exchange,
      download,
      hasAgent: () => numAgentsConnected(stores.agents.get()) > 0,
      onStatus: (status) => {
        emit('fileStatus', status);
      },
      newId: () => {
        this.#count += 1;
        return `file-${String(platform.clock.now())}-${String(this.#count)}`;
      },
    });
  }
}
