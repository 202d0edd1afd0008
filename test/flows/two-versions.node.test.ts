import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { emojiData } from '../../scripts/emoji-data-plugin.mjs';
import { until } from '../support/frame-tab.js';
import { problemsOn, SiteInBrowser } from '../support/site-in-browser.js';
import { strictPolicy } from '../support/strict-policy.js';

/**
 * Builds the linked file as another version is: other names inside, other chunks, and its own copy of every library.
 * None of our own passes over the code is run, so that not even what elements call each other is the same.
 */
async function buildOther(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [emojiData()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      target: 'es2022',
      lib: { formats: ['es'], entry: { 'genesys-webchat': resolve('components/genesys-webchat/index.ts') } },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/other/[name].js' } },
    },
  });
}

void describe('two versions of the file that pages link', () => {
  let folder: string;
  let site: SiteInBrowser;
  let page: Page;
  let problems: string[];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'genesys-webchat-versions-'));
    mkdirSync(join(folder, 'site'));
    await buildOther(join(folder, 'other'));
    site = await SiteInBrowser.open(
      { prefix: '/one/', folder: 'dist/cdn' },
      { prefix: '/other/', folder: join(folder, 'other') },
      { prefix: '/', folder: join(folder, 'site'), pageHeaders: { 'Content-Security-Policy': strictPolicy } },
    );
  });

  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    page = await (await site.browser.newContext()).newPage();
    problems = problemsOn(page);
  });

  afterEach(async () => {
    assert.deepEqual(problems, []);
    await page.context().close();
  });

  async function visit(...versions: readonly string[]): Promise<void> {
    const scripts = versions.map((each) => `<script type="module" src="/${each}/genesys-webchat.js"></script>`);
    writeFileSync(
      join(folder, 'site/index.html'),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
      ${scripts.join('')}</head><body>
      <genesys-webchat data-url="${site.side.dataURL}" markdown polling-live="100" polling-idle="100"></genesys-webchat>`,
    );
    await page.goto(`${site.address}/index.html`);
  }

  async function says(text: string): Promise<void> {
    await page.getByLabel('Message box').fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText(text).waitFor();
    // It is shown before the server has it.
    await until(async () => {
      const { transcript = [] } = (await site.side.chats()).at(-1) ?? {};
      return transcript.some((event) => event.text === text);
    });
  }

  /** The visitor starts a chat by the form; gives its id. */
  async function starts(): Promise<string> {
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByLabel('First Name').fill('Ada');
    await page.getByLabel('Last Name').fill('Lovelace');
    await page.getByRole('button', { name: 'Start Chat' }).click();
    await page.getByLabel('Message box').waitFor();
    return (await site.side.chats()).at(-1)?.chatId ?? '';
  }

  void it('are two to a browser', () => {
    const [one, other] = ['dist/cdn', join(folder, 'other')].map((path) =>
      readFileSync(join(path, 'genesys-webchat.js'), 'utf8'),
    );
    assert.notEqual(one, other);
  });

  for (const versions of [
    ['one', 'other'],
    ['other', 'one'],
  ]) {
    void it(`may be on one page, ${versions.join(' before ')}: the first has the tag`, async () => {
      await visit(...versions);
      const chatId = await starts();
      const agent = await site.side.join({}, chatId);
      await agent.write('Hello **Ada**');
      await page.getByRole('log').getByText('Ada', { exact: true }).waitFor();
      await says('Good morning');
      await page.getByRole('button', { name: 'End chat' }).first().click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
      await page.getByText('Chat Ended').first().waitFor();
      assert.equal((await site.side.chat(chatId)).state, 'ended');
    });
  }

  void it('may follow each other from page to page in the middle of a chat', async () => {
    await visit('one');
    const chatId = await starts();
    await says('From one');
    await visit('other');
    await page.getByRole('log').getByText('From one').waitFor();
    await says('From the other');
    await visit('one');
    await page.getByRole('log').getByText('From the other').waitFor();
    const { transcript } = await site.side.chat(chatId);
    assert.deepEqual(
      transcript.flatMap(({ type, text }) => (type === 'Message' ? [text] : [])),
      ['From one', 'From the other'],
    );
    await page.evaluate(`document.querySelector('genesys-webchat').endChat()`);
  });
});
