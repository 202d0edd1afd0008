import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createLocalServer, type LocalServer } from '../../demo/local-server/index.js';
import type { GenesysWebchat } from '../../components/genesys-webchat/index.js';
import { LocalServerSide } from '../support/local-server-side.js';
import { problemsOn, startChromium } from '../support/site-in-browser.js';

const built = 'test/frameworks/built';

/** Each app, and the folder that its page is served from. */
const apps = {
  'React, by the component': `${built}/react`,
  'React, by the tag': `${built}/react-tag`,
  Vue: `${built}/vue`,
  Svelte: `${built}/svelte`,
  Angular: `${built}/angular`,
  Solid: `${built}/solid`,
  Preact: `${built}/preact`,
  Lit: `${built}/lit`,
  'plain HTML': 'test/frameworks/html',
};

let browser: Browser;

before(async () => {
  browser = await startChromium();
});

after(() => browser.close());

for (const [name, folder] of Object.entries(apps)) {
  void describe(`an app with ${name}`, () => {
    let server: LocalServer;
    let side: LocalServerSide;
    let page: Page;
    let problems: string[];

    before(async () => {
      server = createLocalServer({
        staticFolders: [
          { prefix: `/${folder.split('/').at(-1) ?? ''}/`, folder },
          { prefix: '/cdn/', folder: 'dist/cdn' },
        ],
      });
      const { url } = await server.listen({ port: 0 });
      side = new LocalServerSide(url);
      page = await browser.newPage();
      problems = problemsOn(page);
      const address = new URL(`${folder.split('/').at(-1) ?? ''}/index.html`, url);
      address.searchParams.set('chat', side.dataURL);
      await page.goto(address.href);
    });

    after(async () => {
      await page.close();
      await server.close();
    });

    void it('mounts the tag, which shows its launcher', async () => {
      await page.getByRole('button', { name: 'Chat', exact: true }).waitFor();
    });

    void it('sets attributes and properties, objects too, and follows its state', async () => {
      const read = () =>
        page.locator('genesys-webchat').evaluate((element) => {
          const { dataUrl, userData, pollingLive, theme } = element as GenesysWebchat;
          return { dataUrl, userData, pollingLive, theme };
        });
      const options = { dataUrl: side.dataURL, userData: { plan: 'gold' }, pollingLive: 100 };
      assert.deepEqual(await read(), { ...options, theme: 'light' });
      await page.getByRole('button', { name: 'Dark theme' }).click();
      await page.locator('genesys-webchat[data-theme="dark"]').waitFor({ state: 'attached' });
      assert.deepEqual(await read(), { ...options, theme: 'dark' });
    });

    void it('holds a chat, and hears its events', async () => {
      await page.getByRole('button', { name: 'Chat', exact: true }).click();
      await page.getByLabel('First Name').fill('Ada');
      await page.getByLabel('Last Name').fill('Lovelace');
      await page.getByRole('button', { name: 'Start Chat' }).click();
      await page.getByRole('listitem').filter({ hasText: 'started' }).waitFor();
      const [chat] = await side.chats();
      assert.equal(chat?.userData['plan'], 'gold');
      await says(await side.join(), 'How can I help?');
      await page.getByLabel('Message box').fill('My lamp is dark');
      await page.keyboard.press('Enter');
      await heard('My lamp is dark');
      assert.deepEqual(await side.visitorTexts(), ['My lamp is dark']);
    });

    void it('unmounts the tag, and with it all of the chat on the page', async () => {
      await page.getByRole('button', { name: 'Remove the chat' }).click();
      await page.locator('genesys-webchat').waitFor({ state: 'detached' });
    });

    void it('mounts it again, in the conversation where it was, and hears its events again', async () => {
      await page.getByRole('button', { name: 'Show the chat' }).click();
      await page.getByRole('log').getByText('How can I help?').waitFor();
      await says(await side.join({ nickname: 'Eve' }), 'I am here too.');
    });

    void it('does all of it without an error on the console', () => {
      assert.deepEqual(problems, []);
    });

    /** An agent writes; the app hears of it, and the visitor reads it. */
    async function says(agent: { write(text: string): Promise<unknown> }, text: string): Promise<void> {
      await agent.write(text);
      await heard(text);
      await page.getByRole('log').getByText(text).waitFor();
    }

    async function heard(text: string): Promise<void> {
      await page.locator('ul:not(genesys-webchat *) > li').filter({ hasText: text }).first().waitFor();
    }
  });
}
