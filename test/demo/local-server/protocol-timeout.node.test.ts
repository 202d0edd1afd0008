import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalServerHarness, gist } from './local-server-harness.js';

void test('a chat whose visitor asks for nothing for 45 s is ended, with the visitor leaving at that moment', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const began = server.time.now;
  server.time.now = began + 44_999;
  assert.equal((await server.chat(visitor.start.chatId)).state, 'waiting');
  server.time.now = began + 60_000;
  const chat = await server.chat(visitor.start.chatId);
  assert.equal(chat.state, 'ended');
  const last = chat.transcript.at(-1);
  assert.deepEqual([last?.type, last?.from.type, last?.utcTime], ['ParticipantLeft', 'Client', began + 45_000]);
  const poll = await visitor.ask('refresh', { transcriptPosition: '2' });
  assert.equal(poll.chatEnded, true);
  assert.deepEqual(poll.messages.map(gist), ['2 ParticipantLeft']);
});

void test('each request of the visitor gives another 45 s, be it a message or a poll', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  for (const operation of ['refresh', 'startTyping', 'refresh']) {
    server.time.now += 44_000;
    assert.equal((await visitor.ask(operation)).chatEnded, false);
  }
  server.time.now += 45_000;
  assert.equal((await visitor.ask('send', { message: 'x' })).errors?.[0]?.code, 249);
});

void test('neither the agent nor a stranger without the key keeps the chat alive', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  server.time.now += 40_000;
  assert.equal((await agent.act('messages', { text: 'Still there?' })).status, 200);
  assert.equal((await server.ask(`/${start.chatId}/refresh`, { secureKey: 'guess' })).status, 401);
  server.time.now += 5_000;
  assert.equal((await agent.act('messages', { text: 'Hello?' })).status, 409);
  assert.equal((await server.chat(start.chatId)).state, 'ended');
});

void test('an asynchronous chat waits for its visitor without end', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat({ nickname: 'A', 'userData[GCTI_Chat_AsyncMode]': 'true' });
  server.time.now += 86_400_000;
  assert.equal((await visitor.ask('refresh')).chatEnded, false);
  assert.equal((await visitor.ask('disconnect')).chatEnded, true);
});

void test('the time-out can be set', async (t) => {
  const server = await LocalServerHarness.start(t, { protocolTimeoutMs: 1000 });
  const visitor = await server.startChat();
  server.time.now += 1000;
  assert.equal((await visitor.ask('refresh')).chatEnded, true);
});
