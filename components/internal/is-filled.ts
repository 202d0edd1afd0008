/**
 * Whether the page put something in the slot whose `slotchange` this is. A slot that is passed on through several
 * elements never shows its fallback, so what stands in for it is rendered beside the slot.
 */
export function isFilled(event: Event): boolean {
  // The event of a slot above comes by here too; what counts is what is shown here.
  const slot = event.currentTarget;
  return slot instanceof HTMLSlotElement && slot.assignedNodes({ flatten: true }).length > 0;
}
