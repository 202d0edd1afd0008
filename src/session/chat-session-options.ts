import type { Platform } from '../platform/platform.js';
import type { Failure, SessionKeys, Transport } from '../transport/transport.js';
import type { WritableChatStores } from './chat-stores.js';
import type { Emit } from './emit.js';
import type { MessageFilters } from './message-filters.js';
import type { PollerOptions } from './poller.js';
import type { RestoreStore } from './restore-store.js';
import type { TabMessage } from './tab-messages.js';

/** What a conversation is made with. */
export interface ChatSessionOptions extends PollerOptions {
  readonly platform: Platform;
  readonly transport: Transport;
  readonly stores: WritableChatStores;
  readonly emit: Emit;
  /** What extensions want done to messages, once one has asked for it. */
  readonly filters: () => MessageFilters | undefined;
  /** The visitor's text without what must not be kept. */
  readonly masked: (text: string) => Promise<string>;
  /** Where the next page finds the conversation. */
  readonly store: RestoreStore;
  /** Names the conversation among all of the site. */
  readonly conversation: string;
  /** Tells the other tabs of this conversation. */
  readonly post: (message: TabMessage) => void;
  /** The session's keys are new, or undefined once it is over. */
  readonly onKeys: (keys: SessionKeys | undefined) => void;
  /** Reports a failed request as the service does. `isRestoring` tells of the first that should bring the conversation back. */
  readonly onFailure: (failure: Failure, isRestoring: boolean) => void;
  /** Tells of a good answer before it is taken in. */
  readonly onAnswer: (operation: string) => void;
  /** Tells that the machine has lost its network. */
  readonly onOffline: () => void;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeout: () => number;
}
