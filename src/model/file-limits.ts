import type { ServerMessage } from './message.js';

/** What the server lets a visitor send and fetch, and how much of it is used up. No limit is `Infinity`. */
export interface FileLimits {
  /** Files in one chat. */
  maxFiles: number;
  usedFiles: number;
  /** Bytes of one file. */
  maxFileSize: number;
  /** Bytes of all files in one chat. */
  maxTotalSize: number;
  usedTotalSize: number;
  /** Extensions in lower case without a dot; none = every type is taken. */
  types: string[];
  /** Files are taken only while an agent is in the chat. */
  needsAgent: boolean;
  /** Downloads in one chat. */
  downloadAttempts: number;
  usedDownloadAttempts: number;
}

/**
 * Why files cannot be sent, by the server's own codes: 201 too many, 202 too large or no agent there, 203 of a type that
 * is not taken.
 */
export interface FileProblem {
  code: 201 | 202 | 203;
  /** One sentence for developers. */
  text: string;
}

/** The limits that the answer tells; undefined when it tells none. */
export function readFileLimits(messages: readonly ServerMessage[]): FileLimits | undefined {
  const notice = messages.filter(({ type, text }) => type === 'Notice' && text === 'file-client-cfg-get').at(-1);
  return notice && toLimits(notice.userData ?? {});
}

/** Limits of a server that has none. */
export function noFileLimits(): FileLimits {
  return toLimits({});
}

/** What speaks against sending these files, before the server has to say it. */
export function fileProblem(
  files: readonly { readonly name: string; readonly size: number }[],
  limits: FileLimits,
  { hasAgent }: { readonly hasAgent: boolean },
): FileProblem | undefined {
  const { maxFiles, usedFiles, maxFileSize, maxTotalSize, types } = limits;
  let total = limits.usedTotalSize;
  for (const [at, { name, size }] of files.entries()) {
    const file = `"${name}"`;
    total += size;
    if (limits.needsAgent && !hasAgent) {
      return { code: 202, text: `${file} cannot be sent yet, files are taken only while an agent is in the chat` };
    }
    const count = usedFiles + at + 1;
    if (count > maxFiles) {
      return { code: 201, text: `${file} would be file number ${count} of this chat, allowed are ${maxFiles}` };
    }
    if (size > maxFileSize) return { code: 202, text: `${file} has ${size} bytes, allowed are ${maxFileSize}` };
    if (total > maxTotalSize) {
      return { code: 202, text: `${file} makes ${total} bytes of all files of this chat, allowed are ${maxTotalSize}` };
    }
    const type = extensionOf(name);
    if (types.length > 0 && !types.includes(type)) {
      return {
        code: 203,
        text: `${file} has ${type ? `the type ${type}` : 'no type'}, allowed are ${types.join(', ')}`,
      };
    }
  }
  return undefined;
}

function toLimits(data: Readonly<Record<string, string>>): FileLimits {
  return {
    maxFiles: wholeNumber(data['upload-max-files'], Infinity),
    usedFiles: wholeNumber(data['used-upload-max-files'], 0),
    maxFileSize: wholeNumber(data['upload-max-file-size'], Infinity),
    maxTotalSize: wholeNumber(data['upload-max-total-size'], Infinity),
    usedTotalSize: wholeNumber(data['used-upload-max-total-size'], 0),
    types: (data['upload-file-types'] ?? '').toLowerCase().match(/[^:.\s]+/g) ?? [],
    needsAgent: data['upload-need-agent']?.trim().toLowerCase() === 'true',
    downloadAttempts: wholeNumber(data['download-attempts'], Infinity),
    usedDownloadAttempts: wholeNumber(data['used-download-attempts'], 0),
  };
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : otherwise;
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
