import { ManualClock } from '../support/manual-clock.js';

/** A clock that stands until it is moved, for Node and for very many moves. */
export class QuickClock extends ManualClock {
  constructor() {
    super(settled);
  }
}

/** All promise callbacks that are due have run, and Node has told of what none of them caught. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
