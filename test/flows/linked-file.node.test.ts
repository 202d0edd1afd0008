import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import { until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { problemsOn, startChromium } from '../support/site-in-browser.js';

const integrity = JSON.parse(readFileSync('dist/cdn/integrity.json', 'utf8')) as Record<string, string>;

/** A configuration without a mistake. */
const inOrder = { main: { theme: 'light' }, webchat: { userData: { a: { b: 1 } }, chatButton: { enabled: true } } };

void describe('the file that pages link', () => {
  let browser: Browser;
  let folder: string;
  let site: LocalServer;
  let siteAddress: string;
  let cdn: LocalServer;
  let cdnAddress: string;
  /** An import map by which none of the later files is what it should be. */
  let wrongHashes: string;
  let page: Page;
  let problems: string[];

  before(async () => {
    browser = await startChromium();
    folder = mkdtempSync(join(tmpdir(), 'genesys-webchat-page-'));
    // The same code at another address is another copy to a browser, as another version is.
    cdn = createLocalServer({
      staticFolders: [
        { prefix: '/one/', folder: 'dist/cdn' },
        { prefix: '/two/', folder: 'dist/cdn' },
      ],
    });
    ({ url: cdnAddress } = await cdn.listen({ port: 0 }));
    const later = Object.keys(integrity).filter((path) => path.startsWith('chunks/'));
    const hashes = later.map((path) => [`${cdnAddress}/one/${path}`, integrity['genesys-webchat.js']] as const);
    wrongHashes = JSON.stringify({ integrity: Object.fromEntries(hashes) });
  });

  after(async () => {
    await browser.close();
    await cdn.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${cdnAddress} 'sha256-${createHash('sha256').update(wrongHashes).digest('base64')}'`,
      "style-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ${cdnAddress}`,
      "require-trusted-types-for 'script'",
      "trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'",
    ].join('; ');
    site = createLocalServer({
      staticFolders: [{ prefix: '/', folder, pageHeaders: { 'Content-Security-Policy': policy } }],
    });
    ({ url: siteAddress } = await site.listen({ port: 0 }));
    page = await browser.newPage();
    problems = problemsOn(page);
  });

  afterEach(async () => {
    await page.close();
    await site.close();
  });

  /** Opens a page of the site with these scripts in its head. */
  async function visit(...scripts: string[]): Promise<void> {
    const { dataURL } = new LocalServerSide(siteAddress);
    const tag = `<genesys-webchat data-url="${dataURL}" polling-live="100" polling-idle="100"></genesys-webchat>`;
    const head = `<meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${scripts.join('')}`;
    writeFileSync(
      join(folder, 'index.html'),
      `<!doctype html><html lang="en"><head>${head}</head><body>${tag}</body></html>`,
    );
    await page.goto(`${siteAddress}/index.html`);
  }

  /** The visitor starts a chat, and an agent and the visitor write. */
  async function talk(): Promise<void> {
    const side = new LocalServerSide(siteAddress);
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByLabel('First Name').fill('Ada');
    await page.getByLabel('Last Name').fill('Lovelace');
    await page.getByRole('button', { name: 'Start Chat' }).click();
    await page.getByLabel('Message box').waitFor();
    const agent = await side.join();
    await agent.write('See https://shop.example/lamps');
    await page.getByRole('log').getByRole('link', { name: 'https://shop.example/lamps' }).waitFor();
    await page.getByLabel('Message box').fill('My lamp is dark');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('My lamp is dark').waitFor();
  }

  void it('works from another origin, and loads the rest from there', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') loaded.push(request.url());
    });
    await visit(`<script type="module" src="${cdnAddress}/one/genesys-webchat.js"></script>`);
    await talk();
    assert.deepEqual(problems, []);
    assert.ok(loaded.length > 2, loaded.join());
    assert.ok(
      loaded.every((url) => url.startsWith(`${cdnAddress}/one/`)),
      loaded.join(),
    );
  });

  void it('is all that a page in order loads before somebody wants a chat; what is not in order, other files tell', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') loaded.push(request.url());
    });
    await visit(`<script type="module" src="${cdnAddress}/one/genesys-webchat.js"></script>`);
    await page.evaluate(async (config) => {
      const chat = document.querySelector('genesys-webchat');
      if (!chat) return;
      chat.config = config;
      for (const name of ['id', 'class', 'aria-label', 'data-v-1', '_ngcontent-ng-c1']) chat.setAttribute(name, 'x');
      await chat.updateComplete;
    }, inOrder);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(loaded, [`${cdnAddress}/one/genesys-webchat.js`]);
    const warning = page.waitForEvent('console', (message) => message.type() === 'warning');
    await page.evaluate(() => document.querySelector('genesys-webchat')?.setAttribute('emoji', ''));
    await page.evaluate(() => document.querySelector('genesys-webchat')?.setAttribute('theme', 'dark'));
    assert.match((await warning).text(), /there is no attribute emoji, .* Write emojis\.$/);
    assert.ok(
      loaded.slice(1).every((url) => url.includes('/describe-')),
      loaded.join(),
    );
  });

  void it('tells a page on https that its chat service is on http', async () => {
    await page.route('https://shop.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const html =
        '<!doctype html><script type="module" src="/genesys-webchat.js"></script><genesys-webchat></genesys-webchat>';
      if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: html });
      else await route.fulfill({ contentType: 'text/javascript', path: join('dist/cdn', pathname) });
    });
    await page.goto('https://shop.example/');
    const warning = page.waitForEvent('console', (message) => message.type() === 'warning');
    await page.evaluate(() => {
      Object.assign(document.querySelector('genesys-webchat') ?? {}, { dataUrl: 'http://gms.example/chat' });
    });
    assert.match((await warning).text(), /dataURL is "http:\/\/gms\.example\/chat", .* Give its https address\.$/);
  });

  void it('has the hash of each of its scripts in integrity.json', () => {
    const scripts = readdirSync('dist/cdn', { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.js'),
    );
    assert.deepEqual(Object.keys(integrity).sort(), scripts.sort());
    for (const [path, hash] of Object.entries(integrity)) {
      const bytes = readFileSync(join('dist/cdn', path));
      assert.equal(hash, `sha384-${createHash('sha384').update(bytes).digest('base64')}`, path);
    }
  });

  void it('runs where the page tells its hash', async () => {
    const attributes = `src="${cdnAddress}/one/genesys-webchat.js" integrity="${integrity['genesys-webchat.js'] ?? ''}"`;
    await visit(`<script type="module" crossorigin ${attributes}></script>`);
    await talk();
    assert.deepEqual(problems, []);
  });

  void it('does not run where the page tells another', async () => {
    const other = Object.values(integrity).find((hash) => hash !== integrity['genesys-webchat.js']) ?? '';
    await visit(`<script type="module" src="${cdnAddress}/one/genesys-webchat.js" integrity="${other}"></script>`);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.evaluate(() => customElements.get('genesys-webchat')), undefined);
    assert.match(problems.join(), /integrity/);
  });

  void it('lets none of its later files run that is another than the page tells', async () => {
    await visit(
      `<script type="importmap">${wrongHashes}</script>`,
      `<script type="module" src="${cdnAddress}/one/genesys-webchat.js"></script>`,
    );
    await page.evaluate(`document.querySelector('genesys-webchat').startChat().catch(() => undefined)`);
    assert.deepEqual(await new LocalServerSide(siteAddress).chats(), []);
    assert.match(problems.join(), /integrity/);
  });

  void it('may be there twice', async () => {
    const script = `<script type="module" src="${cdnAddress}/one/genesys-webchat.js"></script>`;
    await visit(script, script, `<script type="module" src="${cdnAddress}/two/genesys-webchat.js"></script>`);
    await talk();
    assert.deepEqual(problems, []);
  });

  void it('may come a second time, in another copy, in the middle of a chat', async () => {
    cpSync('dist/cdn/genesys-webchat.js', join(folder, 'genesys-webchat.js'));
    cpSync('dist/cdn/chunks', join(folder, 'chunks'), { recursive: true });
    await visit(`<script type="module" src="${cdnAddress}/one/genesys-webchat.js"></script>`);
    await talk();
    await page.evaluate(() => import(new URL('genesys-webchat.js', location.href).href));
    await page.getByLabel('Message box').fill('It flickers');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('It flickers').waitFor();
    const side = new LocalServerSide(siteAddress);
    await until(async () => (await side.visitorTexts()).length > 1);
    assert.deepEqual(await side.visitorTexts(), ['My lamp is dark', 'It flickers']);
    assert.deepEqual(problems, []);
  });
});
