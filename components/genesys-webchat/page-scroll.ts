/** Keeps the page from scrolling behind something that covers it, and gives it back as it was. */
export class PageScroll {
  #restore: (() => void) | undefined;

  /** The page stays where it is. */
  hold(): void {
    if (this.#restore) return;
    const { style } = document.documentElement;
    const before = [style.getPropertyValue('overflow'), style.getPropertyPriority('overflow')] as const;
    const [left, top] = [scrollX, scrollY];
    style.setProperty('overflow', 'hidden', 'important');
    this.#restore = () => {
      // What the page has set meanwhile is what it wants.
      if (style.getPropertyValue('overflow') === 'hidden') style.setProperty('overflow', ...before);
      // Where the body was what scrolled, it has lost its place.
      if (scrollX !== left || scrollY !== top) scrollTo({ left, top, behavior: 'instant' });
    };
  }

  /** The page scrolls again. */
  release(): void {
    this.#restore?.();
    this.#restore = undefined;
  }
}
