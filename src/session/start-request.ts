import { ChatError } from '../errors.js';
import type { StartRequest } from '../transport/transport.js';
import { readNamed, readOption, readOptionalFlag } from './read-options.js';
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
 * @throws {ChatError} when `userData` or `form` is no plain object, or anything is of a kind that cannot be sent.
 */
export function toStartRequest(
  options: StartOptions,
  defaults: Readonly<Record<string, unknown>>,
  isAsync: boolean,
): StartRequest {
  const form = readOption('form', 'an object', options['form'] ?? {}, readNamed);
  const values: StartOptions = { ...options, ...form };
  const request: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = toField(name, values[name]);
    if (value) request[field] = value;
  }
  const text = toField('text', values['text']) || toField('message', values['message']);
  const own = Object.fromEntries(
    Object.entries(form).filter(([name]) => !Object.hasOwn(fields, name) && !settings.has(name)),
  );
  const wantsAsync = readOptionalFlag('async', options['async']) ?? true;
  const userData = {
    ...toUserData({ ...defaults, ...own, ...toObject(options['userData']) }),
    ...(isAsync && wantsAsync && { GCTI_Chat_AsyncMode: 'true' }),
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
  const held = readNamed(value ?? {});
  if (!held) throw new ChatError(sentences.malformedUserData);
  return held;
}

function toField(name: string, value: unknown): string {
  return readOption(name, 'a text', value ?? '', plainText);
}

function toText(value: unknown): string {
  try {
    const text = plainText(value) ?? (typeof value === 'object' ? JSON.stringify(value) : undefined);
    if (text !== undefined) return text;
  } catch {
    // It holds itself, or what JSON has no form for.
  }
  throw new ChatError(sentences.malformedUserData);
}

/** The text of what is one, or can be written in one way only. */
function plainText(value: unknown): string | undefined {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : undefined;
}
