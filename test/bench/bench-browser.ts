import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import { BenchPage } from './bench-page.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { strictPolicy } from '../support/strict-policy.js';

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
    compress('dist/cdn', 'dist/bench/cdn');
    const server = createLocalServer({
      // Nobody polls while a measurement is prepared.
      protocolTimeoutMs: 3_600_000,
      staticFolders: [
        {
          prefix: '/',
          folder: 'test/bench/page',
          pageHeaders: { 'Content-Security-Policy': strictPolicy },
        },
        // As a site's server sends it.
        { prefix: '/cdn/', folder: 'dist/bench/cdn', headers: { 'Content-Encoding': 'br' } },
      ],
    });
    const { url } = await server.listen({ port: 0 });
    const browser = await chromium.launch({
      executablePath: findBrowser('chromium') ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--js-flags=--expose-gc'],
    });
    return new BenchBrowser(server, browser, url);
  }

  /** Which browser it is. */
  get name(): string {
    return `Chromium ${this.#browser.version()}`;
  }

  /** The agents' side of the server. */
  get desk(): LocalServerSide {
    return new LocalServerSide(this.#address);
  }

  /** A page of a visitor who has never been here. */
  async visit(): Promise<BenchPage> {
    return this.visitAs(await this.newVisitor());
  }

  /** Somebody with storage of their own. */
  async newVisitor(): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: { width: 1280, height: 800 } });
  }

  /** A page of that visitor. */
  async visitAs(visitor: BrowserContext): Promise<BenchPage> {
    return BenchPage.open(this.#browser, visitor, `${this.#address}/index.html`);
  }

  /** Ends both. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

/** Copies the scripts of a folder, each compressed. */
function compress(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const target = join(to, name);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, brotliCompressSync(readFileSync(join(from, name))));
  }
}
