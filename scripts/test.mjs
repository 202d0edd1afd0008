import { spawnSync } from 'node:child_process';

// `npm test`: every suite runs, also after one has failed, and the whole fails if any did.
const suites = [
  ['scripts/run-node-tests.mjs'],
  ['scripts/run-browser-tests.mjs', 'chromium'],
  ['scripts/run-built-tests.mjs'],
];
const failed = suites.filter((words) => spawnSync(process.execPath, words, { stdio: 'inherit' }).status !== 0);
process.exit(failed.length > 0 ? 1 : 0);
