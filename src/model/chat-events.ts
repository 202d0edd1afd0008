import type { Agents } from './agent.js';
import type { FailedAnswer } from './failure.js';
import type { FileStatus } from './file-status.js';
import type { ChatMessage, MessageStatus } from './message.js';

/** A server's answer as extensions see it: everything but the secret key. */
export interface PublicAnswer {
  statusCode: number;
  chatId?: string;
  userId?: string;
  alias?: string;
  chatEnded?: boolean;
  nextPosition?: number;
  /** As the server sent them. */
  messages: unknown[];
  userData?: Record<string, string>;
}

/** Names the running session without giving access to it. */
export interface PublicSessionData {
  chatId: string;
  sessionID: string;
  userId?: string;
  alias?: string;
}

/** Payload of the events about who joined and left. */
export interface ConnectionChange {
  message: ChatMessage;
  agents: Agents;
  /** Human agents in the conversation after the change. */
  numAgentsConnected: number;
}

/** New entries of the transcript. */
export interface MessagesReceived {
  /** As the server sent them. */
  originalMessages: unknown[];
  messages: ChatMessage[];
  /** True when the entries are read again after a reload. */
  restoring: boolean;
  sessionData: PublicSessionData;
}

/** The newest answer, and who of the other side began or stopped typing. */
export interface TypingChange extends PublicAnswer {
  participantId: number;
  name: string;
}

/** How long a chat has been going, and with whom. */
export interface ChatStats {
  agents: Agents;
  /** Epoch milliseconds. */
  startTime: number;
  /** Epoch milliseconds; 0 while it runs. */
  endTime: number;
  /** Milliseconds, up to now or to the end. */
  duration: number;
}

/** Everything that happens in the service, by the event's name, with its data. Contract: WebChatService events. */
export interface ChatEvents {
  /** The service accepts commands. Late subscribers get it too. */
  ready: undefined;
  /** A chat has started; carries the server's answer. */
  started: PublicAnswer;
  /** The conversation of an earlier page goes on here; `async` tells that it has no end in time. */
  restored: { async: boolean };
  /** The conversation of an earlier page goes on here as soon as the server answers again. */
  restoredOffline: undefined;
  /** The visitor was away longer than `restoreTimeout`: the conversation of the earlier page is not taken up again. */
  restoreTimeout: undefined;
  /** The conversation of an earlier page cannot be taken up again: the server no longer has it, or what was kept is unreadable. */
  restoreFailed: undefined;
  /** The chat has ended, by whomever. */
  ended: undefined;
  /** Something new is in the conversation: texts, notices, who came and went. Each entry comes once. */
  messageReceived: MessagesReceived;
  /** An own message is on its way, has arrived, or was refused. Ours. */
  messageStatus: { id: string; status: MessageStatus };
  /** A file of the visitor is on its way, has come further, has arrived, failed, or was given up. Ours. */
  fileStatus: FileStatus;
  /** So many places of a text of the visitor were made unreadable before it left the device; see the option `mask`. Ours. */
  textMasked: { where: 'message' | 'typing' | 'start'; count: number };
  /** A request failed: the first of an outage, any failed command, any refused or unreadable answer. */
  error: FailedAnswer;
  /** A request got no answer at all, or the machine went offline. Once an outage. */
  disconnected: undefined;
  /** The first answer of any kind after `disconnected`. */
  reconnected: undefined;
  /** A poll failed, and the service tries again. Once an outage. */
  connectionPending: undefined;
  /** A poll succeeded after `connectionPending`. */
  connectionRestored: undefined;
  /** More polls than `pollExceptionLimit` have failed in a row; the service goes on trying. Once an outage. */
  chatServerWentOffline: undefined;
  /** A poll succeeded after `chatServerWentOffline`. */
  chatServerBackOnline: undefined;
  /** The service asks the server for news by itself from now on. */
  pollingStarted: undefined;
  /** The service no longer asks the server for news by itself. */
  pollingStopped: undefined;
  /** The visitor is in the chat. */
  clientConnected: ConnectionChange;
  /** The visitor is no longer in the chat. */
  clientDisconnected: ConnectionChange;
  /** An agent joined. */
  agentConnected: ConnectionChange;
  /** An agent left. */
  agentDisconnected: ConnectionChange;
  /** A supervisor joined. */
  supervisorConnected: ConnectionChange;
  /** A supervisor left. */
  supervisorDisconnected: ConnectionChange;
  /** A bot joined. */
  botConnected: ConnectionChange;
  /** A bot left. */
  botDisconnected: ConnectionChange;
  /** An agent has begun to type. */
  agentTypingStarted: TypingChange;
  /** An agent no longer types: said so, wrote, left, or gave no sign for 60 s. */
  agentTypingStopped: TypingChange;
  /** The visitor has begun to type, and the agent is told. */
  clientTypingStarted: undefined;
  /** The visitor sent the message, or pressed no key for 5 s. */
  clientTypingStopped: undefined;
}
