import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf } from './content-types.js';
import { allowOrigin } from './cors.js';
import { HttpError } from './http-error.js';
import { pathSegments } from './request-body.js';

/** A folder whose files are served below a path. */
export interface StaticFolder {
  /** Where it begins, with a slash at both ends: `/`, `/cdn/`. */
  readonly prefix: string;
  /** The folder on disk. It may appear later; until then nothing is found. */
  readonly folder: string;
  /** Sent with each file. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with each HTML page besides, for example a Content-Security-Policy. */
  readonly pageHeaders?: Readonly<Record<string, string>>;
}

/** Serves folders; of several that fit a path, the one with the longest prefix. */
export class StaticFiles {
  readonly #folders: readonly StaticFolder[];

  constructor(folders: readonly StaticFolder[]) {
    for (const { prefix } of folders) {
      if (!/^\/(.*\/)?$/.test(prefix)) throw new TypeError(`The prefix ${prefix} must begin and end with a slash`);
    }
    this.#folders = [...folders].sort((a, b) => b.prefix.length - a.prefix.length);
  }

  /** Answers a request for a file; `false` when there is no such file. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    const folder = this.#folders.find(({ prefix }) => path.startsWith(prefix) || `${path}/` === prefix);
    if (folder === undefined) return false;
    const segments = pathSegments(request);
    if (!segments.every(isPlain)) return false;
    const found = await find(folder, segments.slice(folder.prefix.split('/').length - 2));
    if (found === undefined) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      throw new HttpError(405, 'Files can only be read');
    }
    if (found.isFolder && !path.endsWith('/')) {
      // Without the slash, a page's relative addresses would lead beside its folder. One slash only in front:
      // two would name another server.
      const location = `/${path.replace(/^\/+/, '')}/${query === undefined ? '' : `?${query}`}`;
      response.writeHead(301, { Location: location, 'Content-Length': 0 }).end();
      return true;
    }
    await sendFileAt(request, response, folder, found);
    return true;
  }
}

interface Found {
  readonly file: string;
  readonly size: number;
  readonly isFolder: boolean;
}

// Neither a step up nor a hidden file (.git, .env) nor another system's separator or drive, encoded or not.
function isPlain(segment: string): boolean {
  return !segment.startsWith('.') && !/[\\/:\0]/.test(segment);
}

async function find({ folder }: StaticFolder, segments: readonly string[]): Promise<Found | undefined> {
  try {
    const root = await realpath(folder);
    const target = join(root, ...segments);
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && segments.at(-1) === '') return undefined;
    const file = await realpath(isFolder ? join(target, 'index.html') : target);
    // A link inside the folder may lead out of it.
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    const { size } = await stat(file);
    return { file, size, isFolder };
  } catch {
    return undefined;
  }
}

async function sendFileAt(
  request: IncomingMessage,
  response: ServerResponse,
  folder: StaticFolder,
  { file, size }: Found,
): Promise<void> {
  const type = contentTypeOf(file);
  const isPage = type.startsWith('text/html');
  // A page of another origin may link the module that is served here.
  allowOrigin(request, response);
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': size,
    // Looked up anew each time, but for the way back: a page that may not be stored is not kept for it.
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...folder.headers,
    ...(isPage ? folder.pageHeaders : {}),
  });
  if (request.method === 'HEAD') response.end();
  // A reader that leaves, or a file that goes away meanwhile, ends in a cut connection; there is nobody to tell.
  else await pipeline(createReadStream(file), response).catch(() => response.destroy());
}
