import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';

/**
 * Speaks HTTP with a server of the same process, over connections that are no sockets: nothing waits for the machine, so
 * all comes in the same order each time.
 */
export class InProcessHttp {
  readonly #server: Server;
  readonly #connections = new Set<Duplex>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** Asks like `fetch`. The answer has come whole when it is there. */
  async fetch(address: string, { signal, ...init }: RequestInit): Promise<Response> {
    // The signal of a Request no longer aborts once the machine has freed the Request.
    const request = new Request(address, init);
    const body = await request.text();
    const { pathname, search, host } = new URL(address);
    const options = {
      method: request.method,
      path: pathname + search,
      headers: { ...Object.fromEntries(request.headers), host },
      signal: signal ?? undefined,
      createConnection: () => this.#connect(),
    };
    return new Promise((resolve, reject) => {
      const asked = httpRequest(options, (answer) => {
        readWhole(answer).then(resolve, reject);
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** Cuts all connections. */
  cut(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  #connect(): Duplex {
    const [ours, theirs] = duplexPair();
    this.#connections.add(ours);
    ours.once('close', () => {
      this.#connections.delete(ours);
      // What is destroyed on one side is left waiting on the other.
      theirs.destroy();
    });
    theirs.once('close', () => ours.destroy());
    this.#server.emit('connection', theirs);
    return ours;
  }
}

async function readWhole(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  const status = answer.statusCode ?? 0;
  return new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers });
}
