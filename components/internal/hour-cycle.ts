/** How `Intl` calls a day whose hours are counted up to 12 or 24; without a number, the language decides. */
export function hourCycle(hours: 12 | 24 | undefined): 'h12' | 'h23' | undefined {
  return hours && (hours === 12 ? 'h12' : 'h23');
}
