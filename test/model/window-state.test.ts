import { expect } from '@open-wc/testing';
import { closedWindow, isShown } from '../../src/model/window-state.js';

describe('the window', () => {
  for (const [opened, minimized, shown] of [
    [false, false, false],
    [false, true, false],
    [true, false, true],
    [true, true, false],
  ] as const) {
    it(`${shown ? 'shows' : 'hides'} the conversation when opened is ${String(opened)} and minimized ${String(minimized)}`, () => {
      expect(isShown({ ...closedWindow, opened, minimized })).to.equal(shown);
    });
  }

  it('is not there at first', () => {
    expect(isShown(closedWindow)).to.equal(false);
  });
});
