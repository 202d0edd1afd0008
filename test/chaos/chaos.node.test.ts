import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

// More of them: `npm run test:chaos`. It does the same each time, and says of a seed that fails how to run it alone.
test('what visitors write over bad networks in tabs that come, freeze and go is delivered once and in order', () => {
  const args = ['scripts/run-chaos.mjs', '--seeds=25'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});
