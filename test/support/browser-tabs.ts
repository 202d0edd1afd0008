import type { Browser, CDPSession } from 'playwright-core';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * A tab of Chromium's own window, steered by its debugging protocol: unlike a page of Playwright, which always counts as
 * visible, it is hidden behind the others, and can be frozen.
 */
export class BrowserTab {
  readonly #root: CDPSession;
  readonly #targetId: string;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  readonly #crashed: Promise<void>;
  #count = 0;

  private constructor(root: CDPSession, targetId: string, sessionId: string) {
    this.#root = root;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
    this.#crashed = new Promise((resolve) => {
      root.on('Target.receivedMessageFromTarget', (received) => {
        if (received.sessionId !== sessionId) return;
        const reply = JSON.parse(received.message) as Reply;
        if (reply.method === 'Inspector.targetCrashed') resolve();
        this.#take(reply);
      });
    });
  }

  /** Opens a tab before all others, and waits until its page has loaded. */
  static async open(browser: Browser, url: string): Promise<BrowserTab> {
    const root = await browser.newBrowserCDPSession();
    const { targetId } = await root.send('Target.createTarget', { url });
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
    const tab = new BrowserTab(root, targetId, sessionId);
    await tab.#send('Inspector.enable');
    await tab.until(`document.readyState === 'complete' && location.href === ${JSON.stringify(url)}`);
    return tab;
  }

  /** What a script in the page comes to, which must be of JSON. */
  async run(expression: string): Promise<unknown> {
    const answer = await this.#send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = answer as { result: { value?: unknown }; exceptionDetails?: object };
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  }

  /** Waits until a condition holds in the page. */
  async until(condition: string): Promise<void> {
    while ((await this.run(condition)) !== true) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Brings it before the others, which are hidden then. */
  async show(): Promise<void> {
    await this.#root.send('Target.activateTarget', { targetId: this.#targetId });
    await this.until(`document.visibilityState === 'visible'`);
  }

  /** The browser freezes the page, which must be hidden; returns when it has. */
  async freeze(): Promise<void> {
    await this.run(`document.addEventListener('freeze', () => { window.isFrozen = true; }, { once: true })`);
    await this.#send('Page.setWebLifecycleState', { state: 'frozen' });
    await this.until('window.isFrozen === true');
  }

  async thaw(): Promise<void> {
    await this.#send('Page.setWebLifecycleState', { state: 'active' });
  }

  /** The page's process ends at once, without a word to the page. */
  async crash(): Promise<void> {
    // It is never answered.
    void this.#send('Page.crash');
    await this.#crashed;
  }

  async close(): Promise<void> {
    await this.#root.send('Target.closeTarget', { targetId: this.#targetId });
    await this.#root.detach();
  }

  async #send(method: string, params: object = {}): Promise<unknown> {
    this.#count += 1;
    const id = this.#count;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
    });
    const message = JSON.stringify({ id, method, params });
    await this.#root.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
    return answer;
  }

  #take({ id = 0, result, error }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}
