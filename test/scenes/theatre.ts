import type { Browser } from 'playwright-core';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import { untilRest } from '../support/page-accessibility.js';
import { startChromium } from '../support/site-in-browser.js';
import type { Scene } from './scenes.js';
import { Stage, type View } from './stage.js';

/** A browser and a local server with the built demo site, in which scenes are played. */
export class Theatre {
  readonly browser: Browser;
  readonly #servers: LocalServer[] = [];

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Starts the browser. */
  static async open(): Promise<Theatre> {
    const browser = await startChromium();
    return new Theatre(browser);
  }

  /** Plays a scene on a server of its own; the stage is to be closed afterwards. */
  async play({ options = {}, play }: Scene, view: View): Promise<Stage> {
    const stage = await Stage.open(this.browser, await this.serve(), view, options);
    await play(stage);
    await untilRest(stage.page);
    return stage;
  }

  /** Starts another server with all demo pages; gives its address. */
  async serve(): Promise<string> {
    const server = createLocalServer({
      staticFolders: [
        { prefix: '/', folder: 'dist/demo' },
        { prefix: '/cdn/', folder: 'dist/cdn' },
      ],
    });
    this.#servers.push(server);
    const { url } = await server.listen({ port: 0 });
    return url;
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.browser.close();
    for (const server of this.#servers) await server.close();
  }
}
