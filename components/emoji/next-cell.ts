/** Where the focus is among cells that stand in rows. */
export interface CellPlace {
  readonly at: number;
  readonly count: number;
  readonly columns: number;
}

/** The cell that a key leads to, in the direction in which the page is read; undefined for any other key. */
export function nextCell(event: KeyboardEvent, { at, count, columns }: CellPlace): number | undefined {
  const isRightToLeft = event.target instanceof Element && getComputedStyle(event.target).direction === 'rtl';
  const rowStart = at - (at % columns);
  const last = count - 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowLeft: isRightToLeft ? at + 1 : at - 1,
    ArrowRight: isRightToLeft ? at - 1 : at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: event.ctrlKey ? 0 : rowStart,
    End: event.ctrlKey ? last : Math.min(rowStart + columns - 1, last),
  };
  if (!Object.hasOwn(goals, event.key)) return undefined;
  const goal = goals[event.key] ?? at;
  // Beyond the edge there is nowhere to go.
  return goal < 0 || goal > last ? at : goal;
}
