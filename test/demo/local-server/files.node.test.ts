import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalServerHarness, gist } from './local-server-harness.js';

void test('a file goes up, comes down byte for byte, and is deleted', async (t) => {
  const visitor = await (await LocalServerHarness.start(t)).startChat();
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  const uploaded = await visitor.upload(bytes, 'größe 1.txt', { 'userData[file-description]': 'Proof' });
  const fileId = uploaded.userData?.['file-id'] ?? '';
  assert.match(fileId, /^[0-9A-F]{16}$/);

  const download = await visitor.post(`file/${fileId}/download`);
  assert.equal(download.status, 200);
  assert.deepEqual(new Uint8Array(await download.arrayBuffer()), bytes);
  assert.equal(download.headers.get('Content-Type'), 'text/plain');
  assert.equal(download.headers.get('Content-Disposition'), "attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe%201.txt");
  assert.equal(download.headers.get('X-Content-Type-Options'), 'nosniff');
  assert.equal(download.headers.get('Content-Security-Policy'), 'sandbox');

  assert.equal((await visitor.ask(`file/${fileId}/delete`)).statusCode, 0);
  const { messages } = await visitor.ask('refresh');
  assert.deepEqual(messages.map(gist), ['1 ParticipantJoined', '2 FileUploaded', '3 FileDeleted']);
  assert.deepEqual(messages[1]?.userData, {
    'file-description': 'Proof',
    'file-id': fileId,
    'file-name': 'größe 1.txt',
    'file-size': '70000',
    'file-type': 'text/plain',
  });
  assert.equal(messages[2]?.from.type, 'Client');
  assert.equal((await visitor.ask(`file/${fileId}/download`)).status, 404);
});

void test('the limits tell the policy and what is used of it, as texts', async (t) => {
  const server = await LocalServerHarness.start(t, {
    files: { maxFiles: 3, types: ['txt', 'png'], needsAgent: false },
  });
  const visitor = await server.startChat();
  const { userData } = await visitor.upload('12345', 'a.txt');
  await visitor.post(`file/${userData?.['file-id'] ?? ''}/download`);
  const { messages } = await visitor.ask('file/limits');
  assert.equal(messages[0]?.type, 'Notice');
  assert.equal(messages[0].text, 'file-client-cfg-get');
  assert.deepEqual(messages[0].userData, {
    'download-attempts': '100',
    'used-download-attempts': '1',
    'upload-max-files': '3',
    'used-upload-max-files': '1',
    'upload-max-file-size': '10485760',
    'upload-max-total-size': '52428800',
    'used-upload-max-total-size': '5',
    'upload-need-agent': 'false',
    'upload-file-types': 'txt:png',
    'delete-file': 'odd',
  });
});

void test('too many files are error 201, too many bytes 202, other types 203', async (t) => {
  const files = { maxFiles: 2, maxFileBytes: 10, maxTotalBytes: 15 };
  const visitor = await (await LocalServerHarness.start(t, { files })).startChat();
  const codeOf = async (content: string, name: string): Promise<number | undefined> =>
    (await visitor.upload(content, name)).errors?.[0]?.code;
  assert.equal(await codeOf('x', 'page.html'), 203);
  assert.equal(await codeOf('x', 'noextension'), 203);
  assert.equal(await codeOf('x'.repeat(11), 'a.txt'), 202);
  assert.equal(await codeOf('x'.repeat(10), 'A.TXT'), undefined);
  assert.equal(await codeOf('x'.repeat(6), 'b.txt'), 202);
  assert.equal(await codeOf('x'.repeat(5), 'b.txt'), undefined);
  assert.equal(await codeOf('', 'c.txt'), 201);
});

void test('all chats together store no more than the server keeps', async (t) => {
  const server = await LocalServerHarness.start(t, { limits: { storedFileBytes: 10 } });
  const [one, other] = [await server.startChat(), await server.startChat()];
  assert.equal((await one.upload('12345678', 'a.txt')).statusCode, 0);
  assert.equal((await other.upload('12345678', 'a.txt')).errors?.[0]?.code, 202);
});

void test('an upload far beyond the limit is HTTP 413', async (t) => {
  const server = await LocalServerHarness.start(t, { files: { maxFileBytes: 1000 } });
  const visitor = await server.startChat();
  assert.equal((await visitor.upload('x'.repeat(3_000_000), 'a.txt')).status, 413);
});

void test('a policy that needs an agent lets files in only while one is there', async (t) => {
  const server = await LocalServerHarness.start(t, { files: { needsAgent: true } });
  const visitor = await server.startChat();
  assert.equal((await visitor.upload('x', 'a.txt')).statusCode, 2);
  const agent = await server.join(visitor.start.chatId);
  assert.equal((await visitor.upload('x', 'a.txt')).statusCode, 0);
  await agent.leave();
  assert.equal((await visitor.upload('x', 'a.txt')).statusCode, 2);
});

void test('used-up downloads are HTTP 403', async (t) => {
  const visitor = await (await LocalServerHarness.start(t, { files: { maxDownloads: 1 } })).startChat();
  const { userData } = await visitor.upload('x', 'a.txt');
  const path = `file/${userData?.['file-id'] ?? ''}/download`;
  assert.equal((await visitor.post(path)).status, 200);
  const refused = await visitor.ask(path);
  assert.deepEqual([refused.status, refused.statusCode, refused.errors?.[0]?.code], [403, 2, 403]);
});

void test("files of another chat are not found, and the agent's cannot be deleted by the visitor", async (t) => {
  const server = await LocalServerHarness.start(t);
  const [one, other] = [await server.startChat(), await server.startChat()];
  const { userData } = await one.upload('x', 'a.txt');
  assert.equal((await other.ask(`file/${userData?.['file-id'] ?? ''}/download`)).status, 404);
  const agent = await server.join(one.start.chatId);
  const { body } = await agent.act('files', { name: 'b.txt', type: 'text/plain', base64: 'YWJj' });
  const fileId = String(body['fileId']);
  assert.equal((await one.ask(`file/${fileId}/delete`)).status, 403);
  assert.equal(await (await one.post(`file/${fileId}/download`)).text(), 'abc');
});
