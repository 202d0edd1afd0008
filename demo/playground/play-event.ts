import type { SetUp } from './set-up.js';

/** Somebody has changed the set-up. */
export class SetUpChange extends CustomEvent<SetUp> {
  constructor(setUp: SetUp) {
    super('play-set-up', { detail: setUp, bubbles: true, composed: true });
  }
}
