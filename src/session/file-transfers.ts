import { ChatError } from '../errors.js';
import type { PublicAnswer } from '../model/chat-events.js';
import { fileProblem, noFileLimits, readFileLimits, type FileLimits } from '../model/file-limits.js';
import type { FileStatus } from '../model/file-status.js';
import type { Answer, Failure, SessionRequest } from '../transport/transport.js';
import { toPublicAnswer } from './public-answer.js';
import { unreadable } from './read-options.js';
import { extensionSentences } from './extension-sentences.js';

type WithoutKeys<Request> = Request extends unknown ? Omit<Request, 'keys'> : never;

/** A request about files whose keys the conversation adds. */
export type FileRequest =
  { readonly operation: 'fileLimits' } | WithoutKeys<Extract<SessionRequest, { readonly operation: 'uploadFile' }>>;

/** What the transfers of one conversation are made with. */
export interface FileTransfersOptions {
  /** Asks the server and reports a failure as the conversation does. */
  readonly exchange: (request: FileRequest, signal: AbortSignal) => Promise<Answer | Failure>;
  readonly download: (fileId: string, signal: AbortSignal) => Promise<Blob | Failure>;
  /** What a command rejects with when its request failed. */
  readonly refused: (failure: Failure) => ChatError;
  /** Whether an agent is in the chat now. */
  readonly hasAgent: () => boolean;
  /** Tells of each change of a file that is being sent. */
  readonly onStatus: (status: FileStatus, file: File) => void;
  /** An id that no other transfer has. */
  readonly newId: () => string;
}

/** A file that waits to be sent or is on its way. */
interface Transfer {
  readonly file: File;
  readonly giveUp: AbortController;
  status: FileStatus;
}

/** The files of one conversation. All verbs reject with a {@link ChatError}. */
export class FileTransfers {
  readonly #options: FileTransfersOptions;
  readonly #open = new Map<string, Transfer>();
  readonly #gone = new AbortController();

  constructor(options: FileTransfersOptions) {
    this.#options = options;
  }

  /** What the server takes, and how much of it is used up, as of now. */
  async limits(): Promise<FileLimits> {
    this.#checkGone();
    const answer = await this.#options.exchange({ operation: 'fileLimits' }, this.#gone.signal);
    this.#checkGone();
    if (!answer.ok) throw this.#toError(answer);
    return readFileLimits(answer.messages) ?? noFileLimits();
  }

