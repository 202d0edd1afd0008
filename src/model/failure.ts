/** One error of a server's answer. */
export interface ServerError {
  readonly code: number;
  readonly advice?: string;
  readonly message?: string;
}

/**
 * What commands reject with and the `error` event carries when a request failed: the "AJAX response" of the contract.
 */
export interface FailedAnswer {
  /** HTTP status; 0 when no answer came at all. */
  status: number;
  /** The server's own code; absent when its answer could not be read. */
  statusCode?: number;
  errors: ServerError[];
  /** Which request failed, e.g. `start`, `send`, `refresh`. */
  operation: string;
  /** One sentence for developers. */
  message: string;
}

/** The server's code for a text that it does not take. */
const textRefused = 204;

/** Whether the same request would be refused again: it, and not the server's state, is what is wrong. */
export function isFinal({ status, errors }: FailedAnswer): boolean {
  return (status >= 400 && status < 500) || errors.some(({ code }) => code === textRefused);
}
