import type { ChatMessage } from '../model/message.js';
import type { Platform } from '../platform/platform.js';
import type { Answer, Failure, KeylessRequest } from '../transport/transport.js';
import type { ChatStores } from './chat-stores.js';

/** What the receipts need of their conversation. */
export interface ReadReceiptsOptions {
  readonly platform: Pick<Platform, 'page'>;
  readonly stores: Pick<ChatStores, 'messages' | 'ownId' | 'window'>;
  readonly exchange: (request: KeylessRequest) => Promise<Answer | Failure>;
}

/** After so many, receipts are not what the server can do. */
const mostFailures = 3;

/** Lets the other side know what the visitor has seen: what is there while the window is open and the page visible. */
export class ReadReceipts {
  readonly #options: ReadReceiptsOptions;
  /** Up to where the server knows, or is being told. */
  #told = 0;
  #failures = 0;

  constructor(options: ReadReceiptsOptions) {
    this.#options = options;
  }

  /** Tells what is new to be seen. Every answer is a reason to look: there is one soon after the window opens or the page shows. */
  async look(): Promise<void> {
    const { platform, stores, exchange } = this.#options;
    if (stores.window.get() !== 'opened' || platform.page.isHidden()) return;
    const ownId = stores.ownId.get();
    // What a page has put there itself has no index.
    const isTheirs = ({ type, index, from }: ChatMessage) =>
      type === 'Message' && index !== undefined && from.participantId !== ownId;
    const position = stores.messages.get().findLast(isTheirs)?.index ?? 0;
    const before = this.#told;
    if (position <= before) return;
    this.#told = position;
    const answer = await exchange({ operation: 'readReceipt', position });
    if (answer.ok) return;
    this.#failures += 1;
    // A server that knows no receipts, or wants none, is not asked again. What stands in front of it may say so by silence.
    this.#told = answer.kind === 'refused' || this.#failures >= mostFailures ? Infinity : before;
  }
}
