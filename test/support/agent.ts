import type { LocalServerSide } from './local-server-side.js';

/** Somebody who has joined a chat. */
export class Agent {
  readonly participantId: number;
  readonly #server: LocalServerSide;
  readonly #path: string;

  constructor(server: LocalServerSide, path: string) {
    this.#server = server;
    this.#path = path;
    this.participantId = Number(path.split('/').at(-1));
  }

  async write(text: string): Promise<void> {
    await this.#server.control('POST', `${this.#path}/messages`, { text });
  }

  async startTyping(): Promise<void> {
    await this.#server.control('POST', `${this.#path}/typing`, { typing: true });
  }

  async stopTyping(): Promise<void> {
    await this.#server.control('POST', `${this.#path}/typing`, { typing: false });
  }

  async notice(text: string): Promise<void> {
    await this.#server.control('POST', `${this.#path}/notice`, { text });
  }

  /** Sends a file; gives the id by which the server knows it. */
  async share(name: string, type: string, base64: string): Promise<string> {
    const shared = await this.#server.control('POST', `${this.#path}/files`, { name, type, base64 });
    return (shared as { readonly fileId: string }).fileId;
  }

  async leave(): Promise<void> {
    await this.#server.control('DELETE', this.#path);
  }

  /** Leaves and takes the chat along. */
  async end(): Promise<void> {
    await this.#server.control('DELETE', `${this.#path}?end=true`);
  }
}
