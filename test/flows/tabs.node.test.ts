import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import { BrowserTab } from '../support/browser-tabs.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { startWholeChromium } from '../support/site-in-browser.js';

/** What the page's chat is called in scripts that run there. */
const chat = `document.querySelector('genesys-webchat')`;

/** A page of the shop in a tab of its own, with a chat that polls fast, whoever sees it. */
async function openShop(browser: Browser, url: string): Promise<BrowserTab> {
  const tab = await BrowserTab.open(browser, url);
  await tab.run(`(async () => {
    performance.setResourceTimingBufferSize(10_000);
    await customElements.whenDefined('genesys-webchat');
    Object.assign(${chat}, { pollingLive: 100, pollingIdle: 100, pollingHidden: 100, ajaxTimeout: 2000 });
    window.told = [];
    ${chat}.addEventListener('messageReceived', ({ detail }) => told.push(...detail.messages.map(({ index }) => index)));
    await ${chat}.whenReady;
  })()`);
  return tab;
}

/** The times at which a page asked for news, epoch milliseconds. */
const polls = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.endsWith('/refresh')).map(({ startTime }) => performance.timeOrigin + startTime)`;

/** Waits until a tab asks for news by itself, and tells after how many milliseconds since a moment it did. */
async function takesOver(tab: BrowserTab, since: number): Promise<number> {
  // The second, since the first may be that of a page that only wants to know what it has missed.
  const later = `${polls}.filter((time) => time > ${String(since)})`;
  await tab.until(`${later}.length > 1`);
  const milliseconds = Number(await tab.run(`${later}[0]`)) - since;
  console.log(`took over after ${milliseconds.toFixed(0)} ms`);
  assert.ok(milliseconds <= 1000, `took over after ${String(milliseconds)} ms`);
  return milliseconds;
}

/** Whether a tab asks for news by itself now: looks until it does or another one does. */
async function leads(tab: BrowserTab, other: BrowserTab): Promise<boolean> {
  const since = String(Date.now());
  const several = `${polls}.filter((time) => time > ${since}).length > 3`;
  for (;;) {
    if (await tab.run(several)) return true;
    if (await other.run(several)) return false;
  }
}

const texts = `${chat}.command('WebChatService.getTranscript').then(({ messages }) =>
  messages.filter(({ type }) => type === 'Message').map(({ text }) => text))`;

/** Waits until the tab's conversation has the text; then gives all of its texts. */
async function read(tab: BrowserTab, text: string): Promise<unknown> {
  await tab.until(`${texts}.then((all) => all.includes(${JSON.stringify(text)}))`);
  return tab.run(texts);
}

/** What the tab was told of: each entry of the conversation once. */
async function isToldOnce(tab: BrowserTab): Promise<boolean> {
  return (await tab.run('new Set(told).size === told.length')) === true;
}

void describe('two tabs of one window', { timeout: 60_000 }, () => {
  let server: LocalServer;
  let side: LocalServerSide;
  let browser: Browser;
  let first: BrowserTab;
  let second: BrowserTab;

  before(async () => {
    browser = await startWholeChromium();
  });

  after(() => browser.close());

  beforeEach(async () => {
    server = createLocalServer({
      staticFolders: [
        { prefix: '/', folder: 'dist/demo' },
        { prefix: '/cdn/', folder: 'dist/cdn' },
      ],
    });
    // Each server has an origin of its own, so nothing is there of another test.
    const { url } = await server.listen({ port: 0 });
    side = new LocalServerSide(url);
    first = await openShop(browser, `${url}/`);
    second = await openShop(browser, `${url}/help.html`);
    await second.run(`${chat}.startChat({ nickname: 'Ada' })`);
    await first.until(`told.length > 0`);
  });

  afterEach(async () => {
    await first.close();
    await second.close();
    await server.close();
  });

  void it('the one that is seen asks for news, whichever that is', async () => {
    assert.ok(await leads(second, first));
    for (const [shown, hidden] of [
      [first, second],
      [second, first],
    ] as const) {
      const since = Date.now();
      await shown.show();
      await takesOver(shown, since);
      assert.ok(await leads(shown, hidden));
    }
  });

  void it('one that crashes while it sends is followed by the other, and its text arrives once', async () => {
    const agent = await side.join();
    void second.run(`void ${chat}.sendMessage('What I wrote last')`);
    await second.run(`${chat}.sendMessage('and after that')`);
    await second.run(`void ${chat}.sendMessage('in the very moment')`);
    const since = Date.now();
    await second.crash();
    await takesOver(first, since);
    await agent.write('Are you there?');
    const all = (await read(first, 'Are you there?')) as string[];
    await first.run(`${chat}.sendMessage('Here I am')`);
    assert.deepEqual(await side.visitorTexts(), [
      'What I wrote last',
      'and after that',
      'in the very moment',
      'Here I am',
    ]);
    assert.equal(new Set(all).size, all.length);
    assert.ok(await isToldOnce(first));
  });

  void it('one that is frozen is followed by the other, and has all once when it is thawed', async () => {
    const agent = await side.join();
    // Neither is seen from now on.
    const front = await BrowserTab.open(browser, 'about:blank');
    await second.until(`document.visibilityState === 'hidden'`);
    assert.ok(await leads(second, first));
    await second.run(`void ${chat}.sendMessage('Just before')`);
    const since = Date.now();
    await second.freeze();
    await takesOver(first, since);
    await agent.write('Meanwhile');
    await first.run(`${chat}.sendMessage('From the other')`);
    await read(first, 'Meanwhile');
    await second.thaw();
    await second.show();
    for (const tab of [first, second]) {
      await read(tab, 'Meanwhile');
      const all = await read(tab, 'From the other');
      assert.deepEqual(all, await first.run(texts));
      assert.ok(await isToldOnce(tab));
    }
    assert.deepEqual(await side.visitorTexts(), ['Just before', 'From the other']);
    assert.ok(await leads(second, first));
    await front.close();
  });
});
