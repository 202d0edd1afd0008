/** One number that was measured. */
export interface Row {
  /** What belongs together in the table. */
  readonly group: string;
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'µs' | 'MB' | 'kB' | 'nodes' | 'listeners' | 'requests' | '×';
  /**
   * What a time is: `cpu` is what the main thread worked, whatever else the computer did; `wall` is what a clock on the wall
   * tells, which other programs make longer.
   */
  readonly clock?: 'cpu' | 'wall';
  /** What it may be at most. */
  readonly bar?: number | undefined;
}

/** The number in the middle, which one slow run does not move. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
