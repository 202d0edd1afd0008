import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { createLocalServer } from '../../demo/local-server/index.js';
import { createWebChatService, type WebChatService } from '../../src/index.js';
import { LocalServerSide } from '../support/local-server-side.js';

const server = createLocalServer();
let origin = '';

before(async () => {
  ({ url: origin } = await server.listen({ port: 0 }));
});

after(() => server.close());

/** Waits for the next event of that name; to be called before what causes it. */
function next(service: WebChatService, name: string): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = service.subscribe(`WebChatService.${name}`, ({ data }) => {
      if (stop) stop();
      resolve(data);
    });
  });
}

function configFor(side: LocalServerSide): Record<string, unknown> {
  return { dataURL: side.dataURL, polling: { live: 10, idle: 10, hidden: 10 } };
}

test('a conversation with an agent, from the start to the end, without a page', async () => {
  const side = new LocalServerSide(origin);
  const service = createWebChatService({ webchat: configFor(side) });
  const names: string[] = [];
  service.bus.observe(({ event }) => names.push(event.replace('WebChatService.', '')));
  await service.whenReady;

  const { chatId } = await service.command('WebChatService.startChat', { nickname: 'Ada', userData: { plan: 'gold' } });
  assert.ok(chatId);
  const { userData } = await side.chat(chatId);
  assert.deepEqual(Object.keys(userData).sort(), ['TimeZone', 'plan']);

  const connected = next(service, 'agentConnected');
  const agent = await side.join({}, chatId);
  await connected;

  const typing = next(service, 'agentTypingStarted');
  await agent.startTyping();
  await typing;

  const stopped = next(service, 'agentTypingStopped');
  await agent.write('How can I help?');
  await stopped;

  await service.command('WebChatService.sendTyping');
  await service.command('WebChatService.sendMessage', { message: 'My lamp is dark' });
  const { messages } = await service.command('WebChatService.getTranscript');
  assert.deepEqual(
    messages.filter(({ type }) => type === 'Message').map(({ text, from }) => `${from.nickname}: ${text}`),
    ['Bob: How can I help?', 'Ada: My lamp is dark'],
  );

  const ended = next(service, 'ended');
  await agent.end();
  await ended;
  for (const [first, second] of [
    ['ready', 'started'],
    ['started', 'clientConnected'],
    ['clientConnected', 'agentConnected'],
    ['agentConnected', 'agentTypingStarted'],
    ['agentTypingStarted', 'agentTypingStopped'],
    ['agentDisconnected', 'clientDisconnected'],
    ['clientDisconnected', 'ended'],
  ] as const) {
    assert.ok(names.indexOf(first) >= 0, `${first} is missing`);
    assert.ok(names.indexOf(first) < names.indexOf(second), `${second} came before ${first}`);
  }
  service.dispose();
});

test('two services in one process are two visitors', async () => {
  const side = new LocalServerSide(origin);
  const services = [1, 2].map(() => createWebChatService({ webchat: configFor(side) }));
  const chats = await Promise.all(
    services.map((service, at) => service.command('WebChatService.startChat', { nickname: `Visitor ${String(at)}` })),
  );
  const [first, second] = chats.map(({ chatId }) => chatId);
  assert.notEqual(first, second);
  for (const service of services) service.dispose();
});

/** Runs a script as a process of its own, and gives what it printed and how it ended. */
async function run(script: string): Promise<{ code: number | null; output: string }> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: root,
    // A process that something keeps alive fails the test instead of holding it up.
    timeout: 20_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  return { code, output };
}

test('the entry needs nothing of a page, and runs nothing by being imported', async () => {
  const { code, output } = await run(`
    const pageOnly = ['document', 'window', 'localStorage', 'HTMLElement', 'customElements', 'location'];
    for (const name of pageOnly) {
      Object.defineProperty(globalThis, name, { get: () => { throw new Error(name + ' was touched'); } });
    }
    const before = Object.getOwnPropertyNames(globalThis);
    const { createWebChatService } = await import('./src/index.ts');
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name));
    console.log(typeof createWebChatService, added.join());
  `);
  assert.equal(output.trim(), 'function');
  assert.equal(code, 0);
});

test('nothing keeps the process alive once the service is disposed of in the middle of a chat', async () => {
  const side = new LocalServerSide(origin);
  const { code, output } = await run(`
    import { createWebChatService } from './src/index.ts';
    const service = createWebChatService({ webchat: ${JSON.stringify(configFor(side))} });
    await service.command('WebChatService.startChat', { nickname: 'Ada' });
    await service.command('WebChatService.sendTyping');
    void service.command('WebChatService.sendMessage', { message: 'Never mind' });
    service.dispose();
    console.log('disposed of');
  `);
  assert.equal(output.trim(), 'disposed of');
  assert.equal(code, 0);
});
