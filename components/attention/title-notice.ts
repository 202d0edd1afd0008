/**
 * Puts a notice before the page's title. All chats of a page share it, and the title stays the page's: one that the page
 * sets meanwhile is left, and carries the notice from the next message on.
 */
class TitleNotice {
  readonly #notices = new Map<object, { readonly count: number; readonly word: string }>();
  /** The title without and with the notice; none while there is no notice. */
  #shown: { readonly own: string; readonly title: string } | undefined;

  /** So many messages wait in the owner's chat; `word` says in its language what they are. */
  set(owner: object, count: number, word: string): void {
    if (count > 0) this.#notices.set(owner, { count, word });
    else this.#notices.delete(owner);
    this.#render();
  }

  #render(): void {
    const own = document.title === this.#shown?.title ? this.#shown.own : document.title;
    const [first] = this.#notices.values();
    if (!first) {
      if (own !== document.title) document.title = own;
      this.#shown = undefined;
      return;
    }
    const count = [...this.#notices.values()].reduce((sum, notice) => sum + notice.count, 0);
    const title = `(${String(count)}) ${first.word}${own && ` – ${own}`}`;
    if (title !== document.title) document.title = title;
    this.#shown = { own, title: document.title };
  }
}

/** The notice of this page. */
export const titleNotice = new TitleNotice();
