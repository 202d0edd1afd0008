import { settled } from '../bus/harness.js';
import { ManualClock } from './manual-clock.js';

/** A clock that stands until it is moved, for the browser. */
export class FakeClock extends ManualClock {
  constructor(now?: number) {
    super(settled, now);
  }
}
