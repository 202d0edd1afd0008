import type { Platform } from '../../platform/platform.js';
import {
  failure,
  type Answer,
  type ChatRequest,
  type DownloadRequest,
  type Failure,
  type SessionKeys,
  type SessionRequest,
  type StartRequest,
  type Transport,
} from '../transport.js';
import { builtInScript } from './built-in-script.js';
import { advance, answer, emptyChat, fileData, happen, plan, type DemoChat } from './demo-chat.js';
import { scriptShape, type DemoScript } from './demo-script.js';
import { DemoStore } from './demo-store.js';

/** Milliseconds that a question for news is held when nothing happens. */
const patience = 20_000;

type Host = Pick<Platform, 'clock' | 'storage' | 'logger' | 'random'>;

/**
 * A chat with no server at all: a script is the other side. What happens, and when, follows from the script, the clock and
 * what the visitor does. The visitor's own files last as long as the page, everything else is there on the next one.
 */
export class DemoTransport implements Transport {
  readonly #script: DemoScript;
  readonly #platform: Host;
  readonly #store: DemoStore;
  readonly #uploads = new Map<string, Blob>();
  /** Ends the wait for news. */
  #wake: (() => void) | undefined;
  readonly pause = 100;

  /** `script` is a {@link DemoScript}; of any other, one error is told, and the built-in script plays. */
  constructor(script: unknown, platform: Host) {
    const problem = script === undefined ? undefined : scriptShape(script);
    if (problem !== undefined) platform.logger.error(`transport.script${problem}; the built-in script plays.`);
    this.#script = script === undefined || problem !== undefined ? builtInScript : (script as DemoScript);
    this.#platform = platform;
    this.#store = new DemoStore(platform.storage);
  }

  async exchange(request: ChatRequest, signal?: AbortSignal): Promise<Answer | Failure> {
    if (request.operation === 'start') return this.#start(request);
    const { keys, operation } = request;
    if (operation === 'refresh') await this.#untilNews(keys, request.position, signal);
    const chat = this.#now(keys);
    if (!chat || (chat.isOver && operation !== 'refresh')) {
      return failure('refused', operation, `unable to ${operation}; the chat is over`, {
        status: 404,
        chatEnded: true,
      });
    }
    const moved = this.#carryOut(request, chat);
    if (moved !== chat) {
      this.#store.write(keys.chatId, moved);
      this.#wake?.();
    }
    return toAnswer(request, moved);
  }

  // Nothing here waits, but the interface lets others do.
  async download({ keys, fileId, operation }: DownloadRequest): Promise<Blob | Failure> {
    const file = this.#store.read(keys.chatId)?.files[fileId];
    const blob = file ? new Blob([bytesOf(file.base64)], { type: file.type }) : this.#uploads.get(fileId);
    return Promise.resolve(
      blob ?? failure('refused', operation, `unable to ${operation}; there is no such file`, { status: 404 }),
    );
  }

  #start({ nickname, firstName, lastName, text }: StartRequest): Answer {
    const now = this.#platform.clock.now();
    const keys: SessionKeys = { chatId: `demo-${this.#newId()}`, secureKey: this.#newId() };
    const name = nickname ?? [firstName, lastName].filter(Boolean).join(' ');
    let chat = emptyChat(name || 'Guest');
    chat = happen(chat, now, { type: 'ParticipantJoined', from: chat.visitor });
    if (text) chat = happen(chat, now, { type: 'Message', from: chat.visitor, text });
    chat = plan(chat, this.#script.steps, { now, ...(text && { text }) });
    this.#store.tidy(now);
    this.#store.write(keys.chatId, chat);
    return toAnswer({ operation: 'refresh', keys, position: 1 }, chat);
  }

  /** What the visitor's side does. */
  #carryOut(request: SessionRequest, chat: DemoChat): DemoChat {
    const now = this.#platform.clock.now();
    const { visitor: from } = chat;
    switch (request.operation) {
      case 'send':
        return answer(
          happen(chat, now, { type: 'Message', from, text: request.text }),
          this.#script,
          request.text,
          now,
        );
      case 'uploadFile': {
        const { file, fileName, onProgress } = request;
        const id = `own-${this.#newId()}`;
        this.#uploads.set(id, file);
        onProgress?.(file.size, file.size);
        const userData = fileData(id, fileName, file.type, file.size);
        return answer(happen(chat, now, { type: 'FileUploaded', from, userData }), this.#script, fileName, now);
      }
      case 'deleteFile':
        this.#uploads.delete(request.fileId);
        return happen(chat, now, { type: 'FileDeleted', from, userData: { 'file-id': request.fileId } });
      case 'updateNickname': {
        const visitor = { ...from, nickname: request.nickname };
        return happen({ ...chat, visitor }, now, { type: 'NicknameUpdated', from: visitor });
      }
      case 'disconnect':
        return { ...happen(chat, now, { type: 'ParticipantLeft', from }), isOver: true };
      default:
        return chat;
    }
  }

  /** The chat with everything that has happened by now. */
  #now({ chatId }: SessionKeys): DemoChat | undefined {
    const chat = this.#store.read(chatId);
    const moved = chat && advance(chat, this.#platform.clock.now());
    if (moved && moved !== chat) this.#store.write(chatId, moved);
    return moved;
  }

  /** Waits until something is there that is not known yet, or for long. */
  async #untilNews(keys: SessionKeys, position: number, signal: AbortSignal | undefined): Promise<void> {
    const chat = this.#now(keys);
    if (!chat || chat.isOver || chat.events.length >= position) return;
    const { clock } = this.#platform;
    const nextAt = chat.due[0]?.at ?? Infinity;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clock.clearTimeout(timer);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = clock.setTimeout(wake, Math.min(patience, nextAt - clock.now()));
      signal?.addEventListener('abort', wake);
      this.#wake = wake;
    });
  }

  #newId(): string {
    const { clock, random } = this.#platform;
    return `${clock.now().toString(36)}${Math.floor(random() * 1e9).toString(36)}`;
  }
}

/** The answer to a request: what it asks of the transcript, and which file it has made. */
function toAnswer(request: SessionRequest, { events, isOver }: DemoChat): Answer {
  const { operation, keys } = request;
  const wanted = operation === 'refresh' || operation === 'send' ? (request.position ?? 0) : 0;
  const made = operation === 'uploadFile' ? events.at(-1)?.userData : undefined;
  return {
    ok: true,
    statusCode: 0,
    ...keys,
    chatEnded: isOver,
    nextPosition: events.length + 1,
    messages: wanted > 0 ? events.slice(wanted - 1).map((event) => ({ ...event, original: event })) : [],
    ...(made && { userData: made }),
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
