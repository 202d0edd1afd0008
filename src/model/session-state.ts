/** Where the conversation stands. */
export type SessionPhase = 'idle' | 'restoring' | 'starting' | 'active' | 'ending' | 'ended';

/** The phases that each phase may turn into. */
const transitions: Readonly<Record<SessionPhase, readonly SessionPhase[]>> = Object.freeze({
  idle: ['restoring', 'starting'],
  restoring: ['active', 'ending', 'ended', 'idle'],
  starting: ['active', 'idle'],
  active: ['ending', 'ended'],
  ending: ['active', 'ended'],
  ended: ['restoring', 'starting'],
});

/** Whether the conversation may go from one phase to the other. */
export function canChange(from: SessionPhase, to: SessionPhase): boolean {
  return transitions[from].includes(to);
}

/** Whether a session exists that commands can act on. */
export function isRunning(phase: SessionPhase): boolean {
  return phase === 'restoring' || phase === 'active' || phase === 'ending';
}
