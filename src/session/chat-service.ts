import { createNanoEvents } from 'nanoevents';
import { ConnectionMonitor } from '../connection/connection-monitor.js';
import { ChatError, sentences } from '../errors.js';
import type { Agents } from '../model/agent.js';
import type { ChatEvents, ChatStats, PublicAnswer } from '../model/chat-events.js';
import type { FileLimits } from '../model/file-limits.js';
import type { MaskRules } from '../model/mask.js';
import type { ChatMessage } from '../model/message.js';
import { canChange, isRunning, type SessionPhase } from '../model/session-state.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import { failure, type Answer, type Failure, type KeylessRequest, type Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import { ChatSession } from './chat-session.js';
import type { WritableChatStores } from './chat-stores.js';
import type { CookieSettings } from './cookie-jar.js';
import type { Emit } from './emit.js';
import { MessageFilters } from './message-filters.js';
import type { PollerOptions, PollIntervals } from './poller.js';
import { toPublicAnswer } from './public-answer.js';
import { describe, readFilter, readFilters, readName, readPreProcessor, readText } from './read-options.js';
import { SessionKeeper } from './session-keeper.js';
import type { SiteHooks } from './site-keeping.js';
import { toStartRequest, toUserData, type StartOptions } from './start-request.js';
import type { StoredSession } from './stored-session.js';
import { readTabMessage, type TabMessage } from './tab-messages.js';

