import type { Agents } from '../model/agent.js';
import type { FileTransfer } from '../model/file-status.js';
import type { ChatMessage } from '../model/message.js';
import type { Participant } from '../model/participant.js';
import type { SessionPhase } from '../model/session-state.js';
import { createStore, type ReadableStore, type Store } from '../store.js';

/** Whether the server answers. */
export type ConnectionStatus = 'online' | 'reconnecting';

/** What a conversation looks like now, for whoever shows it. Each store tells its listeners when it changes. */
export interface ChatStores {
  readonly phase: ReadableStore<SessionPhase>;
  /** The conversation so far, oldest first; own messages that are on their way are last, failed ones where they left from. It stays after the end until the next start. */
  readonly messages: ReadableStore<readonly ChatMessage[]>;
  /** The server's name for the conversation; empty before the first. It stays after the end until the next start. */
  readonly chatId: ReadableStore<string>;
  readonly agents: ReadableStore<Agents>;
  /** Parties of the other side who are typing now. */
  readonly typing: ReadableStore<readonly Participant[]>;
  readonly connection: ReadableStore<ConnectionStatus>;
  /** The visitor's own participant id; tells own messages from others. 0 before the first chat. */
  readonly ownId: ReadableStore<number>;
  /** Text that the visitor has written and not sent; the same in all tabs. */
  readonly draft: ReadableStore<string>;
  /** Messages of the other side that came while the visitor could not see the conversation. */
  readonly unread: ReadableStore<number>;
  /** Files that this page has sent or is sending in this chat, oldest first. */
  readonly files: ReadableStore<readonly FileTransfer[]>;
  /** Whether the chat has no end in time. */
  readonly isAsync: ReadableStore<boolean>;
  /** Whether the visitor has turned the sound of this conversation off; the same in all tabs. */
  readonly muted: ReadableStore<boolean>;
  /** The index from which on messages are new to this browser; 0 when it does not know, as on its first page of a chat. */
  readonly newFrom: ReadableStore<number>;
  /** Where the window stands; the same in all tabs. */
  readonly window: ReadableStore<'closed' | 'opened' | 'minimized'>;
  /** Regular expressions of messages that the visitor does not see in this conversation; the same in all tabs. */
  readonly filters: ReadableStore<readonly FilterText[]>;
}

/** A regular expression as what can be kept and told: its source and flags. */
export type FilterText = readonly [source: string, flags: string];

/** The same stores for their one owner, the service. */
export type WritableChatStores = {
  readonly [Name in keyof ChatStores]: ChatStores[Name] extends ReadableStore<infer Value> ? Store<Value> : never;
};

/** Stores of a service that has no conversation yet. */
export function createChatStores(): WritableChatStores {
  return {
    phase: createStore<SessionPhase>('idle'),
    messages: createStore<readonly ChatMessage[]>([]),
    chatId: createStore(''),
    agents: createStore<Agents>({}),
    typing: createStore<readonly Participant[]>([]),
    connection: createStore<ConnectionStatus>('online'),
    ownId: createStore(0),
    draft: createStore(''),
    unread: createStore(0),
    files: createStore<readonly FileTransfer[]>([]),
    isAsync: createStore(false),
    muted: createStore(false),
    newFrom: createStore(0),
    window: createStore<'closed' | 'opened' | 'minimized'>('closed'),
    filters: createStore<readonly FilterText[]>([]),
  };
}
