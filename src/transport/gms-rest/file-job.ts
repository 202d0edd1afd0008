/** Requests that are about files: their code comes with the first of them. */
import { sendWithProgress } from '../../platform/upload.js';
import type { Platform } from '../../platform/platform.js';
import { failure, type Answer, type DownloadRequest, type Failure } from '../transport.js';
import { decodeAnswer, findRefusal, parseJson, type HttpAnswer } from './decode.js';
import { fill, identityOf, pathOf, segment, type EncodedRequest, type FileRequest } from './encode.js';
import type { Job } from './job.js';

type UploadHost = Pick<Platform, 'fetch' | 'upload'>;

/** What comes of a request that is about files. */
export type FileResult<Request> = Request extends DownloadRequest ? Blob : Answer;

/** What is to be done for a request that is about files. */
export function fileJob<Request extends FileRequest | DownloadRequest>(
  request: Request,
  host: UploadHost,
): Job<FileResult<Request>>;
export function fileJob(request: FileRequest | DownloadRequest, host: UploadHost): Job<Answer | Blob> {
  const { operation } = request;
  const onProgress = operation === 'uploadFile' ? request.onProgress : undefined;
  return {
    operation,
    // How long they take depends on the visitor's line and not on the server.
    isUnbounded: operation === 'uploadFile' || operation === 'downloadFile',
    wantsFile: operation === 'downloadFile',
    send: onProgress && ((url, init) => sendWithProgress(host, url, init, onProgress)),
    encode: () => encodeFileRequest(request),
    read: operation === 'downloadFile' ? readDownload : readFacts,
  };

  async function readFacts(response: Response, toHttp: (body: string) => HttpAnswer): Promise<Answer | Failure> {
    return decodeFacts(operation, toHttp(await response.text()));
  }

  async function readDownload(response: Response, toHttp: (body: string) => HttpAnswer): Promise<Blob | Failure> {
    const blob = await response.blob();
    // A refusal comes as JSON where the bytes were expected; but the file itself may be JSON too.
    if (response.ok && !blob.type.startsWith('application/json')) return blob;
    const http = toHttp(await blob.text());
    return findRefusal(operation, http, parseJson(http.body)) ?? blob;
  }
}

/**
 * The request as the Chat API version 2 wants it.
 * @throws {RangeError} when an id cannot be part of a path, so that the request would reach another address.
 */
export function encodeFileRequest(request: FileRequest | DownloadRequest): EncodedRequest {
  const { keys } = request;
  const identity = identityOf(keys);
  if (request.operation === 'uploadFile') {
    const body = fill(new FormData(), identity, request.userData);
    body.append('file', request.file, request.fileName);
    return { path: pathOf(keys, 'file'), body };
  }
  return { path: pathOf(keys, kindOf(request)), body: fill(new URLSearchParams(), identity) };
}

function kindOf(request: Exclude<FileRequest, { operation: 'uploadFile' }> | DownloadRequest): string {
  if (request.operation === 'fileLimits') return 'file/limits';
  return `file/${segment(request.fileId)}/${request.operation === 'downloadFile' ? 'download' : 'delete'}`;
}

/** What the server says of files; of one that it has taken, it has to say how it is called. */
export function decodeFacts(operation: string, http: HttpAnswer): Answer | Failure {
  const answer = decodeAnswer(operation, http);
  if (operation !== 'uploadFile' || !answer.ok || answer.userData?.['file-id']) return answer;
  const why = 'unable to read the answer to uploadFile; userData.file-id is missing';
  return failure('unavailable', operation, why, { status: http.status });
}
