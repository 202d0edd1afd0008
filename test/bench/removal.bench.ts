import type { BenchBrowser } from './bench-browser.js';
import type { Row } from './row.js';

const warmUp = 20;
const cycles = 100;

/** What stays behind of a tag that was opened and taken out of the page. */
export async function measureRemoval(browser: BenchBrowser): Promise<Row[]> {
  const page = await browser.visit();
  await page.run('startChat');
  await page.run('mountAndRemove', warmUp);
  const before = await page.memory();
  await page.run('mountAndRemove', cycles);
  const after = await page.memory();
  await page.close();
  const perCycle = (now: number, then: number): number => Math.max(0, now - then) / cycles;
  const group = 'Mount and remove, a cycle';
  return [
    { group, what: 'memory', value: perCycle(after.scriptBytes, before.scriptBytes) / 1000, unit: 'kB', bar: 2 },
    { group, what: 'nodes', value: perCycle(after.nodes, before.nodes), unit: 'nodes', bar: 0 },
    { group, what: 'listeners', value: perCycle(after.listeners, before.listeners), unit: 'listeners', bar: 0 },
  ];
}
