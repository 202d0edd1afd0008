import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { test } from 'node:test';
import { createLocalServer } from '../../../demo/local-server/index.js';
import { LocalServerHarness, gist } from './local-server-harness.js';

/** What 20 polls meet: their HTTP statuses. */
async function statuses(server: LocalServerHarness): Promise<number[]> {
  const found = [];
  for (let poll = 0; poll < 20; poll += 1) found.push((await server.post('/none/refresh')).status);
  return found;
}

void test('the settings are told by every call, and a new PUT replaces the old ones wholly', async (t) => {
  const server = await LocalServerHarness.start(t);
  const settings = { seed: 7, latencyMs: 1, errorRate: 0.5 };
  assert.deepEqual(await server.control('PUT', 'faults', settings), { status: 200, body: settings });
  assert.deepEqual((await server.control('GET', 'faults')).body, settings);
  assert.deepEqual((await server.control('PUT', 'faults', { duplicateRate: 1 })).body, { duplicateRate: 1 });
  assert.deepEqual(await server.control('DELETE', 'faults'), { status: 200, body: {} });
});

for (const [body, says] of [
  [{ errorRate: 1.5 }, 'errorRate must be a number from 0 to 1, not 1.5'],
  [{ lostAnswerRate: -1 }, 'lostAnswerRate must be a number from 0 to 1'],
  [{ duplicateRate: '1' }, 'duplicateRate must be a number from 0 to 1, not "1"'],
  [{ latencyMs: -1 }, 'latencyMs must be a number of milliseconds from 0 to 60000'],
  [{ seed: 0.5 }, 'seed must be a whole number'],
  [{ offline: 1 }, 'offline must be true or false, not 1'],
  [{ statusCode: 3 }, 'statusCode must be a GMS statusCode (1 or 2) or an HTTP status (200 or 400 to 599), not 3'],
  [{ statusCode: 503.5 }, 'statusCode must be'],
  [{ eror: 1 }, 'eror is not a known key'],
] as const) {
  void test(`faults of ${JSON.stringify(body)} are 400: ${says}`, async (t) => {
    const server = await LocalServerHarness.start(t);
    const answer = await server.control('PUT', 'faults', body);
    assert.equal(answer.status, 400);
    assert.ok(String(answer.body['error']).startsWith(says), String(answer.body['error']));
    assert.deepEqual((await server.control('GET', 'faults')).body, {});
  });
}

void test('the same seed and the same requests meet the same faults, another seed meets others', async (t) => {
  const server = await LocalServerHarness.start(t);
  const run = async (seed: number): Promise<number[]> => {
    await server.control('PUT', 'faults', { seed, errorRate: 0.5 });
    return statuses(server);
  };
  const first = await run(42);
  assert.deepEqual(await run(42), first);
  assert.notDeepEqual(await run(43), first);
  assert.ok(first.includes(503) && first.includes(404));
});

void test('another server with the same seed meets the same faults, and without a seed they repeat too', async (t) => {
  const [one, other] = [await LocalServerHarness.start(t), await LocalServerHarness.start(t)];
  await one.control('PUT', 'faults', { errorRate: 0.4 });
  await other.control('PUT', 'faults', { errorRate: 0.4 });
  assert.deepEqual(await statuses(one), await statuses(other));
});

void test('turning another fault on does not move the errors, and neither do preflights', async (t) => {
  const server = await LocalServerHarness.start(t);
  await server.control('PUT', 'faults', { seed: 5, errorRate: 0.5 });
  const alone = await statuses(server);
  await server.control('PUT', 'faults', { seed: 5, errorRate: 0.5, duplicateRate: 0.9 });
  await fetch(server.service, { method: 'OPTIONS', headers: { Origin: 'http://shop.example' } });
  assert.deepEqual(await statuses(server), alone);
});

