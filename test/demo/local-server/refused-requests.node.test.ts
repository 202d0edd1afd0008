import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, LocalServerHarness } from './local-server-harness.js';

void test('a wrong or missing secureKey is HTTP 401, tells no keys, and leaves the chat alone', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start, keys } = await server.startChat();
  for (const wrong of [{ secureKey: '0'.repeat(16) }, { secureKey: '' }, { userId: 'somebody' }]) {
    const answer = await server.ask(`/${start.chatId}/send`, { ...keys, ...wrong, message: 'x' });
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [401, 2, 401]);
    assert.equal(JSON.stringify(answer).includes(start.secureKey), false);
    assert.equal(answer.chatEnded, undefined);
  }
  assert.equal((await server.chat(start.chatId)).transcript.length, 1);
});

void test('userId and alias may be left out', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const answer = await server.ask(`/${start.chatId}/refresh`, { secureKey: start.secureKey });
  assert.equal(answer.statusCode, 0);
});

void test('an unknown chat is HTTP 404', async (t) => {
  const server = await LocalServerHarness.start(t);
  const answer = await server.ask('/0000NONE/refresh', { secureKey: 'x' });
  assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [404, 2, 404]);
});

void test('an unknown operation is HTTP 404 and named', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const operation of ['dance', 'file/x/rename', 'constructor', 'file/x']) {
    const answer = await visitor.ask(operation);
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [404, 2, 404], operation);
    assert.ok(answer.errors?.[0]?.advice.includes(operation));
    assert.equal(answer.chatEnded, false);
  }
});

void test('a chat address without operation, and a service without name, are HTTP 404', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  assert.equal((await visitor.ask('')).status, 404);
  const server = await LocalServerHarness.start(t);
  for (const path of ['/genesys/2/chat', '/genesys/2/chat/']) {
    assert.equal((await fetch(server.url + path, { method: 'POST' })).status, 404);
  }
});

void test('an ended chat refuses all but a refresh with the recorded 249 answer', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  await visitor.ask('disconnect');
  for (const operation of ['send', 'startTyping', 'disconnect', 'file/limits', 'updateData', 'file/1/download']) {
    const response = await visitor.post(operation, { message: 'late' });
    const body = (await response.json()) as Answer;
    assert.equal(response.status, 200, operation);
    assert.deepEqual(Object.keys(body).sort(), ['alias', 'chatEnded', 'chatId', 'errors', 'messages', 'statusCode']);
    assert.deepEqual([body.statusCode, body.chatEnded, body.errors?.[0]?.code], [2, true, 249], operation);
  }
  const refresh = await visitor.ask('refresh', { transcriptPosition: '2' });
  assert.deepEqual([refresh.statusCode, refresh.chatEnded], [0, true]);
  assert.equal(refresh.messages[0]?.type, 'ParticipantLeft');
});

void test('anything but a POST is HTTP 405 and says what is allowed', async (t) => {
  const server = await LocalServerHarness.start(t);
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const response = await fetch(server.service, { method });
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('Allow'), 'POST, OPTIONS');
    const body = (await response.json()) as { statusCode: number };
    assert.equal(body.statusCode, 2);
  }
});

void test('another content type than a form is HTTP 415', async (t) => {
  const server = await LocalServerHarness.start(t);
  for (const type of ['application/json', 'text/plain']) {
    const answer = await server.ask('', {}, { body: '{"nickname":"A"}', headers: { 'Content-Type': type } });
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [415, 2, 415]);
    assert.match(answer.errors?.[0]?.advice ?? '', /application\/x-www-form-urlencoded/);
  }
});

void test('a form type with parameters and in capitals is taken, and so is no body at all', async (t) => {
  const server = await LocalServerHarness.start(t);
  const headers = { 'Content-Type': 'Application/X-WWW-Form-URLEncoded; charset=UTF-8' };
  assert.equal((await server.ask('', {}, { body: 'nickname=Ada', headers })).statusCode, 0);
  const empty = await fetch(server.service, { method: 'POST' });
  assert.equal(((await empty.json()) as { errors: { code: number }[] }).errors[0]?.code, 161);
});

void test('an unreadable multipart body is HTTP 400', async (t) => {
  const server = await LocalServerHarness.start(t);
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
  assert.equal((await server.ask('', {}, { body: 'nonsense', headers })).status, 400);
});

void test('a body larger than the limit is HTTP 413, and the server goes on', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { bodyBytes: 1000 } });
  const answer = await server.ask('', { nickname: 'A', text: 'x'.repeat(5_000_000) });
  assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [413, 2, 413]);
  assert.equal((await server.ask('', { nickname: 'A' })).statusCode, 0);
});

void test('a path that is not correctly encoded is HTTP 400', async (t) => {
  const server = await LocalServerHarness.start(t);
  assert.equal((await server.post('/%zz/refresh')).status, 400);
});

void test('a demanded API key lets in who sends it in either header', async (t) => {
  const server = await LocalServerHarness.start(t, { apiKey: 'k1' });
  for (const headers of [{}, { apikey: 'wrong' }, { 'x-api-key': '' }]) {
    const answer = await server.ask('', { nickname: 'A' }, { headers });
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [401, 2, 401]);
  }
  for (const headers of [{ apikey: 'k1' }, { 'x-api-key': 'k1' }]) {
    assert.equal((await server.ask('', { nickname: 'A' }, { headers })).statusCode, 0);
  }
  assert.equal((await server.control('GET', 'chats')).status, 200);
});
