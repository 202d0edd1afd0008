/** The elements around an element, nearest first, out of shadow roots too. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node instanceof Element) yield node;
  }
}

/** The language of the nearest ancestor that has one. */
export function languageAround(element: Element): string | undefined {
  for (const ancestor of ancestorsOf(element)) {
    const lang = ancestor.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}
