import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BenchBrowser } from './bench-browser.js';
import { measureBus } from './bus.bench.js';
import { measureBytes } from './bytes.bench.js';
import { measureRemoval } from './removal.bench.js';
import { measureRequests } from './requests.bench.js';
import type { Row } from './row.js';
import { measureStart } from './start.bench.js';
import { toLine, toMarkdown } from './table.js';
import { measureTranscript } from './transcript.bench.js';

const measurements: Readonly<Record<string, (browser: BenchBrowser) => Promise<Row[]>>> = {
  bytes: measureBytes,
  start: measureStart,
  'transcript-10': (browser) => measureTranscript(browser, 10),
  'transcript-1000': (browser) => measureTranscript(browser, 1_000),
  'transcript-10000': (browser) => measureTranscript(browser, 10_000),
  removal: measureRemoval,
  requests: measureRequests,
  bus: measureBus,
};

// `npm run bench`, with `-- --only=start,removal` for some. Writes `dist/bench/results.json` and a table, `results.md`.
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
      console.log(toLine(row));
    }
  }
} finally {
  await browser.stop();
}
mkdirSync('dist/bench', { recursive: true });
writeFileSync('dist/bench/results.json', `${JSON.stringify(rows, undefined, 2)}\n`);
writeFileSync('dist/bench/results.md', toMarkdown(rows, browser.name));
