import type { Timer } from '../platform/clock.js';
import type { Platform } from '../platform/platform.js';

/** Milliseconds in which a visible leader says that it keeps the lead. */
const answerTime = 250;

/** What tabs say of the lead; see `TabMessage`. */
type LeadWord = 'wantsLead' | 'keepsLead' | 'offersLead';

/** What the election needs of its conversation. */
export interface TabLeaderOptions {
  readonly platform: Pick<Platform, 'clock' | 'page' | 'tabs'>;
  /** Names the conversation among all of the site. */
  readonly name: string;
  readonly onLead: () => void;
  readonly onFollow: () => void;
  /** Tells the other tabs. */
  readonly post: (message: { readonly type: LeadWord }) => void;
}

/**
 * Decides which tab of a conversation asks the server for news and sends: the one that holds a lock, which the browser
 * frees when a tab goes or crashes.
 *
 * A visible tab that hears of no visible leader takes the lead: browsers slow hidden tabs down and freeze them. Where
 * tabs cannot be joined, every tab leads.
 */
export class TabLeader {
  readonly #options: TabLeaderOptions;
  #isLeader = false;
  /** Ends our place in the queue, and with it the lead. */
  #leave: (() => void) | undefined;
  #answerTimer: Timer | undefined;
  #stopListening: (() => void) | undefined;

  constructor(options: TabLeaderOptions) {
    this.#options = options;
  }

  /** Stands for election; does nothing while it does. */
  start(): void {
    if (this.#stopListening) return;
    const { page, tabs } = this.#options.platform;
    const onVisibilityChange = () => {
      if (this.#isLeader && page.isHidden()) this.#options.post({ type: 'offersLead' });
      this.#ask();
    };
    this.#stopListening = tabs ? page.onVisibilityChange(onVisibilityChange) : () => undefined;
    if (!tabs) {
      this.#lead();
      return;
    }
    this.#queue(false);
    this.#ask();
  }

  /** Gives up the lead and no longer stands for it. */
  stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#options.platform.clock.clearTimeout(this.#answerTimer);
    this.#leave?.();
    this.#leave = undefined;
    this.#follow();
  }

  /** Another tab says something of the lead. */
  hear(type: LeadWord): void {
    const { platform, post } = this.#options;
    if (type === 'keepsLead') platform.clock.clearTimeout(this.#answerTimer);
    else if (type === 'offersLead') this.#ask();
    else if (this.#isLeader && !platform.page.isHidden()) post({ type: 'keepsLead' });
  }

  /** Asks a leader that is hidden, frozen or stuck for its place. */
  #ask(): void {
    const { platform, post } = this.#options;
    if (this.#isLeader || platform.page.isHidden()) return;
    post({ type: 'wantsLead' });
    platform.clock.clearTimeout(this.#answerTimer);
    this.#answerTimer = platform.clock.setTimeout(() => {
      if (!this.#isLeader && !platform.page.isHidden()) this.#queue(true);
    }, answerTime);
  }

  #queue(steal: boolean): void {
    const { platform, name } = this.#options;
    this.#leave?.();
    const left = new AbortController();
    this.#leave = () => {
      left.abort();
    };
    const whileHeld = async () => {
      if (left.signal.aborted) return;
      this.#lead();
      await new Promise((resolve) => {
        left.signal.addEventListener('abort', resolve);
      });
    };
    // A request that steals cannot wait, so it takes no signal.
    const held = platform.tabs?.lock(name, steal ? { steal } : { signal: left.signal }, whileHeld);
    held?.catch(() => {
      if (left.signal.aborted) return;
      // Another tab stole it: stand at the end of the queue.
      this.#follow();
      this.#queue(false);
    });
  }

  #lead(): void {
    const { page, tabs } = this.#options.platform;
    this.#isLeader = true;
    // Whoever asks just now need not take it.
    if (tabs && !page.isHidden()) this.#options.post({ type: 'keepsLead' });
    this.#options.onLead();
  }

  #follow(): void {
    if (!this.#isLeader) return;
    this.#isLeader = false;
    this.#options.onFollow();
  }
}
