import { spawnSync } from 'node:child_process';

// `node scripts/run-browser-tests.mjs <browser> [test runner's options]`: sets a variable in a way that every shell knows.
const [browser, ...options] = process.argv.slice(2);
const { status, signal } = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js', ...options], {
  stdio: 'inherit',
  env: { ...process.env, BROWSER: browser },
});
if (signal) console.error(`the tests in ${browser} were ended by ${signal}`);
process.exit(status ?? 1);
