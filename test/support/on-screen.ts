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

/** Waits until nothing in the element moves any more, but for what moves for ever. */
export async function untilRest(element: Element): Promise<void> {
  const isMoving = (each: Element) =>
    each.getAnimations().some(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  const all = () => [element, ...element.querySelectorAll('*')].flatMap((each) => [each, ...below(each)]);
  // What has just come on screen begins to move with the next frame.
  do await new Promise(requestAnimationFrame);
  while (all().some(isMoving));
}
