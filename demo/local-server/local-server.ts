import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ChatRooms } from './chat-rooms.js';
import { systemClock } from './clock.js';
import type { Clock } from './clock.js';
import { ControlApi } from './control-api.js';
import { hostnameOf } from './cors.js';
import { Faults } from './faults.js';
import { badAnswer } from './gms-answer.js';
import { GmsApi } from './gms-api.js';
import { HttpError } from './http-error.js';
import { sendJson } from './json-answer.js';
import { defaultLimits } from './limits.js';
import type { LocalServerLimits } from './limits.js';
import { isLoopbackName } from './loopback.js';
import { pathSegments } from './request-body.js';
import { defaultFilePolicy } from './shared-files.js';
import type { FilePolicy } from './shared-files.js';
import { StaticFiles } from './static-files.js';
import type { StaticFolder } from './static-files.js';

/** How a local server behaves; without any option it is a chat server on loopback with no pages. */
export interface LocalServerOptions {
  /** The address `listen` binds unless told otherwise. Default `127.0.0.1`. */
  readonly host?: string;
  /** After so long without a request of its visitor a chat ends; asynchronous chats never do. Default 45,000. */
  readonly protocolTimeoutMs?: number;
  /** When given, the chat service demands it in the header `apikey` (or `x-api-key`); else HTTP 401. */
  readonly apiKey?: string;
  /** The bounds of memory and requests. */
  readonly limits?: Partial<LocalServerLimits>;
  /** What visitors may upload and download. */
  readonly files?: Partial<FilePolicy>;
  /** Folders that `listen` serves besides the two interfaces. */
  readonly staticFolders?: readonly StaticFolder[];
  /** Another time than the computer's, for tests. */
  readonly clock?: Partial<Clock>;
}

/** Where to listen. */
export interface ListenOptions {
  /** 0 = any free one. Default 8080. */
  readonly port?: number;
  /** Default: the server's option. */
  readonly host?: string;
}

/** Where a server can be reached. */
export interface ListenAddress {
  /** The origin, without a slash at the end. */
  readonly url: string;
  /** The port that is really in use. */
  readonly port: number;
}

/** A chat server in memory, speaking GMS Chat API version 2 and its own control interface over HTTP. */
export interface LocalServer {
  /**
   * Answers a request to `/genesys/2/chat/…` or `/local/…`, and says whether it did: to be called as a middleware of
   * another server, which keeps all other paths. The body must not have been read yet. Whom to let in is then the
   * other server's matter; static folders are not served.
   */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Serves on a port of its own. On a loopback address only requests that name this computer are answered. */
  listen(options?: ListenOptions): Promise<ListenAddress>;
  /** Stops serving and cuts all connections at once. The chats are gone with the object. */
  close(): Promise<void>;
}

/** Makes a chat server with no chats. Nothing runs until `listen`, and no timer ever does. */
export function createLocalServer(options: LocalServerOptions = {}): LocalServer {
  return new HttpLocalServer(options);
}

// Longer than any poll interval, so that a page's next poll never meets a connection that is just being closed.
const keepAliveTimeoutMs = 65_000;

const failure = 'The local server failed';

const ownPath = /^\/(local|genesys\/2\/chat)(?:[/?]|$)/;

class HttpLocalServer implements LocalServer {
  readonly #host: string;
  readonly #gms: GmsApi;
  readonly #control: ControlApi;
  readonly #static: StaticFiles;
  #server: Server | undefined;

  constructor(options: LocalServerOptions) {
    const clock = { ...systemClock, ...options.clock };
    const limits = { ...defaultLimits, ...options.limits };
    const files = { ...defaultFilePolicy, ...options.files };
    const { protocolTimeoutMs = 45_000, apiKey } = options;
    const rooms = new ChatRooms({ ...limits, now: clock.now, files, protocolTimeoutMs });
    const faults = new Faults();
    this.#host = options.host ?? '127.0.0.1';
    this.#gms = new GmsApi({ rooms, faults, clock, limits, files, apiKey });
    this.#control = new ControlApi({ rooms, faults, limits, files });
    this.#static = new StaticFiles(options.staticFolders ?? []);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const api = ownPath.exec(request.url ?? '/')?.[1];
    if (api === undefined) return false;
    const isControl = api === 'local';
    const answer = async (): Promise<boolean> => {
      const segments = pathSegments(request);
      if (isControl) await this.#control.handle(request, response, segments.slice(1));
      else await this.#gms.handle(request, response, segments.slice(3));
      return true;
    };
    return this.#guard(response, answer, isControl ? { error: failure } : badAnswer(1, 500, failure));
  }

  async listen({ port = 8080, host = this.#host }: ListenOptions = {}): Promise<ListenAddress> {
    if (this.#server !== undefined) throw new Error('unable to listen; this server already listens or was closed');
    const onlyLoopback = isLoopbackName(host);
    const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (request, response) => {
      void this.#serve(request, response, onlyLoopback);
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => {
        this.#server = undefined;
        reject(error);
      });
      server.listen(port, host, resolve);
    });
    const address = server.address();
    const actualPort = typeof address === 'object' && address !== null ? address.port : port;
    return { url: `http://${reachableName(host)}:${String(actualPort)}`, port: actualPort };
  }

  async close(): Promise<void> {
    this.#gms.close();
    const server = this.#server;
    if (server?.listening !== true) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse, onlyLoopback: boolean): Promise<void> {
    await this.#guard(response, async () => {
      // A name that somebody else's DNS points at this computer must not make its pages ours.
      if (onlyLoopback && !isLoopbackName(hostnameOf(request.headers.host ?? ''))) {
        throw new HttpError(
          403,
          'This server only answers to localhost; to be reached by other names set another host',
        );
      }
      if (await this.handle(request, response)) return true;
      if (await this.#static.handle(request, response)) return true;
      throw new HttpError(404, `There is nothing at ${request.url ?? '/'}`);
    });
  }

  /** `failed` is the body that tells the client of an error it has no part in. */
  async #guard(
    response: ServerResponse,
    answer: () => Promise<boolean>,
    failed: object = { error: failure },
  ): Promise<boolean> {
    try {
      return await answer();
    } catch (error) {
      // The client has left in the middle of its request: nobody waits for an answer.
      if (response.destroyed) return true;
      if (error instanceof HttpError) sendJson(response, error.status, { error: error.message });
      else {
        console.error('genesys-webchat local server: a request failed;', error);
        if (response.headersSent) response.destroy();
        else sendJson(response, 500, failed);
      }
      return true;
    }
  }
}

function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
