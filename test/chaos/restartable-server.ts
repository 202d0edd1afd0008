import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalServer } from '../../demo/local-server/index.js';
import { LocalServerSide } from '../support/local-server-side.js';

/** Names the header that tells when a request left, in epoch milliseconds. */
export const sentAtHeader = 'x-sent-at';

/** After so many milliseconds a request counts as unanswered. */
export const timeout = 200;

/**
 * Milliseconds after which a request no longer arrives. A service takes for granted that none arrives after its time-out;
 * on a busy machine the time-out would ring before requests are read that have long arrived.
 */
const latestArrival = timeout - 40;

/** A chat server that visitors reach at an address where it may go down and come up again; its chats stay. */
export class RestartableServer {
  /** The same server as the agent sees it, who is always connected. */
  readonly side: LocalServerSide;
  /** What a visitor's chat is configured with. */
  readonly dataURL: string;
  readonly #local: ReturnType<typeof createLocalServer>;
  readonly #port: number;
  #front: Server;

  private constructor(local: ReturnType<typeof createLocalServer>, controlUrl: string, front: Server) {
    this.#local = local;
    this.#front = front;
    this.#port = (front.address() as AddressInfo).port;
    this.side = new LocalServerSide(controlUrl);
    this.dataURL = `http://127.0.0.1:${String(this.#port)}/genesys/2/chat/customer-support`;
  }

  static async start(): Promise<RestartableServer> {
    // A busy machine may keep a visitor waiting, but that is not what is tried here.
    const local = createLocalServer({ protocolTimeoutMs: 3_600_000 });
    const { url } = await local.listen({ port: 0 });
    return new RestartableServer(local, url, await listen(local, 0));
  }

  get isUp(): boolean {
    return this.#front.listening;
  }

  /** Cuts all connections of visitors and takes no more. */
  async goDown(): Promise<void> {
    if (!this.isUp) return;
    await new Promise<void>((resolve) => {
      this.#front.close(() => {
        resolve();
      });
      this.#front.closeAllConnections();
    });
  }

  /** Serves visitors again at the same address. */
  async comeUp(): Promise<void> {
    if (!this.isUp) this.#front = await listen(this.#local, this.#port);
  }

  async close(): Promise<void> {
    await this.goDown();
    await this.#local.close();
  }
}

async function listen(local: ReturnType<typeof createLocalServer>, port: number): Promise<Server> {
  const server = createServer((request, response) => void answer(local, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(
  local: ReturnType<typeof createLocalServer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const age = Date.now() - Number(request.headers[sentAtHeader]);
  if (age > latestArrival) request.socket.destroy();
  else await local.handle(request, response);
}
