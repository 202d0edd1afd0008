/** Who takes part. The backend may add types of its own, which are kept as they are. */
export type ParticipantType = 'Client' | 'Agent' | 'Supervisor' | 'Bot' | 'External' | (string & {});

/** One party of a conversation, as the backend names it. */
export interface Participant {
  /** Constant for the session; the way to tell parties apart, since nicknames change. */
  readonly participantId: number;
  readonly nickname: string;
  readonly type: ParticipantType;
}

/** Stands in where the backend sends a notice without a party. */
export const systemParticipant: Participant = { participantId: 0, nickname: '', type: 'External' };
