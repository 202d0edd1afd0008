import { createNanoEvents } from 'nanoevents';
import type { ResolvedOptions } from '../config/options.js';
import { ConnectionMonitor } from '../connection/connection-monitor.js';
import { ChatError } from '../errors.js';
import { loadLate } from '../load-late.js';
import type { ChatEvents, PublicAnswer } from '../model/chat-events.js';
import { present } from '../model/present.js';
import { canChange, isRunning, type SessionPhase } from '../model/session-state.js';
import type { Platform } from '../platform/platform.js';
import { reportFailure } from '../platform/report-error.js';
import { failure, type Answer, type Failure, type Transport } from '../transport/transport.js';
import { ask } from './ask.js';
import { ChatSession } from './chat-session.js';
import type { WritableChatStores } from './chat-stores.js';
import { configuredData } from './configured-data.js';
import type { Emit } from './emit.js';
import type { Search } from './find-session.js';
import type { MessageFilters } from './message-filters.js';
import type { PollerOptions } from './poller.js';
import { toPublicAnswer } from './public-answer.js';
import type { RestoreStore } from './restore-store.js';
import { SessionKeeper } from './session-keeper.js';
import { toStartRequest, type StartOptions } from './start-request.js';
import type { Store } from '../store.js';
import type { StoredSession } from './stored-session.js';
import type { TabMessage } from './tab-messages.js';
import { sentences } from './sentences.js';

type RestoreRequest = Pick<Search, 'sessionData' | 'async'>;

/** What the service is made with. */
export interface ChatServiceOptions {
  readonly platform: Platform;
  readonly stores: WritableChatStores;
  /** Read anew at each use. */
  readonly settings: () => ResolvedOptions;
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
}

/**
 * The conversations of one visitor, one at a time. Its verbs reject with a {@link ChatError}; what happens meanwhile is
 * told by `on` and shows in the stores.
 */
export class ChatService {
  /** How things stand. */
  readonly phase: Store<SessionPhase>;
  /** Keeps what another page needs. */
  readonly keeper: SessionKeeper;
  /** The conversation that runs, or ran last; undefined before the first. */
  session: ChatSession | undefined;
  readonly #options: ChatServiceOptions;
  readonly #emitter = createNanoEvents<{ [Name in keyof ChatEvents]: (data: ChatEvents[Name]) => void }>();
  /** How the requests fare. */
  readonly connection = new ConnectionMonitor({
    emit: (event) => {
      this.emit(event, undefined);
    },
    pollExceptionLimit: () => this.#options.settings().pollExceptionLimit,
  });
  /** What extensions want done to messages, in this chat and all others of this page; there once one has asked for it. */
  filters: MessageFilters | undefined;
  /** What has to be over before a conversation can begin. */
  #preparation: Promise<unknown> | undefined;
  #requests = new AbortController();
  /** The server has not answered since some request; ends with its next good answer. */
  #isOutage = false;
  readonly #reported = new WeakSet<Failure>();
  /** Attached to the next chat, besides what is configured. */
  userData: Readonly<Record<string, string>> = {};
  /** Called when the service is disposed of. */
  readonly onDispose: (() => void)[] = [];
  /**
   * Settles once it is known what comes of the search for an earlier conversation, or of a start whose request has left.
   */
  outcome: Promise<unknown> = Promise.resolve();
  /** Settles once there is a conversation of an earlier page to go on with, or is known to be none. */
  #found: Promise<unknown> | undefined;
  /** What has to be over before the next word of another tab is heard. */
  #inbox: Promise<unknown> = Promise.resolve();

