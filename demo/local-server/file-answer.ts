import type { ServerResponse } from 'node:http';
import type { SharedFile } from './shared-files.js';

/** Answers with the bytes of a file that somebody sent in a chat. */
export function sendFile(response: ServerResponse, file: SharedFile): void {
  response.writeHead(200, {
    'Content-Type': safeContentType(file.contentType),
    'Content-Length': file.content.byteLength,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeRfc5987(file.fileName)}`,
    'Cache-Control': 'no-store',
    // A stranger's file comes from the origin of the demo pages: it must never run there as a page of its own.
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'sandbox',
  });
  response.end(file.content);
}

function safeContentType(contentType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream';
}

function encodeRfc5987(text: string): string {
  // Through UTF-8 and back, since encodeURIComponent throws at half a surrogate pair.
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
  return encodeURIComponent(wellFormed).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
