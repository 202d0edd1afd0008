import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { HttpError } from './http-error.js';
import { mediaType, readBody } from './request-body.js';

const noObject = 'The body must be a JSON object';

/** Reads a JSON object that fits the schema; otherwise the error names the first thing that is wrong. */
export async function readJsonBody<Schema extends v.GenericSchema>(
  request: IncomingMessage,
  schema: Schema,
  limit: number,
): Promise<v.InferOutput<Schema>> {
  const type = mediaType(request);
  if (type !== 'application/json') {
    throw new HttpError(415, `Send the body as application/json, not as ${type || 'an unnamed type'}`);
  }
  const body = parse((await readBody(request, limit)).toString('utf8'));
  // An array would pass for an object whose keys are all missing.
  if (Array.isArray(body)) throw new HttpError(400, noObject);
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new HttpError(400, sentence(result.issues[0]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The body is not readable JSON');
  }
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  if (path === null) return noObject;
  if (issue.type === 'strict_object') return keySentence(path, issue);
  return `${path} ${issue.message}, not ${issue.received}`;
}

function keySentence(path: string, issue: v.BaseIssue<unknown>): string {
  // Valibot reports a missing key and an unknown key as the same kind of issue.
  if (issue.expected === 'never') return `${path} is not a known key`;
  return `${path} is missing`;
}