  constructor(options: ChatServiceOptions) {
    this.#options = options;
    this.phase = options.stores.phase;
    this.keeper = new SessionKeeper(options);
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
    // A conversation of an earlier page may yet be found.
    if (this.phase.get() === 'restoring') await this.outcome;
    if (!canChange(this.phase.get(), 'starting')) throw new ChatError(sentences.alreadyActive);
    const { settings, platform } = this.#options;
    const configured = settings();
    const attached = this.userData;
    const data = { ...configuredData(configured, platform), ...attached };
    const request = toStartRequest(options, data, configured['async.enabled']);
    // What is attached from now on is newer than what the start says.
    this.userData = {};
    this.phase.set('starting');
    const starting = this.keeper.alone(async () => {
      const store = await this.keeper.openStore();
      // Another tab was faster.
      if (this.keeper.hasSession(store)) throw new ChatError(sentences.alreadyActive);
      const transport = await this.createTransport();
      const text = await this.masked(request.text ?? '', 'start');
      const subject = await this.masked(request.subject ?? '', 'start');
      const asked = {
        ...request,
        ...(text && { text }),
        ...(subject && { subject }),
        userData: { ...request.userData, ...this.userData },
      };
      this.outcome = settled;
      const answer = checkStart(await ask(transport, asked, this.#requests.signal));
      if (!answer.ok) {
        this.#onFailure(answer, false);
        throw this.refused(answer);
      }
      this.#begin(transport, store, answer, request.userData['GCTI_Chat_AsyncMode'] === 'true');
      return toPublicAnswer(answer);
    });
    const settled = starting.catch(() => {
      this.userData = { ...attached, ...this.userData };
      if (this.phase.get() === 'starting') this.phase.set('idle');
    });
    this.#inbox = this.#inbox.then(() => settled);
    return starting;
  }

  /**
   * Goes on with the conversation of an earlier page, or with that of `sessionData`, as `getSessionData` gives it;
   * `async` says whether it has no end in time. Rejected when there is none, or it is over.
   */
  async restore(given: RestoreRequest = { sessionData: undefined, async: undefined }): Promise<void> {
    if (!canChange(this.phase.get(), 'restoring')) throw new ChatError(sentences.alreadyActive);
    this.phase.set('restoring');
    const finding = this.#find(given);
    const restoring = finding
      .then((goOn) => goOn())
      .catch((error: unknown) => {
        if (this.phase.get() === 'restoring') this.phase.set('idle');
        throw error;
      });
    this.#found = finding.catch(() => undefined);
    this.outcome = restoring.catch(() => undefined);
    return restoring;
  }

  async #find(given: RestoreRequest): Promise<() => Promise<void>> {
    const { findConversation } = await loadLate(import('./find-session.js'));
    return findConversation({ ...this.#options, ...given, service: this, emit: this.emit });
  }

  /** Takes in what another tab of the site says. */
  hear(said: unknown): void {
    this.#inbox = this.#inbox
      .then(async () => {
        const { hearTab } = await import('./hear-tab.js');
        await hearTab(this, said);
      })
      .catch(reportFailure);
  }

  /** Leaves the chat, which ends it. */
  async endChat(): Promise<PublicAnswer> {
    const session = this.running;
    this.phase.set('ending');
    const answer = await session.end();
    // A request to leave that failed may be repeated.
    if (!session.isOver) this.phase.set('active');
    return this.settle(session, answer);
  }

  /** Holds everything still: no timer, no listener, no request remains. The conversation is kept. */
  suspend(): void {
    this.#requests.abort();
    this.session?.suspend();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    if (this.#requests.signal.aborted) this.#requests = new AbortController();
    this.session?.resume();
  }

  /** Holds everything still for good, and tells nobody of it. */
  dispose(): void {
    this.#emitter.events = {};
    for (const callback of this.onDispose) callback();
    this.suspend();
  }

  /** Lets what needs the conversation of an earlier page wait while that is looked for, `wholly` until the server has answered. */
  async sought(wholly: boolean): Promise<void> {
    if (this.phase.get() === 'restoring') await (wholly ? this.outcome : this.#found);
  }

  /** Whether a conversation runs. */
  get isRunning(): boolean {
    return isRunning(this.phase.get());
  }

  /** The conversation that runs. */
  get running(): ChatSession {
    // While another is looked for, there may be one that is over.
    if (!this.session || this.session.isOver || !this.isRunning) throw new ChatError(sentences.noSession);
    return this.session;
  }

  /** @throws {ChatError} when no conversation runs. */
  checkRunning(): void {
    if (!this.isRunning) throw new ChatError(sentences.noSession);
  }

  /** Lets no conversation begin before that has settled. */
  prepare(work: Promise<unknown>): void {
    this.#preparation = Promise.allSettled([this.#preparation, work]);
  }

  /** The visitor's text without what must not leave the device; told as an event when it is about to. */
  async masked(text: string, where?: ChatEvents['textMasked']['where']): Promise<string> {
    const rules = this.#options.settings().mask;
    if (!rules || !text) return text;
    const { mask } = await loadLate(import('../model/mask.js'));
    const masked = mask(text, rules);
    if (where && masked.count > 0) this.emit('textMasked', { where, count: masked.count });
    return masked.text;
  }

  /**
   * What a command resolves with.
   * @throws {ChatError} when the answer is a failure, which is reported unless it has been.
   */
  settle(session: ChatSession, answer: Answer | Failure): PublicAnswer {
    if (answer.ok) return toPublicAnswer(answer);
    if (answer.kind === 'aborted' && session.isOver) throw new ChatError(sentences.sessionEnded);
    throw this.refused(answer);
  }

  /** What a command rejects with when its request failed: always reported, once. */
  refused(failed: Failure): ChatError {
    if (!this.#reported.has(failed) && failed.kind !== 'aborted') this.#report(failed);
    return new ChatError(failed.answer);
  }

  /** Makes the transport for the next chat, when all that has to be there before it is. */
  readonly createTransport = async (): Promise<Transport> => {
    await this.#preparation;
    return this.#options.createTransport();
  };

  /** Publishes one of the events. */
  readonly emit: Emit = (name, data) => {
    (this.#emitter.emit as (event: typeof name, payload: typeof data) => void).call(this.#emitter, name, data);
  };

  #begin(transport: Transport, store: RestoreStore, answer: StartAnswer, isAsync: boolean): void {
    const { chatId, secureKey } = answer;
    store.claim(chatId);
    const own = answer.messages.find(({ type, from }) => type === 'ParticipantJoined' && from?.type === 'Client');
    const session = this.open(transport, store, {
      version: 1,
      keys: { chatId, secureKey, ...present(answer, 'userId', 'alias') },
      ownId: own?.from?.participantId ?? 0,
      isAsync,
      startedAt: this.#options.platform.clock.now(),
    });
    this.userData = {};
    this.#onAnswer('start');
    session.begin(answer, true);
  }

  /** Makes a conversation the one of this page. */
  open(transport: Transport, store: RestoreStore, stored: StoredSession): ChatSession {
    const { platform, stores, settings, conversation, post, createSteadyClock } = this.#options;
    this.session?.suspend();
    this.connection.forgetPolls();
    stores.chatId.set(stored.keys.chatId);
    stores.isAsync.set(stored.isAsync);
    this.session = new ChatSession(
      {
        platform,
        stores,
        transport,
        emit: this.emit,
        filters: () => this.filters,
        masked: (text) => this.masked(text),
        store,
        conversation: conversation(),
        post,
        createSteadyClock,
        onKeys: (keys) => {
          if (stored.isAsync) this.keeper.site?.write(keys);
        },
        onFailure: (failed, isRestoring) => {
          this.#onFailure(failed, isRestoring);
        },
        onAnswer: (operation) => {
          this.#onAnswer(operation);
        },
        onOffline: () => {
          stores.connection.set('reconnecting');
          this.connection.unanswered();
        },
        intervals: () => {
          const { 'polling.live': live, 'polling.idle': idle, 'polling.hidden': hidden } = settings();
          const { pause } = transport;
          return { live: pause ?? live, idle: pause ?? idle, hidden };
        },
        timeout: () => settings().ajaxTimeout,
      },
      stored,
    );
    return this.session;
  }

  /** Reports the first failure of an outage; and always what the server refused or garbled. */
  #onFailure(failed: Failure, isRestoring: boolean): void {
    if (failed.kind === 'aborted') return;
    const { status, statusCode, operation } = failed.answer;
    if (failed.kind === 'unreachable') this.connection.unanswered();
    else this.connection.answered();
    if (isRestoring) this.connection.restoreFailed();
    else if (operation === 'refresh' && !failed.chatEnded) this.connection.pollFailed();
    const isGarbled = status >= 200 && status < 300 && statusCode === undefined;
    if (!this.#isOutage || isGarbled || failed.kind === 'refused') this.#report(failed);
    if (failed.kind === 'refused') return;
    this.#isOutage = true;
    // Nobody waits for a connection that no chat needs.
    if (this.isRunning) this.#options.stores.connection.set('reconnecting');
  }

  #report(failed: Failure): void {
    this.#reported.add(failed);
    this.emit('error', failed.answer);
  }

  #onAnswer(operation: string): void {
    this.#isOutage = false;
    this.#options.stores.connection.set('online');
    this.connection.answered();
    if (operation === 'refresh') this.connection.pollSucceeded();
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
