import type { BenchBrowser } from './bench-browser.js';
import type { BenchPage } from './bench-page.js';
import type { Agent } from '../support/agent.js';
import { messageText } from './message-text.js';
import { median, type Row } from './row.js';
import type { Work } from './trace.js';

const times = 20;
const restoreTimes = 5;

interface Bars {
  readonly live?: number;
  readonly restore?: number;
  readonly memory?: number;
  readonly key?: number;
}

/** The bars by the number of messages that there are. */
const bars: Readonly<Record<number, Bars>> = {
  10: {},
  1_000: { live: 6, restore: 80 },
  10_000: { live: 8, restore: 300, memory: 10, key: 5 },
};

/** What a conversation of that length costs: to take it up, to hold it, one more message, one more letter. */
export async function measureTranscript(browser: BenchBrowser, count: number): Promise<Row[]> {
  const page = await browser.visit();
  const empty = await page.memory();
  const agent = await browser.desk.join({}, await page.run<string>('startChat'));
  for (let number = 1; number <= count; number += 1) await agent.write(messageText(number));
  const restores: Restore[] = [];
  for (let time = 0; time < restoreTimes; time += 1) restores.push(await restore(page, count));
  const restored = (key: keyof Restore): number => median(restores.map((each) => each[key]));
  const full = await page.memory();
  await page.run('prepare');
  const nothing = await costOf(page, 'nothing');
  const poll = await costOf(page, 'idlePoll');
  const live = await liveMessages(page, agent, count);
  const key = await keyPress(page);
  await page.close();
  const bar = bars[count] ?? {};
  const row = { group: `${count.toLocaleString('en')} messages`, unit: 'ms' } as const;
  return [
    { ...row, what: 'restore, script start to newest shown', value: restored('total'), clock: 'wall' },
    { ...row, what: 'restore, history there to newest shown', value: restored('shown'), clock: 'wall' },
    { ...row, what: 'restore, history there to complete', value: restored('complete'), clock: 'wall' },
    {
      ...row,
      what: 'restore, history there to complete, main thread',
      value: restored('cpu'),
      clock: 'cpu',
      bar: bar.restore,
    },
    { ...row, what: 'restore, longest task', value: restored('longest'), clock: 'cpu', bar: 50 },
    { ...row, what: 'one frame in which nothing happens', value: nothing, clock: 'cpu' },
    { ...row, what: 'a poll that brings nothing', value: poll, clock: 'cpu' },
    { ...row, what: 'a poll that brings one message, and its receipt', value: live, clock: 'cpu' },
    // As the field was measured: with no request at all. The receipt costs what a poll does that brings nothing.
    {
      ...row,
      what: 'one live message without these two requests',
      value: live - 2 * (poll - nothing),
      clock: 'cpu',
      bar: bar.live,
    },
    { ...row, what: 'a key press', value: key, clock: 'cpu', bar: bar.key },
    {
      ...row,
      what: 'memory of scripts',
      value: (full.scriptBytes - empty.scriptBytes) / 1_000_000,
      unit: 'MB',
      bar: bar.memory,
    },
    { ...row, what: 'nodes', value: full.nodes - empty.nodes, unit: 'nodes' },
  ];
}

interface Restore extends Work {
  readonly total: number;
  readonly shown: number;
  readonly complete: number;
}

/** Goes on to another page of the site, and takes the conversation up there. */
async function restore(page: BenchPage, count: number): Promise<Restore> {
  await page.reload();
  let waits: Omit<Restore, keyof Work> = { total: Number.NaN, shown: Number.NaN, complete: Number.NaN };
  const [work] = await page.trace(async () => {
    waits = await page.run('restore', messageText(count), count);
  });
  if (!work) throw new Error('The page has not told when the history was there');
  return { ...waits, ...work };
}

async function liveMessages(page: BenchPage, agent: Agent, count: number): Promise<number> {
  const work = await page.trace(async () => {
    for (let number = count + 1; number <= count + times; number += 1) {
      await agent.write(messageText(number));
      await page.run('liveMessage', messageText(number));
    }
  });
  return median(work.map(({ cpu }) => cpu));
}

async function keyPress(page: BenchPage): Promise<number> {
  const work = await page.trace(async () => {
    let text = '';
    for (const letter of 'abcdefghijklmnopqrst') {
      text += letter;
      await page.run('awaitKey', text);
      await page.press(letter);
      await page.run('typed');
    }
  });
  return median(work.map(({ cpu }) => cpu));
}

async function costOf(page: BenchPage, name: string): Promise<number> {
  const work = await page.trace(async () => {
    for (let time = 0; time < times; time += 1) await page.run(name);
  });
  return median(work.map(({ cpu }) => cpu));
}
