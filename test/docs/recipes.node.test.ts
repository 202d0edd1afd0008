import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { ar } from '../../src/i18n/ar.js';
import { startChromium } from '../support/site-in-browser.js';
import { RecipeSite } from './recipe-site.js';
import { recipe, recipeNames } from './recipes.js';

/** Scripts of recipes run inside the package, where they find it by its name. */
const folder = 'dist/recipes';

const tested = new Set<string>();

void describe('the recipes in docs/recipes.md, as they stand there', { concurrency: 2 }, () => {
  let browser: Browser;

  before(async () => {
    mkdirSync(folder, { recursive: true });
    browser = await startChromium();
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Tries what a recipe promises, on a site of its own. */
  function promises(name: string, what: string, check: (site: RecipeSite, code: string) => Promise<void>): void {
    tested.add(name);
    void it(`${name}: ${what}`, async () => {
      const site = new RecipeSite(browser);
      try {
        await check(site, recipe(name));
        assert.deepEqual(site.problems, []);
      } finally {
        await site.close();
      }
    });
  }

  promises(
    'A button of your own',
    'opens the window, counts what is new, and has the focus again',
    async (site, code) => {
      const page = await site.visit(code);
      const button = page.getByRole('button', { name: 'Ask us' });
      await button.click();
      await site.startsChat();
      assert.equal(await site.launcher.count(), 0);
      const agent = await site.side.join();
      await page.keyboard.press('Escape');
      await site.window.waitFor({ state: 'hidden' });
      await agent.write('Hello');
      await page.getByRole('button', { name: 'Ask us (1 new)' }).click();
      await page.getByLabel('Message box').waitFor();
      await page.getByRole('button', { name: 'Ask us', exact: true }).waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction(`document.activeElement.id === 'ask'`);
    },
  );

  promises('The form filled in', 'has what the page knows, and sends the rest along', async (site, code) => {
    const page = await site.visit(code);
    await page.getByRole('button', { name: 'Ask about this order' }).click();
    assert.equal(await page.getByLabel('First Name').inputValue(), 'Ada');
    assert.equal(await page.getByLabel('Subject').inputValue(), 'Order 1024');
    await site.sendsForm();
    const { nickname, subject, emailAddress, userData } = await site.chat();
    assert.deepEqual([nickname, subject, emailAddress], ['Ada Lovelace', 'Order 1024', 'ada@example.com']);
    assert.equal(userData['order'], '1024');
  });

  promises('Opening hours', 'has a chat while somebody answers, and lets one that runs go on', async (site, code) => {
    const monday = new Date('2026-11-30T15:30:00Z');
    const page = await site.visit(code, { prepare: (context) => context.clock.install({ time: monday }) });
    await site.launcher.click();
    await site.startsChat();
    await page.keyboard.press('Escape');
    await page.clock.fastForward('01:00:00');
    await site.launcher.click();
    await page.getByLabel('Message box').waitFor();
  });

  promises('Opening hours', 'says when to come back where nobody does', async (site, code) => {
    const sunday = new Date('2026-11-29T11:00:00Z');
    const page = await site.visit(code, { prepare: (context) => context.clock.install({ time: sunday }) });
    assert.equal(await site.launcher.count(), 0);
    await page.getByRole('button', { name: 'Ask us' }).click();
    await page.getByText('We answer from Monday to Friday, 9 to 17.').waitFor();
    assert.equal(await site.window.count(), 0);
    await page.clock.fastForward('22:00:00');
    await site.launcher.click();
    await site.window.waitFor();
  });

  promises('Analytics', 'has each step once, and no word of anybody', async (site, code) => {
    const page = await site.visit(code);
    await site.launcher.click();
    await site.startsChat();
    const agent = await site.side.join({ nickname: 'Ann' });
    await agent.write('A secret');
    await page.getByRole('log').getByText('A secret').waitFor();
    await page.evaluate(`document.querySelector('genesys-webchat').close()`);
    const told = await page.evaluate<{ event: string }[]>('dataLayer');
    assert.deepEqual(
      told.map(({ event }) => event.replace('chat_', '')),
      ['opened', 'started', 'agent_connected', 'completed', 'closed'],
    );
    assert.doesNotMatch(JSON.stringify(told), /Ada|Ann|secret/);
  });

  promises('Who is logged in', 'goes along with the start of a chat, which logging out ends', async (site, code) => {
    const account = { id: 'C7', firstName: 'Grace', lastName: 'Hopper', token: 'signed' };
    const page = await site.visit(code, {
      prepare: (context) => context.route('**/account', (route) => route.fulfill({ json: account })),
    });
    await site.launcher.click();
    await site.startsChat();
    const { nickname, userData } = await site.chat();
    assert.equal(nickname, 'Grace Hopper');
    assert.deepEqual([userData['customerId'], userData['customerToken']], ['C7', 'signed']);
    await page.getByRole('button', { name: 'Log out' }).click();
    await site.window.waitFor({ state: 'hidden' });
    assert.equal((await site.chat()).state, 'ended');
    assert.deepEqual(await page.evaluate('Object.keys(localStorage)'), []);
  });

  promises('Who is logged in', 'lets a guest chat as a guest', async (site, code) => {
    await site.visit(code, { prepare: (context) => context.route('**/account', (route) => route.abort()) });
    await site.launcher.click();
    await site.startsChat();
    assert.equal((await site.chat()).nickname, 'Ada Lovelace');
    site.problems.length = 0;
  });

  promises('Your colours', 'are those of the launcher, in the light and in the dark', async (site, code) => {
    const page = await site.visit(code);
    const colours = () =>
      site.launcher.evaluate((button) => {
        const { backgroundColor, color, fontFamily } = getComputedStyle(button);
        return [backgroundColor, color, fontFamily];
      });
    assert.deepEqual(await colours(), ['rgb(122, 31, 61)', 'oklch(1 0 0)', 'Georgia, serif']);
    assert.equal(
      await page.locator('[part~="launcher-label"]').evaluate((label) => getComputedStyle(label).textTransform),
      'uppercase',
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(
      `getComputedStyle(document.querySelector('genesys-webchat').shadowRoot.querySelector('genesys-chat-launcher').shadowRoot.querySelector('button')).backgroundColor === 'rgb(242, 167, 189)'`,
    );
    assert.equal((await colours())[1], 'oklch(0 0 0)');
    await page.locator('svg[slot="launcher-icon"]').waitFor();
  });

  promises('Languages', 'are that of the page, with your own words', async (site, code) => {
    const page = await site.visit(code);
    await site.launcher.click();
    await site.window.getByRole('heading', { name: 'Ask a lamp maker' }).waitFor();
    await page.getByLabel('Language').selectOption('de');
    await site.window.getByRole('heading', { name: 'Fragen Sie eine Lampenmacherin' }).waitFor();
    await page.getByLabel('Vorname').waitFor();
    await page.getByLabel('Language').selectOption('ar');
    await page.getByLabel(ar.ChatFormFirstName).waitFor();
  });

  promises('Content Security Policy and integrity', 'allow the chat, and nothing else', async (site, code) => {
    const script = join(folder, 'head.mjs');
    writeFileSync(script, code);
    const { stdout: head } = await promisify(execFile)(process.execPath, [script]);
    const tag = '<genesys-webchat data-url="https://gms.example/genesys/2/chat/customer-support"></genesys-webchat>';
    const page = await site.visit(
      `<!doctype html><html lang="en"><head><meta charset="utf-8" />${head}<title>Strict</title></head><body>${tag}</body></html>`,
    );
    await site.launcher.click();
    await site.startsChat();
    const agent = await site.side.join();
    await agent.write('See https://shop.example/lamps');
    await page.getByRole('log').getByRole('link', { name: 'https://shop.example/lamps' }).waitFor();
    assert.deepEqual(site.problems, []);
    await assert.rejects(page.evaluate(`document.body.innerHTML = '<b>bold</b>'`), /TrustedHTML/);
    site.problems.length = 0;
  });

  promises(
    'Single-page applications',
    'keep the chat from view to view, and tell the agent the view',
    async (site, code) => {
      const page = await site.visit(code);
      await site.launcher.click();
      await site.startsChat();
      assert.equal((await site.chat()).userData['view'], '/');
      await page.getByLabel('Message box').fill('Not sent yet');
      await page.getByRole('link', { name: 'Lamps' }).click();
      await page.getByText('All our lamps').waitFor();
      while ((await site.chat()).userData['view'] !== '/lamps') await page.waitForTimeout(50);
      await page.goBack();
      await page.getByText('Welcome').waitFor();
      while ((await site.chat()).userData['view'] !== '/') await page.waitForTimeout(50);
      assert.equal(await page.getByLabel('Message box').inputValue(), 'Not sent yet');
      assert.equal((await site.side.chats()).length, 1);
    },
  );

  for (const [brand, title, colour] of [
    ['lamps', 'Lamp advice', 'rgb(122, 75, 0)'],
    ['chairs', 'Chair advice', 'rgb(28, 90, 82)'],
  ] as const) {
    promises('Several brands', `have their own service, words and colours: ${brand}`, async (site, code) => {
      const page = await site.visit(code, { url: `https://${brand}.example/` });
      const asked = page.waitForRequest(`https://gms.example/genesys/2/chat/${brand}`);
      assert.equal(await site.launcher.evaluate((button) => getComputedStyle(button).backgroundColor), colour);
      await site.launcher.click();
      await site.window.getByRole('heading', { name: title }).waitFor();
      await site.startsChat();
      await asked;
      assert.equal((await site.chat()).userData['brand'], brand);
    });
  }

  promises('Testing your own site', 'is a test that passes', async (_site, code) => {
    const own = join(folder, 'own-site');
    mkdirSync(join(own, 'site'), { recursive: true });
    writeFileSync(join(own, 'chat.test.mjs'), code);
    cpSync('dist/cdn', join(own, 'site/chat'), { recursive: true });
    const script = '<script type="module" src="/chat/genesys-webchat.js"></script>';
    const tag = '<genesys-webchat data-url="https://gms.example/genesys/2/chat/customer-support"></genesys-webchat>';
    writeFileSync(
      join(own, 'site/index.html'),
      `<!doctype html><html lang="en"><head><title>Own</title>${script}</head><body>${tag}</body></html>`,
    );
    // Without the variable by which this test's runner would take it for a part of itself.
    const env = { ...process.env, CHROMIUM: findBrowser('chromium') ?? '', NODE_TEST_CONTEXT: undefined };
    const { stdout } = await promisify(execFile)(process.execPath, ['--test', 'chat.test.mjs'], { cwd: own, env });
    assert.match(stdout, /pass 1\b/);
  });

  void it('are all tried', () => {
    assert.deepEqual(
      recipeNames.filter((name) => !tested.has(name)),
      [],
    );
    assert.ok(recipeNames.length >= 11);
  });
});
