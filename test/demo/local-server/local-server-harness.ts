import type { TestContext } from 'node:test';
import { createLocalServer } from '../../../demo/local-server/index.js';
import type { ChatView, LocalServerOptions, TranscriptEvent } from '../../../demo/local-server/index.js';

/** A good or bad answer of the chat service, as JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  statusCode: number;
  chatId: string;
  userId: string;
  secureKey: string;
  alias: string;
  chatEnded: boolean;
  nextPosition: number;
  messages: TranscriptEvent[];
  userData?: Record<string, string>;
  errors?: { code: number; advice: string }[];
}

/** A running server with a clock that stands still unless it is moved. */
export class LocalServerHarness {
  readonly url: string;
  readonly service: string;
  readonly time: { now: number };

  private constructor(url: string, time: { now: number }) {
    this.url = url;
    this.service = `${url}/genesys/2/chat/customer-support`;
    this.time = time;
  }

  static async start(t: TestContext, options: LocalServerOptions = {}): Promise<LocalServerHarness> {
    const time = { now: 1_700_000_000_000 };
    const server = createLocalServer({ ...options, clock: { now: () => time.now, ...options.clock } });
    t.after(() => server.close());
    const { url } = await server.listen({ port: 0 });
    return new LocalServerHarness(url, time);
  }

  post(path: string, fields: Record<string, string> | FormData = {}, init: RequestInit = {}): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return fetch(`${this.service}${path}`, { method: 'POST', body, ...init });
  }

  async ask(path: string, fields?: Record<string, string> | FormData, init?: RequestInit): Promise<Answer> {
    const response = await this.post(path, fields, init);
    return { ...((await response.json()) as Answer), status: response.status, headers: response.headers };
  }

  async startChat(fields: Record<string, string> = { nickname: 'Ada' }): Promise<Visitor> {
    return new Visitor(this, await this.ask('', fields));
  }

  async control(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${this.url}/local/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async chat(chatId: string): Promise<ChatView> {
    return (await this.control('GET', `chats/${chatId}`)).body as unknown as ChatView;
  }

  async join(chatId: string, nickname = 'Bob', type = 'Agent'): Promise<AgentSeat> {
    const { body } = await this.control('POST', `chats/${chatId}/participants`, { nickname, type });
    return new AgentSeat(this, `chats/${chatId}/participants/${String(body['participantId'])}`);
  }
}

/** The visitor of one chat. */
export class Visitor {
  readonly start: Answer;
  readonly #server: LocalServerHarness;

  constructor(server: LocalServerHarness, start: Answer) {
    this.#server = server;
    this.start = start;
  }

  get keys(): Record<string, string> {
    const { userId, secureKey, alias } = this.start;
    return { userId, secureKey, alias };
  }

  ask(operation: string, fields: Record<string, string> = {}): Promise<Answer> {
    return this.#server.ask(`/${this.start.chatId}/${operation}`, { ...this.keys, ...fields });
  }

  post(operation: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.#server.post(`/${this.start.chatId}/${operation}`, { ...this.keys, ...fields });
  }

  upload(
    content: string | Uint8Array<ArrayBuffer>,
    fileName: string,
    fields: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...this.keys, ...fields })) form.set(name, value);
    form.set('file', new Blob([content], { type: 'text/plain' }), fileName);
    return this.#server.ask(`/${this.start.chatId}/file`, form);
  }
}

/** Somebody who joined through the control interface. */
export class AgentSeat {
  readonly path: string;
  readonly #server: LocalServerHarness;

  constructor(server: LocalServerHarness, path: string) {
    this.#server = server;
    this.path = path;
  }

  act(action: string, body: unknown): ReturnType<LocalServerHarness['control']> {
    return this.#server.control('POST', `${this.path}/${action}`, body);
  }

  leave(query = ''): ReturnType<LocalServerHarness['control']> {
    return this.#server.control('DELETE', `${this.path}${query}`);
  }
}

/** What an event says, without who and when. */
export function gist({ index, type, text }: TranscriptEvent): string {
  return [index, type, text].filter((part) => part !== undefined).join(' ');
}
