import type { FailedAnswer } from './model/failure.js';
import type { FileProblem } from './model/file-limits.js';

/** Why a text cannot be sent, by the server's own code: it is longer than `maxMessageLength`. */
export interface TextProblem {
  code: 204;
  /** One sentence for developers. */
  text: string;
}

/** Why a command was refused: a stable sentence, the server's answer, or what speaks against the text or the files. */
export type Rejection = string | FailedAnswer | TextProblem | FileProblem;

/** Stable sentences of the contract that extensions compare with: those that a page knows before its first chat. */
export const sentences = {
  noSession: 'There is no active chat session',
  notLoaded: 'The chat could not be loaded; check the connection and try again',
  alreadyOpened: 'already opened',
  alreadyClosed: 'already closed',
  notOpen: 'not open',
  unreadable: 'form and userData take objects whose values can be read',
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
