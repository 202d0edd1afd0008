import type { ChatMessage } from '../model/message.js';
import { reportFailure } from '../platform/report-error.js';

/** Changes a message of the other side before it is shown; what it returns, if anything, is the message from then on. */
export type PreProcessor = (message: ChatMessage) => unknown;

/** What extensions want done to messages before anybody sees them. It holds for all conversations of the page. */
export class MessageFilters {
  /** Messages that match are not for this visitor's eyes. */
  prefilters: readonly RegExp[] = [];
  #preprocessors: readonly PreProcessor[] = [];

  /** Has each message of the other side pass through. */
  addPreProcessor(preprocessor: PreProcessor): void {
    this.#preprocessors = [...this.#preprocessors, preprocessor];
  }

  /** The message as the preprocessors leave it. One that throws, or gives what is no message, changes nothing. */
  process(message: ChatMessage): ChatMessage {
    return this.#preprocessors.reduce((current, preprocessor) => {
      try {
        return merge(current, preprocessor(structuredClone(current)));
      } catch (error) {
        reportFailure(error);
        return current;
      }
    }, message);
  }
}

/** What a preprocessor may change: who said it, when, and where it stands is the server's matter. */
function merge(message: ChatMessage, given: unknown): ChatMessage {
  if (typeof given !== 'object' || given === null) return message;
  const { text, type, html, content } = given as Readonly<Record<string, unknown>>;
  return {
    ...message,
    ...(typeof text === 'string' && { text }),
    ...(typeof type === 'string' && { type }),
    ...(typeof html === 'boolean' && { html }),
    ...(Array.isArray(content) && { content: structuredClone(content) as unknown[] }),
  };
}
