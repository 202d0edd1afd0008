import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { readWork, traceCategories, type Work } from './trace.js';

/** What a page takes of the computer's memory. */
export interface Memory {
  readonly scriptBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** A page under measurement. */
export class BenchPage {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(browser: Browser, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.#context = page.context();
    this.#page = page;
    this.#session = session;
  }

  /** Opens the page. */
  static async open(browser: Browser, context: BrowserContext, address: string): Promise<BenchPage> {
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(address);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    return new BenchPage(browser, page, session);
  }

  /** Calls a function of `page/bench-page.js`. */
  async run<Result>(name: string, ...values: readonly (string | number)[]): Promise<Result> {
    return this.#page.evaluate(`window.bench.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`);
  }

  /** What the main thread did in each stretch that the page has marked meanwhile. */
  async trace(work: () => Promise<unknown>): Promise<Work[]> {
    await this.#browser.startTracing(this.#page, { categories: traceCategories });
    await work();
    return readWork(await this.#browser.stopTracing());
  }

  /** Makes the computer a slow phone: 4G as in the field's measurements, and a processor of a quarter of the speed. */
  async slowDown(): Promise<void> {
    await this.#session.send('Network.enable');
    await this.#session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }

  /** Presses a key. */
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  /** Loads the page anew, as a visitor who goes on to another one. */
  async reload(): Promise<void> {
    await this.#page.reload();
  }

  /** What is in memory once all that can go has gone. */
  async memory(): Promise<Memory> {
    for (let round = 0; round < 3; round += 1) await this.#session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      scriptBytes: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
  }

  /** Closes the page and forgets its visitor. */
  async close(): Promise<void> {
    await this.#context.close();
  }
}
