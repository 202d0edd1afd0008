import { toChatMessage, type ChatMessage, type ServerMessage } from './message.js';

/** The conversation as far as the server has told it. */
export interface Transcript {
  /** By index, each once; without what this visitor does not see. */
  readonly messages: readonly ChatMessage[];
  /** All events, by index. */
  readonly events: readonly TranscriptEvent[];
  /** Where the known part begins; what is older has not been asked for. */
  readonly first: number;
  /** Everything below this position has been received; the next refresh asks from here. */
  readonly position: number;
  /** Indexes at or above the position that came early. */
  readonly early: ReadonlySet<number>;
}

/** An event as the server sent it. */
export interface TranscriptEvent {
  readonly index: number;
  readonly original: unknown;
}

/** A conversation of which nothing is known. */
export const emptyTranscript: Transcript = {
  messages: [],
  events: [],
  first: 1,
  position: 1,
  early: new Set(),
};

/** Which stretch of the transcript an answer holds completely. */
export interface Coverage {
  /** The position that was asked for. */
  readonly from: number;
  /** The position that the server names as the next one. */
  readonly next?: number | undefined;
}

/** The outcome of a merge. */
export interface Merge {
  readonly transcript: Transcript;
  /** What was not known before, by index. */
  readonly added: readonly Addition[];
}

/** One new event: the event as it came, and the entry for the window unless this visitor does not see it. */
export interface Addition {
  readonly message: ChatMessage | undefined;
  readonly source: ServerMessage;
}

/** Events that tell of a moment and are no part of the conversation to be shown again. */
const momentary = new Set(['TypingStarted', 'TypingStopped']);

/**
 * Adds what is new. Answers may repeat, overlap and overtake each other: an index counts once, and the result is the
 * same in whichever order they come. `toEntry` makes the entry of a new event, and is called once for each, by index; it
 * makes none of what this visitor does not see.
 */
export function mergeMessages(
  transcript: Transcript,
  incoming: readonly ServerMessage[],
  coverage?: Coverage,
  toEntry: (source: ServerMessage) => ChatMessage | undefined = (source) => toChatMessage(source, String(source.index)),
): Merge {
  const early = new Set(transcript.early);
  const news: ServerMessage[] = [];
  const isOlder = coverage !== undefined && coverage.from >= 1 && coverage.from < transcript.first;
  const first = isOlder ? coverage.from : transcript.first;
  for (const source of incoming) {
    const { index } = source;
    const isKnown = index === undefined || early.has(index) || index < first;
    if (isKnown || (index >= transcript.first && index < transcript.position)) continue;
    early.add(index);
    news.push(source);
  }
  const added = news.sort(byIndex).map((source) => ({ source, message: toEntry(source) }));
  const position = coverage ? positionAfter(transcript, incoming, coverage) : transcript.position;
  for (const index of early) if (index < position) early.delete(index);
  const kept = added.filter(({ source }) => !momentary.has(source.type));
  return { transcript: { ...insert(transcript, kept), first, position, early }, added };
}

/** The transcript once more of it is hidden from this visitor. */
export function hideMessages(transcript: Transcript, isHidden: (message: ChatMessage) => boolean): Transcript {
  return { ...transcript, messages: transcript.messages.filter((message) => !isHidden(message)) };
}

/** The transcript with something else in the entry at that index. */
export function changeMessage(transcript: Transcript, index: number, change: Partial<ChatMessage>): Transcript {
  const messages = transcript.messages.map((each) => (each.index === index ? { ...each, ...change } : each));
  return { ...transcript, messages };
}

/** Where the next refresh asks from. An answer that begins behind the position leaves a gap, so it cannot move it. */
export function positionAfter(
  { position }: Transcript,
  incoming: readonly ServerMessage[],
  coverage: Coverage,
): number {
  const { from, next = 0 } = coverage;
  if (from < 1 || from > position) return position;
  const last = incoming.reduce((highest, { index = 0 }) => Math.max(highest, index), 0);
  return Math.max(position, last + 1, next);
}

function insert({ messages, events }: Transcript, added: readonly Addition[]): Pick<Transcript, 'messages' | 'events'> {
  if (added.length === 0) return { messages, events };
  const all = {
    messages: messages.concat(added.flatMap(({ message }) => message ?? [])),
    events: events.concat(added.map(({ source: { index = 0, original } }) => ({ index, original }))),
  };
  // What comes is newer, as a rule.
  if ((added[0]?.source.index ?? 0) < (events.at(-1)?.index ?? 0)) {
    all.messages.sort(byIndex);
    all.events.sort(byIndex);
  }
  return all;
}

function byIndex(one: { readonly index?: number }, other: { readonly index?: number }): number {
  return (one.index ?? 0) - (other.index ?? 0);
}
