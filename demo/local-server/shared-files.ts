import { randomBytes } from 'node:crypto';

/** What the visitors of this server may upload and download; the wire's `file/limits` answer tells it to them. */
export interface FilePolicy {
  /** Files one participant may have in a chat. Default 10. */
  readonly maxFiles: number;
  /** Bytes of one file. Default 10 MiB. */
  readonly maxFileBytes: number;
  /** Bytes of all files of one participant in a chat. Default 50 MiB. */
  readonly maxTotalBytes: number;
  /** Extensions a visitor may upload, lower case, without dot. Agents may send any. */
  readonly types: readonly string[];
  /** Downloads a visitor has in one chat. Default 100. */
  readonly maxDownloads: number;
  /** Whether a visitor may upload only while an agent is in the chat. Default false. */
  readonly needsAgent: boolean;
}

/** The policy of a server that is given none. */
export const defaultFilePolicy: FilePolicy = {
  maxFiles: 10,
  maxFileBytes: 10_485_760,
  maxTotalBytes: 52_428_800,
  types: ['csv', 'docx', 'gif', 'jpeg', 'jpg', 'mp3', 'mp4', 'pdf', 'png', 'txt', 'webp', 'xlsx', 'zip'],
  maxDownloads: 100,
  needsAgent: false,
};

/** A file as it came in. */
export interface UploadedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A file somebody sent in a chat. */
export interface SharedFile extends UploadedFile {
  readonly fileId: string;
  readonly participantId: number;
}

/** The wire's codes for a file that is not taken: too many, too large, or not of an allowed type. */
export type FileRefusal = 201 | 202 | 203;

/** The files of one chat. They live in memory and go with the chat. */
export class SharedFiles {
  readonly #files = new Map<string, SharedFile>();
  readonly #policy: FilePolicy;

  constructor(policy: FilePolicy) {
    this.#policy = policy;
  }

  /** Why this participant may not send such a file, or `undefined` when it may. */
  refusal(file: UploadedFile, participantId: number, isVisitor: boolean): FileRefusal | undefined {
    const { files, bytes } = this.usage(participantId);
    if (files >= this.#policy.maxFiles) return 201;
    const size = file.content.byteLength;
    if (size > this.#policy.maxFileBytes || bytes + size > this.#policy.maxTotalBytes) return 202;
    if (isVisitor && !this.#policy.types.includes(extensionOf(file.fileName))) return 203;
    return undefined;
  }

  /** Keeps the file and gives it an id that cannot be guessed. */
  add(file: UploadedFile, participantId: number): SharedFile {
    const shared = { ...file, participantId, fileId: randomBytes(8).toString('hex').toUpperCase() };
    this.#files.set(shared.fileId, shared);
    return shared;
  }

  /** The file of that id, unless there is none or it was deleted. */
  get(fileId: string): SharedFile | undefined {
    return this.#files.get(fileId);
  }

  /** Forgets a file and its bytes. */
  delete(fileId: string): void {
    this.#files.delete(fileId);
  }

  /** What one participant, or without an id everybody, has stored now. */
  usage(participantId?: number): { files: number; bytes: number } {
    const counted = [...this.#files.values()].filter(
      (file) => participantId === undefined || file.participantId === participantId,
    );
    return { files: counted.length, bytes: counted.reduce((sum, file) => sum + file.content.byteLength, 0) };
  }
}

function extensionOf(fileName: string): string {
  return fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
}
