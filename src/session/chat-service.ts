import { createNanoEvents } from 'nanoevents';
import { ConnectionMonitor } from '../connection/connection-monitor.js';
import { ChatError, sentences } from '../errors.js';
import type { Agents } from '../model/agent.js';
import type { ChatEvents, PublicAnswer } from '../model/chat-events.js';
import type { ChatMessage } from '../model/message.js';
import { canChange, isRunning, type SessionPhase } from '../model/session-state.js';
import type { Platform } from '../platform/platform.js';
import { failure, type Answer, type Failure, type Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import { ChatSession, type Emit } from './chat-session.js';
import type { WritableChatStores } from './chat-stores.js';
import type { PollIntervals } from './poller.js';
import { toPublicAnswer } from './public-answer.js';
import { toStartRequest, type StartOptions } from './start-request.js';

/** What the site configured, as far as conversations are concerned. */
export interface ChatSettings {
  /** Attached to every chat. */
  readonly userData: Readonly<Record<string, unknown>>;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeout: number;
  readonly intervals: PollIntervals;
  /** How many polls may fail in a row before the chat server counts as offline. */
  readonly pollExceptionLimit: number;
}

/** What the service is made with. */
export interface ChatServiceOptions {
  readonly platform: Platform;
  readonly stores: WritableChatStores;
  /** Read anew at each use. */
  readonly settings: () => ChatSettings;
  /**
   * Makes the transport for the next chat.
   * @throws {ChatError} when the configuration does not tell how to reach a server.
   */
  readonly createTransport: () => Promise<Transport>;
}

/**
 * The conversations of one visitor, one at a time. All verbs reject with a {@link ChatError}; what happens meanwhile is
 * told by `on` and shows in the stores.
 */
export class ChatService {
  readonly #options: ChatServiceOptions;
  readonly #emitter = createNanoEvents<{ [Name in keyof ChatEvents]: (data: ChatEvents[Name]) => void }>();
  readonly #connection = new ConnectionMonitor({
    emit: (event) => {
      this.#emit(event, undefined);
    },
    pollExceptionLimit: () => this.#options.settings().pollExceptionLimit,
  });
  #session: ChatSession | undefined;
  #requests = new AbortController();
  /** The server has not answered since some request; ends with its next good answer. */
  #isOutage = false;
  #reported: Failure | undefined;

  constructor(options: ChatServiceOptions) {
    this.#options = options;
  }

  /** Calls back at each event of that name; returns how to stop. */
  on<Name extends keyof ChatEvents>(name: Name, callback: (data: ChatEvents[Name]) => void): () => void {
    // The emitter's own signature does not follow a name that is generic.
    return (this.#emitter.on as (event: Name, listener: (data: ChatEvents[Name]) => void) => () => void).call(
      this.#emitter,
      name,
      callback,
    );
  }

  /** Starts a chat. */
  async startChat(options: StartOptions): Promise<PublicAnswer> {
    if (!canChange(this.#phase, 'starting')) throw new ChatError(sentences.alreadyActive);
    const { stores, settings, createTransport } = this.#options;
    const request = toStartRequest(options, settings().userData);
    stores.phase.set('starting');
    try {
      const transport = await createTransport();
      const answer = checkStart(await ask(transport, request, this.#requests.signal));
      if (!answer.ok) {
        this.#onFailure(answer);
        throw this.#commandFailed(answer);
      }
      this.#begin(transport, answer);
      return toPublicAnswer(answer);
    } catch (error) {
      if (this.#phase === 'starting') stores.phase.set('idle');
      throw error;
    }
  }

  /** Leaves the chat, which ends it. */
  async endChat(): Promise<PublicAnswer> {
    const session = this.#running();
    const { stores } = this.#options;
    stores.phase.set('ending');
    const answer = await session.end();
    // A request to leave that failed may be repeated.
    if (!session.isOver) stores.phase.set('active');
    return this.#settle(session, answer);
  }

  /** Sends a message. Stays pending while the server cannot be reached. */
  async sendMessage({ message }: { readonly message?: unknown }): Promise<PublicAnswer> {
    if (typeof message !== 'string' || message.trim() === '') throw new ChatError(sentences.noText);
    return toPublicAnswer(await this.#running().send(message));
  }

  /** Sends a failed message again. */
  async resendMessage({ id }: { readonly id?: unknown }): Promise<PublicAnswer> {
    const session = this.#running();
    const sent = typeof id === 'string' ? session.resend(id) : undefined;
    if (!sent) throw new ChatError(unknownMessage(id));
    return toPublicAnswer(await sent);
  }

  /** Forgets a failed message; also after the end of its chat, until the next one starts. */
  discardMessage({ id }: { readonly id?: unknown }): void {
    if (!this.#session) throw new ChatError(sentences.noSession);
    if (typeof id !== 'string' || !this.#session.discard(id)) throw new ChatError(unknownMessage(id));
  }

  /** Tells the agent that the visitor types. Resolves with nothing when a sign went out a moment ago. */
  async sendTyping({ message }: { readonly message?: unknown }): Promise<PublicAnswer | undefined> {
    const session = this.#running();
    const answer = await session.typed(typeof message === 'string' ? message : undefined);
    return answer && this.#settle(session, answer);
  }

  /** Asks for news once. */
  async poll(): Promise<PublicAnswer> {
    const session = this.#running();
    if (session.isPolling) throw new ChatError(sentences.pollRunning);
    return this.#settle(session, await session.poll());
  }

  /** Begins to ask for news by itself. */
  startPoll(): void {
    this.#running().startPoll();
  }

  /** Stops asking for news. */
  stopPoll(): void {
    this.#running().stopPoll();
  }

  /** Begins to count failed polls anew. */
  resetPollExceptions(): void {
    this.#connection.resetPollExceptions();
  }

  /** The conversation so far; also after its end, until the next one starts. */
  getTranscript(): { messages: ChatMessage[]; originalMessages: unknown[] } {
    if (!this.#session) throw new ChatError(sentences.noSession);
    const { messages, originals } = this.#session.transcript;
    return { messages: [...messages], originalMessages: [...originals] };
  }

  /** Who is or was in the chat on the other side. */
  getAgents(): { agents: Agents } {
    this.#running();
    return { agents: this.#options.stores.agents.get() };
  }

  /** The session's credentials. */
  getSessionData(): { chatId: string; sessionID: string; secureKey: string; userId?: string; alias?: string } {
    const { keys } = this.#running();
    return { ...keys, sessionID: keys.chatId };
  }

  /** Holds everything still: no timer, no listener, no request remains. The conversation is kept. */
  suspend(): void {
    this.#requests.abort();
    this.#session?.suspend();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    if (!this.#requests.signal.aborted) return;
    this.#requests = new AbortController();
    this.#session?.resume();
  }

  /** Holds everything still for good, and tells nobody of it. */
  dispose(): void {
    this.#emitter.events = {};
    this.suspend();
  }

  get #phase(): SessionPhase {
    return this.#options.stores.phase.get();
  }

  readonly #emit: Emit = (name, data) => {
    (this.#emitter.emit as (event: typeof name, payload: typeof data) => void).call(this.#emitter, name, data);
  };

  #running(): ChatSession {
    if (!this.#session || !isRunning(this.#phase)) throw new ChatError(sentences.noSession);
    return this.#session;
  }

  #begin(transport: Transport, answer: StartAnswer): void {
    const { platform, stores, settings } = this.#options;
    const { chatId, secureKey, userId, alias } = answer;
    this.#session?.suspend();
    this.#session = new ChatSession(
      {
        platform,
        stores,
        transport,
        keys: { chatId, secureKey, ...(userId !== undefined && { userId }), ...(alias !== undefined && { alias }) },
        emit: this.#emit,
        onFailure: (failed) => {
          this.#onFailure(failed);
        },
        onAnswer: (operation) => {
          this.#onAnswer(operation);
        },
        onOffline: () => {
          stores.connection.set('reconnecting');
          this.#connection.unanswered();
        },
        intervals: () => settings().intervals,
        timeout: () => settings().timeout,
      },
      answer,
    );
    this.#connection.forgetPolls();
    this.#onAnswer('start');
    this.#session.begin();
  }

  /** Reports the first failure of an outage; and always what the server refused or garbled. */
  #onFailure(failed: Failure): void {
    if (failed.kind === 'aborted') return;
    const { status, statusCode, operation } = failed.answer;
    if (failed.kind === 'unreachable') this.#connection.unanswered();
    else this.#connection.answered();
    if (operation === 'refresh' && !failed.chatEnded) this.#connection.pollFailed();
    const isGarbled = status >= 200 && status < 300 && statusCode === undefined;
    if (!this.#isOutage || isGarbled || failed.kind === 'refused') this.#report(failed);
    if (failed.kind === 'refused') return;
    this.#isOutage = true;
    // Nobody waits for a connection that no chat needs.
    if (isRunning(this.#phase)) this.#options.stores.connection.set('reconnecting');
  }

  /** A failed command is always reported, once. */
  #commandFailed(failed: Failure): ChatError {
    if (failed !== this.#reported && failed.kind !== 'aborted') this.#report(failed);
    return new ChatError(failed.answer);
  }

  #report(failed: Failure): void {
    this.#reported = failed;
    this.#emit('error', failed.answer);
  }

  #settle(session: ChatSession, answer: Answer | Failure): PublicAnswer {
    if (answer.ok) return toPublicAnswer(answer);
    if (answer.kind === 'aborted' && session.isOver) throw new ChatError(sentences.sessionEnded);
    throw this.#commandFailed(answer);
  }

  #onAnswer(operation: string): void {
    this.#isOutage = false;
    this.#options.stores.connection.set('online');
    this.#connection.answered();
    if (operation === 'refresh') this.#connection.pollSucceeded();
  }
}

/** A start's answer that names the session. */
type StartAnswer = Answer & { readonly chatId: string; readonly secureKey: string };

function checkStart(answer: Answer | Failure): StartAnswer | Failure {
  if (!answer.ok) return answer;
  const { chatId, secureKey } = answer;
  if (chatId && secureKey) return { ...answer, chatId, secureKey };
  return failure('unavailable', 'start', 'unable to start the chat; the answer names no chatId and secureKey', {
    status: 200,
  });
}

function unknownMessage(id: unknown): string {
  return `No failed message has the id ${JSON.stringify(id)}`;
}
