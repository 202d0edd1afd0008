/**
 * The control interface of the local server: JSON calls by which a desk or a test plays the agent's side.
 *
 *   GET    /local/chats                                     all chats
 *   GET    /local/chats/{chatId}                            one chat
 *   GET    /local/chats/{chatId}/files/{fileId}             the bytes of a file of the chat
 *   POST   /local/chats/{chatId}/participants               joins → {participantId}
 *   POST   …/participants/{participantId}/{action}          see participant-actions.ts
 *   DELETE …/participants/{participantId}?end=true|false    leaves → {chatEnded}; with true, the last
 *                                                           agent to go ends the chat
 *   GET, PUT, DELETE /local/faults                          the faults of the chat service → the settings now
 *
 * What is wrong with a call is told in one sentence: `{error}`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatRoom, Participant } from './chat-room.js';
import type { ChatRooms } from './chat-rooms.js';
import { chatView } from './chat-view.js';
import { joinSchema } from './control-bodies.js';
import { allowOrigin, answerPreflight, isFromTrustedPage } from './cors.js';
import { faultSettingsSchema } from './faults.js';
import type { Faults } from './faults.js';
import { sendFile } from './file-answer.js';
import { HttpError } from './http-error.js';
import { sendJson } from './json-answer.js';
import { readJsonBody } from './json-body.js';
import type { LocalServerLimits } from './limits.js';
import { participantActions } from './participant-actions.js';
import type { FilePolicy } from './shared-files.js';

/** What the control interface works with. */
export interface ControlApiSettings {
  readonly rooms: ChatRooms;
  readonly faults: Faults;
  readonly limits: LocalServerLimits;
  readonly files: FilePolicy;
}

interface ActionPath {
  readonly id: string;
  readonly action: string;
}

const methods = ['GET', 'PUT', 'POST', 'DELETE'];

/** The agent's side of all chats. */
export class ControlApi {
  readonly #settings: ControlApiSettings;

  constructor(settings: ControlApiSettings) {
    this.#settings = settings;
  }

  /** Answers a request whose path is `/local/` and then these segments. */
  async handle(request: IncomingMessage, response: ServerResponse, segments: readonly string[]): Promise<void> {
    try {
      if (!isFromTrustedPage(request))
        throw new HttpError(403, 'Pages of other sites may not use the control interface');
      allowOrigin(request, response);
      if (request.method === 'OPTIONS') answerPreflight(request, response, [...methods, 'OPTIONS'].join(', '));
      else await this.#route(request, response, segments);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      sendJson(response, error.status, { error: error.message });
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, segments: readonly string[]): Promise<void> {
    const [collection, ...path] = segments;
    if (collection === 'faults' && path.length === 0) await this.#faults(request, response);
    else if (collection === 'chats') await this.#chats(request, response, path);
    else throw nothingThere(segments);
  }

  async #faults(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { faults, limits } = this.#settings;
    const method = allow(request, response, 'GET', 'PUT', 'DELETE');
    if (method === 'PUT') faults.set(await readJsonBody(request, faultSettingsSchema, limits.bodyBytes));
    if (method === 'DELETE') faults.set({});
    sendJson(response, 200, faults.settings);
  }

  async #chats(request: IncomingMessage, response: ServerResponse, path: readonly string[]): Promise<void> {
    const [chatId, part, id, action] = path;
    if (chatId === undefined || (chatId === '' && path.length === 1)) {
      allow(request, response, 'GET');
      sendJson(response, 200, this.#settings.rooms.list().map(chatView));
      return;
    }
    const room = this.#room(chatId);
    if (path.length === 1) {
      allow(request, response, 'GET');
      sendJson(response, 200, chatView(room));
    } else if (part === 'files' && id !== undefined && path.length === 3) {
      allow(request, response, 'GET');
      downloadFile(response, room, id);
    } else if (part === 'participants' && path.length === 2) {
      allow(request, response, 'POST');
      await this.#join(request, response, room);
    } else if (part === 'participants' && id !== undefined && path.length === 3) {
      allow(request, response, 'DELETE');
      leave(request, response, room, activeParticipant(room, id));
    } else if (part === 'participants' && id !== undefined && action !== undefined && path.length === 4) {
      await this.#act(request, response, room, { id, action });
    } else throw nothingThere(['chats', ...path]);
  }

  async #join(request: IncomingMessage, response: ServerResponse, room: ChatRoom): Promise<void> {
    const { limits } = this.#settings;
    const { nickname, type } = await readJsonBody(request, joinSchema, limits.bodyBytes);
    refuseWhenEnded(room);
    if (room.participants.length >= limits.participants) {
      throw new HttpError(409, `A chat takes at most ${String(limits.participants)} participants`);
    }
    sendJson(response, 200, { participantId: room.join(nickname, type).participantId });
  }

  async #act(request: IncomingMessage, response: ServerResponse, room: ChatRoom, path: ActionPath): Promise<void> {
    const action = participantActions.get(path.action);
    if (action === undefined) throw new HttpError(404, `A participant has no action ${path.action}`);
    allow(request, response, 'POST');
    activeParticipant(room, path.id);
    const perform = await action(request, this.#settings);
    // Checked again when the body has arrived: somebody may have left while it was on its way.
    sendJson(response, 200, perform(room, activeParticipant(room, path.id)));
  }

  #room(chatId: string): ChatRoom {
    const room = this.#settings.rooms.get(chatId);
    if (room === undefined) throw new HttpError(404, `There is no chat ${chatId}; GET /local/chats lists them`);
    return room;
  }
}

function activeParticipant(room: ChatRoom, id: string): Participant {
  const participant = room.participants.find((one) => String(one.participantId) === id);
  if (participant === undefined) throw new HttpError(404, `There is no participant ${id} in chat ${room.chatId}`);
  if (participant === room.visitor) {
    throw new HttpError(400, `Participant ${id} is the visitor, who acts by the chat service; join as somebody else`);
  }
  refuseWhenEnded(room);
  if (!participant.isConnected) throw new HttpError(409, `Participant ${id} has left the chat; join again`);
  return participant;
}

function refuseWhenEnded(room: ChatRoom): void {
  if (room.state === 'ended') throw new HttpError(409, `Chat ${room.chatId} has ended`);
}

function leave(request: IncomingMessage, response: ServerResponse, room: ChatRoom, participant: Participant): void {
  const end = new URLSearchParams((request.url ?? '').split('?')[1] ?? '').get('end') ?? 'false';
  if (end !== 'true' && end !== 'false') throw new HttpError(400, `end must be true or false, not ${end}`);
  room.leave(participant);
  // Only the last agent to go takes the chat along: with another one there, the visitor is still being served.
  if (end === 'true' && !room.hasAgent) room.end();
  sendJson(response, 200, { chatEnded: room.state === 'ended' });
}

function downloadFile(response: ServerResponse, room: ChatRoom, fileId: string): void {
  const file = room.files.get(fileId);
  if (file === undefined) throw new HttpError(404, `There is no file ${fileId} in chat ${room.chatId}`);
  sendFile(response, file);
}

function allow(request: IncomingMessage, response: ServerResponse, ...allowed: string[]): string {
  const { method = '' } = request;
  if (allowed.includes(method)) return method;
  response.setHeader('Allow', [...allowed, 'OPTIONS'].join(', '));
  throw new HttpError(405, `This address takes ${allowed.join(', ')}, not ${method}`);
}

function nothingThere(segments: readonly string[]): HttpError {
  return new HttpError(404, `The control interface has nothing at /local/${segments.join('/')}`);
}
