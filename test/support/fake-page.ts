import type { Page } from '../../src/platform/page.js';

/** A page that is shown, hidden and brought online by the test. */
export class FakePage implements Page {
  #isHidden = false;
  readonly #onVisibility = new Set<() => void>();
  readonly #onOnline = new Set<() => void>();
  readonly #onOffline = new Set<() => void>();
  readonly #onFreeze = new Set<() => void>();
  readonly #onThaw = new Set<() => void>();

  /** Callbacks that are still registered. */
  get listeners(): number {
    const all = [this.#onVisibility, this.#onOnline, this.#onOffline, this.#onFreeze, this.#onThaw];
    return all.reduce((sum, { size }) => sum + size, 0);
  }

  isHidden(): boolean {
    return this.#isHidden;
  }

  onVisibilityChange(callback: () => void): () => void {
    this.#onVisibility.add(callback);
    return () => this.#onVisibility.delete(callback);
  }

  onOnline(callback: () => void): () => void {
    this.#onOnline.add(callback);
    return () => this.#onOnline.delete(callback);
  }

  onOffline(callback: () => void): () => void {
    this.#onOffline.add(callback);
    return () => this.#onOffline.delete(callback);
  }

  onFreeze(callback: () => void): () => void {
    this.#onFreeze.add(callback);
    return () => this.#onFreeze.delete(callback);
  }

  onThaw(callback: () => void): () => void {
    this.#onThaw.add(callback);
    return () => this.#onThaw.delete(callback);
  }

  address(): string {
    return 'https://shop.example/help';
  }

  hide(): void {
    this.#isHidden = true;
    for (const callback of [...this.#onVisibility]) callback();
  }

  show(): void {
    this.#isHidden = false;
    for (const callback of [...this.#onVisibility]) callback();
  }

  /** The visitor leaves the page, or the browser freezes it. */
  freeze(): void {
    for (const callback of [...this.#onFreeze]) callback();
  }

  /** The page is used again. */
  thaw(): void {
    for (const callback of [...this.#onThaw]) callback();
  }

  goOffline(): void {
    for (const callback of [...this.#onOffline]) callback();
  }

  comeOnline(): void {
    for (const callback of [...this.#onOnline]) callback();
  }
}
