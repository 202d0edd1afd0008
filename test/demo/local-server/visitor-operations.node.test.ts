import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalServerHarness, gist } from './local-server-harness.js';

const all = { transcriptPosition: '1' };

void test('send puts the text and its messageType into the transcript', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  const answer = await visitor.ask('send', { message: 'Grüße + 100%\n🙂', messageType: 'text message', ...all });
  assert.equal(answer.statusCode, 0);
  const [joined, message] = answer.messages;
  assert.equal(joined?.type, 'ParticipantJoined');
  assert.equal(message?.text, 'Grüße + 100%\n🙂');
  assert.equal(message.messageType, 'text message');
  assert.deepEqual(message.from, { nickname: 'Ada', participantId: 1, type: 'Client' });
});

void test('every good answer has the keys, nextPosition and chatEnded', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  const { chatId, userId, secureKey, alias } = visitor.start;
  for (const [operation, fields] of [
    ['send', { message: 'x' }],
    ['refresh', {}],
    ['startTyping', {}],
    ['stopTyping', {}],
    ['pushUrl', { pushUrl: 'http://example.com/' }],
    ['updateNickname', { nickname: 'B' }],
    ['customNotice', { message: 'n' }],
    ['updateData', { 'userData[a]': '1' }],
    ['readReceipt', { transcriptPosition: '1' }],
    ['file/limits', {}],
  ] as const) {
    const answer = await visitor.ask(operation, fields);
    assert.equal(answer.statusCode, 0, operation);
    assert.deepEqual(
      [answer.chatId, answer.userId, answer.secureKey, answer.alias],
      [chatId, userId, secureKey, alias],
    );
    assert.equal(answer.chatEnded, false, operation);
    assert.equal(typeof answer.nextPosition, 'number', operation);
  }
});

void test('an empty or missing message is error 100 and leaves the transcript alone', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const fields of [{}, { message: '' }]) {
    const answer = await visitor.ask('send', fields);
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [200, 2, 100]);
    assert.equal(answer.chatEnded, false);
  }
  assert.equal((await visitor.ask('refresh')).nextPosition, 2);
});

void test('a text longer than the limit is error 204, one of exactly the limit goes', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { messageLength: 5 } });
  const visitor = await server.startChat();
  for (const [operation, field] of [
    ['send', 'message'],
    ['startTyping', 'message'],
    ['stopTyping', 'message'],
    ['customNotice', 'message'],
    ['pushUrl', 'pushUrl'],
    ['updateNickname', 'nickname'],
  ] as const) {
    const answer = await visitor.ask(operation, { [field]: '123456' });
    assert.deepEqual([answer.status, answer.statusCode, answer.errors?.[0]?.code], [200, 2, 204], operation);
    assert.equal((await visitor.ask(operation, { [field]: '12345' })).statusCode, 0, operation);
  }
  assert.equal((await server.ask('', { nickname: 'A', text: '123456' })).errors?.[0]?.code, 204);
});

void test('4096 characters may be sent unless another limit is set', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  assert.equal((await visitor.ask('send', { message: 'ж'.repeat(4096) })).statusCode, 0);
  assert.equal((await visitor.ask('send', { message: 'x'.repeat(4097) })).errors?.[0]?.code, 204);
});

void test('a position gives nothing (0), everything (1), or what is at and after it (n)', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const message of ['a', 'b']) await visitor.ask('send', { message });
  const expected = ['1 ParticipantJoined', '2 Message a', '3 Message b'];
  for (const [position, from] of [
    ['0', 3],
    ['1', 0],
    ['3', 2],
    ['4', 3],
    ['99', 3],
  ] as const) {
    const answer = await visitor.ask('refresh', { transcriptPosition: position });
    assert.deepEqual(answer.messages.map(gist), expected.slice(from), `position ${position}`);
    assert.equal(answer.nextPosition, 4);
  }
});

void test('without a position a refresh gives everything and other operations give nothing', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  assert.deepEqual((await visitor.ask('send', { message: 'a' })).messages, []);
  assert.deepEqual((await visitor.ask('startTyping')).messages, []);
  assert.equal((await visitor.ask('refresh')).messages.length, 3);
  assert.equal((await visitor.ask('refresh', { transcriptPosition: '' })).messages.length, 3);
});

void test('every operation but a read receipt honours the position', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const [operation, fields] of [
    ['send', { message: 'x' }],
    ['startTyping', {}],
    ['stopTyping', {}],
    ['pushUrl', { pushUrl: 'http://example.com/' }],
    ['updateNickname', { nickname: 'B' }],
    ['customNotice', { message: 'n' }],
    ['updateData', { 'userData[a]': '1' }],
    ['file/limits', {}],
    ['disconnect', {}],
  ] as const) {
    const answer = await visitor.ask(operation, { ...fields, ...all });
    assert.ok(
      answer.messages.some(({ index }) => index === 1),
      operation,
    );
  }
});

