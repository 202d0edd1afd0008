import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalServerHarness, gist } from './local-server-harness.js';

void test('the list shows all chats, oldest first, and never a key', async (t) => {
  const server = await LocalServerHarness.start(t);
  assert.deepEqual((await server.control('GET', 'chats')).body, []);
  const [one, other] = [await server.startChat({ nickname: 'One' }), await server.startChat({ nickname: 'Other' })];
  const response = await fetch(`${server.url}/local/chats`);
  const text = await response.text();
  const chats = JSON.parse(text) as { chatId: string; nickname: string }[];
  assert.deepEqual(
    chats.map(({ nickname }) => nickname),
    ['One', 'Other'],
  );
  for (const { start } of [one, other]) {
    assert.equal(text.includes(start.secureKey), false);
    assert.equal(text.includes(start.userId), false);
  }
  assert.equal(response.headers.get('Cache-Control'), 'no-store');
});

void test('one chat has the same shape as in the list', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat({ nickname: 'Ada', subject: 'S', 'userData[k]': 'v' });
  const chat = await server.chat(start.chatId);
  assert.deepEqual(chat, {
    chatId: start.chatId,
    nickname: 'Ada',
    subject: 'S',
    emailAddress: '',
    userData: { k: 'v' },
    participants: [
      {
        participantId: 1,
        nickname: 'Ada',
        type: 'Client',
        connected: true,
        typing: false,
        typingText: '',
        readPosition: 0,
      },
    ],
    transcript: start.messages,
    state: 'waiting',
  });
  assert.deepEqual((await server.control('GET', 'chats')).body, [chat]);
});

void test('a chat is waiting, then active while somebody is there to answer, then ended', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const states = [(await server.chat(start.chatId)).state];
  const agent = await server.join(start.chatId);
  states.push((await server.chat(start.chatId)).state);
  await agent.leave();
  states.push((await server.chat(start.chatId)).state);
  const second = await server.join(start.chatId);
  await second.leave('?end=true');
  states.push((await server.chat(start.chatId)).state);
  assert.deepEqual(states, ['waiting', 'active', 'waiting', 'ended']);
});

void test('each kind of party joins under its own number and type; without one it is an agent', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  for (const type of ['Agent', 'Supervisor', 'External']) await server.join(visitor.start.chatId, `My ${type}`, type);
  await server.control('POST', `chats/${visitor.start.chatId}/participants`, { nickname: 'Default' });
  const { messages } = await visitor.ask('refresh', { transcriptPosition: '2' });
  assert.deepEqual(
    messages.map(({ type, from }) => [type, from.participantId, from.type, from.nickname]),
    [
      ['ParticipantJoined', 2, 'Agent', 'My Agent'],
      ['ParticipantJoined', 3, 'Supervisor', 'My Supervisor'],
      ['ParticipantJoined', 4, 'External', 'My External'],
      ['ParticipantJoined', 5, 'Agent', 'Default'],
    ],
  );
});

void test('what an agent does reaches the visitor, and each action tells its place', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const agent = await server.join(visitor.start.chatId);
  const places = [];
  for (const [action, body] of [
    ['typing', { typing: true, text: 'He' }],
    ['typing', { typing: false }],
    ['messages', { text: 'Hello', messageType: 'text' }],
    ['notice', { text: 'custom' }],
    ['notice', { text: 'IDLE_CONTROL_ALERT', type: 'Notice' }],
    ['push-url', { url: 'javascript:alert(1)' }],
  ] as const) {
    places.push((await agent.act(action, body)).body['index']);
  }
  assert.deepEqual(places, [3, 4, 5, 6, 7, 8]);
  const { messages } = await visitor.ask('refresh', { transcriptPosition: '3' });
  assert.deepEqual(messages.map(gist), [
    '3 TypingStarted He',
    '4 TypingStopped',
    '5 Message Hello',
    '6 CustomNotice custom',
    '7 Notice IDLE_CONTROL_ALERT',
    '8 PushUrl javascript:alert(1)',
  ]);
  assert.equal(messages[2]?.messageType, 'text');
  assert.ok(messages.every(({ from }) => from.participantId === 2));
});

void test("an agent's typing shows in the chat until its message", async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  const seat = async (): Promise<unknown[]> => {
    const participant = (await server.chat(start.chatId)).participants[1];
    return [participant?.typing, participant?.typingText];
  };
  await agent.act('typing', { typing: true, text: 'dra' });
  assert.deepEqual(await seat(), [true, 'dra']);
  await agent.act('messages', { text: 'draft' });
  assert.deepEqual(await seat(), [false, '']);
});

