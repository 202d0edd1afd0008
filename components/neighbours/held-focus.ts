/**
 * Notes what has the focus now. What is returned removes an element, and if the focus is in it then, brings it back to
 * where it was.
 */
export function heldFocus(element: Element): (remove: () => void) => void {
  const before = document.activeElement;
  return (remove) => {
    const isHere = element.matches(':focus-within');
    remove();
    if (isHere && before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
