import { ChatDay } from '../time/chat-day.js';
import type { BenchBrowser } from './bench-browser.js';
import type { Row } from './row.js';

/** Milliseconds between two polls, and how many are counted. */
const [pause, counted] = [500, 20];

/** How often the server is asked: in an hour of each kind, and by several tabs against one. */
export async function measureRequests(browser: BenchBrowser): Promise<Row[]> {
  const { pollsPerHour } = await new ChatDay().live(1);
  const rows: Row[] = (['live', 'idle', 'hidden'] as const).map((kind) => ({
    group: 'Requests',
    what: `for news in an hour of a chat, ${kind}`,
    value: pollsPerHour[kind],
    unit: 'requests',
  }));
  const [alone = Number.NaN, ...more] = await ofTabs(browser, [1, 5, 20]);
  return [
    ...rows,
    { group: 'Requests', what: '5 tabs against one', value: (more[0] ?? Number.NaN) / alone, unit: '×', bar: 1.2 },
    { group: 'Requests', what: '20 tabs against one', value: (more[1] ?? Number.NaN) / alone, unit: '×', bar: 1.2 },
  ];
}

/** Requests in the same time of as many tabs as each number says. */
async function ofTabs(browser: BenchBrowser, numbers: readonly number[]): Promise<number[]> {
  const visitor = await browser.newVisitor();
  let requests = 0;
  visitor.on('request', (request) => {
    if (request.url().includes('/genesys/')) requests += 1;
  });
  const counts: number[] = [];
  const first = await browser.visitAs(visitor);
  await first.run('startChat', pause);
  for (let open = 1; numbers.length > counts.length; open += 1) {
    if (open > 1) await (await browser.visitAs(visitor)).run('follow', pause);
    if (open !== numbers[counts.length]) continue;
    // What a new tab asks to come to the chat is over.
    await first.run('wait', 2 * pause);
    requests = 0;
    await first.run('wait', counted * pause);
    counts.push(requests);
  }
  await visitor.close();
  return counts;
}
