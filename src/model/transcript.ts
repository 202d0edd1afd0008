import { toChatMessage, type ChatMessage, type ServerMessage } from './message.js';

/** The conversation as far as the server has told it. */
export interface Transcript {
  /** By index, each once. */
  readonly messages: readonly ChatMessage[];
  /** The same events as the server sent them. */
  readonly originals: readonly unknown[];
  /** Everything below this position has been received; the next refresh asks from here. */
  readonly position: number;
  /** Indexes at or above the position that came early. */
  readonly early: ReadonlySet<number>;
}

/** A conversation of which nothing is known. */
export const emptyTranscript: Transcript = { messages: [], originals: [], position: 1, early: new Set() };

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

/** One new event: the entry for the window, and the event as it came. */
export interface Addition {
  readonly message: ChatMessage;
  readonly source: ServerMessage;
}

/** Events that tell of a moment and are no part of the conversation to be shown again. */
const momentary = new Set(['TypingStarted', 'TypingStopped']);

/**
 * Adds what is new. Answers may repeat, overlap and overtake each other: an index counts once, and the result is the
 * same in whichever order they come. `toEntry` makes the entry of a new event, and is called once for each, by index.
 */
export function mergeMessages(
  transcript: Transcript,
  incoming: readonly ServerMessage[],
  coverage?: Coverage,
  toEntry: (source: ServerMessage) => ChatMessage = (source) => toChatMessage(source, String(source.index)),
): Merge {
  const early = new Set(transcript.early);
  const news: ServerMessage[] = [];
  for (const source of incoming) {
    const { index } = source;
    if (index === undefined || index < transcript.position || early.has(index)) continue;
    early.add(index);
    news.push(source);
  }
  const added = news.sort(byIndex).map((source) => ({ source, message: toEntry(source) }));
  const position = coverage ? advance(transcript.position, incoming, coverage) : transcript.position;
  for (const index of early) if (index < position) early.delete(index);
  const kept = added.filter(({ message }) => !momentary.has(message.type));
  return { transcript: { ...insert(transcript, kept), position, early }, added };
}

/** An answer that begins behind the position leaves a gap, so it cannot move it. */
function advance(position: number, incoming: readonly ServerMessage[], { from, next = 0 }: Coverage): number {
  if (from < 1 || from > position) return position;
  const last = incoming.reduce((highest, { index = 0 }) => Math.max(highest, index), 0);
  return Math.max(position, last + 1, next);
}

function insert(transcript: Transcript, added: readonly Addition[]): Pick<Transcript, 'messages' | 'originals'> {
  const { messages, originals } = transcript;
  const first = added[0]?.message.index;
  if (first === undefined) return { messages, originals };
  const entries = added.map(({ message }) => message);
  const sources = added.map(({ source }) => source.original);
  if (first > (messages.at(-1)?.index ?? 0)) {
    return { messages: [...messages, ...entries], originals: [...originals, ...sources] };
  }
  const allOriginals = [...originals, ...sources];
  const all = [...messages, ...entries].map((message, at) => ({ message, original: allOriginals[at] }));
  all.sort((one, other) => byIndex(one.message, other.message));
  return { messages: all.map(({ message }) => message), originals: all.map(({ original }) => original) };
}

function byIndex(one: { readonly index?: number }, other: { readonly index?: number }): number {
  return (one.index ?? 0) - (other.index ?? 0);
}
