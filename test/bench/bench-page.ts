import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a page takes of the computer's memory. */
export interface Memory {
  readonly scriptBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** A page under measurement. */
export class BenchPage {
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(context: BrowserContext, page: Page, session: CDPSession) {
    this.#context = context;
    this.#page = page;
    this.#session = session;
  }

  /** Opens the page in a context of its own. */
  static async open(context: BrowserContext, address: string): Promise<BenchPage> {
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(address);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    return new BenchPage(context, page, session);
  }

  /** Calls a function of `page/bench-page.js`. */
  async run<Result>(name: string, ...values: readonly (string | number)[]): Promise<Result> {
    return this.#page.evaluate(`window.bench.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`);
  }

  /** Milliseconds in which the main thread was busy with it. */
  async mainThread(work: () => Promise<unknown>): Promise<number> {
    const before = await this.#metric('TaskDuration');
    await work();
    return ((await this.#metric('TaskDuration')) - before) * 1000;
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
    return {
      scriptBytes: await this.#metric('JSHeapUsedSize'),
      nodes: await this.#metric('Nodes'),
      listeners: await this.#metric('JSEventListeners'),
    };
  }

  /** Closes the page and forgets its visitor. */
  async close(): Promise<void> {
    await this.#context.close();
  }

  async #metric(wanted: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = metrics.find(({ name }) => name === wanted);
    if (!metric) throw new Error(`The browser has no metric ${wanted}`);
    return metric.value;
  }
}
