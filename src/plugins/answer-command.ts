import type { CommandCall } from '../bus/index.js';
import { ChatError } from '../errors.js';

/**
 * Settles a command with what `work` gives. A {@link ChatError} rejects it with the contract's value; anything else is
 * a mistake of ours and goes on to the bus, which reports it.
 */
export async function answerCommand<Result>(
  call: CommandCall<unknown, Result>,
  work: () => Result | Promise<Result>,
): Promise<void> {
  try {
    call.deferred.resolve(await work());
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    call.deferred.reject(error.rejection);
  }
}