void test('errors are HTTP 503 with Retry-After, and the request is not carried out', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  await server.control('PUT', 'faults', { errorRate: 1 });
  const answer = await visitor.ask('send', { message: 'x' });
  assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [503, '1']);
  assert.equal(answer.errors?.[0]?.code, 503);
  await server.control('DELETE', 'faults');
  assert.equal((await visitor.ask('refresh')).nextPosition, 2);
});

for (const [statusCode, status, gmsCode, retryAfter] of [
  [429, 429, 2, '1'],
  [500, 500, 1, null],
  [403, 403, 2, null],
  [1, 200, 1, null],
  [2, 200, 2, null],
] as const) {
  void test(`a statusCode of ${String(statusCode)} alone makes every request fail with it`, async (t) => {
    const server = await LocalServerHarness.start(t);
    await server.control('PUT', 'faults', { statusCode });
    const answer = await server.ask('', { nickname: 'A' });
    assert.deepEqual(
      [answer.status, answer.statusCode, answer.headers.get('Retry-After')],
      [status, gmsCode, retryAfter],
    );
    assert.equal(answer.chatEnded, undefined);
    assert.equal((await server.control('GET', 'chats')).status, 200);
  });
}

void test('a statusCode of 200 gives a page that no client can read as an answer', async (t) => {
  const server = await LocalServerHarness.start(t);
  await server.control('PUT', 'faults', { statusCode: 200 });
  const response = await server.post('', { nickname: 'A' });
  assert.equal(response.status, 200);
  await assert.rejects(response.json());
});

void test('offline breaks the connection before anything is carried out, preflights too', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  await server.control('PUT', 'faults', { offline: true });
  await assert.rejects(visitor.post('send', { message: 'x' }), TypeError);
  await assert.rejects(fetch(server.service, { method: 'OPTIONS' }), TypeError);
  assert.equal((await server.chat(visitor.start.chatId)).transcript.length, 1);
  await server.control('DELETE', 'faults');
  assert.equal((await visitor.ask('send', { message: 'x' })).statusCode, 0);
});

void test('latency delays the answer by just that, and not the control interface', async (t) => {
  const delays: number[] = [];
  const clock = { delay: (milliseconds: number) => Promise.resolve(void delays.push(milliseconds)) };
  const server = await LocalServerHarness.start(t, { clock });
  await server.control('PUT', 'faults', { latencyMs: 250 });
  assert.deepEqual(delays, []);
  assert.equal((await server.ask('', { nickname: 'A' })).statusCode, 0);
  assert.deepEqual(delays, [250]);
});

void test('a delayed request is carried out at once and answered when the time has come', async (t) => {
  let release = (): void => undefined;
  const clock = { delay: () => new Promise<void>((resolve) => (release = resolve)) };
  const server = await LocalServerHarness.start(t, { clock });
  const visitor = await server.startChat();
  await server.control('PUT', 'faults', { latencyMs: 1 });
  const answer = visitor.ask('send', { message: 'slow' });
  let transcript: string[] = [];
  while (transcript.length < 2) transcript = (await server.chat(visitor.start.chatId)).transcript.map(gist);
  assert.deepEqual(transcript, ['1 ParticipantJoined', '2 Message slow']);
  release();
  assert.equal((await answer).statusCode, 0);
});

