import type { ChatMessage } from '../../src/model/message.js';

/** How many entries a page of the transcript holds. */
const pageSize = 100;

/** Entries by the same party that follow each other faster than this stand under one name. */
const groupGap = 5 * 60_000;

const linesAbout = new Set(['Agent', 'Supervisor', 'Bot']);

/** What an entry is shown as; undefined if a visitor does not see it. */
export function entryKind({ type, text, from }: ChatMessage): 'message' | 'link' | 'line' | undefined {
  switch (type) {
    case 'Message':
      return text ? 'message' : undefined;
    case 'PushUrl':
      return text ? 'link' : undefined;
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

/** The entries that a visitor sees, in pages. Pages keep their limits as the conversation grows. */
export function toPages(messages: readonly ChatMessage[]): ChatMessage[][] {
  const pages: ChatMessage[][] = [];
  let page: ChatMessage[] = [];
  for (const message of messages) {
    if (!entryKind(message)) continue;
    if (page.length === 0) pages.push(page);
    page.push(message);
    if (page.length === pageSize) page = [];
  }
  return pages;
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

/** The address to link to, if it leads to the web and nowhere else. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  return /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}
