import type { FailedAnswer } from './model/failure.js';

/** Why a command was refused: a stable sentence, or the server's answer. */
export type Rejection = string | FailedAnswer;

/** Stable sentences of the contract that extensions compare with. */
export const sentences = {
  alreadyActive: 'There is already an active chat session',
  noSession: 'There is no active chat session',
  noDataURL: 'No chat service is configured: set dataURL (attribute data-url) to the address of a GMS chat service',
  notLoaded: 'The chat could not be loaded; check the connection and try again',
  noText: 'No message text provided',
  malformedUserData: 'malformed data object provided in userData property',
  pollRunning: 'A poll is already running',
  sessionEnded: 'The chat session has ended',
  discarded: 'The message was discarded',
  alreadyOpened: 'already opened',
  alreadyClosed: 'already closed',
  notOpen: 'not open',
} as const;

/** A command that cannot be carried out. `rejection` is what the caller's `fail` receives. */
export class ChatError extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(typeof rejection === 'string' ? rejection : rejection.message);
    this.name = 'ChatError';
    this.rejection = rejection;
  }
}
