import * as v from 'valibot';
import { chatSchema, type Chat } from './chat.js';

const answerTimeout = 5000;
const joinedSchema = v.object({ participantId: v.number() });
const leftSchema = v.object({ chatEnded: v.boolean() });

/** The server gave no answer (`status` 0) or not the one it should. */
export class DeskApiError extends Error {
  override readonly name = 'DeskApiError';
  readonly status: number;

  constructor(message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The local server's control interface, as far as an agent needs it. Every call rejects with a `DeskApiError`. */
export class DeskApi {
  readonly #base: string;

  /** `base` stands before `/local/…`; empty means the page's own server. */
  constructor(base = '') {
    this.#base = base;
  }

  /** All chats the server knows, those that ended too. */
  async chats(): Promise<Chat[]> {
    return check(v.array(chatSchema), await this.#call('GET', ''));
  }

  /** Joins a chat as an agent and gives the agent's participant id. */
  async join(chatId: string, nickname: string): Promise<number> {
    const body = { nickname, type: 'Agent' };
    return check(joinedSchema, await this.#call('POST', `/${segment(chatId)}/participants`, body)).participantId;
  }

  async send(chatId: string, participantId: number, text: string): Promise<void> {
    await this.#call('POST', `${participantPath(chatId, participantId)}/messages`, { text });
  }

  /** Tells the visitor that the agent writes, or no longer does. */
  async setTyping(chatId: string, participantId: number, typing: boolean): Promise<void> {
    await this.#call('POST', `${participantPath(chatId, participantId)}/typing`, { typing });
  }

  /** Leaves a chat; with `end` the last agent in it ends it for everybody. Tells whether it is over. */
  async leave(chatId: string, participantId: number, end: boolean): Promise<boolean> {
    const path = `${participantPath(chatId, participantId)}?end=${String(end)}`;
    return check(leftSchema, await this.#call('DELETE', path)).chatEnded;
  }

  /** Where a file of a chat can be downloaded. */
  fileUrl(chatId: string, fileId: string): string {
    return `${this.#base}/local/chats/${segment(chatId)}/files/${segment(fileId)}`;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.#base}/local/chats${path}`, {
      method,
      signal: AbortSignal.timeout(answerTimeout),
      ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new DeskApiError('unable to ask the chat server; it does not answer', 0, { cause });
    });
    if (!response.ok) {
      throw new DeskApiError(`unable to ask the chat server; it answered ${response.status}`, response.status);
    }
    return response.json().catch(() => undefined);
  }
}

function check<Schema extends v.GenericSchema>(schema: Schema, answer: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? 'the answer';
  throw new DeskApiError(`unable to read the chat server’s answer; ${place}: ${issue.message}`, 200);
}

function participantPath(chatId: string, participantId: number): string {
  return `/${segment(chatId)}/participants/${participantId}`;
}

function segment(text: string): string {
  return encodeURIComponent(text);
}
