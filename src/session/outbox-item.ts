import type { FailedAnswer } from '../model/failure.js';

/** An own message that the transcript does not hold yet. */
export interface OutboxItem {
  readonly id: string;
  readonly text: string;
  /** Epoch milliseconds at which the visitor wrote it. */
  readonly writtenAt: number;
  /**
   * - `waiting`: not sent yet
   * - `sending`: on its way, or its fate is unknown
   * - `accepted`: the server has it, the transcript does not tell yet
   * - `failed`: the server refused it
   */
  readonly state: 'waiting' | 'sending' | 'accepted' | 'failed';
  /** Why the server refused it. */
  readonly failure?: FailedAnswer | undefined;
  /** The transcript's position when it left: its receipt stands there or later. */
  readonly position: number;
  /** When it left last, epoch milliseconds. */
  readonly sentAt: number;
  /** Counts the changes: of two copies, the one with more of them is the newer. */
  readonly revision: number;
}

/** The position of what another tab has delivered: its receipt may be any message that is nobody else's. */
export const elsewhere = Infinity;

/** Whether its receipt may come. */
export function isOnItsWay({ state }: OutboxItem): boolean {
  return state === 'sending' || state === 'accepted';
}
