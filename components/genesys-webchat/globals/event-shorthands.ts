/** jQuery's short names for listening and triggering. */
const names = [
  ...['click', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['mouseenter', 'mouseleave', 'keydown', 'keypress', 'keyup', 'change', 'select', 'submit'],
  ...['focus', 'blur', 'focusin', 'focusout', 'resize', 'scroll'],
];

/** What a collection of elements has that the short names stand for. */
interface Collection {
  on(event: string, listener: (event: Event) => unknown): unknown;
  trigger(event: string): unknown;
}

/** Gives collections `.click(listener)` and `.click()`, and so for the other events, where they have none yet. */
export function addEventShorthands(collections: object): void {
  for (const name of names) {
    if (name in collections) continue;
    Object.defineProperty(collections, name, {
      configurable: true,
      writable: true,
      value(this: Collection, listener?: (event: Event) => unknown) {
        return listener ? this.on(name, listener) : this.trigger(name);
      },
    });
  }
}
