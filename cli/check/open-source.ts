import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { SourceKind } from './source-text.js';

/** What a check reads at most. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileSize: number;
  readonly files: number;
  /** Milliseconds for one answer. */
  readonly timeout: number;
}

/** A file or answer as it was read. */
export interface Opened {
  /** Where it came from in the end: references in it start here. */
  readonly address: URL;
  readonly text: string;
  readonly kind: SourceKind;
}

/** Why something cannot be read, in words that follow its name. */
export class Unreadable extends Error {}

const kinds: Readonly<Record<string, SourceKind>> = {
  '.html': 'page',
  '.htm': 'page',
  '.xhtml': 'page',
  '.js': 'script',
  '.mjs': 'script',
  '.cjs': 'script',
  '.css': 'style',
  '.json': 'data',
};

/** What a file is by its name; undefined where it is nothing that is read. */
export function kindByName(path: string): SourceKind | undefined {
  return kinds[extname(path).toLowerCase()];
}

/** Reads a file or asks a server, within the limits. */
export async function openSource(address: URL, limits: Limits): Promise<Opened> {
  return address.protocol === 'file:' ? await readFile(address, limits) : await fetchText(address, limits);
}

/** All files in a folder that can be read, without what starts with a dot and what packages have brought. */
export async function filesIn(folder: string): Promise<URL[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: URL[] = [];
  for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, 'en'))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) found.push(...(await filesIn(path)));
    else if (entry.isFile() && kindByName(path)) found.push(pathToFileURL(path));
  }
  return found;
}

async function readFile(address: URL, { fileSize }: Limits): Promise<Opened> {
  const path = fileURLToPath(address);
  const kind = kindByName(path);
  if (!kind) throw new Unreadable(`is no file that is read; these are: ${Object.keys(kinds).join(', ')}`);
  try {
    if ((await stat(path)).size > fileSize) throw new Unreadable(tooLarge(fileSize));
    const file = await open(path);
    try {
      return { address, text: await file.readFile('utf8'), kind };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error));
  }
}

async function fetchText(address: URL, { fileSize, timeout }: Limits): Promise<Opened> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(timeout), headers: { Accept: '*/*' } });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new Unreadable(`is not there; the server answered ${String(answer.status)}`);
    }
    const kind = kindByType(answer.headers.get('content-type') ?? '') ?? kindByName(new URL(answer.url).pathname);
    return { address: new URL(answer.url), text: await bounded(answer, fileSize), kind: kind ?? 'page' };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new Unreadable(isLate ? `did not answer in ${String(timeout / 1000)} s` : reasonOf(error));
  }
}

async function bounded(answer: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let [size, text] = [0, ''];
  for await (const part of answer.body ?? []) {
    const bytes = part as Uint8Array;
    size += bytes.byteLength;
    if (size > most) throw new Unreadable(tooLarge(most));
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}

function kindByType(type: string): SourceKind | undefined {
  if (/javascript|ecmascript/i.test(type)) return 'script';
  if (/json/i.test(type)) return 'data';
  if (/css/i.test(type)) return 'style';
  return /html/i.test(type) ? 'page' : undefined;
}

function tooLarge(most: number): string {
  return `is larger than ${String(most / 1_000_000)} MB`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EACCES: 'may not be read',
    EISDIR: 'is a folder',
    ENOTFOUND: 'has a host that is not known',
    ECONNREFUSED: 'has a host that does not answer there',
  };
  return (
    words[code] ?? `cannot be read: ${String(cause instanceof Error ? cause.message : cause).split('\n')[0] ?? ''}`
  );
}
