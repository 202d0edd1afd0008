import { chromium, type Browser, type Page } from 'playwright-core';
import { createLocalServer, type LocalServer, type StaticFolder } from '../../demo/local-server/index.js';
import { findBrowser, findTestChromium } from '../../scripts/find-browser.mjs';
import { LocalServerSide } from './local-server-side.js';

/** The linked file as pages find it. */
export const linkedFiles: StaticFolder = { prefix: '/cdn/', folder: 'dist/cdn' };

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic'];

/** Chromium without a window. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findTestChromium() ?? '', args });
}

/** Chromium as everybody has it: tabs that are behind others are hidden, and pages are kept for the way back. */
export function startWholeChromium(): Promise<Browser> {
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  return chromium.launch({ executablePath: findBrowser('chromium') ?? '', args, ignoreDefaultArgs });
}

/** Waits until a condition holds in the page. Playwright's own way is an `eval`, which strict policies forbid. */
export async function untilInPage(page: Page, condition: string): Promise<void> {
  while (!(await page.evaluate<boolean>(condition))) await page.waitForTimeout(20);
}

/** What the page says as errors and warnings, or throws, from now on. */
export function problemsOn(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) problems.push(message.text());
  });
  return problems;
}

/** Chromium, and a local server that serves a site beside its chats. For tests in Node. */
export class SiteInBrowser {
  readonly browser: Browser;
  /** Where the site is, without a slash at the end. */
  readonly address: string;
  /** The server from behind. */
  readonly side: LocalServerSide;
  readonly #server: LocalServer;

  private constructor(browser: Browser, server: LocalServer, address: string) {
    this.browser = browser;
    this.address = address;
    this.side = new LocalServerSide(address);
    this.#server = server;
  }

  /** Serves the folders and starts the browser. */
  static async open(...staticFolders: readonly StaticFolder[]): Promise<SiteInBrowser> {
    return SiteInBrowser.openIn(await startChromium(), ...staticFolders);
  }

  /** Serves the folders to a browser, which is closed with it. */
  static async openIn(browser: Browser, ...staticFolders: readonly StaticFolder[]): Promise<SiteInBrowser> {
    const server = createLocalServer({ staticFolders });
    const { url } = await server.listen({ port: 0 });
    return new SiteInBrowser(browser, server, url);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#server.close();
  }
}
