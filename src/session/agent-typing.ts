import type { Participant } from '../model/participant.js';
import type { Clock, Timer } from '../platform/clock.js';
import type { Answer } from '../transport/transport.js';
import type { Emit } from './emit.js';
import type { WritableChatStores } from './chat-stores.js';
import { toPublicAnswer } from './public-answer.js';

/** Milliseconds after the last sign at which nobody believes any more that someone types. */
const forgetAfter = 60_000;

/** What the tracker needs of its conversation. */
export interface AgentTypingOptions {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly stores: Pick<WritableChatStores, 'typing'>;
  /** The newest answer, which the events carry. */
  readonly lastAnswer: () => Answer;
}

/** Knows who of the other side is typing. A lost "stopped" does not leave the indicator on for ever. */
export class AgentTyping {
  readonly #options: AgentTypingOptions;
  readonly #timers = new Map<number, { readonly party: Participant; readonly timer: Timer }>();
  #isSuspended = false;

  constructor(options: AgentTypingOptions) {
    this.#options = options;
  }

  /** A sign that the party types. */
  started(party: Participant): void {
    if (this.#isSuspended) return;
    const { clock } = this.#options;
    const known = this.#timers.get(party.participantId);
    clock.clearTimeout(known?.timer);
    const timer = clock.setTimeout(() => {
      this.stopped(party);
    }, forgetAfter);
    this.#timers.set(party.participantId, { party, timer });
    if (!known) this.#tell('agentTypingStarted', party);
  }

  /** The party stopped, wrote or left. Does nothing if it did not type. */
  stopped(party: Participant): void {
    const known = this.#timers.get(party.participantId);
    if (!known) return;
    this.#options.clock.clearTimeout(known.timer);
    this.#timers.delete(party.participantId);
    this.#tell('agentTypingStopped', party);
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

  #tell(name: 'agentTypingStarted' | 'agentTypingStopped', { participantId, nickname }: Participant): void {
    const { stores, emit, lastAnswer } = this.#options;
    stores.typing.set([...this.#timers.values()].map(({ party }) => party));
    emit(name, { ...toPublicAnswer(lastAnswer()), participantId, name: nickname });
  }
}