  /**
   * Sends a file, or several one after the other, unless the limits speak against any of them. Resolves with the
   * server's answers. After a failure the rest is not sent, after a cancelled file it is.
   */
  async send(files: unknown): Promise<PublicAnswer[]> {
    const list = toFiles(files);
    const limits = await this.limits();
    this.#checkGone();
    const problem = fileProblem(list, limits, { hasAgent: this.#options.hasAgent() });
    if (problem) throw new ChatError(problem);
    const transfers = list.map((file) => this.#add(file));
    const answers: PublicAnswer[] = [];
    for (const transfer of transfers) {
      const answer = await this.#upload(transfer);
      if (answer?.ok) {
        answers.push(toPublicAnswer(answer));
      } else if (answer) {
        for (const { status } of transfers) this.cancel(status.id);
        throw this.#toError(answer);
      }
    }
    if (answers.length < transfers.length) throw new ChatError(extensionSentences.transferCancelled);
    return answers;
  }

  /** Gives up a file that waits or is on its way; false when there is none by that id. */
  cancel(id: string): boolean {
    const transfer = this.#open.get(id);
    if (!transfer) return false;
    this.#change(transfer, { status: 'cancelled' });
    transfer.giveUp.abort();
    return true;
  }

  /** The bytes of a file of the conversation. */
  async download({ fileId }: { readonly fileId?: unknown; readonly fileName?: unknown } = {}): Promise<Blob> {
    if (typeof fileId !== 'string' || fileId === '') throw new ChatError(extensionSentences.noFileId);
    this.#checkGone();
    const file = await this.#options.download(fileId, this.#gone.signal);
    this.#checkGone();
    if ('ok' in file) throw this.#toError(file);
    return file;
  }

  /** Gives up everything. Nothing is told afterwards. */
  dispose(): void {
    for (const id of [...this.#open.keys()]) this.cancel(id);
    this.#gone.abort();
  }

  #checkGone(): void {
    if (this.#gone.signal.aborted) throw new ChatError(extensionSentences.transferCancelled);
  }

  #toError(failed: Failure): ChatError {
    return failed.kind === 'aborted'
      ? new ChatError(extensionSentences.transferCancelled)
      : this.#options.refused(failed);
  }

  #add(file: File): Transfer {
    const { name, size, type } = file;
    const id = this.#options.newId();
    const status: FileStatus = { id, name, size, type, status: 'uploading', loaded: 0 };
    const transfer = { file, giveUp: new AbortController(), status };
    this.#open.set(id, transfer);
    this.#change(transfer, {});
    return transfer;
  }

  /** What came of it; undefined when it was cancelled. */
  async #upload(transfer: Transfer): Promise<Answer | Failure | undefined> {
    const { file, giveUp } = transfer;
    if (giveUp.signal.aborted) return undefined;
    const { size, name: fileName } = file;
    const onProgress = (loaded: number, total: number) => {
      // The request is somewhat larger than the file in it.
      const share = total > 0 ? Math.min(1, loaded / total) : 0;
      this.#change(transfer, { loaded: Math.round(size * share) });
    };
    const answer = await this.#options.exchange({ operation: 'uploadFile', file, fileName, onProgress }, giveUp.signal);
    if (!answer.ok && answer.kind === 'aborted') this.cancel(transfer.status.id);
    if (!this.#open.has(transfer.status.id)) return undefined;
    const fileId = answer.ok ? answer.userData?.['file-id'] : undefined;
    if (answer.ok) this.#change(transfer, { status: 'sent', loaded: size, ...(fileId !== undefined && { fileId }) });
    else this.#change(transfer, { status: 'failed' });
    return answer;
  }

  /** Tells of a change, unless the file has come to its end already. */
  #change(transfer: Transfer, change: Partial<FileStatus>): void {
    if (!this.#open.has(transfer.status.id)) return;
    transfer.status = { ...transfer.status, ...change };
    if (transfer.status.status !== 'uploading') this.#open.delete(transfer.status.id);
    this.#options.onStatus(transfer.status, transfer.file);
  }
}

/** @throws {ChatError} when there is no file, or something that is none. */
function toFiles(given: unknown): File[] {
  let wrong = describe(unreadable);
  try {
    const files = filesIn(given);
    if (files.length > 0 && files.every(isFile)) return files;
    wrong = files.length > 0 ? describe(files.find((file) => !isFile(file))) : 'no file';
  } catch {
    // A page's own getters may throw.
  }
  throw new ChatError(`files takes a File, a FileList, an array of Files or a file input, and got ${wrong}`);
}

/** A file itself, or what a list or an input holds, or the inputs of a list, as jQuery has them. */
function filesIn(given: unknown): unknown[] {
  const lists = isBlob(given) || !isList(given) ? [given] : Array.from(given);
  return lists.flatMap((each) => (isInput(each) ? Array.from(each.files) : [each]));
}

function isInput(value: unknown): value is { readonly files: ArrayLike<unknown> } {
  return typeof value === 'object' && value !== null && 'files' in value && isList(value.files);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number';
}

/** Of whichever window: a page's frames have classes of their own. */
function isBlob(value: unknown): value is Blob {
  return ['[object File]', '[object Blob]'].includes(Object.prototype.toString.call(value));
}

function isFile(value: unknown): value is File {
  return isBlob(value) && 'name' in value && typeof value.name === 'string' && value.name !== '';
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (value === unreadable) return 'a value that cannot be read';
  if (isBlob(value)) return 'a Blob without a name';
  return typeof value === 'object' ? 'another object' : `a ${typeof value}`;
}
