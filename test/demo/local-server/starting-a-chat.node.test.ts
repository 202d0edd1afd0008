import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalServerHarness, gist } from './local-server-harness.js';

void test('a nickname starts a chat whose first event is the visitor joining', async (t) => {
  const server = await LocalServerHarness.start(t);
  const answer = await server.ask('', { nickname: 'Ada' });
  assert.equal(answer.status, 200);
  assert.equal(answer.statusCode, 0);
  assert.equal(answer.chatEnded, false);
  assert.equal(answer.nextPosition, 2);
  assert.deepEqual(answer.messages, [
    {
      from: { nickname: 'Ada', participantId: 1, type: 'Client' },
      index: 1,
      type: 'ParticipantJoined',
      utcTime: server.time.now,
    },
  ]);
});

void test('the keys have the forms of the wire, and differ from chat to chat', async (t) => {
  const server = await LocalServerHarness.start(t);
  const [one, other] = [await server.ask('', { nickname: 'A' }), await server.ask('', { nickname: 'B' })];
  assert.match(one.secureKey, /^[0-9a-f]{16}$/);
  assert.match(one.userId, /^[0-9A-F]{16}$/);
  assert.match(one.chatId, /^[0-9A-Z]{16}$/);
  assert.match(one.alias, /^\d+$/);
  assert.notEqual(one.secureKey, other.secureKey);
  assert.notEqual(one.chatId, other.chatId);
});

void test('first and last name give the nickname, and a given nickname wins over them', async (t) => {
  const server = await LocalServerHarness.start(t);
  const derived = await server.ask('', { firstName: 'First', lastName: 'Last' });
  assert.equal(derived.messages[0]?.from.nickname, 'First Last');
  const given = await server.ask('', { firstName: 'First', lastName: 'Last', nickname: 'Nick' });
  assert.equal(given.messages[0]?.from.nickname, 'Nick');
});

for (const { name, fields, code } of [
  { name: 'no name at all is error 161', fields: { subject: 'x' }, code: 161 },
  { name: 'a blank nickname is error 161', fields: { nickname: '  ' }, code: 161 },
  { name: 'a missing first name is error 102', fields: { lastName: 'Last' }, code: 102 },
  { name: 'a missing last name is error 103', fields: { firstName: 'First', lastName: '' }, code: 103 },
  { name: 'an impossible e-mail address is error 364', fields: { nickname: 'A', emailAddress: 'nowhere' }, code: 364 },
]) {
  void test(name, async (t) => {
    const server = await LocalServerHarness.start(t);
    const answer = await server.ask('', fields);
    assert.equal(answer.status, 200);
    assert.equal(answer.statusCode, 2);
    assert.equal(answer.errors?.[0]?.code, code);
    assert.equal(answer.secureKey, undefined);
    assert.deepEqual((await server.control('GET', 'chats')).body, []);
  });
}

void test('subject, e-mail address and user data reach the agent, and the first text is a message', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat({
    nickname: 'Ada',
    subject: 'Order 7',
    emailAddress: 'ada@example.com',
    text: 'Hello & welcome?',
    'userData[TimeZone]': '-480',
    'userData[a[b]]': 'ü',
  });
  assert.deepEqual(start.messages.map(gist), ['1 ParticipantJoined', '2 Message Hello & welcome?']);
  const chat = await server.chat(start.chatId);
  assert.equal(chat.subject, 'Order 7');
  assert.equal(chat.emailAddress, 'ada@example.com');
  assert.deepEqual(chat.userData, { TimeZone: '-480', 'a[b]': 'ü' });
});

void test('a start may be multipart, and may send empty keys', async (t) => {
  const server = await LocalServerHarness.start(t);
  const form = new FormData();
  for (const [key, value] of [
    ['nickname', 'Ada'],
    ['userData[a]', '1'],
    ['secureKey', ''],
    ['userId', ''],
  ] as const)
    form.set(key, value);
  const answer = await server.ask('', form);
  assert.equal(answer.statusCode, 0);
  assert.deepEqual((await server.chat(answer.chatId)).userData, { a: '1' });
});

void test('any service name is taken, encoded ones too', async (t) => {
  const server = await LocalServerHarness.start(t);
  for (const service of ['request-chat', 'web%20chat-v2']) {
    const body = new URLSearchParams({ nickname: 'A' });
    const response = await fetch(`${server.url}/genesys/2/chat/${service}`, { method: 'POST', body });
    assert.equal(response.status, 200);
  }
});

void test('a full server drops the oldest ended chat, and with none ended says error 240', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { chats: 2 } });
  const [first, second] = [await server.startChat(), await server.startChat()];
  const refused = await server.ask('', { nickname: 'Late' });
  assert.equal(refused.status, 200);
  assert.equal(refused.statusCode, 2);
  assert.equal(refused.errors?.[0]?.code, 240);
  await second.ask('disconnect');
  assert.equal((await server.ask('', { nickname: 'Late' })).statusCode, 0);
  assert.equal((await first.ask('refresh')).statusCode, 0);
  assert.equal((await second.ask('refresh')).status, 404);
});

void test('user data beyond the bounds is refused at the start and later', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { userDataKeys: 2, userDataLength: 20 } });
  const tooMany = await server.ask('', { nickname: 'A', 'userData[a]': '1', 'userData[b]': '1', 'userData[c]': '1' });
  assert.deepEqual([tooMany.status, tooMany.statusCode, tooMany.errors?.[0]?.code], [400, 2, 400]);
  const visitor = await server.startChat({ nickname: 'A', 'userData[a]': '1' });
  assert.equal((await visitor.ask('updateData', { 'userData[b]': 'x'.repeat(30) })).status, 400);
  assert.equal((await visitor.ask('updateData', { 'userData[b]': '2' })).statusCode, 0);
});
