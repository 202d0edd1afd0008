import { lastIndex } from './chat.js';
import { DeskApiError, type DeskApi } from './desk-api.js';
import type { DeskMemory } from './desk-memory.js';
import { initialState, withChats, withSelectedSeen, type DeskState, type OutgoingMessage } from './desk-state.js';
import { Poller, type PollIntervals } from './poller.js';
import { TypingSignal } from './typing-signal.js';
import { createStore, type ReadableStore } from '../../src/store.js';

const defaultNickname = 'Ann';
const defaultIntervals: PollIntervals = { visible: 1000, hidden: 5000, failing: 2000 };

/** What one agent does at one desk: watches the chats of the server, and joins, answers, leaves and ends them. */
export class Desk {
  readonly #state: ReturnType<typeof createStore<DeskState>>;
  readonly #api: DeskApi;
  readonly #memory: DeskMemory;
  readonly #poller: Poller;
  readonly #drafts = new Map<string, string>();
  readonly #typing = new Map<string, TypingSignal>();
  /** One request at a time for each chat, so that messages and typing signs arrive in order. */
  readonly #queues = new Map<string, Promise<unknown>>();
  /** The chats whose server has been asked to let the agent in, and has not answered. */
  readonly #joining = new Set<string>();
  #lastMessageId = 0;

  constructor(api: DeskApi, memory: DeskMemory, intervals = defaultIntervals) {
    this.#api = api;
    this.#memory = memory;
    this.#state = createStore(initialState(memory.nickname || defaultNickname, memory.joined));
    this.#poller = new Poller(() => this.#look(), intervals);
  }

  /** What to show; a new object whenever something changes. */
  get state(): ReadableStore<DeskState> {
    return this.#state;
  }

  /** Begins to watch the server. */
  start(): void {
    this.#poller.start();
  }

  /** Stops watching. The agent stays in the chats. */
  dispose(): void {
    this.#poller.stop();
    for (const typing of this.#typing.values()) typing.discard();
  }

  /** Changes the name under which the agent joins from now on. */
  rename(nickname: string): void {
    const name = nickname.trim() || defaultNickname;
    this.#memory.nickname = name;
    this.#set({ nickname: name });
  }

  /** Shows a chat, or none. */
  select(chatId: string | undefined): void {
    this.#state.set(withSelectedSeen({ ...this.#state.get(), selectedId: chatId, problem: '' }));
  }

  /** Joins a chat and shows it. */
  async accept(chatId: string): Promise<void> {
    const { joined, nickname } = this.#state.get();
    this.select(chatId);
    if (joined[chatId] !== undefined || this.#joining.has(chatId)) return;

    await this.#attempt('join the chat', async () => {
      this.#joining.add(chatId);
      try {
        const participantId = await this.#api.join(chatId, nickname);
        this.#setJoined({ ...this.#state.get().joined, [chatId]: participantId });
      } finally {
        this.#joining.delete(chatId);
      }
    });
  }

