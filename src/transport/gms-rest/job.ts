import type { UploadInit } from '../../platform/upload.js';
import type { Failure } from '../transport.js';
import type { HttpAnswer } from './decode.js';
import type { EncodedRequest } from './encode.js';

/** A request, and what becomes of the answer. */
export interface Job<Result> {
  readonly operation: string;
  /** @throws what says why it cannot be sent. */
  readonly encode: () => EncodedRequest;
  /** Reads the answer; `toHttp` gives what is around its body. */
  readonly read: (response: Response, toHttp: (body: string) => HttpAnswer) => Promise<Result | Failure>;
  /** Whether it may take longer than the time-out. */
  readonly isUnbounded?: boolean;
  /** Whether the answer may be anything. */
  readonly wantsFile?: boolean;
  /** Sends it in another way than `fetch`. */
  readonly send?: ((url: string, init: UploadInit) => Promise<Response>) | undefined;
}
