import type { ChatRoom } from './chat-room.js';
import type { FormBody } from './form-body.js';
import { GmsRefusal } from './gms-answer.js';
import type { LocalServerLimits } from './limits.js';

/** What an operation on a chat that goes on is given. */
export interface OperationCall {
  readonly room: ChatRoom;
  readonly form: FormBody;
  readonly limits: LocalServerLimits;
}

/** The operations whose path is `/{chatId}/{operation}`, the files' ones apart. Each acts as the visitor. */
export const operations: ReadonlyMap<string, (call: OperationCall) => void> = new Map([
  ['send', send],
  ['refresh', refresh],
  ['startTyping', startTyping],
  ['stopTyping', stopTyping],
  ['disconnect', disconnect],
  ['pushUrl', pushUrl],
  ['updateNickname', updateNickname],
  ['customNotice', customNotice],
  ['updateData', updateData],
  ['readReceipt', readReceipt],
]);

/**
 * From which index on the answer repeats the transcript: 0 = nothing, 1 = everything.
 *
 * A refresh that names no position gets everything, any other operation nothing. A read receipt's position says what
 * was read, not what is wanted.
 */
export function wantedPosition(operation: string, form: FormBody): number {
  if (operation === 'readReceipt') return 0;
  const given = form.fields.get('transcriptPosition') ?? '';
  if (given === '') return operation === 'refresh' ? 1 : 0;
  return position(given);
}

/** Refuses user data that would make a chat's collection too large. */
export function checkUserData(
  current: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
  limits: LocalServerLimits,
): void {
  const all = new Map([...current, ...added]);
  const length = [...all].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  if (all.size <= limits.userDataKeys && length <= limits.userDataLength) return;
  const bounds = `${String(limits.userDataKeys)} keys and ${String(limits.userDataLength)} characters`;
  throw new GmsRefusal(400, `A chat keeps at most ${bounds} of userData`, { status: 400 });
}

/** Refuses a text of the visitor that is longer than the server takes. */
export function checkLength(text: string, limit: number): void {
  if (text.length > limit)
    throw new GmsRefusal(204, `A text may have ${String(limit)} characters, not ${String(text.length)}`);
}

function send({ room, form, limits }: OperationCall): void {
  const text = required(form, 'message');
  checkLength(text, limits.messageLength);
  room.say(room.visitor, text, form.fields.get('messageType'));
}

function refresh(): void {
  // Asking is all: the answer carries what is new. Its `message` field, which some clients send, means nothing here.
}

function startTyping({ room, form, limits }: OperationCall): void {
  room.type(room.visitor, true, preview(form, limits));
}

function stopTyping({ room, form, limits }: OperationCall): void {
  room.type(room.visitor, false, preview(form, limits));
}

function disconnect({ room }: OperationCall): void {
  room.leave(room.visitor);
  room.end();
}

function pushUrl({ room, form, limits }: OperationCall): void {
  const text = required(form, 'pushUrl');
  checkLength(text, limits.messageLength);
  room.record('PushUrl', room.visitor, { text });
}

function updateNickname({ room, form, limits }: OperationCall): void {
  const nickname = required(form, 'nickname').trim();
  if (nickname === '') throw new GmsRefusal(161, 'The nickname is blank');
  checkLength(nickname, limits.messageLength);
  room.rename(room.visitor, nickname);
}

function customNotice({ room, form, limits }: OperationCall): void {
  const text = form.fields.get('message') ?? '';
  checkLength(text, limits.messageLength);
  const messageType = form.fields.get('messageType');
  room.record('CustomNotice', room.visitor, { text, ...(messageType === undefined ? {} : { messageType }) });
}

function updateData({ room, form, limits }: OperationCall): void {
  if (form.userData.size === 0) throw new GmsRefusal(100, 'Give at least one userData[key]');
  checkUserData(room.userData, form.userData, limits);
  for (const [key, value] of form.userData) room.userData.set(key, value);
}

function readReceipt({ room, form }: OperationCall): void {
  const read = position(required(form, 'transcriptPosition'));
  // Receipts may overtake each other; what was once read stays read.
  room.visitor.readPosition = Math.max(room.visitor.readPosition, Math.min(read, room.transcript.nextPosition - 1));
}

function preview(form: FormBody, limits: LocalServerLimits): string {
  const text = form.fields.get('message') ?? '';
  checkLength(text, limits.messageLength);
  return text;
}

function required(form: FormBody, name: string): string {
  const value = form.fields.get(name) ?? '';
  if (value === '') throw new GmsRefusal(100, `The parameter ${name} is missing or empty`);
  return value;
}

function position(given: string): number {
  if (/^\d{1,15}$/.test(given)) return Number(given);
  throw new GmsRefusal(100, `transcriptPosition must be a whole number from 0 on, not ${given}`);
}
