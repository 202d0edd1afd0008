import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far from the view, in pixels, a picture is fetched. */
const margin = '300px 0px';

/** A picture for an element that is on demand: fetched when the element comes near the view, given back when it goes. */
export class ImagePreview implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #fetch: () => Promise<Blob | undefined>;
  readonly #observer: IntersectionObserver;
  #of: unknown;
  #address: string | undefined;

  /** `fetch` gives nothing where there is to be no picture. */
  constructor(host: ReactiveControllerHost & Element, fetch: () => Promise<Blob | undefined>) {
    this.#host = host;
    this.#fetch = fetch;
    this.#observer = new IntersectionObserver(this.#onMove, { rootMargin: margin });
    host.addController(this);
  }

  /** Where the picture is; undefined until it is there. */
  get address(): string | undefined {
    return this.#address;
  }

  /** Says which file it is a picture of; undefined for none. */
  show(file: unknown): void {
    if (file === this.#of) return;
    this.#clear();
    this.#of = file;
    if (file !== undefined) this.#observer.observe(this.#host);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#clear();
    this.#of = undefined;
  }

  readonly #onMove = ([entry]: IntersectionObserverEntry[]): void => {
    if (!entry?.isIntersecting) return;
    this.#observer.disconnect();
    void this.#load(this.#of);
  };

  async #load(of: unknown): Promise<void> {
    const blob = await this.#fetch().catch(() => undefined);
    if (!blob || of !== this.#of) return;
    this.#address = URL.createObjectURL(blob);
    this.#host.requestUpdate();
  }

  #clear(): void {
    this.#observer.disconnect();
    if (this.#address !== undefined) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }
}
