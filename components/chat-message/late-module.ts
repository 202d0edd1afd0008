/** A module that is loaded when it is first asked for. */
export class LateModule<Module> {
  readonly #load: () => Promise<Module>;
  readonly #onLoad: () => void;
  #module: Module | undefined;
  #isLoading = false;

  /** `onLoad` is called once the module is there. */
  constructor(load: () => Promise<Module>, onLoad: () => void) {
    this.#load = load;
    this.#onLoad = onLoad;
  }

  /** The module; undefined until it is there, and where it does not come: the next to ask tries again. */
  get(): Module | undefined {
    if (!this.#module && !this.#isLoading) void this.#fetch();
    return this.#module;
  }

  async #fetch(): Promise<void> {
    this.#isLoading = true;
    try {
      this.#module = await this.#load();
      this.#onLoad();
    } catch {
      this.#isLoading = false;
    }
  }
}
