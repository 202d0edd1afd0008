import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createLocalServer } from '../../../demo/local-server/index.js';

/** Serves a folder made for the test; beside it lies a secret that must not be reached. */
async function startSite(t: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'static-files-'));
  const site = join(root, 'site');
  await mkdir(join(site, 'agent'), { recursive: true });
  await mkdir(join(site, 'empty'));
  await mkdir(join(root, 'cdn', 'chunks'), { recursive: true });
  await mkdir(join(root, 'site-secret'));
  for (const [name, text] of [
    ['secret.txt', 'secret'],
    ['site-secret/index.html', 'secret'],
    ['site/index.html', '<title>Home</title>'],
    ['site/agent/index.html', '<title>Desk</title>'],
    ['site/style.css', 'a{}'],
    ['site/ünï code.txt', 'text'],
    ['site/.env', 'secret'],
    ['site/data.unknown', '?'],
    ['cdn/genesys-webchat.js', 'export {};'],
  ] as const) {
    await writeFile(join(root, name), text);
  }
  await symlink(join(root, 'secret.txt'), join(site, 'link.txt'));
  await symlink(join(root, 'site-secret'), join(site, 'link-folder'));
  const server = createLocalServer({
    staticFolders: [
      { prefix: '/', folder: site, pageHeaders: { 'Content-Security-Policy': "default-src 'none'" } },
      { prefix: '/cdn/', folder: join(root, 'cdn'), headers: { 'X-Kind': 'cdn' } },
      { prefix: '/later/', folder: join(root, 'later') },
    ],
  });
  t.after(async () => {
    await server.close();
    await rm(root, { recursive: true });
  });
  return (await server.listen({ port: 0 })).url;
}

/** Asks for a path exactly as written, which `fetch` would tidy up. */
async function statusOf(url: string, path: string): Promise<number | undefined> {
  const request = httpRequest(url, { path });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

void test('a page comes with its type, the given policy, and is asked for anew each time', async (t) => {
  const url = await startSite(t);
  for (const path of ['/', '/index.html', '/agent/', '/agent/index.html?x=1']) {
    const { status, headers } = await fetch(url + path);
    assert.equal(status, 200, path);
    assert.equal(headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.equal(headers.get('Content-Security-Policy'), "default-src 'none'");
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Cache-Control'), 'no-cache');
  }
});

void test('other files come with their types, without the page headers', async (t) => {
  const url = await startSite(t);
  for (const [path, type] of [
    ['/style.css', 'text/css; charset=utf-8'],
    ['/cdn/genesys-webchat.js', 'text/javascript; charset=utf-8'],
    ['/%C3%BCn%C3%AF%20code.txt', 'text/plain; charset=utf-8'],
    ['/data.unknown', 'application/octet-stream'],
  ] as const) {
    const { status, headers } = await fetch(url + path);
    assert.deepEqual([status, headers.get('Content-Type')], [200, type], path);
    assert.equal(headers.get('Content-Security-Policy'), null);
    assert.equal(headers.get('X-Kind'), path.startsWith('/cdn/') ? 'cdn' : null);
  }
});

void test('a page of another origin may load a module from here', async (t) => {
  const url = await startSite(t);
  const { headers } = await fetch(`${url}/cdn/genesys-webchat.js`, { headers: { Origin: 'https://shop.example' } });
  assert.equal(headers.get('Access-Control-Allow-Origin'), 'https://shop.example');
});

void test('a folder without slash leads to the one with it, the query kept', async (t) => {
  const url = await startSite(t);
  for (const [path, location] of [
    ['/agent', '/agent/'],
    ['/agent?chat=1', '/agent/?chat=1'],
    ['//agent', '/agent/'],
  ] as const) {
    const response = await fetch(url + path, { redirect: 'manual' });
    assert.deepEqual([response.status, response.headers.get('Location')], [301, location]);
  }
});

void test('nothing outside the folders is served, however the path is written', async (t) => {
  const url = await startSite(t);
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/agent/..%5c..%5csecret.txt',
    '/cdn/../../secret.txt',
    '/cdn/..%2fsecret.txt',
    '/cdn/%2e%2e/secret.txt',
    '/../site-secret/',
    '//../secret.txt',
    '/link.txt',
    '/link-folder/',
    '/.env',
    '/%2eenv',
    '/index.html%00.txt',
  ]) {
    assert.equal(await statusOf(url, path), 404, path);
  }
  assert.equal(await statusOf(url, '/%zz'), 400);
});

void test('what does not exist is 404, also a folder without index and a folder that is not there yet', async (t) => {
  const url = await startSite(t);
  for (const path of ['/none.html', '/empty/', '/empty', '/later/', '/cdn/', '/style.css/', '/nothing/here']) {
    assert.equal((await fetch(url + path)).status, 404, path);
  }
});

void test('HEAD gives the head alone, other methods are 405', async (t) => {
  const url = await startSite(t);
  const head = await fetch(`${url}/style.css`, { method: 'HEAD' });
  assert.deepEqual([head.status, head.headers.get('Content-Length'), await head.text()], [200, '3', '']);
  const post = await fetch(`${url}/style.css`, { method: 'POST' });
  assert.deepEqual([post.status, post.headers.get('Allow')], [405, 'GET, HEAD']);
});

void test('a prefix without its slashes is refused at once', () => {
  assert.throws(() => createLocalServer({ staticFolders: [{ prefix: 'cdn', folder: '.' }] }), /cdn must begin and end/);
});
