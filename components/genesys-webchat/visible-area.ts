const changes = ['resize', 'scroll'];

/**
 * Keeps `--_visible-top` and `--_visible-height` on an element at what the on-screen keyboard leaves free: where the
 * keyboard covers the page and moves it instead of shrinking it, no CSS unit knows.
 */
export class VisibleArea {
  #element: HTMLElement | undefined;

  /** Fits the element to it from now on. */
  fit(element: HTMLElement): void {
    if (this.#element === element) return;
    this.leave();
    this.#element = element;
    for (const type of changes) visualViewport?.addEventListener(type, this.#onChange);
    this.#onChange();
  }

  /** Leaves the element as it would be without. */
  leave(): void {
    for (const type of changes) visualViewport?.removeEventListener(type, this.#onChange);
    this.#set(null, null);
    this.#element = undefined;
  }

  #set(top: string | null, height: string | null): void {
    this.#element?.style.setProperty('--_visible-top', top);
    this.#element?.style.setProperty('--_visible-height', height);
  }

  readonly #onChange = (): void => {
    const { height = 0, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    // Zooming in shrinks the view too, but that is no keyboard.
    const isCovered = scale === 1 && height < innerHeight;
    if (isCovered) this.#set(`${String(offsetTop)}px`, `${String(height)}px`);
    else this.#set(null, null);
  };
}
