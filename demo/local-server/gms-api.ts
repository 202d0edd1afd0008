/**
 * GMS Chat API version 2: `POST {base}/{service}` starts a chat, `POST {base}/{service}/{chatId}/{operation}` acts as
 * its visitor. One uniform JSON answer, but for a file's bytes. Any service name is taken.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatRoom } from './chat-room.js';
import type { ChatRooms } from './chat-rooms.js';
import type { Clock } from './clock.js';
import { allowOrigin, answerPreflight } from './cors.js';
import type { FaultPlan, Faults } from './faults.js';
import { sendFile } from './file-answer.js';
import { readFormBody } from './form-body.js';
import type { FormBody } from './form-body.js';
import { badAnswer, GmsRefusal, goodAnswer } from './gms-answer.js';
import { deleteFile, download, limitsNotice, upload } from './gms-files.js';
import { checkLength, checkUserData, operations, wantedPosition } from './gms-operations.js';
import { chatRequest } from './gms-start.js';
import { HeldResponses } from './held-responses.js';
import { HttpError } from './http-error.js';
import { sendJson } from './json-answer.js';
import type { LocalServerLimits } from './limits.js';
import type { FilePolicy, SharedFile } from './shared-files.js';

/** What the chat service works with. */
export interface GmsApiSettings {
  readonly rooms: ChatRooms;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly limits: LocalServerLimits;
  readonly files: FilePolicy;
  readonly apiKey: string | undefined;
}

type Answer =
  { readonly status: number; readonly body: object } | { readonly file: SharedFile } | { readonly page: string };

// Room for the other parts of an upload and for a file somewhat too large, which gets error 202 and not HTTP 413.
const uploadOverhead = 1_048_576;
// How many events an answer repeats when the fault says so.
const repeatedEvents = 3;

/** The chat service: reads the wire's requests, lets the faults have their way, writes the wire's answers. */
export class GmsApi {
  readonly #settings: GmsApiSettings;
  readonly #held: HeldResponses;
  readonly #closing = new AbortController();

  constructor(settings: GmsApiSettings) {
    this.#settings = settings;
    this.#held = new HeldResponses(settings.limits.heldRequests);
  }

  /** Answers a request whose path is `{base}/` and then these segments. */
  async handle(request: IncomingMessage, response: ServerResponse, segments: readonly string[]): Promise<void> {
    const { faults, clock } = this.#settings;
    // Preflights take no part in the sequence of faults: a browser remembers them, so their number cannot be repeated.
    const isPreflight = request.method === 'OPTIONS';
    const plan = isPreflight ? undefined : faults.next();
    if (plan?.offline ?? faults.settings.offline) {
      request.socket.destroy();
      return;
    }
    allowOrigin(request, response);
    if (plan === undefined) {
      answerPreflight(request, response, 'POST, OPTIONS');
      return;
    }
    const answer = await this.#answer(request, response, segments, plan);
    if (plan.latencyMs > 0) await clock.delay(plan.latencyMs, this.#closing.signal);
    if (plan.losesAnswer) this.#held.hold(response);
    else if (!response.destroyed) send(response, answer);
  }

  /** Cuts off what is still held open, and hurries delayed answers. */
  close(): void {
    this.#closing.abort();
    this.#held.release();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    segments: readonly string[],
    plan: FaultPlan,
  ): Promise<Answer> {
    if (plan.refusedWith !== undefined) return faultAnswer(response, plan.refusedWith);
    try {
      return await this.#carryOut(request, segments, plan);
    } catch (error) {
      if (error instanceof GmsRefusal) {
        return { status: error.status, body: badAnswer(2, error.code, error.message, error.room) };
      }
      if (!(error instanceof HttpError)) throw error;
      if (error.status === 405) response.setHeader('Allow', 'POST, OPTIONS');
      return { status: error.status, body: badAnswer(2, error.status, error.message) };
    }
  }

  async #carryOut(request: IncomingMessage, segments: readonly string[], plan: FaultPlan): Promise<Answer> {
    if (request.method !== 'POST') throw new HttpError(405, 'Every operation of this interface is a POST');
    this.#checkApiKey(request);
    const [service = '', chatId, ...rest] = segments;
    if (service === '') throw new HttpError(404, 'Name a chat service: /genesys/2/chat/{service}');
    const operation = rest.join('/');
    const form = await readFormBody(request, this.#bodyLimit(operation));
    if (chatId === undefined || (chatId === '' && rest.length === 0)) return this.#start(form);
    const room = this.#admit(chatId, form);
    // The visitor of an ended chat still gets to see how it ended; anything else is what a real server refuses.
    if (room.state === 'ended' && operation !== 'refresh') {
      throw new GmsRefusal(249, 'The chat has ended').about(room);
    }
    room.touch();
    try {
      return this.#act(room, rest, form, plan);
    } catch (error) {
      throw error instanceof GmsRefusal ? error.about(room) : error;
    }
  }

  #start(form: FormBody): Answer {
    const { rooms, limits } = this.#settings;
    const request = chatRequest(form);
    const text = form.fields.get('text') ?? '';
    checkLength(request.nickname, limits.messageLength);
    checkLength(text, limits.messageLength);
    checkUserData(new Map(), request.userData, limits);
    const room = rooms.open(request);
    if (room === undefined) throw new GmsRefusal(240, 'No more chats can be started now; try again later');
    if (text !== '') room.say(room.visitor, text);
    return { status: 200, body: goodAnswer(room, room.transcript.from(1)) };
  }

