/** Every element below this one, through all shadow trees; in whichever page's realm. */
export function* below(root: Element): Generator<HTMLElement> {
  for (const element of root.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? []) {
    yield element;
    yield* below(element);
  }
}

/** The parts of that name below an element, on screen or not. */
export function partsBelow(root: Element, part: string): HTMLElement[] {
  return [...below(root)].filter((each) => each.part.contains(part));
}

/** The part of that name that is on screen now. */
export function partOnScreen(root: Element, part: string): HTMLElement | undefined {
  return partsBelow(root, part).find((each) => each.checkVisibility());
}
