import type { Coverage } from '../model/transcript.js';
import type { Answer, Failure, KeylessRequest } from '../transport/transport.js';
import { AgentTyping } from './agent-typing.js';
import { ask } from './ask.js';
import type { ChatSessionOptions } from './chat-session-options.js';
import { Conversation } from './conversation.js';
import { KeptItems } from './kept-items.js';
import { KeptSession } from './kept-session.js';
import { oneAtATime } from './one-at-a-time.js';
import { Outbox } from './outbox.js';
import { Participants } from './participants.js';
import { Poller } from './poller.js';
import { toPublicAnswer } from './public-answer.js';
import type { StoredSession } from './stored-session.js';
import { ReadReceipts } from './read-receipts.js';
import type { Restoring } from './restoring.js';
import { sharedExchange } from './shared-exchange.js';
import { SharedViewSync } from './shared-view.js';
import { TabLeader } from './tab-leader.js';
import type { Exchange, PostedMessage } from './tab-messages.js';
import { VisitorTyping } from './visitor-typing.js';

/** One conversation, from the server's first answer or from what an earlier page kept of it, to its end. */
export class ChatSession {
  /** Asks for news. */
  readonly poller: Poller;
  /** What the visitor has written. */
  readonly outbox: Outbox;
  /** Decides which tab asks and sends. */
  readonly leader: TabLeader;
  /** What has been said. */
  readonly conversation: Conversation;
  /** Who is in it. */
  readonly participants: Participants;
  /** What all tabs show alike besides. */
  readonly view: SharedViewSync;
  /** What the next page needs of it. */
  readonly kept: KeptSession;
  /** There until what an earlier page knew has come. */
  restoring: Restoring | undefined;
  /** Called, once, when everything is held still, or over. */
  readonly onHold: (() => void)[] = [];
  /** When it ended, epoch milliseconds, 0 when nobody knows; undefined while it runs. */
  endedAt: number | undefined;
  /** What it works with. */
  readonly options: ChatSessionOptions;
  readonly #visitorTyping: VisitorTyping;
  readonly #agentTyping: AgentTyping;
  readonly #receipts: ReadReceipts;
  #lastAnswer: Answer = { ok: true, statusCode: 0, chatEnded: false, messages: [] };
  #requests = new AbortController();
  #stopListening: (() => void) | undefined;

