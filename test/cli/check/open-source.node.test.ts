import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { openSource } from '../../../cli/check/open-source.js';

/** The address of a server that does no more for a request than this. */
async function serve(t: TestContext, answer: (response: ServerResponse) => void): Promise<URL> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
}

/** Why the address cannot be read, where an answer may take a quarter of a second. */
async function reason(address: URL): Promise<string> {
  const limits = { fileSize: 1000, files: 1, timeout: 250 };
  return openSource(address, limits).then(
    () => 'it was read',
    (error: unknown) => String(error),
  );
}

void test('a server that does not answer is not waited for longer than the limit', async (t) => {
  assert.equal(await reason(await serve(t, () => undefined)), 'Error: did not answer in 0.25 s');
});

void test('nor is one that begins to answer and does not end', async (t) => {
  const address = await serve(t, (response) => response.write('<p>'));
  assert.equal(await reason(address), 'Error: did not answer in 0.25 s');
});
