import type { ChatMessage } from '../model/message.js';
import type { Failure } from '../transport/transport.js';
import type { ChatSession } from './chat-session.js';

/** Older entries of a conversation. */
export interface HistoryPage {
  readonly messages: ChatMessage[];
  /** There are no older ones. */
  readonly historyComplete: boolean;
}

/** Entries that are asked for at once of a conversation that may be years long. */
const pageLength = 100;

/** Where the page begins that ends before that position. */
export function pageBefore(position: number): number {
  return Math.max(1, position - pageLength);
}

/** Brings the page before what is known. The server keeps no pages: it tells everything from a position on. */
export async function fetchHistory(session: ChatSession): Promise<HistoryPage | Failure> {
  const { first } = session.transcript;
  const from = pageBefore(first);
  if (from === first) return { messages: [], historyComplete: true };
  const answer = await session.refreshFrom(from);
  if (!answer.ok) return answer;
  // When the answer begins later, the server has forgotten what was before.
  if (!answer.messages.some(({ index }) => index === from)) session.conversation.completeHistory();
  const { transcript } = session;
  const messages = transcript.messages.filter(({ index = first }) => index < first);
  return { messages, historyComplete: transcript.first <= 1 };
}
