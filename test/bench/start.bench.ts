import type { BenchBrowser } from './bench-browser.js';
import { median, type Row } from './row.js';

const rounds = 7;

/** How long a visitor waits for the launcher and for the message box, on a desk and on a slow phone. */
export async function measureStart(browser: BenchBrowser): Promise<Row[]> {
  const launcher = await times(browser, 'launcher', false);
  const cold = await times(browser, 'coldStart', false);
  const slow = await times(browser, 'coldStart', true);
  return [
    { what: 'script start to launcher visible', value: launcher.wall, unit: 'ms' },
    { what: 'script start to composer visible', value: cold.wall, unit: 'ms', bar: 45 },
    { what: 'script start to composer visible, slow phone', value: slow.wall, unit: 'ms', bar: 370 },
    { what: 'main thread blocked in it, slow phone', value: slow.blocked, unit: 'ms', bar: 0 },
  ];
}

interface Times {
  readonly wall: number;
  readonly blocked: number;
}

async function times(browser: BenchBrowser, what: string, isSlow: boolean): Promise<Times> {
  const results: Partial<Times>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.visit();
    if (isSlow) await page.slowDown();
    results.push(await page.run<Partial<Times>>(what));
    await page.close();
  }
  return {
    wall: median(results.map(({ wall = Number.NaN }) => wall)),
    blocked: median(results.map(({ blocked = 0 }) => blocked)),
  };
}
