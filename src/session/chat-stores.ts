import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Agents } from '../model/agent.js';
import type { ChatMessage } from '../model/message.js';
import type { Participant } from '../model/participant.js';
import type { SessionPhase } from '../model/session-state.js';
import { reportFailure } from '../platform/report-error.js';

/** Whether the server answers. */
export type ConnectionStatus = 'online' | 'reconnecting';

/** What a conversation looks like now, for whoever shows it. Each store tells its listeners when it changes. */
export interface ChatStores {
  readonly phase: ReadableAtom<SessionPhase>;
  /** The conversation so far, oldest first; own messages that are on their way are last, failed ones where they left from. It stays after the end until the next start. */
  readonly messages: ReadableAtom<readonly ChatMessage[]>;
  readonly agents: ReadableAtom<Agents>;
  /** Parties of the other side who are typing now. */
  readonly typing: ReadableAtom<readonly Participant[]>;
  readonly connection: ReadableAtom<ConnectionStatus>;
  /** The visitor's own participant id; tells own messages from others. 0 before the first chat. */
  readonly ownId: ReadableAtom<number>;
  /** Text that the visitor has written and not sent; the same in all tabs. */
  readonly draft: ReadableAtom<string>;
  /** Messages of the other side that came while the visitor could not see the conversation. */
  readonly unread: ReadableAtom<number>;
  /** Where the window stands; the same in all tabs. */
  readonly window: ReadableAtom<'closed' | 'opened' | 'minimized'>;
}

/** The same stores for their one owner, the service. */
export type WritableChatStores = {
  readonly [Name in keyof ChatStores]: ChatStores[Name] extends ReadableAtom<infer Value> ? WritableAtom<Value> : never;
};

/** Stores of a service that has no conversation yet. */
export function createChatStores(): WritableChatStores {
  return {
    phase: store<SessionPhase>('idle'),
    messages: store<readonly ChatMessage[]>([]),
    agents: store<Agents>({}),
    typing: store<readonly Participant[]>([]),
    connection: store<ConnectionStatus>('online'),
    ownId: store(0),
    draft: store(''),
    unread: store(0),
    window: store<'closed' | 'opened' | 'minimized'>('closed'),
  };
}

/** A store whose listeners cannot break the conversation: what one throws is reported. */
function store<Value>(initial: Value): WritableAtom<Value> {
  const created = atom(initial);
  const set = created.set.bind(created);
  created.set = (value) => {
    try {
      set(value);
    } catch (error) {
      reportFailure(error);
    }
  };
  return created;
}
