/** Letters that follow each other faster than this are one word. */
const wordGap = 700;

/** Moves through the items of a menu as the keys say. */
export class MenuKeys {
  readonly #items: () => HTMLElement[];
  #word = '';
  #typedAt = 0;

  constructor(items: () => HTMLElement[]) {
    this.#items = items;
  }

  /** Follows the key from the item that has the focus; tells whether it was one to move by. */
  follow({ key, altKey, ctrlKey, metaKey, timeStamp }: KeyboardEvent, focused: Element | null): boolean {
    const items = this.#items();
    const at = items.findIndex((item) => item === focused);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (target !== undefined) items.at(target % items.length)?.focus();
    else if (key.length !== 1 || altKey || ctrlKey || metaKey || (key === ' ' && !this.#isTyping(timeStamp)))
      return false;
    else this.#type(key, timeStamp, at);
    return true;
  }

  #isTyping(now: number): boolean {
    return now - this.#typedAt < wordGap;
  }

  /** Goes to the next item that begins with what was typed; the same letter again goes on from item to item. */
  #type(key: string, now: number, at: number): void {
    const before = this.#isTyping(now) ? this.#word : '';
    this.#word = before === key ? key : before + key;
    this.#typedAt = now;
    const items = this.#items();
    // A word that grows may still mean the item that it began with.
    const start = this.#word.length > 1 ? at : at + 1;
    const inTurn = [...items.slice(start), ...items.slice(0, start)];
    const word = this.#word.toLocaleLowerCase();
    inTurn.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(word))?.focus();
  }
}
