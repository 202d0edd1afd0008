import { ChatError } from '../errors.js';
import type { StartRequest } from '../transport/transport.js';
import { sentences } from './sentences.js';

/** What a chat may be started with: the form's fields, directly or in `form`, and attached data. */
export type StartOptions = Readonly<Record<string, unknown>>;

/** Form fields that are part of the start request, by the name that the request gives them. All others become user data. */
const fields = {
  nickname: 'nickname',
  firstname: 'firstName',
  lastname: 'lastName',
  email: 'emailAddress',
  subject: 'subject',
} as const;

/**
 * The start request for what the caller gave.
 * @throws {ChatError} when `userData` or `form` is no plain object, or holds what cannot be sent.
 */
export function toStartRequest(
  options: StartOptions,
  defaults: Readonly<Record<string, unknown>>,
  isAsync: boolean,
): StartRequest {
  const form = toObject(options['form']);
  const values: StartOptions = { ...options, ...form };
  const request: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = toText(values[name]);
    if (value) request[field] = value;
  }
  const text = toText(values['text'] ?? values['message']);
  const own = Object.fromEntries(Object.entries(form).filter(([name]) => !(name in fields) && !settings.has(name)));
  const userData = {
    ...toUserData({ ...defaults, ...own, ...toObject(options['userData']) }),
    ...(isAsync && options['async'] !== false && { GCTI_Chat_AsyncMode: 'true' }),
  };
  return { operation: 'start', ...request, ...(text && { text }), userData };
}

/**
 * Attached data as the server keeps it: texts by name. What is no text becomes one, and what is nothing is left out.
 * @throws {ChatError} when it is no plain object, or holds what cannot be sent.
 */
export function toUserData(data: unknown): Record<string, string> {
  const given = Object.entries(toObject(data)).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, toText(value)]));
}

/** Names in a form that steer the widget and are no data. */
const settings = new Set(['autoSubmit', 'text', 'message']);

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new ChatError(sentences.malformedUserData);
  return Object.fromEntries(Object.entries(value));
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') throw new ChatError(sentences.malformedUserData);
  try {
    return JSON.stringify(value);
  } catch {
    throw new ChatError(sentences.malformedUserData);
  }
}
