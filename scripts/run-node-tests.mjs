import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Node 20 takes no patterns after `--test`: `node scripts/run-node-tests.mjs [file…]` finds the files itself. Those of
// test/scenes play every state of the chat several times: a suite of its own, `npm run test:scenes`.
const named = process.argv.slice(2);
const files = named.length > 0 ? named : testFiles();
if (files.length === 0) {
  console.error('There is no test/**/*.node.test.ts.');
  process.exit(1);
}

const { status } = spawnSync(
  process.execPath,
  [
    ...['--import', 'tsx', '--test', '--test-concurrency=2'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./scripts/node-totals-reporter.mjs', '--test-reporter-destination=stdout'],
    ...files,
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);

function testFiles() {
  return readdirSync('test', { recursive: true })
    .filter((path) => path.endsWith('.node.test.ts') && !path.startsWith('scenes'))
    .map((path) => join('test', path))
    .sort();
}
