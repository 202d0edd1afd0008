import type { ReadReceipts, ReadReceiptsOptions } from './read-receipts.js';

/** The read receipts of a conversation, whose code comes when the window is open for the first time. */
export class LazyReadReceipts {
  readonly #options: ReadReceiptsOptions;
  #loading: Promise<ReadReceipts | undefined> | undefined;

  constructor(options: ReadReceiptsOptions) {
    this.#options = options;
  }

  /** Tells what is new to be seen, unless the conversation is held still by then. */
  async look(signal: AbortSignal): Promise<void> {
    if (!this.#loading && this.#options.stores.window.get() !== 'opened') return;
    this.#loading ??= import('./read-receipts.js').then(
      ({ ReadReceipts }) => new ReadReceipts(this.#options),
      // The next answer is a reason to try again.
      () => (this.#loading = undefined),
    );
    const receipts = await this.#loading;
    if (!signal.aborted) await receipts?.look();
  }
}
