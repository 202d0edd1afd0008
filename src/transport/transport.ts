import type { FailedAnswer, ServerError } from '../model/failure.js';
import type { ServerMessage } from '../model/message.js';
import { present } from '../model/present.js';

/** What names a session to the server. */
export interface SessionKeys {
  readonly chatId: string;
  readonly secureKey: string;
  readonly userId?: string;
  readonly alias?: string;
}

/** Who starts a chat, and about what. */
export interface StartRequest {
  readonly operation: 'start';
  readonly nickname?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly emailAddress?: string;
  readonly subject?: string;
  /** The first message. */
  readonly text?: string;
  readonly userData: Readonly<Record<string, string>>;
}

/** One thing that the visitor's side asks of a running session. */
export type SessionRequest = { readonly keys: SessionKeys } & (
  | { readonly operation: 'send'; readonly text: string; readonly messageType?: string; readonly position?: number }
  | { readonly operation: 'refresh'; readonly position: number }
  | { readonly operation: 'startTyping' | 'stopTyping'; readonly text?: string }
  | { readonly operation: 'disconnect' }
  | { readonly operation: 'fileLimits' }
  | { readonly operation: 'pushUrl'; readonly url: string }
  | { readonly operation: 'updateNickname'; readonly nickname: string }
  | { readonly operation: 'customNotice'; readonly text: string; readonly messageType?: string }
  | { readonly operation: 'updateData'; readonly userData: Readonly<Record<string, string>> }
  | { readonly operation: 'readReceipt'; readonly position: number }
  | {
      readonly operation: 'uploadFile';
      readonly file: Blob;
      readonly fileName: string;
      readonly userData?: Readonly<Record<string, string>>;
      /** Hears how many bytes of the request have left. A transport that cannot tell never calls it. */
      readonly onProgress?: (loaded: number, total: number) => void;
    }
  | { readonly operation: 'deleteFile'; readonly fileId: string }
);

/** A session request before the session adds its keys. */
export type KeylessRequest = SessionRequest extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'keys'>
    : never
  : never;

/** Everything that can be asked of the server and is answered with facts. */
export type ChatRequest = StartRequest | SessionRequest;

/** Asks for a file's bytes. */
export interface DownloadRequest {
  readonly operation: 'downloadFile';
  readonly keys: SessionKeys;
  readonly fileId: string;
}

/** A good answer, checked and decoded. */
export interface Answer {
  readonly ok: true;
  readonly statusCode: number;
  readonly chatId?: string;
  readonly userId?: string;
  readonly secureKey?: string;
  readonly alias?: string;
  readonly chatEnded: boolean;
  readonly nextPosition?: number;
  readonly messages: readonly ServerMessage[];
  readonly userData?: Readonly<Record<string, string>>;
}

/**
 * Why there is no good answer:
 * - `unreachable`: none came at all; whether the request was carried out is unknown
 * - `unavailable`: the server cannot answer now (HTTP 5xx, 408, 429, `statusCode` 1, an answer that is no chat answer)
 * - `refused`: the server will not do it (`statusCode` 2 or unknown, other HTTP 4xx)
 * - `aborted`: we gave up ourselves
 */
export type FailureKind = 'unreachable' | 'unavailable' | 'refused' | 'aborted';

/** A request that got no good answer. */
export interface Failure {
  readonly ok: false;
  readonly kind: FailureKind;
  /** The server says, or its status means, that the session is over. */
  readonly chatEnded: boolean;
  /** Milliseconds that the server asks to wait before the next request. */
  readonly retryAfter?: number;
  readonly answer: FailedAnswer;
}

/**
 * Speaks one backend's protocol. It keeps no session: what it needs comes with each request, and all it learns goes
 * back in the answer. It never throws; whatever goes wrong is a {@link Failure}.
 */
export interface Transport {
  /**
   * Milliseconds between two requests for news while somebody can see the page, for a transport whose `refresh` is answered
   * when there are some. Without it the options `polling.live` and `polling.idle` hold.
   */
  readonly pause?: number;
  exchange(request: ChatRequest, signal?: AbortSignal): Promise<Answer | Failure>;
  download(request: DownloadRequest, signal?: AbortSignal): Promise<Blob | Failure>;
}

/** The failure with the words of {@link FailedAnswer}. */
export function failure(
  kind: FailureKind,
  operation: string,
  message: string,
  details: {
    status?: number;
    statusCode?: number;
    errors?: readonly ServerError[];
    chatEnded?: boolean;
    retryAfter?: number;
  } = {},
): Failure {
  const { status = 0, errors = [], chatEnded = false } = details;
  return {
    ok: false,
    kind,
    chatEnded,
    ...present(details, 'retryAfter'),
    answer: { status, ...present(details, 'statusCode'), errors: [...errors], operation, message },
  };
}
