/** A request that cannot be read or served at all. Each interface answers it in its own shape. */
export class HttpError extends Error {
  /** The HTTP status of the answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}
