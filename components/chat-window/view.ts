import { isRunning, type SessionPhase } from '../../src/model/session-state.js';

/** What the window shows. */
export type View = 'form' | 'chat' | 'end';

/** What belongs to the phase; `isOverRead` tells that the visitor is done with a conversation that is over. */
export function viewOf(phase: SessionPhase, isOverRead: boolean): View {
  if (isRunning(phase)) return 'chat';
  return phase === 'ended' && !isOverRead ? 'end' : 'form';
}
