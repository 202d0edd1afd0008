/** What kind of party a participant is, in the words of the wire. */
export type PartyType = 'Client' | 'Agent' | 'Supervisor' | 'External';

/** Who caused an event, as it was called at that moment. */
export interface Party {
  readonly nickname: string;
  readonly participantId: number;
  readonly type: PartyType;
}

/** What can stand in a transcript. */
export type EventType =
  | 'ParticipantJoined'
  | 'ParticipantLeft'
  | 'Message'
  | 'TypingStarted'
  | 'TypingStopped'
  | 'NicknameUpdated'
  | 'PushUrl'
  | 'CustomNotice'
  | 'Notice'
  | 'FileUploaded'
  | 'FileDeleted';

/** An event before it has its place in a transcript. */
export interface UnplacedEvent {
  readonly from: Party;
  readonly type: EventType;
  readonly utcTime: number;
  readonly text?: string;
  readonly messageType?: string;
  readonly userData?: Readonly<Record<string, string>>;
}

/** One event of a chat, exactly as the wire carries it. */
export interface TranscriptEvent extends UnplacedEvent {
  readonly index: number;
}

/**
 * The events of one chat in order, from index 1 on.
 *
 * Typing events take an index like all others: a poller asks for "everything from position n on", so what has no
 * position would never reach it.
 */
export class Transcript {
  readonly #events: TranscriptEvent[] = [];
  readonly #limit: number;
  #firstIndex = 1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The index the next event will get: what a client asks for to see only what is new. */
  get nextPosition(): number {
    return this.#firstIndex + this.#events.length;
  }

  /** Places an event at the end, and forgets the oldest one beyond the limit. */
  append(event: UnplacedEvent): TranscriptEvent {
    const placed = { ...event, index: this.nextPosition };
    this.#events.push(placed);
    if (this.#events.length > this.#limit) {
      this.#events.shift();
      this.#firstIndex += 1;
    }
    return placed;
  }

  /** The kept events from that index on; 1 gives all. */
  from(position: number): readonly TranscriptEvent[] {
    return this.#events.slice(Math.max(0, position - this.#firstIndex));
  }
}
