import { expect } from '@open-wc/testing';
import { duration } from '../../../demo/agent-desk/times.js';

describe('duration', () => {
  const cases: [milliseconds: number, text: string][] = [
    [-500, '0:00'],
    [0, '0:00'],
    [42_900, '0:42'],
    [725_000, '12:05'],
    [3_600_000, '1:00:00'],
    [5_025_000, '1:23:45'],
  ];
  for (const [milliseconds, text] of cases) {
    it(`counts ${milliseconds} ms as ${text}`, () => {
      expect(duration(milliseconds)).to.equal(text);
    });
  }
});
