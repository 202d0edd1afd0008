import type { SetUp } from './set-up.js';

/** Somebody changes the set-up: told as what changes, since another change may have come meanwhile. */
export class SetUpChange extends CustomEvent<(setUp: SetUp) => SetUp> {
  constructor(change: (setUp: SetUp) => SetUp) {
    super('play-set-up', { detail: change, bubbles: true, composed: true });
  }
}
