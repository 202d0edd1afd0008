import { readFileSync } from 'node:fs';
import type { BenchBrowser } from './bench-browser.js';
import { median, type Row } from './row.js';
import type { Work } from './trace.js';

const rounds = 7;

/** How long a visitor waits for the launcher, the window, the message box and the first message, on a desk and on a slow phone. */
export async function measureStart(browser: BenchBrowser): Promise<Row[]> {
  const chunk = chatChunk();
  const toForm = { what: 'script start to window with form', name: 'openWindow' };
  const toMessage = { what: 'script start to the first message', name: 'firstMessage' };
  const toMessageBox = { what: 'script start to message box of a started chat', name: 'startedChat' };
  return [
    ...(await measure(browser, { what: 'script start to launcher', name: 'launcher' })),
    ...(await measure(browser, { ...toForm, desk: 45, phone: 370 })),
    ...(await measure(browser, { ...toForm, chunk })),
    ...(await measure(browser, toMessageBox)),
    ...(await measure(browser, { ...toMessageBox, chunk })),
    ...(await measure(browser, toMessage)),
    ...(await measure(browser, { ...toMessage, chunk })),
  ];
}

interface Start {
  readonly what: string;
  /** What the page is to do. */
  readonly name: string;
  /** A file that the page has a `modulepreload` for. */
  readonly chunk?: string;
  /** Milliseconds that a desk, and a phone, may take at most. */
  readonly desk?: number;
  readonly phone?: number;
}

async function measure(browser: BenchBrowser, start: Start): Promise<Row[]> {
  const what = start.chunk ? `${start.what}, preloaded` : start.what;
  const desk = await medianWork(browser, start, false);
  const phone = await medianWork(browser, start, true);
  const row = { group: 'Start', unit: 'ms' } as const;
  return [
    { ...row, what, value: desk.wall, clock: 'wall', bar: start.desk },
    { ...row, what, value: desk.cpu, clock: 'cpu' },
    { ...row, what: `${what}, slow phone`, value: phone.wall, clock: 'wall', bar: start.phone },
    { ...row, what: `${what}, slow phone, blocked`, value: phone.blocked, clock: 'cpu', bar: 0 },
  ];
}

async function medianWork(browser: BenchBrowser, { name, chunk }: Start, isSlow: boolean) {
  const results: Work[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.visit();
    if (isSlow) await page.slowDown();
    results.push(...(await page.trace(() => page.run(name, ...(chunk ? [chunk] : [])))));
    await page.close();
  }
  const of = (key: keyof Work): number => median(results.map((work) => work[key]));
  return { cpu: of('cpu'), blocked: of('blocked'), wall: of('wall') };
}

/** The file with what every chat loads. */
function chatChunk(): string {
  const graph = JSON.parse(readFileSync('dist/meta/cdn.json', 'utf8')) as {
    fileName: string;
    dynamicImports: string[];
  }[];
  const linked = graph.find(({ fileName }) => fileName === 'genesys-webchat.js');
  const chunk = linked?.dynamicImports.find((fileName) => fileName.endsWith('/chat.js'));
  if (!chunk) throw new Error('The build has no chunk of a chat');
  return chunk;
}
