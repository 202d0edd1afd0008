/** Those who wait until something holds: they look again at each change. */
export class Waiting {
  readonly #checks = new Set<() => void>();

  /** Something has changed. */
  look(): void {
    for (const check of [...this.#checks]) check();
  }

  /** Waits until it holds. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds()) return;
        this.#checks.delete(check);
        resolve();
      };
      this.#checks.add(check);
      check();
    });
  }
}
