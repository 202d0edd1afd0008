import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeFailures, fuzz, fuzzSeed } from './fuzz.js';

// A share of what `npm run test:fuzz` tries.
const answers = 10_000;

test('no answer of a server, however odd, breaks a conversation or gets into its stores unchecked', async (t) => {
  const result = await fuzz(answers);
  t.diagnostic(`${result.tried} mutated answers tried, ${result.accepted} of them accepted`);
  assert.equal(describeFailures(result), '');
  assert.ok(result.tried >= answers);
  // Were nearly all refused or nearly all accepted, half of the code would not be tried.
  assert.ok(result.accepted > answers / 10 && result.accepted < answers * 0.9);
});

test('a seed gives the same conversation each time', async () => {
  assert.deepEqual(await fuzzSeed(7), await fuzzSeed(7));
});
