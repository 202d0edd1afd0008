import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../../cli/check/finding.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly complaints: string;
}

function run(...given: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const words = ['--import', 'tsx', 'cli/genesys-webchat.ts', ...given];
    execFile(process.execPath, words, { cwd: root }, (error, out, complaints) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, complaints });
    });
  });
}

/** A server that answers a path with a text, by its name's type; what it does not know, it does not have. */
async function serve(
  t: TestContext,
  answer: (path: string, request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) =>
    answer(new URL(request.url ?? '/', 'http://x').pathname, request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function folder(t: TestContext, files: Record<string, string>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'moving-'));
  t.after(() => rm(path, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return path;
}

void test('a site on disk is read from its page on, and told file by file, the gravest first', async () => {
  const { code, out } = await run('check', 'test/fixtures/moving/theatre/index.html');
  assert.equal(code, 1);
  for (const name of ['index.html', 'theatre.css', 'widgets.config.js', 'box-office.js']) {
    assert.match(out, new RegExp(`^test/fixtures/moving/theatre/${name.replace('.', '\\.')}$`, 'm'));
  }
  assert.match(out, /box-office\.js\n {2}not supported\n {4}18:20 {2}command Callback\.open: .+\n {2}changes\n/);
  assert.match(out, /^Scripts of other sites are read where they are named: https:\/\/tags\.example\/manager\.js$/m);
  assert.match(out, /\n4 files read: \d+ not supported, \d+ changes, \d+ works better, \d+ works as it is\.\n$/);
});

void test('with --json it is told to programs', async () => {
  const { code, out } = await run('check', '--json', 'test/fixtures/moving/minimal');
  assert.equal(code, 1);
  const { summary, findings, read } = JSON.parse(out) as {
    summary: Record<string, number>;
    findings: Finding[];
    read: string[];
  };
  assert.deepEqual(read, ['test/fixtures/moving/minimal/widgets.config.js']);
  const overwritten = findings.find(({ subject }) => subject === 'webchat');
  assert.deepEqual([overwritten?.line, overwritten?.column, overwritten?.verdict], [4, 5, 'changes']);
  assert.deepEqual(
    summary,
    Object.fromEntries(
      Object.keys(summary).map((verdict) => [verdict, findings.filter((each) => each.verdict === verdict).length]),
    ),
  );
});

void test('where there is nothing to do, the status is 0', async (t) => {
  const site = await folder(t, {
    'chat.js': "button.onclick = () => CXBus.command('WebChat.open');",
    'other.css': 'p { color: red }',
  });
  const { code, out, complaints } = await run('check', site);
  assert.deepEqual([code, complaints], [0, '']);
  assert.match(out, /2 files read: 0 not supported, 0 changes, 0 works better, 1 works as it is\.\n$/);
});

void test('a page on a server is read with the scripts of its site, and nothing of other sites', async (t) => {
  const asked: string[] = [];
  const url = await serve(t, (path, _request, response) => {
    asked.push(path);
    if (path === '/') response.writeHead(302, { Location: '/help/' }).end();
    else if (path === '/help/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        '<script src="chat.js?v=1"></script><script src="//other.invalid/x.js"></script><script src="/cxbus.min.js"></script>',
      );
    } else if (path === '/help/chat.js') {
      response.setHeader('Content-Type', 'text/javascript');
      response.end("onload = () => CXBus.loadFile('more.js') && CXBus.command('WebChat.open');");
    } else if (path === '/help/more.js')
      response.setHeader('Content-Type', 'text/javascript').end("bus.subscribe('WebChat.failed')");
    else response.writeHead(404).end();
  });
  const { code, out } = await run('check', '--json', url);
  assert.equal(code, 1);
  const { findings, elsewhere } = JSON.parse(out) as { findings: Finding[]; elsewhere: string[] };
  assert.deepEqual(asked, ['/', '/help/', '/help/chat.js', '/help/more.js']);
  assert.deepEqual(elsewhere, ['http://other.invalid/x.js']);
  assert.deepEqual(
    findings.map(({ file, subject }) => [file, subject]),
    [
      [`${url}/`, '/cxbus.min.js'],
      [`${url}/help/chat.js?v=1`, 'command WebChat.open'],
      [`${url}/help/more.js`, 'event WebChat.failed'],
    ],
  );
});

void test('what is named and cannot be read is told in one line each, and the status is 2', async (t) => {
  const site = await folder(t, { 'photo.png': '' });
  const url = await serve(t, (path, _request, response) => {
    if (path === '/large') for (let part = 0; part < 60; part++) response.write('x'.repeat(100_000));
    else response.writeHead(503);
    response.end();
  });
  const { code, out, complaints } = await run(
    'check',
    'no-such.js',
    join(site, 'photo.png'),
    `${url}/`,
    `${url}/large`,
  );
  assert.deepEqual([code, out], [2, '']);
  assert.deepEqual(complaints.trimEnd().split('\n'), [
    'no-such.js does not exist',
    `${join(site, 'photo.png')} is no file that is read; these are: .html, .htm, .xhtml, .js, .mjs, .cjs, .css, .json`,
    `${url}/ is not there; the server answered 503`,
    `${url}/large is larger than 5 MB`,
  ]);
});

void test('a folder in which nothing can be read is told, and the status is 2', async (t) => {
  const site = await folder(t, { 'photo.png': '' });
  assert.deepEqual(await run('check', site), { code: 2, out: '', complaints: `${site} holds no file that is read\n` });
});

void test('what is only referred to may be missing: that is a note', async (t) => {
  const site = await folder(t, { 'index.html': '<script src="gone.js"></script>' });
  const { code, out } = await run('check', join(site, 'index.html'));
  assert.equal(code, 0);
  assert.match(out, /^Not read: .*gone\.js does not exist\n\n1 file read: nothing of Genesys Widgets found\.\n$/);
});

for (const [given, complaint] of [
  [['check'], /^Name what to check: genesys-webchat check /],
  [['check', '--fast', 'x.js'], /^There is no option --fast: genesys-webchat check /],
  [['chekc'], /^There is no command chekc; genesys-webchat --help lists them\n$/],
] as const) {
  void test(`genesys-webchat ${given.join(' ')} is answered in one line with status 2`, async () => {
    const { code, out, complaints } = await run(...given);
    assert.deepEqual([code, out], [2, '']);
    assert.match(complaints, complaint);
    assert.equal(complaints.trimEnd().includes('\n'), false);
  });
}

void test('genesys-webchat --help lists the commands', async () => {
  const { code, out } = await run('--help');
  assert.equal(code, 0);
  assert.match(out, /^genesys-webchat check \[--json\]/m);
});
