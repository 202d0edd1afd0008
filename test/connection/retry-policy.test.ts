import { expect } from '@open-wc/testing';
import { retryDelay } from '../../src/connection/retry-policy.js';

describe('the pause before the next try', () => {
  const most = [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000];

  most.forEach((milliseconds, at) => {
    const attempt = at + 1;
    it(`is anywhere from nothing to ${String(milliseconds)} ms at attempt ${String(attempt)}`, () => {
      expect(retryDelay(attempt, 0)).to.equal(0);
      expect(retryDelay(attempt, 0.5)).to.equal(milliseconds / 2);
      expect(retryDelay(attempt, 0.999_999)).to.be.closeTo(milliseconds, 0.1);
      expect(retryDelay(attempt, 0.999_999)).to.be.below(milliseconds);
    });
  });

  it('stays at the ceiling for ever', () => {
    for (const attempt of [60, 1025, 100_000, Number.MAX_SAFE_INTEGER]) {
      expect(retryDelay(attempt, 1)).to.equal(15_000);
      expect(retryDelay(attempt, 0)).to.equal(0);
    }
  });
});