void test('a position that is no whole number is error 100', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const transcriptPosition of ['x', '-1', '1.5', '9'.repeat(40)]) {
    assert.equal((await visitor.ask('send', { message: 'a', transcriptPosition })).errors?.[0]?.code, 100);
  }
  assert.equal((await visitor.ask('refresh')).nextPosition, 2);
});

void test('typing events stand in the transcript, with the preview for the agent', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const started = await visitor.ask('startTyping', { message: 'I wo', transcriptPosition: '2' });
  assert.deepEqual(started.messages.map(gist), ['2 TypingStarted I wo']);
  const seen = async (): Promise<unknown[]> => {
    const [one] = (await server.chat(visitor.start.chatId)).participants;
    return [one?.typing, one?.typingText];
  };
  assert.deepEqual(await seen(), [true, 'I wo']);
  await visitor.ask('stopTyping', { message: 'I would' });
  assert.deepEqual(await seen(), [false, 'I would']);
  await visitor.ask('startTyping', { message: 'I would like' });
  await visitor.ask('send', { message: 'I would like tea' });
  assert.deepEqual(await seen(), [false, '']);
});

void test('a conversation of all kinds of events is told under the new nickname after a change', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat({ firstName: 'First', lastName: 'Last' });
  await visitor.ask('send', { message: 'before' });
  await visitor.ask('updateNickname', { nickname: 'Neo' });
  await visitor.ask('pushUrl', { pushUrl: 'http://www.example.com/a?b=c' });
  await visitor.ask('customNotice', { message: '{"a":1}', messageType: 'json' });
  await visitor.ask('send', { message: 'after' });
  const { messages } = await visitor.ask('refresh', all);
  assert.deepEqual(messages.map(gist), [
    '1 ParticipantJoined',
    '2 Message before',
    '3 NicknameUpdated',
    '4 PushUrl http://www.example.com/a?b=c',
    '5 CustomNotice {"a":1}',
    '6 Message after',
  ]);
  assert.deepEqual(
    messages.map(({ from }) => from.nickname),
    ['First Last', 'First Last', 'Neo', 'Neo', 'Neo', 'Neo'],
  );
  assert.equal(messages[4]?.messageType, 'json');
});

void test('operations without what they need say which parameter is missing', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  for (const [operation, name] of [
    ['pushUrl', 'pushUrl'],
    ['updateNickname', 'nickname'],
    ['updateData', 'userData'],
    ['readReceipt', 'transcriptPosition'],
    ['file', 'file'],
  ] as const) {
    const [error] = (await visitor.ask(operation)).errors ?? [];
    assert.equal(error?.code, 100, operation);
    assert.match(error.advice, new RegExp(name), operation);
  }
  assert.equal((await visitor.ask('updateNickname', { nickname: ' ' })).errors?.[0]?.code, 161);
});

void test('updated user data is added to what there is', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat({ nickname: 'A', 'userData[a]': '1', 'userData[b]': '1' });
  const answer = await visitor.ask('updateData', { 'userData[b]': '2', 'userData[__proto__]': 'x' });
  assert.equal(answer.nextPosition, 2);
  const { userData } = await server.chat(visitor.start.chatId);
  assert.deepEqual(Object.entries(userData), [
    ['a', '1'],
    ['b', '2'],
    ['__proto__', 'x'],
  ]);
});

void test('a read receipt tells the agent how far the visitor has read, and never goes back or too far', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  for (const message of ['a', 'b']) await visitor.ask('send', { message });
  for (const [position, expected] of [
    ['2', 2],
    ['1', 2],
    ['50', 3],
  ] as const) {
    const answer = await visitor.ask('readReceipt', { transcriptPosition: position });
    assert.deepEqual(answer.messages, []);
    assert.equal((await server.chat(visitor.start.chatId)).participants[0]?.readPosition, expected);
  }
});

void test('disconnect ends the chat with the visitor leaving', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const answer = await visitor.ask('disconnect', { transcriptPosition: '2' });
  assert.deepEqual([answer.statusCode, answer.chatEnded], [0, true]);
  assert.deepEqual(answer.messages.map(gist), ['2 ParticipantLeft']);
  assert.equal((await server.chat(visitor.start.chatId)).state, 'ended');
});

void test('a transcript keeps its newest events and their indexes', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { transcriptEvents: 3 } });
  const visitor = await server.startChat();
  for (const message of ['a', 'b', 'c', 'd']) await visitor.ask('send', { message });
  const kept = ['3 Message b', '4 Message c', '5 Message d'];
  assert.deepEqual((await visitor.ask('refresh')).messages.map(gist), kept);
  assert.deepEqual((await visitor.ask('refresh', { transcriptPosition: '2' })).messages.map(gist), kept);
  assert.deepEqual((await visitor.ask('refresh', { transcriptPosition: '5' })).messages.map(gist), ['5 Message d']);
});
