import type { FilterText, WritableChatStores } from './chat-stores.js';
import type { RestoreStore } from './restore-store.js';
import type { Store } from '../store.js';

/** What all tabs of a conversation, and the pages after this one, show alike besides the messages. */
export interface SharedView {
  /** Text that the visitor has written and not sent. */
  readonly draft: string;
  /** Messages of the other side that came while the visitor could not see the conversation. */
  readonly unread: number;
  /** Whether the visitor wants no sound. */
  readonly muted: boolean;
  /** Where the window stands. */
  readonly window: 'closed' | 'opened' | 'minimized';
  /** What hides messages from the visitor. */
  readonly filters: readonly FilterText[];
}

/** One of the things that are shown alike. */
export type SharedName = keyof SharedView;

const checks: { readonly [Name in SharedName]: (value: unknown) => boolean } = {
  draft: (value) => typeof value === 'string',
  unread: (value) => typeof value === 'number' && value >= 0,
  muted: (value) => typeof value === 'boolean',
  window: (value) => ['closed', 'opened', 'minimized'].includes(value as string),
  filters: (value) => Array.isArray(value) && value.every((each) => Array.isArray(each) && each.length === 2),
};

/** What the sharing needs of its conversation. */
export interface SharedViewOptions {
  readonly stores: Pick<WritableChatStores, SharedName>;
  readonly store: RestoreStore;
  /** What of the draft may be kept. */
  readonly masked: (draft: string) => Promise<string>;
  /** Other messages are to be hidden. */
  readonly onFilters: () => void;
  /** Tells the other tabs. */
  readonly post: (message: { readonly type: 'view'; readonly name: SharedName; readonly value: unknown }) => void;
}

/** Keeps the view of a conversation the same in all tabs and on the next page. */
export class SharedViewSync {
  readonly #options: SharedViewOptions;
  #stopListening: (() => void)[] = [];
  /** What came from elsewhere need not go back there. */
  #isHearing = false;
  /** What of the draft this tab has kept. */
  #keptDraft: unknown;

  constructor(options: SharedViewOptions) {
    this.#options = options;
  }

  /** A conversation begins in this tab: keeps and tells how things stand. */
  begin(): void {
    for (const name of names) {
      const value = this.#options.stores[name].get();
      // A window that is closed yet is about to open, here as in all tabs.
      if (name !== 'filters' && (name !== 'window' || value !== 'closed')) this.#tell(name, value).catch(ignore);
    }
  }

  /**
   * Takes over what other tabs and earlier pages have kept, then keeps and tells each change; does nothing while it does.
   * How things stand here is told to nobody: after a pause it is the others who know.
   */
  start(): void {
    if (this.#stopListening.length > 0) return;
    const { stores, store, onFilters } = this.#options;
    this.#stopListening = names.map((name) =>
      (stores[name] as Store<unknown>).listen((value) => {
        if (name === 'filters') onFilters();
        if (!this.#isHearing) this.#tell(name, value).catch(ignore);
      }),
    );
    for (const name of names) {
      const value = store.value(name);
      // Of our own draft, we have what is masked where it is kept.
      if (name !== 'draft' || value !== this.#keptDraft) this.hear(name, value);
    }
  }

  /** Neither keeps nor tells any more. */
  stop(): void {
    for (const stop of this.#stopListening) stop();
    this.#stopListening = [];
  }

  /** Takes in what another tab or page has. */
  hear(name: SharedName, value: unknown): void {
    if (!checks[name](value)) return;
    this.#isHearing = true;
    (this.#options.stores[name] as Store<unknown>).set(value);
    this.#isHearing = false;
  }

  async #tell(name: SharedName, value: unknown): Promise<void> {
    const { store, post, masked } = this.#options;
    const kept = name === 'draft' ? (this.#keptDraft = await masked(value as string)) : value;
    store.writeValue(name, kept);
    post({ type: 'view', name, value });
  }
}

const names = Object.keys(checks) as readonly SharedName[];

/** A draft that cannot be masked now is not kept: the next key press tries again. */
function ignore(): undefined {
  return undefined;
}
