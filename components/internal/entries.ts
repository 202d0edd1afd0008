import type { ChatMessage } from '../../src/model/message.js';

/** Entries by the same party that follow each other faster than this stand under one name. */
const groupGap = 5 * 60_000;

const linesAbout = new Set(['Agent', 'Supervisor', 'Bot']);

/** What an entry is shown as; undefined if a visitor does not see it. */
export function entryKind({ type, text, from, content }: ChatMessage): 'message' | 'line' | undefined {
  switch (type) {
    case 'Message':
      return text || content?.length ? 'message' : undefined;
    case 'PushUrl':
      return text ? 'message' : undefined;
    case 'FileUploaded':
      return 'message';
    case 'ParticipantJoined':
    case 'ParticipantLeft':
      // Visitors know of themselves, and machinery is not company.
      return linesAbout.has(from.type) ? 'line' : undefined;
    case 'IdleAlert':
    case 'IdleClose':
      return text ? 'line' : undefined;
    default:
      return undefined;
  }
}

/** Whether the visitor wrote it. */
export function isOwn({ status, from }: ChatMessage, ownId: number): boolean {
  return status !== undefined || (ownId !== 0 && from.participantId === ownId);
}

/** Whether the second entry stands under the name of the first. */
export function isSameGroup(first: ChatMessage | undefined, second: ChatMessage | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    entryKind(first) !== 'line' &&
    entryKind(second) !== 'line' &&
    first.from.participantId === second.from.participantId &&
    (first.status === undefined) === (second.status === undefined) &&
    second.utcTime - first.utcTime < groupGap &&
    isSameDay(first, second)
  );
}

/** Whether both were written on one day of the visitor's calendar. */
export function isSameDay(first: ChatMessage, second: ChatMessage): boolean {
  return new Date(first.utcTime).toDateString() === new Date(second.utcTime).toDateString();
}

/** Whether it is worth to look for links in the text. A time, a number and a shortened word are none. */
export function mayHoldLink(text: string): boolean {
  return /\/\/|[^\s.][.@][^\s\d.]{2}|(mailto|tel):/i.test(text);
}

/** Whether plain text does not show all that the entry is. */
export function isRich({ type, text, content, html, look }: ChatMessage): boolean {
  return type !== 'Message' || !!content || !!html || !!look || mayHoldLink(text);
}

/** What the entry says in words alone. */
export function plainText({ text, userData }: ChatMessage): string {
  return text || userData?.['file-name'] || '';
}
