import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findBrowser } from './find-browser.mjs';

/**
 * Starts WebKitGTK's WebDriver on a screen of its own, so that tests run without a desktop, and gives what
 * a WebDriver client needs. Both programs end with this process.
 */
export async function startWebKit() {
  const [browser, driver, xvfb] = ['webkit', 'webkit-driver', 'xvfb'].map((name) => {
    const path = findBrowser(name);
    if (!path) throw new Error(`unable to start WebKit; ${name} was not found: node scripts/ensure-browser.mjs webkit`);
    return path;
  });

  // Xvfb looks for a free display by itself and writes its number to the given descriptor.
  const screen = startWithUs(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  const display = await firstLine(screen);

  const port = await freePort();
  startWithUs(driver, [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: `:${display}`, GDK_BACKEND: 'x11' });
  await untilReady(port);
  return { port, browser };
}

function startWithUs(program, args, variables = {}) {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...variables },
  });
  process.once('exit', () => child.kill());
  child.once('error', (error) => {
    throw error;
  });
  return child;
}

async function firstLine(child) {
  child.stdout.setEncoding('utf8');
  let text = '';
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('unable to start a screen for WebKit; Xvfb ended at once');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(port) {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('unable to start WebKit; its driver did not answer in 15 s');
}
