/**
 * Registers the class under the tag, unless the tag is taken: a page that loads the bundle twice keeps working
 * with the copy that came first.
 */
export function customElement(tag: string): (element: CustomElementConstructor) => void {
  return (element) => {
    if (!customElements.get(tag)) customElements.define(tag, element);
  };
}
