import { sentences as pageSentences } from '../errors.js';

/** Stable sentences of the contract that extensions compare with, once a chat is asked for. */
export const sentences = {
  ...pageSentences,
  alreadyActive: 'There is already an active chat session',
  noDataURL: 'No chat service is configured: set dataURL (attribute data-url)',
  noText: 'No message text provided',
  malformedUserData: 'malformed data object provided in userData property',
  sessionEnded: 'The chat session has ended',
} as const;