void test('an agent sends files as JSON or as a form, of any type, and fetches those of the visitor', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const agent = await server.join(visitor.start.chatId);
  const json = await agent.act('files', { name: 'a.html', type: 'text/html', base64: 'PGI+', description: 'D' });
  const form = new FormData();
  form.set('file', new Blob(['xyz']), 'b.bin');
  const response = await fetch(`${server.url}/local/${agent.path}/files`, { method: 'POST', body: form });
  const { fileId } = (await response.json()) as { fileId: string };
  const { messages } = await visitor.ask('refresh', { transcriptPosition: '3' });
  assert.deepEqual(
    messages.map(({ type, userData }) => [type, userData?.['file-name'], userData?.['file-id']]),
    [
      ['FileUploaded', 'a.html', json.body['fileId']],
      ['FileUploaded', 'b.bin', fileId],
    ],
  );
  assert.equal(messages[0]?.userData?.['file-description'], 'D');
  assert.equal(await (await visitor.post(`file/${fileId}/download`)).text(), 'xyz');

  const own = (await visitor.upload('mine', 'm.txt')).userData?.['file-id'] ?? '';
  const fetched = await fetch(`${server.url}/local/chats/${visitor.start.chatId}/files/${own}`);
  assert.equal(await fetched.text(), 'mine');
  assert.equal((await server.control('GET', `chats/${visitor.start.chatId}/files/none`)).status, 404);
});

void test('files beyond the policy are HTTP 413, and a large one within it goes', async (t) => {
  const server = await LocalServerHarness.start(t, { files: { maxFileBytes: 6_000_000 } });
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  const base64 = (size: number): string => Buffer.alloc(size, 'x').toString('base64');
  assert.equal((await agent.act('files', { name: 'a', base64: base64(6_000_000) })).status, 200);
  assert.equal((await agent.act('files', { name: 'a', base64: base64(6_000_001) })).status, 413);
  assert.equal((await agent.act('files', { name: 'a', base64: base64(9_000_000) })).status, 413);
});

void test('an agent that leaves with end=true takes the chat along, the visitor learns both in one poll', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const agent = await server.join(visitor.start.chatId);
  const left = await agent.leave('?end=true');
  assert.deepEqual(left, { status: 200, body: { chatEnded: true } });
  const poll = await visitor.ask('refresh', { transcriptPosition: '3' });
  assert.deepEqual(poll.messages.map(gist), ['3 ParticipantLeft']);
  assert.deepEqual([poll.statusCode, poll.chatEnded, poll.messages[0]?.from.type], [0, true, 'Agent']);
});

void test('end=true of an agent who is not the last, and end=false of the last, leave the chat open', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const [one, other] = [await server.join(visitor.start.chatId), await server.join(visitor.start.chatId, 'Eve')];
  assert.deepEqual((await one.leave('?end=true')).body, { chatEnded: false });
  assert.deepEqual((await other.leave('?end=false')).body, { chatEnded: false });
  assert.equal((await visitor.ask('refresh')).chatEnded, false);
});

void test('a supervisor who stays does not hold the chat when the last agent ends it', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  await server.join(start.chatId, 'Sue', 'Supervisor');
  assert.deepEqual((await agent.leave('?end=true')).body, { chatEnded: true });
});

void test('unknown chats, participants, actions and addresses are 404 with a sentence', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  for (const [method, path] of [
    ['GET', 'chats/none'],
    ['POST', 'chats/none/participants'],
    ['POST', `chats/${start.chatId}/participants/9/messages`],
    ['DELETE', `chats/${start.chatId}/participants/9`],
    ['POST', `${agent.path}/dance`],
    ['GET', 'nothing'],
    ['GET', `chats/${start.chatId}/nothing`],
    ['GET', 'faults/x'],
  ] as const) {
    const sent = method === 'POST' ? { nickname: 'B' } : undefined;
    const { status, body } = await server.control(method, path, sent);
    assert.equal(status, 404, `${method} ${path}`);
    assert.equal(typeof body['error'], 'string');
  }
});

