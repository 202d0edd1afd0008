import { expect } from '@open-wc/testing';
import { canChange, isRunning, type SessionPhase } from '../../src/model/session-state.js';

/** For each phase: which it may turn into, and whether a session exists meanwhile. */
const table: Record<SessionPhase, [next: SessionPhase[], isRunning: boolean]> = {
  idle: [['restoring', 'starting'], false],
  restoring: [['active', 'ending', 'ended', 'idle'], true],
  starting: [['active', 'idle'], false],
  active: [['ending', 'ended'], true],
  ending: [['active', 'ended'], true],
  ended: [['restoring', 'starting'], false],
};
const phases = Object.keys(table) as SessionPhase[];

describe('the phase of a conversation', () => {
  for (const from of phases) {
    const [next, running] = table[from];
    for (const to of phases) {
      it(`${next.includes(to) ? 'may' : 'never'} changes from ${from} to ${to}`, () => {
        expect(canChange(from, to)).to.equal(next.includes(to));
      });
    }

    it(`${running ? 'has' : 'has no'} session while ${from}`, () => {
      expect(isRunning(from)).to.equal(running);
    });
  }
});
