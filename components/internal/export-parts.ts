/**
 * Lets a page style parts that came into the host's shadow tree late: each element above passes them on beside those that
 * it has passed on from the start.
 */
export function exportParts(host: Element, names: string): void {
  let element: Element | undefined = host;
  while (element?.hasAttribute('exportparts')) {
    const known = element.getAttribute('exportparts') ?? '';
    if (!known.includes(names)) element.setAttribute('exportparts', known ? `${known}, ${names}` : names);
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : undefined;
  }
}
