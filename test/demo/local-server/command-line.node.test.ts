import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLocalServer } from '../../../demo/local-server/index.js';

const cli = fileURLToPath(new URL('../../../demo/local-server/cli.ts', import.meta.url));

interface Run {
  child: ChildProcess;
  /** The lines of both outputs, as far as they have come. */
  lines: string[];
  /** The exit code; `null` when it was killed. */
  ended: Promise<number | null>;
  /** Resolves when a line matches. */
  line: (pattern: RegExp) => Promise<string>;
}

function run(t: TestContext, env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', cli], { env: { ...process.env, ...env } });
  t.after(() => child.kill('SIGKILL'));
  const lines: string[] = [];
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const readers = [createInterface(child.stdout), createInterface(child.stderr)];
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = lines.find((one) => pattern.test(one));
      if (found !== undefined) return found;
      await Promise.race(readers.map((reader) => once(reader, 'line')));
    }
  };
  for (const reader of readers) reader.on('line', (text) => lines.push(text));
  return { child, lines, ended, line };
}

function addressIn(line: string): string {
  return /http:\S+/.exec(line)?.[0] ?? '';
}

void test('it prints the addresses of the site, the desk and the service, and they answer', async (t) => {
  const { line } = run(t, { PORT: '0', HOST: '' });
  assert.match(await line(/^Demo site/), /http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.match(await line(/^Agent desk/), /\/agent\/$/);
  const service = addressIn(await line(/^Chat service/));
  const body = new URLSearchParams({ nickname: 'A' });
  assert.equal((await fetch(service, { method: 'POST', body })).status, 200);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  void test(`${signal} stops it with code 0, at once in spite of an open connection`, async (t) => {
    const { child, ended, line } = run(t, { PORT: '0' });
    const { port } = new URL(addressIn(await line(/^Demo site/)));
    await line(/^Ctrl-C/);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    child.kill(signal);
    await closed;
    assert.equal(await ended, 0);
  });
}

void test('a taken port is named in one line with the way to another, and the code is 1', async (t) => {
  const other = createLocalServer();
  t.after(() => other.close());
  const { port } = await other.listen({ port: 0 });
  const { ended, lines } = run(t, { PORT: String(port) });
  assert.equal(await ended, 1);
  assert.equal(lines.length, 1);
  assert.ok(lines[0]?.startsWith(`Port ${String(port)} is already in use. Choose another one`), lines[0]);
  assert.match(lines[0] ?? '', /PORT=\d+/);
});

for (const PORT of ['abc', '70000', '-1', '80.5']) {
  void test(`the port ${PORT} is refused in one line with code 1`, async (t) => {
    const { ended, lines } = run(t, { PORT });
    assert.equal(await ended, 1);
    assert.deepEqual(lines, [`PORT must be a whole number from 0 to 65535, not "${PORT}"`]);
  });
}

void test('a host that is no address of this computer is refused in one line with code 1', async (t) => {
  const { ended, lines } = run(t, { PORT: '0', HOST: '192.0.2.1' });
  assert.equal(await ended, 1);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /^HOST 192\.0\.2\.1 is no address of this computer/);
});

void test('a host beyond this computer is served with a word of warning', async (t) => {
  const { line } = run(t, { PORT: '0', HOST: '0.0.0.0' });
  assert.match(await line(/^Demo site/), /http:\/\/localhost:\d+\/$/);
  await line(/^Everybody who can reach this computer/);
});
