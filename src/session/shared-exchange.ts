import { positionAfter, type Transcript } from '../model/transcript.js';
import type { Exchange } from './tab-messages.js';

/** What is asked for on behalf of all tabs. */
const shared = ['refresh', 'send', 'disconnect'];

/** More messages than come in an answer while people talk: a history, which is dear to copy to each tab. */
const history = 200;

/**
 * What other tabs are told of an exchange, if it concerns them. Of a history they hear how far it goes, and ask for what
 * they lack, which few do.
 */
export function sharedExchange(exchange: Exchange, transcript: Transcript): Exchange | undefined {
  const { operation, answer, coverage } = exchange;
  const concernsAll = shared.includes(operation) || (answer.ok && answer.chatEnded);
  if (!concernsAll || (!answer.ok && answer.kind === 'aborted')) return undefined;
  if (!answer.ok || !coverage || answer.messages.length < history) return exchange;
  return {
    ...exchange,
    answer: { ...answer, messages: [] },
    coverage: { from: positionAfter(transcript, answer.messages, coverage) },
  };
}
