import type { BenchBrowser } from './bench-browser.js';
import type { BenchPage } from './bench-page.js';
import type { Agent } from '../support/agent.js';
import { messageText } from './message-text.js';
import { median, type Row } from './row.js';

const appends = 20;

/** The bars by the number of messages that there are. */
const bars: Readonly<Record<number, { live?: number; restore?: number; memory?: number; key?: number }>> = {
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
  await page.reload();
  const restored = await page.run<Restored>('restore', messageText(count), count);
  const full = await page.memory();
  await page.run('prepare');
  const nothing = await costOf(page, () => page.run('nothing'));
  const live = await liveMessages(page, agent, count);
  const key = await keyPress(page);
  await page.close();
  const bar = bars[count] ?? {};
  const at = `at ${count.toLocaleString('en')} messages`;
  return [
    { what: `restore, newest shown, ${at}`, value: restored.shown, unit: 'ms' },
    { what: `restore, complete, ${at}`, value: restored.complete, unit: 'ms', ...barOf(bar.restore) },
    { what: `restore, longest task, ${at}`, value: restored.longest, unit: 'ms', bar: 50 },
    { what: `nothing at all, main thread, ${at}`, value: nothing, unit: 'ms' },
    { what: `one live message, main thread, ${at}`, value: live, unit: 'ms', ...barOf(bar.live) },
    { what: `a key press, main thread, ${at}`, value: key, unit: 'ms', ...barOf(bar.key) },
    {
      what: `memory of scripts ${at}`,
      value: mega(full.scriptBytes - empty.scriptBytes),
      unit: 'MB',
      ...barOf(bar.memory),
    },
    { what: `nodes ${at}`, value: full.nodes - empty.nodes, unit: 'nodes' },
  ];
}

interface Restored {
  readonly shown: number;
  readonly complete: number;
  readonly longest: number;
}

async function liveMessages(page: BenchPage, agent: Agent, count: number): Promise<number> {
  const costs: number[] = [];
  for (let number = count + 1; number <= count + appends; number += 1) {
    await agent.write(messageText(number));
    costs.push(await page.mainThread(() => page.run('liveMessage', messageText(number))));
  }
  return median(costs);
}

async function keyPress(page: BenchPage): Promise<number> {
  const costs: number[] = [];
  let text = '';
  for (const letter of 'abcdefghijklmnopqrst') {
    text += letter;
    costs.push(
      await page.mainThread(async () => {
        await page.press(letter);
        await page.run('typed', text);
      }),
    );
  }
  return median(costs);
}

async function costOf(page: BenchPage, work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let time = 0; time < appends; time += 1) costs.push(await page.mainThread(work));
  return median(costs);
}

function barOf(bar: number | undefined): { readonly bar?: number } {
  return bar === undefined ? {} : { bar };
}

function mega(bytes: number): number {
  return bytes / 1_000_000;
}
