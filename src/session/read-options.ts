import { ChatError } from '../errors.js';
import { sentences } from './sentences.js';

/** Stands for a value that throws when it is looked at: no command takes it. */
export const unreadable = Symbol('unreadable');

/** What an object holds, each value read once; undefined for what is no object of names. A page's own getters may throw. */
export function readNamed(given: unknown): Readonly<Record<string, unknown>> | undefined {
  try {
    if (typeof given !== 'object' || given === null || kindOf(given) !== 'Object') return undefined;
    return Object.fromEntries(Object.keys(given).map((name) => [name, readValue(given, name)]));
  } catch {
    return undefined;
  }
}

function readValue(given: object, name: string): unknown {
  try {
    return Reflect.get(given, name);
  } catch {
    return unreadable;
  }
}

/** Says of an option what it takes, and what it got. */
export function refusal(option: string, takes: string, got: unknown): ChatError {
  return new ChatError(`${option} takes ${takes}, but got ${describe(got)}`);
}

/** What `read` makes of an option; whatever throws when it is looked into is no good either. */
export function readOption<Value>(
  option: string,
  takes: string,
  got: unknown,
  read: (got: unknown) => Value | undefined,
): Value {
  try {
    const value = read(got);
    if (value !== undefined) return value;
  } catch {
    // Told below.
  }
  throw refusal(option, takes, got);
}

/** A text, if there is one. */
export function readOptionalText(option: string, given: unknown): string | undefined {
  return isNothing(given) ? undefined : readOption(option, 'a text', given, asText);
}

/** `true` or `false`, if there is one. */
export function readOptionalFlag(option: string, given: unknown): boolean | undefined {
  return isNothing(given) ? undefined : readOption(option, 'true or false', given, asFlag);
}

function isNothing(given: unknown): given is undefined | null {
  return given === undefined || given === null;
}

function asText(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined;
}

function asFlag(given: unknown): boolean | undefined {
  return typeof given === 'boolean' ? given : undefined;
}

/** The text of a message. */
export function readText(message: unknown): string {
  if (typeof message === 'string' && message.trim() !== '') return message;
  throw new ChatError(sentences.noText);
}

/** What a value is, for a sentence that says what is wrong with it. */
export function describe(value: unknown): string {
  if (isNothing(value)) return 'nothing';
  if (value === unreadable) return 'a value that cannot be read';
  if (typeof value === 'string') return JSON.stringify(value);
  return isList(value) ? 'a list' : `a value of type ${typeof value}`;
}

function isList(value: unknown): boolean {
  try {
    return Array.isArray(value);
  } catch {
    // A proxy that is revoked.
    return false;
  }
}

/** What built-in thing a value is, of whichever realm: a page may bring one from a frame. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
