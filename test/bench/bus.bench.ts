import type { BenchBrowser } from './bench-browser.js';
import type { Row } from './row.js';

const [events, commands] = [100_000, 20_000];

/** What the bus takes to carry an event to ten subscribers, and a command through an interceptor to its answer. */
export async function measureBus(browser: BenchBrowser): Promise<Row[]> {
  const page = await browser.visit();
  const [published] = await page.trace(() => page.run('publish', events));
  const [commanded] = await page.trace(() => page.run('command', commands));
  await page.close();
  const row = { group: 'Bus', unit: 'µs', clock: 'cpu' } as const;
  const each = (milliseconds: number | undefined, count: number) => ((milliseconds ?? Number.NaN) * 1000) / count;
  return [
    { ...row, what: 'an event to ten subscribers', value: each(published?.cpu, events) },
    { ...row, what: 'a command with an interceptor, called to answered', value: each(commanded?.cpu, commands) },
  ];
}
