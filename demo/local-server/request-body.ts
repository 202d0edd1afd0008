import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';

// A client that is cut off while it still sends often never reads the answer that says why. So what is too large is
// read on and thrown away, up to here.
const discardedBytes = 268_435_456;

/** Reads a whole body; one that is larger than the limit is HTTP 413. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= limit) chunks.push(chunk);
    if (size > limit + discardedBytes) break;
  }
  if (size > limit) throw new HttpError(413, `The request body is larger than ${String(limit)} bytes`);
  return Buffer.concat(chunks);
}

/** The media type of a request's body without its parameters, in lower case; empty when it names none. */
export function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A path's segments, decoded; without the query. */
export function pathSegments(request: IncomingMessage): string[] {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    throw new HttpError(400, `The path ${path} is not correctly percent-encoded`);
  }
}
