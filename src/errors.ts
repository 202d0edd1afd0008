import type { FailedAnswer } from './model/failure.js';
import type { FileProblem } from './model/file-limits.js';

/** Why a command was refused: a stable sentence, the server's answer, or what speaks against the files. */
export type Rejection = string | FailedAnswer | FileProblem;

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
  nothingToRestore: 'There is no chat session to restore',
  restoreFailed: 'The chat session could not be restored',
  restoreTimeout: 'The chat session is too old to be restored',
  notAsync: 'Asynchronous chat is not enabled',
  noFilter:
    'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.',
  transferCancelled: 'The file transfer was cancelled',
  noFileId: 'No fileId provided',
  invalidConfiguration: 'Invalid configuration',
  alreadyOpened: 'already opened',
  alreadyClosed: 'already closed',
  notOpen: 'not open',
} as const;

/** A command that cannot be carried out. `rejection` is what the caller's `fail` receives. */
export class ChatError extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(typeof rejection === 'string' ? rejection : 'text' in rejection ? rejection.text : rejection.message);
    this.name = 'ChatError';
    this.rejection = rejection;
  }
}
