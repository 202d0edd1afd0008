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