  /** Leaves a chat; with `end` it is over for the visitor too, unless another agent is still in it. */
  async leave(chatId: string, { end }: { end: boolean }): Promise<void> {
    const participantId = this.#state.get().joined[chatId];
    if (participantId === undefined) return;

    this.#typing.get(chatId)?.discard();
    await this.#attempt(end ? 'end the chat' : 'leave the chat', async () => {
      const isOver = await this.#enqueue(chatId, () => this.#api.leave(chatId, participantId, end));
      const joined = Object.entries(this.#state.get().joined).filter(([id]) => id !== chatId);
      this.#setJoined(Object.fromEntries(joined));
      this.#drafts.delete(chatId);
      if (end && !isOver) {
        this.#set({ problem: 'You have left the chat, but it goes on: another agent is still in it.' });
      }
    });
  }

  /** What the agent has written in a chat and not sent. */
  draft(chatId: string): string {
    return this.#drafts.get(chatId) ?? '';
  }

  /** Keeps what the agent is writing, and lets the visitor know of it. */
  write(chatId: string, text: string): void {
    this.#drafts.set(chatId, text);
    const typing = this.#typingIn(chatId);
    if (text.trim() === '') typing.stop();
    else typing.type();
  }

  /** Sends a message. It is on screen at once, and says so when it could not be sent. */
  async send(chatId: string, text: string): Promise<void> {
    this.#drafts.delete(chatId);
    this.#typingIn(chatId).stop();
    const chat = this.#state.get().chats.find((one) => one.chatId === chatId);
    this.#lastMessageId += 1;
    const after = chat ? lastIndex(chat) : 0;
    const message: OutgoingMessage = { id: this.#lastMessageId, chatId, text, after, status: 'sending' };
    this.#set({ outgoing: [...this.#state.get().outgoing, message] });
    await this.#transmit(message);
  }

  /** Sends a message again that could not be sent. */
  async resend(message: OutgoingMessage): Promise<void> {
    this.#setStatus(message, 'sending');
    await this.#transmit(message);
  }

  /** Gives up a message that could not be sent. */
  discard(message: OutgoingMessage): void {
    this.#set({ outgoing: this.#state.get().outgoing.filter(({ id }) => id !== message.id) });
  }

  /** Where a file of a chat can be downloaded. */
  fileUrl(chatId: string, fileId: string): string {
    return this.#api.fileUrl(chatId, fileId);
  }

  async #transmit(message: OutgoingMessage): Promise<void> {
    const { chatId, text } = message;
    const participantId = this.#state.get().joined[chatId];
    if (participantId === undefined) {
      // Not thrown away: the agent wrote it, and may join again or copy it.
      this.#setStatus(message, 'failed');
      this.#set({ problem: 'Could not send the message: you are no longer in this chat.' });
      return;
    }
    try {
      await this.#enqueue(chatId, () => this.#api.send(chatId, participantId, text));
    } catch {
      this.#setStatus(message, 'failed');
      return;
    }
    await this.#poller.poll();
    this.discard(message);
  }

  #typingIn(chatId: string): TypingSignal {
    const known = this.#typing.get(chatId);
    if (known) return known;

    const typing = new TypingSignal((isTyping) => {
      const participantId = this.#state.get().joined[chatId];
      if (participantId === undefined) return;
      // A lost sign of typing is not worth a word to the agent.
      this.#enqueue(chatId, () => this.#api.setTyping(chatId, participantId, isTyping)).catch(() => undefined);
    });
    this.#typing.set(chatId, typing);
    return typing;
  }

  async #look(): Promise<boolean> {
    try {
      const chats = await this.#api.chats();
      const state = withChats(this.#state.get(), chats, Date.now());
      this.#memory.joined = state.joined;
      this.#state.set(document.hidden ? state : withSelectedSeen(state));
      return true;
    } catch {
      this.#set({ connection: 'gone' });
      return false;
    }
  }

  async #attempt(what: string, action: () => Promise<void>): Promise<void> {
    this.#set({ problem: '' });
    try {
      await action();
    } catch (error) {
      this.#set({ problem: `Could not ${what}: ${reason(error)}.` });
    }
    await this.#poller.poll();
  }

  #enqueue<Result>(chatId: string, request: () => Promise<Result>): Promise<Result> {
    const before = this.#queues.get(chatId) ?? Promise.resolve();
    const result = before.then(request);
    this.#queues.set(
      chatId,
      result.catch(() => undefined),
    );
    return result;
  }

  #setJoined(joined: DeskState['joined']): void {
    this.#memory.joined = joined;
    this.#set({ joined });
  }

  #setStatus(message: OutgoingMessage, status: OutgoingMessage['status']): void {
    const { outgoing } = this.#state.get();
    this.#set({ outgoing: outgoing.map((one) => (one.id === message.id ? { ...one, status } : one)) });
  }

  #set(change: Partial<DeskState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}

function reason(error: unknown): string {
  if (!(error instanceof DeskApiError) || error.status === 0) return 'the chat server does not answer';
  return error.status < 500 ? 'it has ended or is no longer there' : 'the chat server had a problem';
}
