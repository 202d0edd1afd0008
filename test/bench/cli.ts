import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BenchBrowser } from './bench-browser.js';
import { measureRemoval } from './removal.bench.js';
import type { Row } from './row.js';
import { measureStart } from './start.bench.js';
import { measureTranscript } from './transcript.bench.js';

const measurements: Readonly<Record<string, (browser: BenchBrowser) => Promise<Row[]>>> = {
  start: measureStart,
  'transcript-10': (browser) => measureTranscript(browser, 10),
  'transcript-1000': (browser) => measureTranscript(browser, 1_000),
  'transcript-10000': (browser) => measureTranscript(browser, 10_000),
  removal: measureRemoval,
};

// `npm run bench`, with `-- --only=start,removal` for some. Writes `dist/bench.json` besides the table.
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = values.only?.split(',') ?? Object.keys(measurements);
const unknown = names.find((name) => !(name in measurements));
if (unknown !== undefined) throw new Error(`There is no ${unknown}; there are ${Object.keys(measurements).join(', ')}`);

const rows: Row[] = [];
const browser = await BenchBrowser.start();
try {
  for (const name of names) {
    for (const row of (await measurements[name]?.(browser)) ?? []) {
      rows.push(row);
      console.log(lineOf(row));
    }
  }
} finally {
  await browser.stop();
}
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bench.json', `${JSON.stringify(rows, undefined, 2)}\n`);

function lineOf({ what, value, unit, bar }: Row): string {
  const isOver = bar !== undefined && value > bar;
  const limit = bar === undefined ? '' : `${isOver ? 'OVER' : 'at most'} ${String(bar)}`;
  return `${what.padEnd(56)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(9)} ${limit}`;
}
