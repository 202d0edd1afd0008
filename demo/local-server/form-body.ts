import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error.js';
import { mediaType, readBody } from './request-body.js';
import type { UploadedFile } from './shared-files.js';

/** A form as the wire sends it: plain fields, the bracket keys of `userData[…]`, at most one file. */
export interface FormBody {
  readonly fields: ReadonlyMap<string, string>;
  readonly userData: ReadonlyMap<string, string>;
  readonly file?: UploadedFile;
}

const urlEncoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const userDataKey = /^userData\[(.+)\]$/;

/** Reads a form of at most `limit` bytes. Another media type is HTTP 415, an unreadable body 400, too large a one 413. */
export async function readFormBody(request: IncomingMessage, limit: number): Promise<FormBody> {
  const type = mediaType(request);
  const body = await readBody(request, limit);
  if (type === multipart) return formBody(await parseMultipart(body, request.headers['content-type'] ?? ''));
  // Some clients send a request without parameters as no body at all, and then name no type.
  if (type === urlEncoded || (type === '' && body.byteLength === 0)) {
    return formBody(new URLSearchParams(body.toString('utf8')));
  }
  throw new HttpError(415, `Send the parameters as ${urlEncoded} or ${multipart}, not as ${type || 'an unnamed type'}`);
}

async function parseMultipart(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw new HttpError(400, `The body is not a readable ${multipart}`);
  }
}

async function formBody(entries: Iterable<[string, string | File]>): Promise<FormBody> {
  const fields = new Map<string, string>();
  const userData = new Map<string, string>();
  let file: UploadedFile | undefined;
  for (const [name, value] of entries) {
    if (typeof value !== 'string') {
      if (name === 'file') file ??= await uploadedFile(value);
      continue;
    }
    const key = userDataKey.exec(name)?.[1];
    if (key === undefined) fields.set(name, value);
    else userData.set(key, value);
  }
  return { fields, userData, ...(file === undefined ? {} : { file }) };
}

async function uploadedFile(value: File): Promise<UploadedFile> {
  return {
    fileName: value.name,
    contentType: value.type || 'application/octet-stream',
    content: new Uint8Array(await value.arrayBuffer()),
  };
}
