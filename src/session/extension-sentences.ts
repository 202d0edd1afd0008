/** Stable sentences of the contract that extensions compare with, for what few chats ask for. */
export const extensionSentences = {
  pollRunning: 'A poll is already running',
  notAsync: 'Asynchronous chat is not enabled',
  transferCancelled: 'The file transfer was cancelled',
  noFileId: 'No fileId provided',
  invalidConfiguration: 'Invalid configuration',
  noFilter:
    'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.',
} as const;
