import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChatDay } from './chat-day.js';
import { describeDay, faultsOf } from './day-report.js';

// Half a day; `npm run test:time` lives through a whole one.
void test('hours of chat keep pace, timers, listeners and memory as they should be', async () => {
  const result = await new ChatDay().live(2);
  console.log(describeDay(result));
  assert.deepEqual(faultsOf(result), []);
});
