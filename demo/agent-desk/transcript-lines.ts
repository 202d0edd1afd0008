import type { Chat, Entry } from './chat.js';

/** A message in a bubble. */
export interface BubbleLine {
  readonly kind: 'bubble';
  readonly key: string;
  readonly entry: Entry;
  readonly isVisitor: boolean;
  /** The first of several messages that one party wrote in a row, which carries the name. */
  readonly isFirst: boolean;
}

/** A happening, told in one quiet sentence. */
interface NoteLine {
  readonly kind: 'note';
  readonly key: string;
  readonly text: string;
  readonly time: number;
}

export type TranscriptLine = BubbleLine | NoteLine;

/** Messages further apart than this do not belong together, in milliseconds. */
const groupTime = 120_000;

const bubbleTypes = new Set(['Message', 'PushUrl', 'FileUploaded']);

/** What to show of a chat's transcript, top to bottom. */
export function transcriptLines(chat: Chat): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  for (const entry of chat.transcript) {
    const line = toLine(entry, lines.at(-1));
    if (line) lines.push(line);
  }
  return lines;
}

function toLine(entry: Entry, before: TranscriptLine | undefined): TranscriptLine | undefined {
  const key = String(entry.index);
  if (bubbleTypes.has(entry.type)) {
    const isFirst = before?.kind !== 'bubble' || !belongTogether(before.entry, entry);
    return { kind: 'bubble', key, entry, isVisitor: entry.from.type === 'Client', isFirst };
  }
  const text = noteText(entry);
  return text === undefined ? undefined : { kind: 'note', key, text, time: entry.utcTime };
}

function belongTogether(one: Entry, other: Entry): boolean {
  return one.from.participantId === other.from.participantId && other.utcTime - one.utcTime < groupTime;
}

function noteText({ type, from, text, userData }: Entry): string | undefined {
  const name = from.nickname || 'Visitor';
  switch (type) {
    case 'ParticipantJoined':
      return from.type === 'Client' ? `${name} started the chat` : `${name} joined`;
    case 'ParticipantLeft':
      return `${name} left`;
    case 'NicknameUpdated':
      return `Now called ${name}`;
    case 'FileDeleted':
      return `${name} removed the file ${fileName(userData)}`;
    case 'Notice':
    case 'CustomNotice':
      return text === '' ? undefined : text;
    default:
      return undefined;
  }
}

/** The name of the file that an event tells of. */
export function fileName(userData: Entry['userData']): string {
  const name = userData['file-name'];
  return typeof name === 'string' && name !== '' ? name : 'without a name';
}
