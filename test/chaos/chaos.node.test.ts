import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

// More of them: `npm run test:chaos`. It does the same each time, and says of a seed that fails how to run it alone.
test('what visitors write over bad networks in tabs that come, freeze and go is delivered once and in order', () => {
  const args = ['scripts/run-chaos.mjs', '--seeds=25'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
});

test('a seed does the same each time, however busy the machine is with its memory', () => {
  const [quiet, busy] = [[], ['--gc']].map((more) => {
    const args = ['scripts/run-chaos.mjs', '--from=83', '--seeds=1', ...more];
    return spawnSync(process.execPath, args, { encoding: 'utf8' });
  });
  assert.equal(busy?.status, 0, `${String(busy?.stdout)}${String(busy?.stderr)}`);
  const fingerprint = /fingerprint \w+/;
  assert.deepEqual(fingerprint.exec(busy.stdout)?.[0], fingerprint.exec(quiet?.stdout ?? '')?.[0]);
});
