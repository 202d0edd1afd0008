/**
 * Hands a failure of foreign code (a page's callback) to the page's own error
 * tracking, as if it had been thrown there. Never throws itself.
 */
export function reportFailure(error: unknown): void {
  if (typeof globalThis.reportError === 'function') {
    globalThis.reportError(error);
  } else {
    // Older Node: an uncaught throw would end the process, so it is only shown.
    console.error(error);
  }
}
