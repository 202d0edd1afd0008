import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

// `node scripts/run-node-tests.mjs [suite]`: the suites that are named are folders of test/ whose tests take long, each run
// on its own; without a name, all others run. Node 20 takes no patterns after `--test`, so the files are found here.
const ownSuites = ['scenes', 'package', 'frameworks'];
const [suite = 'node'] = process.argv.slice(2);
const files = testFiles().filter((path) => suiteOf(path) === suite);
if (files.length === 0) {
  console.error(`There is no test of the suite ${suite}.`);
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
  { stdio: 'inherit', env: { ...process.env, TEST_SUITE: suite } },
);
process.exit(status ?? 1);

function testFiles() {
  return readdirSync('test', { recursive: true })
    .filter((path) => path.endsWith('.node.test.ts') && !path.includes('node_modules'))
    .map((path) => join('test', path))
    .sort();
}

function suiteOf(path) {
  const [, folder] = path.split(sep);
  return ownSuites.includes(folder) ? folder : 'node';
}
