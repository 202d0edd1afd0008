/** The browser's own way to hear that a visitor wants something closed, where there is one. */
interface Watcher extends EventTarget {
  destroy(): void;
}

declare global {
  interface Window {
    readonly CloseWatcher?: new () => Watcher;
  }
}

/** In the state of an entry of the history that is ours. */
const mark = 'genesysWebchat';

/**
 * Hears when the visitor goes back: by the browser's `CloseWatcher`, which leaves the history alone, else by an entry of
 * the history. That has the page's own address and state, and no listener of the page hears when it comes or goes.
 */
export class BackGesture {
  readonly #onBack: () => void;
  #isWatching = false;
  #watcher: Watcher | undefined;
  /** Where the page was when the entry was made. */
  #address = '';
  /** Whether the entry is about to go. */
  #isLeaving = false;

  constructor(onBack: () => void) {
    this.#onBack = onBack;
  }

  /** From now on going back is told. */
  watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    if (window.CloseWatcher) this.#openWatcher(window.CloseWatcher);
    else this.#openEntry();
  }

  /** From now on it is the page's again. */
  stop(): void {
    if (!this.#isWatching) return;
    this.#isWatching = false;
    this.#watcher?.destroy();
    this.#watcher = undefined;
    if (!this.#address) return;
    // An entry that the page has gone on from stays, since going back would take the page back too.
    if (!isOurs()) this.#unlisten();
    else if (!this.#isLeaving) {
      // Asked for twice, it would take the page back too.
      this.#isLeaving = true;
      history.back();
    }
  }

  #openWatcher(CloseWatcher: new () => Watcher): void {
    this.#watcher = new CloseWatcher();
    this.#watcher.addEventListener('close', () => {
      if (!this.#isWatching) return;
      // It tells once. What goes back first may be something inside the window.
      this.#openWatcher(CloseWatcher);
      this.#onBack();
    });
  }

  #openEntry(): void {
    addEventListener('popstate', this.#onPopState, true);
    this.#address = location.href;
    // An entry that is just going is made anew when it has gone; after a reload it may be there still.
    if (isOurs()) return;
    this.#isLeaving = false;
    try {
      const state: unknown = history.state;
      history.pushState({ ...(typeof state === 'object' && state), [mark]: true }, '');
    } catch {
      // A browser takes so many entries and no more. The window has buttons.
      this.#unlisten();
    }
  }

  #unlisten(): void {
    this.#isLeaving = false;
    this.#address = '';
    removeEventListener('popstate', this.#onPopState, true);
  }

  readonly #onPopState = (event: Event): void => {
    // Another way than back, or back into our entry.
    if (isOurs()) return;
    // The page is where it was, so there is nothing for it to do.
    if (location.href === this.#address) event.stopImmediatePropagation();
    const wasLeaving = this.#isLeaving;
    this.#unlisten();
    if (!this.#isWatching) return;
    this.#openEntry();
    if (!wasLeaving) this.#onBack();
  };
}

function isOurs(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && mark in state;
}
