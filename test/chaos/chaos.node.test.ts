import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaos, describeFailures } from './chaos.js';

// A share of what `npm run test:chaos` tries.
const seeds = Array.from({ length: 12 }, (_, at) => at + 1);

test('whatever happens to tabs, network and server, each message arrives once and all tabs show the same', async (t) => {
  const result = await chaos(seeds);
  t.diagnostic(`${String(result.seeds)} schedules, ${String(result.delivered)} messages of visitors delivered once`);
  assert.equal(describeFailures(result), '');
  assert.ok(result.delivered > seeds.length * 3, 'hardly a message was sent');
});
