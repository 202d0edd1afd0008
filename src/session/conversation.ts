import type { ChatMessage, ServerMessage } from '../model/message.js';
import { toChatMessage } from '../model/message.js';
import {
  changeMessage,
  emptyTranscript,
  hideMessages,
  mergeMessages,
  type Addition,
  type Coverage,
  type Transcript,
} from '../model/transcript.js';
import type { Answer, SessionKeys } from '../transport/transport.js';
import type { Emit } from './emit.js';
import type { FilterText, WritableChatStores } from './chat-stores.js';
import { toEcho } from './echo.js';
import type { MessageFilters } from './message-filters.js';
import type { OutboxItem } from './outbox-item.js';
import type { Outbox } from './outbox.js';
import type { Participants } from './participants.js';
import { toPublicSessionData } from './public-answer.js';

/** What the conversation needs of its session. */
export interface ConversationOptions {
  readonly stores: WritableChatStores;
  readonly emit: Emit;
  readonly filters: () => MessageFilters | undefined;
  readonly outbox: Outbox;
  readonly participants: Participants;
  readonly keys: () => SessionKeys;
}

/** What has been said and has happened: the server's transcript as this visitor sees it, with what is on its way. */
export class Conversation {
  /** The server's transcript as far as it is known. */
  transcript: Transcript = emptyTranscript;
  /**
   * Takes in what is older than that position, and gives what is not: there where a conversation is not read from its
   * beginning.
   */
  takeHistory: ((added: readonly Addition[], first: number) => readonly Addition[]) | undefined;
  readonly #options: ConversationOptions;
  /** The filters of this conversation, and what they were made of. */
  #filters: readonly RegExp[] = [];
  #filterTexts: readonly FilterText[] = [];
  /** Indexes of the visitor's messages that nothing on its way was known to stand for. */
  #unclaimed: number[] = [];
  /** Whether something is being done at once, and has changed what is to be seen. */
  #isChanging = false;
  #hasChanged = false;

  constructor(options: ConversationOptions) {
    this.#options = options;
  }

  /** Merges what an answer tells. What is read again, after a reload or from long ago, is shown but not told as news. */
  take(answer: Answer, coverage: Coverage | undefined, isRestoring: boolean): void {
    const { first } = this.transcript;
    const added = this.atOnce(() => {
      const merge = mergeMessages(this.transcript, answer.messages, coverage, (source) =>
        this.#toEntry(source, answer),
      );
      this.transcript = merge.transcript;
      if (merge.added.length > 0) this.show();
      return merge.added;
    });
    const news = this.takeHistory?.(added, first) ?? added;
    if (news.length === 0) return;
    this.#tellReceived(news, isRestoring);
    for (const { source, message } of news) {
      this.#options.participants.take(source, message ?? toChatMessage(source, ''), isRestoring);
    }
  }

  /** Finds a message of the visitor's at or after that position that stands for no other, and gives it the id; its index. */
  claimLate(position: number, id: string): number | undefined {
    const index = this.#unclaimed.find((each) => each >= position);
    if (index === undefined) return undefined;
    this.#unclaimed = this.#unclaimed.filter((each) => each !== index);
    this.transcript = changeMessage(this.transcript, index, { id });
    this.show();
    return index;
  }

  /** Hides what filters that are new hide, of what has been said before too. */
  refilter(): void {
    this.transcript = hideMessages(this.transcript, (message) => this.#isHidden(message));
    this.show();
  }

  /** Does something of which only the outcome is to be seen: a message that changes places is never in none, or in two. */
  atOnce<Result>(work: () => Result): Result {
    this.#isChanging = true;
    try {
      return work();
    } finally {
      this.#isChanging = false;
      if (this.#hasChanged) this.show();
    }
  }

  /** Lets everybody see the conversation as it is now, with own messages that the server has not confirmed. */
  show(): void {
    this.#hasChanged = this.#isChanging;
    if (this.#isChanging) return;
    const { stores, outbox } = this.#options;
    let { messages } = this.transcript;
    for (const item of outbox.items) {
      const echo = toEcho(item, stores.ownId.get());
      const place = placeOf(item, messages);
      if (!this.#isHidden(echo)) messages = messages.toSpliced(place, 0, echo);
    }
    stores.messages.set(messages);
  }

  #tellReceived(news: readonly Addition[], restoring: boolean): void {
    this.#options.emit('messageReceived', {
      originalMessages: news.map(({ source }) => source.original),
      messages: news.flatMap(({ message }) => message ?? []),
      restoring,
      sessionData: toPublicSessionData(this.#options.keys()),
    });
  }

  /** The entry of a server event, if the visitor sees it. An own message takes over the entry that stood for it, by its id. */
  #toEntry(source: ServerMessage, answer: Answer): ChatMessage | undefined {
    const { outbox, participants, filters } = this.#options;
    const index = source.index ?? 0;
    const isOwn = source.type === 'Message' && participants.isOwn(source.from);
    const claimed = isOwn ? outbox.claim(index, answer) : undefined;
    if (isOwn && claimed === undefined) this.#unclaimed.push(index);
    const entry = toChatMessage(source, claimed ?? String(index));
    if (this.#isHidden(entry)) return undefined;
    return isOwn ? { ...entry, status: 'sent' } : (filters()?.process(entry) ?? entry);
  }

  #isHidden({ text }: ChatMessage): boolean {
    const { stores, filters } = this.#options;
    const texts = stores.filters.get();
    if (texts !== this.#filterTexts) this.#filters = texts.flatMap(toFilter);
    this.#filterTexts = texts;
    const all = [...(filters()?.prefilters ?? []), ...this.#filters];
    // Unlike `test`, a search remembers nothing from one text to the next.
    return text !== '' && all.some((filter) => text.search(filter) >= 0);
  }
}

function toFilter(text: FilterText): readonly RegExp[] {
  try {
    return [new RegExp(...text)];
  } catch {
    // Kept by another browser, which knows more of them.
    return [];
  }
}

/** A message that failed stays where it left from; what is on its way is the newest. By index, since clocks differ. */
function placeOf({ state, position }: OutboxItem, messages: readonly ChatMessage[]): number {
  const next = state === 'failed' && position > 0 ? messages.findIndex(({ index = 0 }) => index >= position) : -1;
  return next < 0 ? messages.length : next;
}
