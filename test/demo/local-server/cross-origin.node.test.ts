import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { createLocalServer } from '../../../demo/local-server/index.js';
import { LocalServerHarness } from './local-server-harness.js';

/** Sends a head that `fetch` would not let through as it is. */
async function raw(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const request = httpRequest(url, { headers });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

void test('pages of any origin may read the answers of the chat service, with cookies and Retry-After', async (t) => {
  const server = await LocalServerHarness.start(t);
  for (const origin of ['https://shop.example', 'null']) {
    const { headers } = await server.post('', { nickname: 'A' }, { headers: { Origin: origin } });
    assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(headers.get('Access-Control-Allow-Credentials'), 'true');
    assert.equal(headers.get('Access-Control-Expose-Headers'), 'Retry-After');
    assert.equal(headers.get('Vary'), 'Origin');
  }
});

void test('errors and faults can be read across origins too', async (t) => {
  const server = await LocalServerHarness.start(t, { apiKey: 'k' });
  const headers = { Origin: 'https://shop.example' };
  assert.equal((await server.post('', {}, { headers })).headers.get('Access-Control-Allow-Origin'), headers.Origin);
  await server.control('PUT', 'faults', { errorRate: 1 });
  const failed = await server.post('', {}, { headers });
  assert.deepEqual([failed.status, failed.headers.get('Access-Control-Allow-Origin')], [503, headers.Origin]);
});

void test('a request without origin gets no CORS headers, but caches are told', async (t) => {
  const server = await LocalServerHarness.start(t);
  const { headers } = await server.post('', { nickname: 'A' });
  assert.equal(headers.get('Access-Control-Allow-Origin'), null);
  assert.equal(headers.get('Vary'), 'Origin');
});

void test('a preflight is answered with yes to the headers it asks for, even where a key is demanded', async (t) => {
  const server = await LocalServerHarness.start(t, { apiKey: 'k' });
  const response = await fetch(`${server.service}/any/send`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://shop.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'apikey,x-custom',
      'Access-Control-Request-Private-Network': 'true',
    },
  });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), 'https://shop.example');
  assert.equal(response.headers.get('Access-Control-Allow-Methods'), 'POST, OPTIONS');
  assert.equal(response.headers.get('Access-Control-Allow-Headers'), 'apikey,x-custom');
  assert.equal(response.headers.get('Access-Control-Allow-Private-Network'), 'true');
});

void test('the control interface answers pages of this computer and no others', async (t) => {
  const server = await LocalServerHarness.start(t);
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1:9', 'http://[::1]:1', 'http://app.localhost']) {
    const response = await fetch(`${server.url}/local/chats`, { headers: { Origin: origin } });
    assert.deepEqual([response.status, response.headers.get('Access-Control-Allow-Origin')], [200, origin]);
  }
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example']) {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await fetch(`${server.url}/local/chats`, { method, headers: { Origin: origin } });
      assert.deepEqual([response.status, response.headers.get('Access-Control-Allow-Origin')], [403, null]);
    }
  }
});

void test('a preflight of the control interface allows its methods', async (t) => {
  const server = await LocalServerHarness.start(t);
  const headers = { Origin: 'http://localhost:3000', 'Access-Control-Request-Headers': 'content-type' };
  const response = await fetch(`${server.url}/local/faults`, { method: 'OPTIONS', headers });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get('Access-Control-Allow-Methods'), 'GET, PUT, POST, DELETE, OPTIONS');
  assert.equal(response.headers.get('Access-Control-Allow-Headers'), 'content-type');
});

void test('on loopback a request that names another host is HTTP 403', async (t) => {
  const { url } = await LocalServerHarness.start(t);
  for (const host of ['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', 'bad host']) {
    assert.equal((await raw(`${url}/local/chats`, { Host: host })).statusCode, 403, host);
  }
  for (const host of ['localhost', 'LOCALHOST:1', '127.0.0.1:8080', '[::1]:8080']) {
    assert.equal((await raw(`${url}/local/chats`, { Host: host })).statusCode, 200, host);
  }
});

void test('on another address every host name is answered', async (t) => {
  const server = createLocalServer({ host: '0.0.0.0' });
  t.after(() => server.close());
  const { url, port } = await server.listen({ port: 0 });
  assert.equal(url, `http://localhost:${String(port)}`);
  const response = await raw(`http://127.0.0.1:${String(port)}/local/chats`, { Host: 'desk.example' });
  assert.equal(response.statusCode, 200);
});

void test('mounted in another server it answers its own paths and leaves all others', async (t) => {
  const local = createLocalServer();
  const host = createServer((request, response) => {
    void local.handle(request, response).then((isAnswered) => {
      if (!isAnswered) response.writeHead(418).end();
    });
  });
  t.after(() => host.close());
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  const url = `http://127.0.0.1:${String((host.address() as AddressInfo).port)}`;
  const body = new URLSearchParams({ nickname: 'A' });
  assert.equal((await fetch(`${url}/genesys/2/chat/x`, { method: 'POST', body })).status, 200);
  const chats = await raw(`${url}/local/chats`, { Host: 'shop.example' });
  assert.equal(chats.statusCode, 200);
  for (const path of ['/', '/genesys/2/chats', '/genesys/1/service', '/localhost', '/%zz', '/cdn/a.js']) {
    assert.equal((await fetch(url + path)).status, 418, path);
  }
  await local.close();
});

void test('a server listens once, and can be closed twice', async () => {
  const server = createLocalServer();
  await server.listen({ port: 0 });
  await assert.rejects(server.listen({ port: 0 }), /already listens/);
  await server.close();
  await server.close();
  await createLocalServer().close();
});

void test('after a taken port the same server can listen on another', async (t) => {
  const [first, second] = [createLocalServer(), createLocalServer()];
  t.after(() => Promise.all([first.close(), second.close()]));
  const { port } = await first.listen({ port: 0 });
  await assert.rejects(second.listen({ port }), { code: 'EADDRINUSE' });
  assert.notEqual((await second.listen({ port: 0 })).port, port);
});
