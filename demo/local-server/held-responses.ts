import type { ServerResponse } from 'node:http';

/**
 * Requests whose answer got lost: the connection stays open and silent until the client gives up.
 *
 * A reset would be no substitute: Chromium itself repeats a POST whose reused connection closes before an answer.
 */
export class HeldResponses {
  readonly #held = new Set<ServerResponse>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Never answers this one; beyond the limit the one that waits longest is cut off. */
  hold(response: ServerResponse): void {
    // Its client has left already: it would never close again, and so never leave the set.
    if (response.destroyed) return;
    this.#held.add(response);
    response.once('close', () => this.#held.delete(response));
    const [oldest] = this.#held;
    if (this.#held.size > this.#limit) oldest?.destroy();
  }

  /** Cuts all of them off. */
  release(): void {
    for (const response of this.#held) response.destroy();
    this.#held.clear();
  }
}
