/** Bounds of the pause between retries, in milliseconds. */
const first = 1000;
const ceiling = 15_000;

/**
 * How long to wait before the next try: at most a second, doubling up to 15 s, anywhere in that span, so that many
 * visitors do not come back in step. `attempt` counts from 1; `random` is from 0 up to 1.
 */
export function retryDelay(attempt: number, random: number): number {
  return random * Math.min(ceiling, first * 2 ** (attempt - 1));
}
