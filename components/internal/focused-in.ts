/** What has the focus, however deep it lies. */
export function focusedIn(root: ParentNode): HTMLElement | undefined {
  let element = root instanceof ShadowRoot ? root.activeElement : null;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}
