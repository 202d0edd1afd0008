import type { FailedAnswer } from '../model/failure.js';
import type { ErrorKey, LateErrorKey } from './texts.js';
import { unanswered, type Situation } from './unanswered.js';

/** Server codes and HTTP statuses that have a sentence of their own. */
const codes = new Set<ErrorKey>(['102', '103', '161', '204', '240', '364', '401', '404', '500', '503']);

/** The codes about fields of a form, by the names of the fields. */
export const fieldErrors: ReadonlyMap<string, LateErrorKey> = new Map([
  ['firstname', '102'],
  ['lastname', '103'],
  ['nickname', '161'],
  ['email', '364'],
]);

/** Before a chat there is none that could have gone or been closed to the visitor: the service itself is. */
const refusedStarts: Readonly<Record<number, ErrorKey>> = {
  401: 'StartRefused',
  403: 'StartRefused',
  404: 'ChatUnavailable',
};

/** Which sentence tells a visitor why a command was rejected. What the server wrote is for developers and never shown. */
export function errorKey(rejection: unknown, situation: Situation): ErrorKey {
  if (!isFailedAnswer(rejection)) return [codeOf(rejection)].find(hasSentence) ?? situation;
  const { status, errors } = rejection;
  if (status === 0) return unanswered[situation];
  const refusal = situation === 'StartFailed' && refusedStarts[status];
  if (refusal) return refusal;
  const keys = [...errors.map(({ code }) => String(code)), String(status)];
  return keys.find(hasSentence) ?? situation;
}

/** The code by which a text or a file was refused before it was sent. */
function codeOf(rejection: unknown): string {
  return typeof rejection === 'object' && rejection !== null && 'code' in rejection ? String(rejection.code) : '';
}

function hasSentence(key: string): key is ErrorKey {
  return (codes as ReadonlySet<string>).has(key);
}

function isFailedAnswer(rejection: unknown): rejection is FailedAnswer {
  return (
    typeof rejection === 'object' &&
    rejection !== null &&
    'status' in rejection &&
    'errors' in rejection &&
    Array.isArray(rejection.errors)
  );
}