void test("the computer's own clock really delays, and closing the server does not wait for it", async () => {
  const server = createLocalServer();
  const { url } = await server.listen({ port: 0 });
  await fetch(`${url}/local/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{"latencyMs":60000}',
  });
  const service = `${url}/genesys/2/chat/x`;
  const answer = fetch(service, { method: 'POST', body: new URLSearchParams({ nickname: 'A' }) });
  const outcome = assert.rejects(answer, TypeError);
  let chats: unknown[] = [];
  while (chats.length === 0) chats = (await (await fetch(`${url}/local/chats`)).json()) as unknown[];
  await server.close();
  await outcome;
});

void test('a lost answer: the request is carried out, and the connection stays open without a byte', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  await server.control('PUT', 'faults', { lostAnswerRate: 1 });
  const leave = new AbortController();
  let isSettled = false;
  const lost = fetch(`${server.service}/${visitor.start.chatId}/send`, {
    method: 'POST',
    body: new URLSearchParams({ ...visitor.keys, message: 'lost' }),
    signal: leave.signal,
  }).finally(() => (isSettled = true));
  const outcome = assert.rejects(lost, { name: 'AbortError' });
  let transcript: string[] = [];
  while (transcript.length < 2) transcript = (await server.chat(visitor.start.chatId)).transcript.map(gist);
  assert.deepEqual(transcript, ['1 ParticipantJoined', '2 Message lost']);
  await server.control('DELETE', 'faults');
  assert.equal((await visitor.ask('refresh')).messages.length, 2);
  assert.equal(isSettled, false);
  leave.abort();
  await outcome;
});

void test('no more requests are held open than the limit; the one that waits longest is cut off', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { heldRequests: 1 } });
  await server.control('PUT', 'faults', { lostAnswerRate: 1 });
  const first = assert.rejects(server.post('', { nickname: 'First' }), TypeError);
  let chats: unknown = [];
  while (!Array.isArray(chats) || chats.length === 0) chats = (await server.control('GET', 'chats')).body;
  const second = assert.rejects(server.post('', { nickname: 'Second' }), TypeError);
  await first;
  await server.control('DELETE', 'faults');
  assert.equal((await server.ask('', { nickname: 'Third' })).statusCode, 0);
  // The second one is let go by the server's end, which the harness brings about.
  void second;
});

void test('a lost answer sends no head: what comes over the wire is nothing', async (t) => {
  const server = await LocalServerHarness.start(t);
  await server.control('PUT', 'faults', { lostAnswerRate: 1 });
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  let received = 0;
  socket.on('data', (bytes) => (received += bytes.byteLength));
  const type = 'Content-Type: application/x-www-form-urlencoded';
  socket.write(`POST /genesys/2/chat/x HTTP/1.1\r\nHost: localhost\r\n${type}\r\nContent-Length: 10\r\n\r\nnickname=A`);
  let chats: unknown = [];
  while (!Array.isArray(chats) || chats.length === 0) chats = (await server.control('GET', 'chats')).body;
  assert.equal(received, 0);
  assert.equal(socket.readableEnded, false);
  socket.destroy();
  await once(socket, 'close');
});

void test('duplicates repeat delivered events under their own indexes, before the new ones', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  for (const message of ['a', 'b', 'c', 'd']) await visitor.ask('send', { message });
  await server.control('PUT', 'faults', { duplicateRate: 1 });
  const poll = await visitor.ask('refresh', { transcriptPosition: '5' });
  assert.deepEqual(poll.messages.map(gist), ['2 Message a', '3 Message b', '4 Message c', '5 Message d']);
  assert.equal(poll.nextPosition, 6);
  assert.deepEqual((await visitor.ask('refresh', { transcriptPosition: '0' })).messages, []);
  assert.equal((await visitor.ask('refresh', { transcriptPosition: '1' })).messages.length, 5);
});

void test('faults never touch the control interface', async (t) => {
  const server = await LocalServerHarness.start(t);
  await server.control('PUT', 'faults', { offline: true, errorRate: 1, lostAnswerRate: 1, latencyMs: 60_000 });
  assert.equal((await server.control('GET', 'chats')).status, 200);
  assert.equal((await server.control('DELETE', 'faults')).status, 200);
});

void test('a client that leaves in the middle of its body harms nobody', async (t) => {
  const server = await LocalServerHarness.start(t);
  const request = httpRequest(server.service, { method: 'POST', headers: { 'Content-Length': 100 } });
  request.on('error', () => undefined);
  request.write('nickname=');
  await once(request, 'socket');
  const closed = new Promise((resolve) => request.once('close', resolve));
  request.destroy();
  await closed;
  assert.equal((await server.ask('', { nickname: 'A' })).statusCode, 0);
  assert.equal((await server.control('GET', 'chats')).status, 200);
});
