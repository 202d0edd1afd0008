import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createLocalServer } from '../../demo/local-server/index.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { InProcessHttp } from './in-process-http.js';
import type { SiteTime } from './site-time.js';

/** Names the header that tells when a request left, in epoch milliseconds. */
export const sentAtHeader = 'x-sent-at';

/** After so many milliseconds a request counts as unanswered, and no longer arrives: a service takes that for granted. */
export const timeout = 200;

/** A chat server that visitors reach at an address where it may go down and come up again; its chats stay. */
export class RestartableServer {
  /** The same server as the agent sees it, who is always connected. */
  readonly side: LocalServerSide;
  /** What a visitor's chat is configured with. */
  readonly dataURL = 'http://127.0.0.1/genesys/2/chat/customer-support';
  readonly #local: ReturnType<typeof createLocalServer>;
  readonly #http: InProcessHttp;
  #isUp = true;

  constructor(time: SiteTime) {
    const delay = (milliseconds: number, signal: AbortSignal) => time.wait(milliseconds, signal).catch(() => undefined);
    // How long a visitor may be away is not what is tried here.
    this.#local = createLocalServer({ protocolTimeoutMs: 3_600_000, clock: { now: () => time.now(), delay } });
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const age = time.now() - Number(request.headers[sentAtHeader] ?? time.now());
      if (age >= timeout) request.socket.destroy();
      else await this.#local.handle(request, response);
    };
    const http = new InProcessHttp(createServer((request, response) => void answer(request, response)));
    this.#http = http;
    this.side = new LocalServerSide('http://127.0.0.1', (address, init) => http.fetch(address, init));
  }

  /** A visitor's way to it. */
  async fetch(address: string, init: RequestInit): Promise<Response> {
    if (!this.#isUp) throw new TypeError('Failed to fetch');
    return this.#http.fetch(address, init);
  }

  /** Cuts all connections and takes no more of visitors. */
  goDown(): void {
    this.#isUp = false;
    this.#http.cut();
  }

  /** Serves visitors again at the same address. */
  comeUp(): void {
    this.#isUp = true;
  }

  async close(): Promise<void> {
    this.#http.cut();
    await this.#local.close();
  }
}
