import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Agent } from '../support/agent.js';
import { until } from '../support/frame-tab.js';
import { linkedFiles, SiteInBrowser, startWholeChromium, untilInPage } from '../support/site-in-browser.js';
import { strictPolicy } from '../support/strict-policy.js';

/** Milliseconds between two questions for news. */
const interval = 300;

/** Runs in each page: options for a quick test, and how often the page was shown and whether it had been kept. */
const setUp = `
  window.shown = [];
  addEventListener('pageshow', ({ persisted }) => shown.push(persisted));
  customElements.whenDefined('genesys-webchat').then(() => {
    const chat = document.querySelector('genesys-webchat');
    if (chat) Object.assign(chat, { pollingLive: ${String(interval)}, pollingIdle: ${String(interval)} });
  });
  performance.setResourceTimingBufferSize(10000);`;

void describe('a page that the browser has kept for the way back', () => {
  let site: SiteInBrowser;
  let page: Page;
  let agent: Agent;
  let chatId: string;

  before(async () => {
    const pageHeaders = { 'Content-Security-Policy': strictPolicy };
    const demo = { prefix: '/', folder: 'dist/demo', pageHeaders };
    site = await SiteInBrowser.openIn(await startWholeChromium(), demo, linkedFiles);
  });

  after(() => site.close());

  beforeEach(async () => {
    const context = await site.browser.newContext();
    await context.addInitScript(setUp);
    page = await context.newPage();
    await page.goto(`${site.address}/heron.html`);
    await page.evaluate(`document.querySelector('genesys-webchat').startChat({ nickname: 'Ada' })`);
    await page.getByLabel('Message box').waitFor();
    chatId = (await site.side.chats()).at(-1)?.chatId ?? '';
    agent = await site.side.join({ nickname: 'Ann' }, chatId);
    await agent.write('Before');
    await reads('Before');
  });

  async function reads(text: string): Promise<void> {
    await page.getByRole('log').getByText(text, { exact: true }).locator('visible=true').waitFor();
  }

  async function says(text: string): Promise<void> {
    await page.getByLabel('Message box').fill(text);
    await page.keyboard.press('Enter');
    await reads(text);
    // It is shown before the server has it.
    await until(async () => (await texts()).held.includes(text));
  }

  async function goBack(): Promise<void> {
    // A page that comes back is not loaded, so that there is no such event to wait for.
    await page.goBack({ waitUntil: 'commit' });
    await untilInPage(page, 'window.shown.length === 2');
    assert.deepEqual(await page.evaluate('shown'), [false, true]);
  }

  /** What is said in the conversation, as the page shows it and as the server has it. */
  async function texts(): Promise<{ readonly shown: string[]; readonly held: (string | undefined)[] }> {
    const shown = await page
      .locator('genesys-webchat [part~="bubble"]')
      .evaluateAll((bubbles) => bubbles.map(({ textContent }) => textContent.trim()));
    const { transcript } = await site.side.chat(chatId);
    return { shown, held: transcript.flatMap(({ type, text }) => (type === 'Message' ? [text] : [])) };
  }

  /** When the page asks for news from now on, milliseconds. */
  async function asks(times: number): Promise<number[]> {
    const since = await page.evaluate<number>('performance.now()');
    const asked = `performance.getEntriesByType('resource').filter(({ name, startTime }) => name.endsWith('/refresh') && startTime > ${String(since)}).map(({ startTime }) => startTime)`;
    await untilInPage(page, `${asked}.length >= ${String(times)}`);
    return page.evaluate<number[]>(asked);
  }

  void it('goes on with the chat where the visitor has been on another page of the site', async () => {
    await page.goto(`${site.address}/delivery.html`);
    await reads('Before');
    await agent.write('Meanwhile');
    await reads('Meanwhile');
    await says('From the other page');
    await page.getByLabel('Message box').fill('A draft');

    await goBack();
    await reads('From the other page');
    assert.equal(await page.getByLabel('Message box').inputValue(), 'A draft');
    await agent.write('After');
    await reads('After');
    await says('Thank you');
    const said = ['Before', 'Meanwhile', 'From the other page', 'After', 'Thank you'];
    assert.deepEqual(await texts(), { shown: said, held: said });
  });

  void it('asks for news as one page does, and not at all while it is away', async () => {
    await page.goto(`${site.address}/agent/`);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/refresh')) asked.push(request.url());
    });
    await agent.write('Meanwhile');
    // Long enough for several questions, if there were any.
    await page.waitForTimeout(5 * interval);
    assert.deepEqual(asked, []);

    await goBack();
    await reads('Meanwhile');
    const times = await asks(6);
    // The first may come with the waking.
    const pauses = times.slice(2).map((time, at) => time - (times[at + 1] ?? 0));
    assert.ok(
      pauses.every((pause) => pause >= 0.9 * interval),
      pauses.join(),
    );
    await says('Thank you');
    assert.deepEqual((await texts()).shown, ['Before', 'Meanwhile', 'Thank you']);
  });
});
