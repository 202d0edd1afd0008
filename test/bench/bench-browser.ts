import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import { BenchPage } from './bench-page.js';
import { LocalServerSide } from '../support/local-server-side.js';

// The policy that the widget promises to work under.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify genesys-webchat 'allow-duplicates'",
].join('; ');

/** A browser, and a server with the built files and an empty page; both are real, and on this computer. */
export class BenchBrowser {
  readonly #server: LocalServer;
  readonly #browser: Browser;
  readonly #address: string;

  private constructor(server: LocalServer, browser: Browser, address: string) {
    this.#server = server;
    this.#browser = browser;
    this.#address = address;
  }

  /** Starts both. */
  static async start(): Promise<BenchBrowser> {
    const server = createLocalServer({
      // Nobody polls while a measurement is prepared.
      protocolTimeoutMs: 3_600_000,
      staticFolders: [
        {
          prefix: '/',
          folder: 'test/bench/page',
          pageHeaders: { 'Content-Security-Policy': contentSecurityPolicy },
        },
        { prefix: '/cdn/', folder: 'dist/cdn' },
      ],
    });
    const { url } = await server.listen({ port: 0 });
    const browser = await chromium.launch({
      executablePath: findBrowser('chromium') ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--js-flags=--expose-gc'],
    });
    return new BenchBrowser(server, browser, url);
  }

  /** The agents' side of the server. */
  get desk(): LocalServerSide {
    return new LocalServerSide(this.#address);
  }

  /** A page of a visitor who has never been here. */
  async visit(): Promise<BenchPage> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 800 } });
    return BenchPage.open(context, `${this.#address}/index.html`);
  }

  /** Ends both. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
