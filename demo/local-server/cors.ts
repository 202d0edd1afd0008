import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopbackName } from './loopback.js';

/** Lets the page that asks read the answer, with cookies too; a page of the same origin or no page at all needs none. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.appendHeader('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined) return;
  response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
}

/** Answers the browser's question whether a page may send this request: with yes, whatever it asks for. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse, methods: string): void {
  response.setHeader('Access-Control-Allow-Methods', methods);
  const headers = request.headers['access-control-request-headers'];
  if (headers !== undefined) response.setHeader('Access-Control-Allow-Headers', headers);
  if (request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
  }
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204).end();
}

/**
 * Whether the request comes from this computer's or this server's own pages, or from no page.
 *
 * The control interface shows and does everything in every chat, so any site that the developer happens to visit must
 * not reach it.
 */
export function isFromTrustedPage(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  const page = URL.canParse(origin) ? new URL(origin).hostname : '';
  return isLoopbackName(page) || (host !== undefined && page !== '' && page === hostnameOf(host));
}

/** The name in a `Host` header, without the port. */
export function hostnameOf(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
}
