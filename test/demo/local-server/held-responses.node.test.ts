import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { HeldResponses } from '../../../demo/local-server/held-responses.js';

function newResponse(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()));
}

void test('a client that left before its answer was lost takes no place among those held', () => {
  const held = new HeldResponses(1);
  const [gone, first, second] = [newResponse(), newResponse(), newResponse()];
  gone.destroy();
  held.hold(gone);
  held.hold(first);
  assert.equal(first.destroyed, false);
  held.hold(second);
  assert.deepEqual([first.destroyed, second.destroyed], [true, false]);
});
