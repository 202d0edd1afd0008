import type { TabChannel, Tabs } from '../../src/platform/tabs.js';

/** The only other tab of the site, as far as the one under test can tell: it says what the test wants. */
export class OtherTab implements Tabs {
  /** What the tab under test has said. */
  readonly heard: unknown[] = [];
  #held: Promise<void> = Promise.resolve();
  readonly #listeners = new Set<(message: unknown) => void>();

  async lock(_name: string, _options: object, whileHeld: () => Promise<void>): Promise<void> {
    await this.#held;
    await whileHeld();
  }

  open(_name: string, onMessage: (message: unknown) => void): TabChannel {
    this.#listeners.add(onMessage);
    return {
      post: (message) => void this.heard.push(structuredClone(message)),
      close: () => void this.#listeners.delete(onMessage),
    };
  }

  /** Holds whatever is to be locked, until the function is called that it returns. */
  holdLocks(): () => void {
    let free: () => void = () => undefined;
    this.#held = new Promise((resolve) => {
      free = resolve;
    });
    return free;
  }

  /** Says something to the tab under test. */
  say(message: unknown): void {
    for (const listener of this.#listeners) listener(structuredClone(message));
  }
}
