/** One number that was measured. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'KB' | 'nodes' | 'listeners';
  /** What it may be at most. */
  readonly bar?: number;
}

/** The number in the middle, which one slow run does not move. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