  #admit(chatId: string, form: FormBody): ChatRoom {
    const room = this.#settings.rooms.get(chatId);
    if (room === undefined) throw new GmsRefusal(404, `There is no chat ${chatId}`, { status: 404 });
    const userId = form.fields.get('userId') ?? '';
    // userId and alias are optional since GMS 8.5.112; the alias may be any instance's.
    if (form.fields.get('secureKey') !== room.secureKey || (userId !== '' && userId !== room.userId)) {
      throw new GmsRefusal(401, 'secureKey or userId does not belong to this chat', { status: 401 });
    }
    return room;
  }

  #act(room: ChatRoom, path: readonly string[], form: FormBody, plan: FaultPlan): Answer {
    const { rooms, files, limits, clock } = this.#settings;
    const operation = path.join('/');
    const [first = '', fileId = '', fileOperation] = path;
    const position = wantedPosition(operation, form);
    const good = (userData?: Record<string, string>, notices: Parameters<typeof goodAnswer>[1] = []): Answer => {
      const messages = [...notices, ...eventsFrom(room, position, plan.repeatsMessages)];
      return { status: 200, body: goodAnswer(room, messages, userData) };
    };
    if (operation === 'file/limits') return good(undefined, [limitsNotice(room, files, clock.now())]);
    if (operation === 'file') {
      checkUserData(new Map(), form.userData, limits);
      return good({ 'file-id': upload(room, rooms, files, form).fileId });
    }
    if (first === 'file' && path.length === 3 && fileOperation === 'download') {
      return { file: download(room, files, fileId) };
    }
    if (first === 'file' && path.length === 3 && fileOperation === 'delete') {
      deleteFile(room, fileId);
      return good();
    }
    const carryOut = operations.get(operation);
    if (carryOut === undefined) throw new GmsRefusal(404, `There is no operation ${operation}`, { status: 404 });
    carryOut({ room, form, limits });
    return good();
  }

  #checkApiKey(request: IncomingMessage): void {
    const { apiKey } = this.#settings;
    const given = request.headers['apikey'] ?? request.headers['x-api-key'];
    if (apiKey !== undefined && given !== apiKey) throw new HttpError(401, 'The header apikey is missing or wrong');
  }

  #bodyLimit(operation: string): number {
    const { limits, files } = this.#settings;
    return operation === 'file' ? files.maxFileBytes + uploadOverhead : limits.bodyBytes;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if ('file' in answer) sendFile(response, answer.file);
  else if ('page' in answer) response.writeHead(200, { 'Content-Type': 'text/html' }).end(answer.page);
  else sendJson(response, answer.status, answer.body);
}

function eventsFrom(room: ChatRoom, position: number, repeats: boolean): ReturnType<ChatRoom['transcript']['from']> {
  if (position === 0) return [];
  return room.transcript.from(repeats ? Math.max(1, position - repeatedEvents) : position);
}

function faultAnswer(response: ServerResponse, status: number): Answer {
  const advice = 'A fault set by PUT /local/faults';
  if (status === 1 || status === 2) return { status: 200, body: badAnswer(status, 500, advice) };
  // What a hotel's or a company's proxy puts in place of the server's answer.
  if (status === 200) return { page: '<!doctype html><title>This is not the chat server</title>' };
  if (status === 503 || status === 429) response.setHeader('Retry-After', '1');
  return { status, body: badAnswer(status >= 500 ? 1 : 2, status, advice) };
}