for (const { path, body, says } of [
  { path: 'join', body: {}, says: 'nickname is missing' },
  { path: 'join', body: { nickname: '' }, says: 'nickname must be a text that is not empty' },
  {
    path: 'join',
    body: { nickname: 'B', type: 'Client' },
    says: 'type must be Agent, Supervisor or External, not "Client"',
  },
  { path: 'join', body: { nickname: 'B', typ: 'Agent' }, says: 'typ is not a known key' },
  { path: 'join', body: [], says: 'The body must be a JSON object' },
  { path: 'join', body: 'x', says: 'The body must be a JSON object' },
  { path: 'messages', body: { text: 7 }, says: 'text must be a text that is not empty, not 7' },
  { path: 'messages', body: {}, says: 'text is missing' },
  { path: 'typing', body: { typing: 'yes' }, says: 'typing must be true or false, not "yes"' },
  { path: 'notice', body: { text: 'x', type: 'Message' }, says: 'type must be CustomNotice or Notice, not "Message"' },
  { path: 'push-url', body: { url: '' }, says: 'url must be a text that is not empty' },
  { path: 'files', body: { name: 'a', base64: '*' }, says: 'base64 must be a text in base64' },
]) {
  void test(`${path} with ${JSON.stringify(body)} is 400: ${says}`, async (t) => {
    const server = await LocalServerHarness.start(t);
    const { start } = await server.startChat();
    const agent = await server.join(start.chatId);
    const target = path === 'join' ? `chats/${start.chatId}/participants` : `${agent.path}/${path}`;
    const answer = await server.control('POST', target, body);
    assert.equal(answer.status, 400);
    assert.ok(String(answer.body['error']).startsWith(says), String(answer.body['error']));
  });
}

void test('a body that is no JSON is 400, one of another type 415, one too large 413', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { bodyBytes: 100 } });
  const { start } = await server.startChat();
  const send = async (body: string, type: string): Promise<number> => {
    const path = `${server.url}/local/chats/${start.chatId}/participants`;
    return (await fetch(path, { method: 'POST', body, headers: { 'Content-Type': type } })).status;
  };
  assert.equal(await send('{', 'application/json'), 400);
  assert.equal(await send('{"nickname":"B"}', 'text/plain'), 415);
  assert.equal(await send(JSON.stringify({ nickname: 'B'.repeat(100) }), 'application/json'), 413);
});

void test('who is not, or not any more, in an open chat cannot act', async (t) => {
  const server = await LocalServerHarness.start(t);
  const visitor = await server.startChat();
  const room = `chats/${visitor.start.chatId}/participants`;
  const [gone, there] = [await server.join(visitor.start.chatId), await server.join(visitor.start.chatId)];
  await gone.leave();
  assert.equal((await gone.act('messages', { text: 'x' })).status, 409);
  assert.equal((await gone.leave()).status, 409);
  assert.equal((await server.control('POST', `${room}/1/messages`, { text: 'x' })).status, 400);
  assert.equal((await server.control('DELETE', `${room}/1`)).status, 400);
  assert.equal((await there.leave('?end=maybe')).status, 400);
  await visitor.ask('disconnect');
  assert.equal((await there.act('messages', { text: 'x' })).status, 409);
  assert.equal((await server.control('POST', room, { nickname: 'Late' })).status, 409);
});

void test('a chat takes so many participants and no more', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { participants: 2 } });
  const { start } = await server.startChat();
  await server.join(start.chatId);
  const answer = await server.control('POST', `chats/${start.chatId}/participants`, { nickname: 'Third' });
  assert.equal(answer.status, 409);
});

void test('an error of the server itself is told by each interface in its own shape', async (t) => {
  t.mock.method(console, 'error', () => undefined);
  let isBroken = false;
  const now = (): number => {
    if (isBroken) throw new Error('the clock is broken');
    return 0;
  };
  const server = await LocalServerHarness.start(t, { clock: { now } });
  const visitor = await server.startChat();
  isBroken = true;
  assert.deepEqual(await server.control('GET', 'chats'), { status: 500, body: { error: 'The local server failed' } });
  const { status, statusCode, errors } = await visitor.ask('refresh');
  assert.deepEqual([status, statusCode, errors?.[0]?.code], [500, 1, 500]);
});

void test('a wrong method is 405 and says what is allowed', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { start } = await server.startChat();
  const agent = await server.join(start.chatId);
  for (const [method, path, allowed] of [
    ['POST', 'chats', 'GET, OPTIONS'],
    ['DELETE', `chats/${start.chatId}`, 'GET, OPTIONS'],
    ['GET', `chats/${start.chatId}/participants`, 'POST, OPTIONS'],
    ['GET', agent.path, 'DELETE, OPTIONS'],
    ['GET', `${agent.path}/messages`, 'POST, OPTIONS'],
    ['POST', 'faults', 'GET, PUT, DELETE, OPTIONS'],
  ] as const) {
    const response = await fetch(`${server.url}/local/${path}`, { method });
    assert.equal(response.status, 405, `${method} ${path}`);
    assert.equal(response.headers.get('Allow'), allowed);
  }
});
