import type { IncomingMessage } from 'node:http';
import type { ChatRoom, Participant } from './chat-room.js';
import type { ChatRooms } from './chat-rooms.js';
import { fileSchema, messageSchema, noticeSchema, pushUrlSchema, typingSchema } from './control-bodies.js';
import { readFormBody } from './form-body.js';
import { HttpError } from './http-error.js';
import { readJsonBody } from './json-body.js';
import type { LocalServerLimits } from './limits.js';
import { mediaType } from './request-body.js';
import type { FilePolicy, UploadedFile } from './shared-files.js';
import type { TranscriptEvent } from './transcript.js';

/** What an action's reading depends on. */
interface ActionSettings {
  readonly rooms: ChatRooms;
  readonly limits: LocalServerLimits;
  readonly files: FilePolicy;
}

/** Does in a chat what a request asked for, as this participant; what it gives back is the answer. */
type Perform = (room: ChatRoom, participant: Participant) => object;

/** Reads and checks what a request asks for. */
export type ParticipantAction = (request: IncomingMessage, settings: ActionSettings) => Promise<Perform>;

/**
 * What a party that joined can do, by the last segment of the path. All but `files` answer `{index}`, the place of the
 * event in the transcript.
 *
 *   messages {text, messageType?}   typing {typing, text?}   notice {text, type?, messageType?}   push-url {url}
 *   files    {name, type?, base64, description?} or a multipart form with `file` → {fileId}
 */
export const participantActions: ReadonlyMap<string, ParticipantAction> = new Map([
  ['messages', say],
  ['typing', type],
  ['notice', notice],
  ['push-url', pushUrl],
  ['files', shareFile],
]);

async function say(request: IncomingMessage, { limits }: ActionSettings): Promise<Perform> {
  const { text, messageType } = await readJsonBody(request, messageSchema, limits.bodyBytes);
  return (room, participant) => place(room.say(participant, text, messageType));
}

async function type(request: IncomingMessage, { limits }: ActionSettings): Promise<Perform> {
  const { typing, text } = await readJsonBody(request, typingSchema, limits.bodyBytes);
  return (room, participant) => place(room.type(participant, typing, text));
}

async function notice(request: IncomingMessage, { limits }: ActionSettings): Promise<Perform> {
  const { type, text, messageType } = await readJsonBody(request, noticeSchema, limits.bodyBytes);
  const details = messageType === undefined ? { text } : { text, messageType };
  return (room, participant) => place(room.record(type, participant, details));
}

async function pushUrl(request: IncomingMessage, { limits }: ActionSettings): Promise<Perform> {
  const { url } = await readJsonBody(request, pushUrlSchema, limits.bodyBytes);
  return (room, participant) => place(room.record('PushUrl', participant, { text: url }));
}

async function shareFile(request: IncomingMessage, { rooms, limits, files }: ActionSettings): Promise<Perform> {
  const { file, description } = await readFile(request, files.maxFileBytes, limits.bodyBytes);
  const details: Record<string, string> = description === undefined ? {} : { 'file-description': description };
  return (room, participant) => {
    const refusal = room.files.refusal(file, participant.participantId, false);
    if (refusal !== undefined || !rooms.hasSpaceFor(file.content.byteLength)) {
      throw new HttpError(413, `${file.fileName} exceeds the size or number of files this server keeps`);
    }
    return { fileId: room.share(participant, file, details).fileId };
  };
}

async function readFile(
  request: IncomingMessage,
  maxFileBytes: number,
  overhead: number,
): Promise<{ file: UploadedFile; description: string | undefined }> {
  if (mediaType(request) === 'multipart/form-data') {
    const { file, userData, fields } = await readFormBody(request, maxFileBytes + overhead);
    if (file === undefined) throw new HttpError(400, 'file is missing: send it as the multipart field of that name');
    return { file, description: fields.get('description') ?? userData.get('file-description') };
  }
  // Base64 makes four bytes of three.
  const { name, type, base64, description } = await readJsonBody(
    request,
    fileSchema,
    Math.ceil(maxFileBytes / 3) * 4 + overhead,
  );
  const file = { fileName: name, contentType: type, content: Buffer.from(base64, 'base64') };
  return { file, description };
}

function place({ index }: TranscriptEvent): { index: number } {
  return { index };
}
