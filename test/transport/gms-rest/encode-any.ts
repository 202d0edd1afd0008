import { encodeRequest, isAboutFiles, type EncodedRequest } from '../../../src/transport/gms-rest/encode.js';
import { encodeFileRequest } from '../../../src/transport/gms-rest/file-job.js';
import type { ChatRequest, DownloadRequest } from '../../../src/transport/transport.js';

/** Any request as it is sent. */
export function encodeAny(request: ChatRequest | DownloadRequest): EncodedRequest {
  return isAboutFiles(request) ? encodeFileRequest(request) : encodeRequest(request);
}
