import type { ErrorKey } from './texts.js';

/** The sentence about what the visitor wanted, for a failure that has none of its own. */
export type Situation = 'StartFailed' | 'MessageFailed';

/** What is said where no server has answered. It is there from the start, since nothing can be loaded then. */
export const unanswered: Readonly<Record<Situation, ErrorKey>> = {
  StartFailed: 'ChatUnavailable',
  MessageFailed: 'Disconnected',
};