  constructor(options: ChatSessionOptions, stored: StoredSession) {
    const { platform, emit, stores, store } = options;
    const { clock } = platform;
    this.options = options;
    this.kept = new KeptSession({ clock, store, onKeys: options.onKeys }, stored);
    this.poller = new Poller(options, () => this.refresh(this.#requests.signal));
    this.leader = new TabLeader({
      platform,
      name: `genesys-webchat/${options.conversation}`,
      onLead: () => {
        this.poller.resume();
        this.outbox.lead();
      },
      onFollow: () => {
        this.poller.suspend();
        this.outbox.follow();
      },
      post: this.post,
    });
    this.outbox = new Outbox({
      ...options,
      kept: new KeptItems(store, stored.keys.chatId),
      post: (item) => {
        this.post({ type: 'item', item });
      },
      position: () => this.conversation.transcript.position,
      takeReceipt: ({ position, id }) => this.conversation.claimLate(position, id),
      lastAnswer: () => this.#lastAnswer,
      send: ({ id, text, position }) =>
        this.exchange({ operation: 'send', text, position }, { coverage: { from: position }, id }),
      refresh: () => void Promise.resolve(this.poller.current).then(() => this.poller.poll()),
      demandRefresh: (milliseconds) => {
        this.poller.demand(milliseconds);
      },
      onChange: () => {
        this.conversation.show();
      },
    });
    const exchange = (request: KeylessRequest) => this.exchange(request);
    this.#visitorTyping = new VisitorTyping({ clock, emit, exchange });
    this.#receipts = new ReadReceipts({ platform, stores, exchange });
    this.#agentTyping = new AgentTyping({ clock, emit, stores, lastAnswer: () => this.#lastAnswer });
    this.participants = new Participants({ stores, emit, agentTyping: this.#agentTyping, poller: this.poller });
    this.conversation = new Conversation({
      ...options,
      outbox: this.outbox,
      participants: this.participants,
      keys: () => this.kept.session.keys,
    });
    const onFilters = () => {
      this.conversation.refilter();
    };
    this.view = new SharedViewSync({ ...options, post: this.post, onFilters });
  }

  /** Whether everything is held still. */
  get isHeld(): boolean {
    return this.#requests.signal.aborted;
  }

  /** Whether the conversation has ended. */
  get isOver(): boolean {
    return this.endedAt !== undefined;
  }

  /** A new conversation, of this tab or heard of in another: tells what the start's answer tells, and begins to poll. */
  begin(start: Answer, isOurs: boolean): void {
    this.appear('active');
    this.#lastAnswer = start;
    if (isOurs) {
      this.post({ type: 'started', session: this.kept.session, answer: start });
      this.outbox.begin();
    }
    this.options.emit('started', toPublicAnswer(start));
    this.#apply(start, { from: 1 });
    if (this.isOver) return;
    if (isOurs) {
      this.kept.keep();
      this.view.begin();
    }
    this.listen();
    this.poller.start();
  }

  /** Sends a message; see {@link Outbox}. */
  send(text: string): Promise<Answer> {
    this.#visitorTyping.end();
    this.poller.live();
    return this.outbox.add(text);
  }

  /** The visitor pressed a key. */
  async typed(text: string | undefined): Promise<Answer | Failure | undefined> {
    if (this.isHeld) return this.exchange({ operation: 'startTyping' });
    this.poller.live();
    return this.#visitorTyping.typed(text);
  }

  /** Asks for news. Where a conversation is not read from its beginning, asks first where to begin. */
  refresh: (signal: AbortSignal) => Promise<Answer | Failure> = () =>
    this.refreshFrom(this.conversation.transcript.position);

  /** Asks for everything from a position on that may lie before what is known. */
  refreshFrom(position: number): Promise<Answer | Failure> {
    return this.exchange({ operation: 'refresh', position }, { coverage: { from: position } });
  }

  /** Leaves the conversation, which ends it once the server knows. */
  readonly end = oneAtATime(() => this.#leave());

  /** Holds everything still: no timer, no listener, no request remains. */
  suspend(): void {
    if (!this.isOver) this.kept.seen();
    this.#hold();
    this.poller.suspend();
    this.outbox.follow();
    this.#visitorTyping.end();
    this.#agentTyping.suspend();
  }

  /** Goes on after `suspend`. */
  resume(): void {
    if (this.isOver || !this.isHeld) return;
    this.#requests = new AbortController();
    this.#agentTyping.resume();
    this.listen();
    // Whichever tab leads by now: what was told meanwhile did not come here.
    this.poller.catchUp();
    this.outbox.catchUp();
  }

  /** Begins to be what is to be seen. */
  appear(phase: 'active' | 'restoring'): void {
    const { stores } = this.options;
    stores.ownId.set(this.kept.session.ownId);
    stores.agents.set({});
    stores.muted.set(false);
    stores.filters.set([]);
    this.conversation.refilter();
    stores.phase.set(phase);
  }

  /** Stands with the other tabs. */
  listen(): void {
    if (this.isHeld) return;
    this.#stopListening = this.options.platform.page.onOffline(this.options.onOffline);
    this.view.start();
    this.leader.start();
  }

  /** Tells the other tabs. */
  readonly post = (message: PostedMessage): void => {
    this.options.post({ ...message, chatId: this.kept.session.keys.chatId });
  };

  async #leave(): Promise<Answer | Failure> {
    const answer = await this.exchange({ operation: 'disconnect' });
    // Another answer told of the end first: what was asked for has happened.
    if (!answer.ok && answer.kind === 'aborted' && this.isOver) return { ...this.#lastAnswer, chatEnded: true };
    return answer;
  }

  /** Asks the server, takes in whatever it tells, and shares what concerns all tabs. */
  async exchange(
    request: KeylessRequest,
    about: Pick<Exchange, 'coverage' | 'id'> = {},
    signal = this.#requests.signal,
  ): Promise<Answer | Failure> {
    const { transport, platform } = this.options;
    const begunAt = platform.clock.now();
    const answer = await ask(transport, { ...request, keys: this.kept.session.keys }, signal);
    const exchange = { operation: request.operation, answer, begunAt, ...about };
    if (answer.ok) this.kept.seen();
    const shared = sharedExchange(exchange, this.conversation.transcript);
    if (shared) this.post({ type: 'answered', exchange: shared });
    this.take(exchange);
    return answer;
  }

  /** Takes in what came of a request, of this tab or another. */
  take({ operation, answer, begunAt, coverage, id }: Exchange): void {
    const { onAnswer, onFailure } = this.options;
    const isRefresh = operation === 'refresh';
    if (answer.ok) {
      onAnswer(operation);
      if (isRefresh) this.restoring?.succeeded();
      this.#apply(answer, coverage && { ...coverage, ...(isRefresh && { next: answer.nextPosition }) });
      if (coverage) this.poller.postpone();
      if (coverage && isRefresh) {
        this.restoring = undefined;
        this.outbox.refreshed(begunAt, answer);
      }
      if (operation === 'disconnect') this.#finish();
    } else if (operation === 'readReceipt' && !answer.chatEnded) {
      // Nobody waits for it, and it tells nothing of the connection that a poll does not.
      return;
    } else if (!this.restoring?.failed(operation, answer)) {
      onFailure(answer, false);
      if (answer.chatEnded) this.#finish(operation === 'send' ? answer : undefined);
    }
    if (id !== undefined) this.outbox.answered(id, answer);
  }

  #apply(answer: Answer, coverage?: Coverage): void {
    this.#lastAnswer = answer;
    this.kept.takeKeys(answer);
    this.options.stores.newFrom.set(this.kept.told);
    this.conversation.take(answer, coverage, this.restoring !== undefined);
    this.kept.told = this.conversation.transcript.position;
    if (answer.chatEnded) this.#finish();
    else void this.#receipts.look();
  }

  /** The conversation is over: `failure` is what told so, if it was the refusal of a message. */
  #finish(failure?: Failure): void {
    if (this.isOver) return;
    const { stores, emit, platform } = this.options;
    this.endedAt = platform.clock.now();
    this.#agentTyping.clear();
    this.#visitorTyping.end();
    this.participants.leave(this.endedAt);
    this.outbox.close(failure?.answer);
    stores.connection.set('online');
    stores.phase.set('ended');
    emit('ended', undefined);
    this.poller.stop();
    this.stop();
  }

  /** Nothing is left to do, and nothing to go on with. */
  stop(): void {
    this.endedAt ??= 0;
    this.#hold();
    this.kept.forget();
    this.poller.dispose();
  }

  #hold(): void {
    for (const callback of this.onHold.splice(0)) callback();
    this.#stopListening?.();
    this.view.stop();
    this.leader.stop();
    this.#requests.abort();
  }
}
