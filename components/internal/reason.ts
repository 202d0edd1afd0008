import type { ErrorKey } from '../../src/i18n/texts.js';
import { unanswered, type Situation } from '../../src/i18n/unanswered.js';

/** Why something failed: the key of its sentence, and the sentence in English where that comes late. */
export interface Reason {
  readonly key: ErrorKey;
  readonly english?: string;
  /** The name of the form's field that it is about, if it is about one. */
  readonly field?: string | undefined;
}

/**
 * Why a command was rejected. What a server can refuse has many sentences, which come with the first refusal; who is told
 * that no server has answered need not wait for them.
 */
export async function reasonOf(rejection: unknown, situation: Situation): Promise<Reason> {
  const offline: Reason = { key: unanswered[situation] };
  if (isUnanswered(rejection)) return offline;
  return import('../chat-failure/chat-failure.js').then(
    ({ explain }) => explain(rejection, situation),
    () => offline,
  );
}

function isUnanswered(rejection: unknown): boolean {
  return typeof rejection === 'object' && rejection !== null && 'status' in rejection && rejection.status === 0;
}
