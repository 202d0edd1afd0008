import { agentJoined, agentLeft, agentRenamed, numAgentsConnected } from '../model/agent.js';
import type { ChatEvents } from '../model/chat-events.js';
import { toChatMessage, type ChatMessage, type ServerMessage } from '../model/message.js';
import type { Participant } from '../model/participant.js';
import { emptyTranscript, mergeMessages, type Addition, type Coverage, type Transcript } from '../model/transcript.js';
import type { Platform } from '../platform/platform.js';
import type { Answer, Failure, SessionKeys, SessionRequest, Transport } from '../transport/transport.js';
import { AgentTyping } from './agent-typing.js';
import { ask } from './ask.js';
import type { WritableChatStores } from './chat-stores.js';
import { toEcho } from './echo.js';
import { Outbox } from './outbox.js';
import { Poller, type PollIntervals } from './poller.js';
import { toPublicAnswer, toPublicSessionData } from './public-answer.js';
import { VisitorTyping } from './visitor-typing.js';

/** Publishes one of the service's events. */
export type Emit = <Name extends keyof ChatEvents>(name: Name, data: ChatEvents[Name]) => void;

/** What a conversation is made with. */
export interface ChatSessionOptions {
  readonly platform: Platform;
  readonly transport: Transport;
  readonly keys: SessionKeys;
  readonly stores: WritableChatStores;
  readonly emit: Emit;
  /** Reports a failed request as the service does. */
  readonly onFailure: (failure: Failure) => void;
  /** Tells of a good answer before it is taken in. */
  readonly onAnswer: (operation: Request['operation']) => void;
  /** Tells that the machine has lost its network. */
  readonly onOffline: () => void;
  readonly intervals: () => PollIntervals;
  /** Milliseconds after which a request counts as unanswered. */
  readonly timeout: () => number;
}

/** A session request whose keys the session adds. */
type Request = SessionRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'keys'> : never) : never;

/** One conversation from the server's first answer to its end. */
export class ChatSession {
  readonly #options: ChatSessionOptions;
  readonly #poller: Poller;
  readonly #outbox: Outbox;
  readonly #visitorTyping: VisitorTyping<Answer | Failure>;
  readonly #agentTyping: AgentTyping;
  #keys: SessionKeys;
  #transcript: Transcript = emptyTranscript;
  #lastAnswer: Answer;
  #requests = new AbortController();
  #stopListening: (() => void) | undefined;
  #clientLeft = false;
  #over = false;
  #leaving: Promise<Answer | Failure> | undefined;

