import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether the screen is at most so wide, or a phone's that lies on its side, and has its host rendered anew when that changes. */
export class SmallScreenController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #breakpoint: () => number;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost, breakpoint: () => number) {
    this.#host = host;
    this.#breakpoint = breakpoint;
    host.addController(this);
  }

  /** Whether the screen is small. */
  get isSmall(): boolean {
    return this.#query?.matches ?? false;
  }

  hostConnected(): void {
    this.#watch();
  }

  hostUpdate(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#onChange);
    this.#query = undefined;
  }

  #watch(): void {
    const query = matchMedia(`(max-width: ${String(this.#breakpoint())}px), (max-height: 480px)`);
    if (query.media === this.#query?.media) return;
    this.#query?.removeEventListener('change', this.#onChange);
    this.#query = query;
    query.addEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => {
    this.#host.requestUpdate();
  };
}
