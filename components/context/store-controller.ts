import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableStore } from '../../src/store.js';

/** Renders its host anew whenever a store changes, while the host is in the page. */
export class StoreController<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => ReadableStore<Value> | undefined;
  #unsubscribe: (() => void) | undefined;

  /** `store` is read when the host enters the page, since a context's value is not there before. */
  constructor(host: ReactiveControllerHost, store: () => ReadableStore<Value> | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  /** The store's value now; undefined while there is no store. */
  get value(): Value | undefined {
    return this.#store()?.get();
  }

  hostConnected(): void {
    this.#listen();
  }

  hostUpdate(): void {
    if (!this.#unsubscribe) this.#listen();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #listen(): void {
    this.#unsubscribe = this.#store()?.listen(() => {
      this.#host.requestUpdate();
    });
  }
}