  /** `start` is the server's answer to the start request. */
  constructor(options: ChatSessionOptions, start: Answer) {
    const { platform, emit } = options;
    this.#options = options;
    this.#keys = options.keys;
    this.#lastAnswer = start;
    this.#poller = new Poller({
      platform,
      intervals: options.intervals,
      refresh: () => this.#refresh(),
      onStarted: () => {
        emit('pollingStarted', undefined);
      },
      onStopped: () => {
        emit('pollingStopped', undefined);
      },
    });
    this.#outbox = new Outbox({
      clock: platform.clock,
      timeout: options.timeout,
      position: () => this.#transcript.position,
      send: (text, position) => this.#exchange({ operation: 'send', text, position }, { from: position }),
      demandRefresh: (milliseconds) => {
        this.#poller.demand(milliseconds);
      },
      onChange: () => {
        this.#show();
      },
    });
    this.#visitorTyping = new VisitorTyping({
      clock: platform.clock,
      sendStarted: (text) => this.#exchange({ operation: 'startTyping', ...(text !== undefined && { text }) }),
      sendStopped: () => this.#exchange({ operation: 'stopTyping' }),
      onStarted: () => {
        emit('clientTypingStarted', undefined);
      },
      onStopped: () => {
        emit('clientTypingStopped', undefined);
      },
    });
    const onTyping = (name: 'agentTypingStarted' | 'agentTypingStopped') => (party: Participant) => {
      options.stores.typing.set(this.#agentTyping.parties);
      const { participantId, nickname } = party;
      emit(name, { ...toPublicAnswer(this.#lastAnswer), participantId, name: nickname });
    };
    this.#agentTyping = new AgentTyping({
      clock: platform.clock,
      onStarted: onTyping('agentTypingStarted'),
      onStopped: onTyping('agentTypingStopped'),
    });
  }

  /** The session's credentials, as the newest answers gave them. */
  get keys(): SessionKeys {
    return this.#keys;
  }

  /** The conversation and the server's own form of it. */
  get transcript(): Transcript {
    return this.#transcript;
  }

  /** Whether the conversation has ended. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Shows the new conversation in place of an older one, tells what the start's answer tells, and begins to poll. */
  begin(): void {
    const { stores, emit } = this.#options;
    const own = this.#lastAnswer.messages.find(
      ({ type, from }) => type === 'ParticipantJoined' && from?.type === 'Client',
    );
    stores.ownId.set(own?.from?.participantId ?? 0);
    stores.agents.set({});
    stores.messages.set([]);
    stores.phase.set('active');
    emit('started', toPublicAnswer(this.#lastAnswer));
    this.#apply(this.#lastAnswer, { from: 1 });
    if (this.#over) return;
    this.#listen();
    this.#poller.start();
  }

  /** Sends a message; see {@link Outbox}. */
  send(text: string): Promise<Answer> {
    this.#visitorTyping.end();
    this.#poller.live();
    return this.#outbox.add(text);
  }

  /** Sends a failed message again; undefined when there is none by that id. */
  resend(id: string): Promise<Answer> | undefined {
    return this.#outbox.resend(id);
  }

  /** Forgets a failed message; false when there is none by that id. */
  discard(id: string): boolean {
    return this.#outbox.discard(id);
  }

  /** The visitor pressed a key. */
  async typed(text: string | undefined): Promise<Answer | Failure | undefined> {
    if (this.#requests.signal.aborted) return this.#exchange({ operation: 'startTyping' });
    this.#poller.live();
    return this.#visitorTyping.typed(text);
  }

  /** Whether a poll is under way. */
  get isPolling(): boolean {
    return this.#poller.current !== undefined;
  }

  /** Asks for news once. */
  poll(): Promise<Answer | Failure> {
    return this.#poller.poll();
  }

  /** Begins to ask for news by itself. */
  startPoll(): void {
    this.#poller.start();
  }

  /** Stops asking for news. */
  stopPoll(): void {
    this.#poller.stop();
  }

  /** Leaves the conversation, which ends it once the server knows. */
  end(): Promise<Answer | Failure> {
    this.#leaving ??= this.#leave();
    return this.#leaving;
  }

  /** Holds everything still: no timer, no listener, no request remains. */
  suspend(): void {
    this.#stopListening?.();
    this.#requests.abort();
    this.#poller.suspend();
    this.#outbox.suspend();
    this.#visitorTyping.end();
    this.#agentTyping.suspend();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    if (this.#over || !this.#requests.signal.aborted) return;
    this.#requests = new AbortController();
    this.#listen();
    this.#agentTyping.resume();
    this.#outbox.resume();
    this.#poller.resume();
  }

  #listen(): void {
    if (this.#requests.signal.aborted) return;
    this.#stopListening = this.#options.platform.page.onOffline(this.#options.onOffline);
  }

  async #leave(): Promise<Answer | Failure> {
    const answer = await this.#exchange({ operation: 'disconnect' });
    this.#leaving = undefined;
    if (answer.ok) this.#finish();
    // Another answer told of the end first: what was asked for has happened.
    else if (answer.kind === 'aborted' && this.#over) return { ...this.#lastAnswer, chatEnded: true };
    return answer;
  }

  async #refresh(): Promise<Answer | Failure> {
    const { clock } = this.#options.platform;
    const begunAt = clock.now();
    const { position } = this.#transcript;
    const answer = await this.#exchange({ operation: 'refresh', position }, { from: position });
    if (answer.ok && !this.#over) this.#outbox.refreshed(begunAt);
    return answer;
  }

  /** Asks the server, and takes in whatever it tells. `coverage` says which part of the transcript was asked for. */
  async #exchange(request: Request, coverage?: Coverage): Promise<Answer | Failure> {
    const answer = await ask(this.#options.transport, { ...request, keys: this.#keys }, this.#requests.signal);
    if (answer.ok) {
      this.#options.onAnswer(request.operation);
      this.#apply(
        answer,
        coverage && { ...coverage, ...(request.operation === 'refresh' && { next: answer.nextPosition }) },
      );
      if (coverage && request.operation !== 'refresh') this.#poller.postpone();
    } else {
      this.#options.onFailure(answer);
      if (answer.chatEnded) this.#finish(request.operation === 'send' ? answer : undefined);
    }
    return answer;
  }

  #apply(answer: Answer, coverage?: Coverage): void {
    this.#lastAnswer = answer;
    const { secureKey, userId, alias } = answer;
    this.#keys = { ...this.#keys, ...(secureKey && { secureKey }), ...(userId && { userId }), ...(alias && { alias }) };
    const { transcript, added } = mergeMessages(this.#transcript, answer.messages, coverage, (source) =>
      this.#toEntry(source, answer),
    );
    this.#transcript = transcript;
    if (added.length > 0) {
      this.#show();
      this.#options.emit('messageReceived', {
        originalMessages: added.map(({ source }) => source.original),
        messages: added.map(({ message }) => message),
        restoring: false,
        sessionData: toPublicSessionData(this.#keys),
      });
      for (const addition of added) this.#react(addition);
    }
    if (answer.chatEnded) this.#finish();
  }

  /** The entry of a server event. An own message takes over the entry that stood for it, by its id. */
  #toEntry(source: ServerMessage, answer: Answer): ChatMessage {
    const index = source.index ?? 0;
    if (source.type !== 'Message' || !this.#isOwn(source.from)) return toChatMessage(source, String(index));
    const id = this.#outbox.claim(index, answer) ?? String(index);
    return { ...toChatMessage(source, id), status: 'sent' };
  }

  #react({ message, source: { type, from } }: Addition): void {
    if (!from) return;
    const { stores } = this.#options;
    const isOwn = this.#isOwn(from);
    if (type === 'ParticipantJoined') {
      if (!isOwn) stores.agents.set(agentJoined(stores.agents.get(), from, message.utcTime));
      this.#tellConnection(message, from, 'Connected');
    } else if (type === 'ParticipantLeft') {
      this.#agentTyping.stopped(from);
      if (isOwn) this.#clientLeft = true;
      else stores.agents.set(agentLeft(stores.agents.get(), from, message.utcTime));
      this.#tellConnection(message, from, 'Disconnected');
    } else if (type === 'NicknameUpdated') {
      stores.agents.set(agentRenamed(stores.agents.get(), from));
    } else if (!isOwn && type === 'TypingStarted') {
      this.#poller.live();
      this.#agentTyping.started(from);
    } else if (!isOwn && (type === 'TypingStopped' || type === 'Message')) {
      if (type === 'Message') this.#poller.live();
      this.#agentTyping.stopped(from);
    }
  }

  #tellConnection(message: ChatMessage, from: Participant, change: 'Connected' | 'Disconnected'): void {
    const roles = { Client: 'client', Agent: 'agent', Supervisor: 'supervisor', Bot: 'bot' } as const;
    if (!Object.hasOwn(roles, from.type)) return;
    const role = roles[from.type as keyof typeof roles];
    const agents = this.#options.stores.agents.get();
    this.#options.emit(`${role}${change}`, { message, agents, numAgentsConnected: numAgentsConnected(agents) });
  }

  /** The conversation is over: `failure` is what told so, if it was the refusal of a message. */
  #finish(failure?: Failure): void {
    if (this.#over) return;
    this.#over = true;
    const { stores, emit, platform } = this.#options;
    this.#agentTyping.clear();
    this.#visitorTyping.end();
    if (!this.#clientLeft) {
      const joined = this.#transcript.messages.find(
        ({ from, type }) => type === 'ParticipantJoined' && this.#isOwn(from),
      );
      const agents = stores.agents.get();
      emit('clientDisconnected', {
        message: {
          id: 'client-left',
          type: 'ParticipantLeft',
          text: '',
          utcTime: platform.clock.now(),
          from: joined?.from ?? { name: '', nickname: '', type: 'Client', participantId: stores.ownId.get() },
        },
        agents,
        numAgentsConnected: numAgentsConnected(agents),
      });
    }
    this.#outbox.close(failure?.answer);
    stores.connection.set('online');
    stores.phase.set('ended');
    emit('ended', undefined);
    this.#stopListening?.();
    this.#poller.stop();
    this.#poller.dispose();
    this.#requests.abort();
  }

  #isOwn(from: { readonly type: string; readonly participantId: number } | undefined): boolean {
    const ownId = this.#options.stores.ownId.get();
    return ownId === 0 ? from?.type === 'Client' : from?.participantId === ownId;
  }

  /** The conversation with the own messages that the server has not confirmed. */
  #show(): void {
    const ownId = this.#options.stores.ownId.get();
    const echoes = this.#outbox.items.map((item) => toEcho(item, ownId));
    this.#options.stores.messages.set([...this.#transcript.messages, ...echoes]);
  }
}
