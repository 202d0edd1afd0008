import type { Participant } from '../model/participant.js';
import type { Clock, Timer } from '../platform/clock.js';

/** Milliseconds after the last sign at which nobody believes any more that someone types. */
const forgetAfter = 60_000;

/** What the tracker needs of its conversation. */
export interface AgentTypingOptions {
  readonly clock: Clock;
  readonly onStarted: (party: Participant) => void;
  readonly onStopped: (party: Participant) => void;
}

/** Knows who of the other side is typing. A lost "stopped" does not leave the indicator on for ever. */
export class AgentTyping {
  readonly #options: AgentTypingOptions;
  readonly #timers = new Map<number, { readonly party: Participant; readonly timer: Timer }>();
  #isSuspended = false;

  constructor(options: AgentTypingOptions) {
    this.#options = options;
  }

  /** Who types now. */
  get parties(): readonly Participant[] {
    return [...this.#timers.values()].map(({ party }) => party);
  }

  /** A sign that the party types. */
  started(party: Participant): void {
    if (this.#isSuspended) return;
    const { clock, onStarted } = this.#options;
    const known = this.#timers.get(party.participantId);
    clock.clearTimeout(known?.timer);
    const timer = clock.setTimeout(() => {
      this.stopped(party);
    }, forgetAfter);
    this.#timers.set(party.participantId, { party, timer });
    if (!known) onStarted(party);
  }

  /** The party stopped, wrote or left. Does nothing if it did not type. */
  stopped(party: Participant): void {
    const known = this.#timers.get(party.participantId);
    if (!known) return;
    this.#options.clock.clearTimeout(known.timer);
    this.#timers.delete(party.participantId);
    this.#options.onStopped(party);
  }

  /** The conversation is over: nobody types any more. */
  clear(): void {
    for (const { party } of [...this.#timers.values()]) this.stopped(party);
  }

  /** Nobody counts as typing until `resume`, so that no timer runs. */
  suspend(): void {
    this.#isSuspended = true;
    this.clear();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    this.#isSuspended = false;
  }
}