/** What the site configured, as far as conversations are concerned. */
export interface ChatSettings {
  /** Attached to every chat. */
  readonly userData: Readonly<Record<string, unknown>>;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeout: number;
  readonly intervals: PollIntervals;
  /** How many polls may fail in a row before the chat server counts as offline. */
  readonly pollExceptionLimit: number;
  /** Milliseconds of absence after which a conversation is not taken up again. */
  readonly restoreTimeout: number;
  /** Whether conversations have no end in time. */
  readonly isAsync: boolean;
  /** How the site keeps asynchronous conversations itself. */
  readonly hooks: SiteHooks;
  /** How session keys are kept in cookies; undefined keeps none there. */
  readonly cookies: CookieSettings | undefined;
  /** What is made unreadable in the visitor's texts. */
  readonly mask: MaskRules | false;
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
  /** Names the site's conversation, the same on all its pages. */
  readonly conversation: () => string;
  /** Tells the site's other tabs. */
  readonly post: (message: TabMessage) => void;
  readonly createSteadyClock: PollerOptions['createSteadyClock'];
  /** Offers a file to the visitor to be saved. */
  readonly saveFile: (file: Blob, name: string) => void;
  /** Takes configuration over what there is. */
  readonly configure: (webchat: Readonly<Record<string, unknown>>) => void;
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
  readonly #filters = new MessageFilters();
  readonly #keeper: SessionKeeper;
  #session: ChatSession | undefined;
  #requests = new AbortController();
  /** The server has not answered since some request; ends with its next good answer. */
  #isOutage = false;
  #reported: Failure | undefined;
  /** Attached to the next chat, besides what is configured. */
  #userData: Readonly<Record<string, string>> = {};
  /** Stops watching fields of the page. */
  readonly #previews: (() => void)[] = [];
  /** What has to be over before the next word of another tab is heard. */
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(options: ChatServiceOptions) {
    this.#options = options;
    this.#keeper = new SessionKeeper(options);
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
    const { stores, settings } = this.#options;
    const { userData, isAsync } = settings();
    const request = toStartRequest(options, { ...userData, ...this.#userData }, isAsync);
    stores.phase.set('starting');
    const starting = this.#keeper.alone(async () => {
      // Another tab was faster.
      if (this.#keeper.hasSession()) throw new ChatError(sentences.alreadyActive);
      const transport = await this.#options.createTransport();
      const text = await this.#masked(request.text ?? '', 'start');
      const subject = await this.#masked(request.subject ?? '', 'start');
      const asked = { ...request, ...(text && { text }), ...(subject && { subject }) };
      const answer = checkStart(await ask(transport, asked, this.#requests.signal));
      if (!answer.ok) {
        this.#onFailure(answer, false);
        throw this.#commandFailed(answer);
      }
      await this.#begin(transport, answer, request.userData['GCTI_Chat_AsyncMode'] === 'true');
      return toPublicAnswer(answer);
    });
    const settled = starting.catch(() => {
      if (this.#phase === 'starting') stores.phase.set('idle');
    });
    this.#inbox = Promise.all([this.#inbox, settled]);
    return starting;
  }

  /**
   * Goes on with the conversation of an earlier page, or with that of `sessionData`, as `getSessionData` gives it.
   * Rejected when there is none, or it is over.
   */
  async restore({ sessionData }: { readonly sessionData?: unknown } = {}): Promise<void> {
    if (!canChange(this.#phase, 'restoring')) throw new ChatError(sentences.alreadyActive);
    const { stores, createTransport } = this.#options;
    stores.phase.set('restoring');
    try {
      const found = await this.#keeper.find(sessionData);
      if (typeof found === 'string') {
        this.#emit(found, undefined);
        throw new ChatError(sentences[found]);
      }
      if (!found) throw new ChatError(sentences.nothingToRestore);
      await this.#open(await createTransport(), found);
      if (await this.#session?.restore()) return;
      this.#session = undefined;
      this.#emit('restoreFailed', undefined);
      throw new ChatError(sentences.restoreFailed);
    } finally {
      if (this.#phase === 'restoring') stores.phase.set('idle');
    }
  }

  /** Takes in what another tab of the site says; whatever is no word of ours is let pass. */
  hear(said: unknown): void {
    const message = readTabMessage(said);
    if (message) this.#inbox = this.#inbox.then(() => this.#hear(message)).catch(reportFailure);
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
    const text = readText(message);
    this.#running();
    const masked = await this.#masked(text, 'message');
    return toPublicAnswer(await this.#running().send(masked));
  }

  /** Sends a message that this visitor does not see, nor any other that matches. */
  async sendFilteredMessage({
    message,
    regex,
  }: {
    readonly message?: unknown;
    readonly regex?: unknown;
  }): Promise<PublicAnswer> {
    readText(message);
    const session = this.#running();
    session.hide(readFilter(regex));
    return this.sendMessage({ message });
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
    if (typeof id !== 'string' || !this.#known().discard(id)) throw new ChatError(unknownMessage(id));
  }

  /** Sends the agent's side something that is no message. */
  async sendCustomNotice({ message }: { readonly message?: unknown }): Promise<PublicAnswer> {
    return this.#ask({ operation: 'customNotice', text: readText(message) });
  }

  /** Tells the agent that the visitor types. Resolves with nothing when a sign went out a moment ago. */
  async sendTyping({ message }: { readonly message?: unknown }): Promise<PublicAnswer | undefined> {
    const session = this.#running();
    const text = typeof message === 'string' ? await this.#masked(message, 'typing') : undefined;
    const answer = await session.typed(text);
    return answer && this.#settle(session, answer);
  }

  /** Attaches data to the chat, or to the next one when none runs. */
  async updateUserData(data: Readonly<Record<string, unknown>>): Promise<PublicAnswer | undefined> {
    const userData = toUserData(data);
    if (isRunning(this.#phase)) return this.#ask({ operation: 'updateData', userData });
    this.#userData = { ...this.#userData, ...userData };
    return undefined;
  }

  /** Asks for news once. */
  async poll(): Promise<PublicAnswer> {
    const session = this.#running();
    if (session.isPolling) throw new ChatError(sentences.pollRunning);
    return this.#settle(session, await session.poll());
  }

  /** Begins to ask for news by itself. */
  startPoll(): void {
    this.#running().setPolling(true);
  }

  /** Stops asking for news. */
  stopPoll(): void {
    this.#running().setPolling(false);
  }

  /** Begins to count failed polls anew. */
  resetPollExceptions(): void {
    this.#connection.resetPollExceptions();
  }

  /** Hides messages that match, in this chat and all others of this page; returns all filters so far. */
  addPrefilter({ filters }: { readonly filters?: unknown }): RegExp[] {
    const all = this.#filters.addPrefilters(readFilters(filters));
    this.#session?.refilter();
    return all;
  }

  /** Lets a function change each message of the other side before anybody sees it. */
  registerPreProcessor({ preprocessor }: { readonly preprocessor?: unknown }): unknown {
    this.#filters.addPreProcessor(readPreProcessor(preprocessor));
    return preprocessor;
  }

  /** The conversation so far; also after its end, until the next one starts. */
  getTranscript(): { messages: ChatMessage[]; originalMessages: unknown[] } {
    const { messages, originals } = this.#known().transcript;
    return { messages: [...messages], originalMessages: [...originals] };
  }

  /** Who is or was in the chat on the other side. */
  getAgents(): { agents: Agents } {
    this.#running();
    return { agents: this.#options.stores.agents.get() };
  }

  /** How long the chat has been going, and with whom; also after its end, until the next one starts. */
  getStats(): ChatStats {
    const { stored, endedAt } = this.#known();
    const { stores, platform } = this.#options;
    const duration = (endedAt || platform.clock.now()) - stored.startedAt;
    return { agents: stores.agents.get(), startTime: stored.startedAt, endTime: endedAt, duration };
  }

  /** The session's credentials. */
  getSessionData(): { chatId: string; sessionID: string; secureKey: string; userId?: string; alias?: string } {
    const { keys } = this.#running().stored;
    return { ...keys, sessionID: keys.chatId };
  }

  /** Asks the server whether the chat still runs. */
  async verifySession(): Promise<{ sessionActive: boolean }> {
    if (!isRunning(this.#phase)) return { sessionActive: false };
    const session = this.#running();
    const answer = await session.poll();
    if (!session.isOver) this.#settle(session, answer);
    return { sessionActive: !session.isOver };
  }

  /** Brings older messages of an asynchronous chat. */
  async fetchHistory(): Promise<{ messages: ChatMessage[]; historyComplete: boolean }> {
    const session = this.#running();
    if (!session.stored.isAsync) throw new ChatError(sentences.notAsync);
    const page = await session.fetchHistory();
    if ('ok' in page) throw this.#commandFailed(page);
    return page;
  }

  /** What files the server takes now. */
  async getFileLimits(): Promise<FileLimits> {
    return (await this.#running().files()).limits();
  }

  /** Sends files, unless the server's limits speak against any of them. */
  async sendFile({ files }: { readonly files?: unknown }): Promise<PublicAnswer[]> {
    return (await this.#running().files()).send(files);
  }

  /** Gives up a file that waits or is on its way. */
  async cancelFile({ id }: { readonly id?: unknown }): Promise<void> {
    const transfers = await this.#running().files();
    if (typeof id === 'string' && transfers.cancel(id)) return;
    throw new ChatError(`id takes the id of a file that is being sent, but got ${describe(id)}`);
  }

  /** Fetches a file of the conversation, and offers it to the visitor to be saved unless `save` is false. */
  async downloadFile(options: Readonly<Record<string, unknown>>): Promise<Blob> {
    const { fileId, fileName, save } = options;
    const session = this.#running();
    const file = await (await session.files()).download({ fileId });
    if (save !== false) this.#options.saveFile(file, readName(fileName) ?? session.fileName(fileId) ?? 'file');
    return file;
  }

  /** Lets the agent see what the visitor writes into a field of the page before it is sent. */
  async registerTypingPreviewInput({ input }: { readonly input?: unknown }): Promise<void> {
    const { previewTyping } = await import('./typing-preview.js').catch(() => {
      throw new ChatError(sentences.notLoaded);
    });
    const onText = (message: string) => {
      if (isRunning(this.#phase)) this.sendTyping({ message }).catch(ignoreRefusal);
    };
    this.#previews.push(previewTyping(input, onText));
  }

  /** Takes a whole configuration in the shape of Genesys Widgets' `webchat`. */
  configure(configuration: Readonly<Record<string, unknown>>): void {
    if (Object.keys(configuration).length === 0) throw new ChatError(sentences.invalidConfiguration);
    this.#options.configure(configuration);
  }

  /** Holds everything still: no timer, no listener, no request remains. The conversation is kept. */
  suspend(): void {
    this.#requests.abort();
    this.#session?.suspend();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    if (this.#requests.signal.aborted) this.#requests = new AbortController();
    this.#session?.resume();
  }

  /** Holds everything still for good, and tells nobody of it. */
  dispose(): void {
    this.#emitter.events = {};
    for (const stop of this.#previews) stop();
    this.suspend();
  }

  get #phase(): SessionPhase {
    return this.#options.stores.phase.get();
  }

  readonly #emit: Emit = (name, data) => {
    (this.#emitter.emit as (event: typeof name, payload: typeof data) => void).call(this.#emitter, name, data);
  };

  /** The conversation that runs. */
  #running(): ChatSession {
    if (!this.#session || !isRunning(this.#phase)) throw new ChatError(sentences.noSession);
    return this.#session;
  }

  /** The conversation that runs, or ran last. */
  #known(): ChatSession {
    if (!this.#session) throw new ChatError(sentences.noSession);
    return this.#session;
  }

  async #ask(request: KeylessRequest): Promise<PublicAnswer> {
    const session = this.#running();
    return this.#settle(session, await session.ask(request));
  }

  /** The visitor's text without what must not leave the device. */
  async #masked(text: string, where?: ChatEvents['textMasked']['where']): Promise<string> {
    const rules = this.#options.settings().mask;
    if (!rules || !text) return text;
    const { mask } = await import('../model/mask.js').catch(() => {
      throw new ChatError(sentences.notLoaded);
    });
    const masked = mask(text, rules);
    if (where && masked.count > 0) this.#emit('textMasked', { where, count: masked.count });
    return masked.text;
  }

  async #hear(message: TabMessage): Promise<void> {
    const { stores, createTransport } = this.#options;
    if (this.#session?.stored.keys.chatId === message.chatId) this.#session.hear(message);
    else if (!canChange(this.#phase, 'starting')) return;
    else if (message.type !== 'started') await this.restore().catch(ignoreRefusal);
    else {
      stores.phase.set('starting');
      try {
        this.#open(await createTransport(), message.session).begin(message.answer);
      } finally {
        if (this.#phase === 'starting') stores.phase.set('idle');
      }
    }
  }

  #begin(transport: Transport, answer: StartAnswer, isAsync: boolean): void {
    const { chatId, secureKey, userId, alias } = answer;
    const own = answer.messages.find(({ type, from }) => type === 'ParticipantJoined' && from?.type === 'Client');
    const session = this.#open(transport, {
      version: 1,
      keys: { chatId, secureKey, ...(userId !== undefined && { userId }), ...(alias !== undefined && { alias }) },
      ownId: own?.from?.participantId ?? 0,
      isAsync,
      startedAt: this.#options.platform.clock.now(),
      filters: [],
    });
    this.#userData = {};
    this.#onAnswer('start');
    session.announce(answer);
    session.begin(answer);
  }

  #open(transport: Transport, stored: StoredSession): ChatSession {
    const { platform, stores, settings, conversation, post, createSteadyClock } = this.#options;
    this.#session?.suspend();
    this.#connection.forgetPolls();
    this.#session = new ChatSession(
      {
        platform,
        stores,
        transport,
        emit: this.#emit,
        filters: this.#filters,
        masked: (text) => this.#masked(text),
        store: this.#keeper.store,
        conversation: conversation(),
        post,
        createSteadyClock,
        onKeys: (keys) => {
          if (stored.isAsync) this.#keeper.give(keys);
        },
        onFailure: (failed, isRestoring) => {
          this.#onFailure(failed, isRestoring);
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
      stored,
    );
    return this.#session;
  }

  /** Reports the first failure of an outage; and always what the server refused or garbled. */
  #onFailure(failed: Failure, isRestoring: boolean): void {
    if (failed.kind === 'aborted') return;
    const { status, statusCode, operation } = failed.answer;
    if (failed.kind === 'unreachable') this.#connection.unanswered();
    else this.#connection.answered();
    if (isRestoring) this.#connection.restoreFailed();
    else if (operation === 'refresh' && !failed.chatEnded) this.#connection.pollFailed();
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

/** That there is nothing to go on with is no news to whoever only looked. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ChatError)) reportFailure(error);
}
