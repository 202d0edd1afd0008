/** How a conversation that may be years long is read from its end: loaded to find an earlier one, and with extension commands. */
import { agentLeft } from '../model/agent.js';
import { toChatMessage, type ChatMessage } from '../model/message.js';
import { emptyTranscript, type Addition } from '../model/transcript.js';
import type { Failure } from '../transport/transport.js';
import { ask } from './ask.js';
import type { ChatSession } from './chat-session.js';

/** Older entries of a conversation. */
export interface HistoryPage {
  readonly messages: ChatMessage[];
  /** There are no older ones. */
  readonly historyComplete: boolean;
}

/** Entries that are asked for at once of a conversation that may be years long. */
const pageLength = 100;

/** Has the conversation begin with its last page, and before any of these positions; what is older is fetched when it is wanted. */
export function readLastPage(session: ChatSession, positions: readonly number[]): void {
  const { conversation, refresh } = session;
  session.refresh = async (signal) => {
    const request = { operation: 'refresh', position: 0, keys: session.kept.session.keys } as const;
    const answer = await ask(session.options.transport, request, signal);
    if (!answer.ok) {
      session.take({ operation: 'refresh', answer, begunAt: 0 });
      return answer;
    }
    const first = Math.min(pageBefore(answer.nextPosition ?? 1), ...positions);
    conversation.transcript = { ...emptyTranscript, first, position: first };
    session.refresh = refresh;
    return refresh(signal);
  };
  conversation.takeHistory = (added, first) => takeHistory(session, added, first);
}

/** Brings the page before what is known. The server keeps no pages: it tells everything from a position on. */
export async function fetchHistory(session: ChatSession): Promise<HistoryPage | Failure> {
  const { conversation } = session;
  const { first } = conversation.transcript;
  const from = pageBefore(first);
  if (from === first) return { messages: [], historyComplete: true };
  const answer = await session.refreshFrom(from);
  if (!answer.ok) return answer;
  // When the answer begins later, the server has forgotten what was before.
  if (!answer.messages.some(({ index }) => index === from)) {
    conversation.transcript = { ...conversation.transcript, first: 1 };
  }
  const { transcript } = conversation;
  const messages = transcript.messages.filter(({ index = first }) => index < first);
  return { messages, historyComplete: transcript.first <= 1 };
}

/** Takes in who was there before that position; gives what is not older. */
function takeHistory(session: ChatSession, added: readonly Addition[], first: number): readonly Addition[] {
  const { agents } = session.options.stores;
  const known = agents.get();
  const isOlder = ({ source: { index = first } }: Addition) => index < first;
  const older = added.filter(isOlder);
  if (older.length === 0) return added;
  for (const { source, message } of older) {
    // What was long ago says nothing of those of whom newer is known.
    if (source.from && source.from.participantId in known) continue;
    session.participants.take(source, message ?? toChatMessage(source, ''), true);
  }
  // Those who came long ago may have left in what was read before.
  for (const { type, from, utcTime, index = 0 } of session.conversation.transcript.messages) {
    if (index >= first && type === 'ParticipantLeft' && !(from.participantId in known)) {
      agents.set(agentLeft(agents.get(), from, utcTime));
    }
  }
  return added.filter((addition) => !isOlder(addition));
}

/** Where the page begins that ends before that position. */
function pageBefore(position: number): number {
  return Math.max(1, position - pageLength);
}
