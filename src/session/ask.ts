import { failure, type Answer, type ChatRequest, type Failure, type Transport } from '../transport/transport.js';

/** Asks the server, unless it is given up already. What comes after it was given up is not used. */
export async function ask(transport: Transport, request: ChatRequest, signal: AbortSignal): Promise<Answer | Failure> {
  const answer = isGivenUp(signal) ? undefined : await transport.exchange(request, signal);
  if (answer && !isGivenUp(signal)) return answer;
  return failure('aborted', request.operation, `unable to ${request.operation}; it was given up`);
}

/** Asked anew each time: it changes while we wait. */
function isGivenUp(signal: AbortSignal): boolean {
  return signal.aborted;
}
