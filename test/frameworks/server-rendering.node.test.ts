import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { problemsOn, startChromium } from '../support/site-in-browser.js';

const frameworks = 'test/frameworks';

let browser: Browser;

before(async () => {
  browser = await startChromium();
});

after(() => browser.close());

/** A page of a folder in a browser, with what went wrong in it. */
class ServedPage {
  readonly problems: readonly string[];
  readonly page: Page;
  readonly #server: LocalServer;

  private constructor(page: Page, server: LocalServer) {
    this.page = page;
    this.problems = problemsOn(page);
    this.#server = server;
  }

  static async open(folder: string): Promise<ServedPage> {
    const server = createLocalServer({ staticFolders: [{ prefix: '/', folder }] });
    const { url } = await server.listen({ port: 0 });
    const served = new ServedPage(await browser.newPage(), server);
    await served.page.goto(`${url}/index.html`);
    return served;
  }

  /** Some options of a tag, once it is defined. */
  options(selector: string): Promise<unknown> {
    return this.page.evaluate(async (tag) => {
      await customElements.whenDefined('genesys-webchat');
      const { dataUrl, userData, lang } = document.querySelector(tag) as GenesysWebchat;
      return { dataUrl, userData, lang };
    }, selector);
  }

  async close(): Promise<void> {
    await this.page.close();
    await this.#server.close();
  }
}

void describe('a page that React renders on a server, as Next does, and takes over in the browser', () => {
  const html = execFileSync(process.execPath, ['react-server/render.js'], { cwd: frameworks, encoding: 'utf8' }).trim();
  const folder = mkdtempSync(join(tmpdir(), 'genesys-webchat-react-'));
  let served: ServedPage;

  before(async () => {
    cpSync(`${frameworks}/built/react-server`, folder, { recursive: true });
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    writeFileSync(join(folder, 'index.html'), page.replace('<main id="app"></main>', `<main id="app">${html}</main>`));
    served = await ServedPage.open(folder);
  });

  after(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  void it('holds the tags without their insides, and the attributes that the page gave', () => {
    assert.equal(
      html,
      '<ul></ul><genesys-webchat id="component" class="chat"></genesys-webchat>' +
        '<genesys-webchat id="tag" lang="de" data-url="/genesys/2/chat/tag" chat-button-enabled="false"></genesys-webchat>',
    );
  });

  void it('becomes live: the component sets its options and hears its events', async () => {
    await served.page.getByRole('region').getByRole('button').first().click();
    await served.page.locator('li', { hasText: 'component' }).first().waitFor();
    assert.deepEqual(await served.options('#component'), {
      dataUrl: '/genesys/2/chat/component',
      userData: { plan: 'gold' },
      lang: 'fr',
    });
  });

  void it('becomes live: the tag has the options of its attributes', async () => {
    assert.deepEqual(await served.options('#tag'), { dataUrl: '/genesys/2/chat/tag', userData: {}, lang: 'de' });
  });

  void it('is the same in the browser as on the server, so that React has nothing against it', () => {
    assert.deepEqual(served.problems, []);
  });
});

void describe('a page that a template renders, as Astro does, with a script that imports the package', () => {
  let served: ServedPage;

  before(async () => {
    served = await ServedPage.open(`${frameworks}/built/static`);
  });

  after(() => served.close());

  void it('becomes live, with the options of attributes and of the JSON inside the tag', async () => {
    assert.deepEqual(await served.options('genesys-webchat'), {
      dataUrl: '/genesys/2/chat/static',
      userData: { plan: 'gold' },
      lang: 'fr',
    });
  });

  void it('shows in the chat what the template put into a slot', async () => {
    await served.page.getByRole('region').getByRole('button').first().click();
    await served.page.getByText('How we treat your data').waitFor();
    assert.deepEqual(served.problems, []);
  });
});
