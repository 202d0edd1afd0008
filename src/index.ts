/** Public entry of `genesys-webchat/service`: the chat without a window, and without a page. */
export { createWebChatService, type WebChatService, type WebChatServiceOptions } from './create-web-chat-service.js';
export type { ChatConfig } from './config/resolve-options.js';
export type { Agent, Agents } from './model/agent.js';
export type {
  ChatEvents,
  ConnectionChange,
  MessagesReceived,
  PublicAnswer,
  PublicSessionData,
  TypingChange,
} from './model/chat-events.js';
export type { FailedAnswer, ServerError } from './model/failure.js';
export type { FormDefinition, FormInput, FormOption } from './model/form-definition.js';
export type { ChatMessage, MessageStatus, MessageType, ServerMessage } from './model/message.js';
export type { Participant, ParticipantType } from './model/participant.js';
export type { SessionPhase } from './model/session-state.js';
export type { Clock, Timer } from './platform/clock.js';
export type { Logger } from './platform/logger.js';
export type { Page } from './platform/page.js';
export type { Platform } from './platform/platform.js';
export type {
  ChatCatalogue,
  FormValues,
  OpenOptions,
  SessionData,
  SendMessageOptions,
  StartChatOptions,
  WebChatCommands,
  WebChatEvents,
  WebChatServiceCommands,
  WebChatServiceEvents,
} from './plugins/names.js';
export type { ChatStores, ConnectionStatus } from './session/chat-stores.js';
export type { DemoAnswer, DemoFile, DemoScript, DemoStep } from './transport/demo/demo-script.js';
export type {
  Answer,
  ChatRequest,
  DownloadRequest,
  Failure,
  FailureKind,
  SessionKeys,
  SessionRequest,
  StartRequest,
  Transport,
} from './transport/transport.js';
