import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { linkedFiles, SiteInBrowser } from '../support/site-in-browser.js';
import { strictPolicy } from '../support/strict-policy.js';

/** Something that was seen, and where. */
interface Note {
  readonly place: string;
  readonly text: string;
}

/** The one place where the key is kept: `session/restore-store.ts`. */
const keptAt = /^local storage: genesys-webchat\/.+\/session$/;

const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

void describe('the secret key of a chat, from its start over files, faults and a reload to its end', () => {
  let site: SiteInBrowser;
  let context: BrowserContext;
  let page: Page;
  let key = '';
  let chatId = '';
  let givenOut = '';
  let storedAfterTheEnd: string[] = [];
  const notes: Note[] = [];

  before(async () => {
    const pageHeaders = { 'Content-Security-Policy': strictPolicy };
    site = await SiteInBrowser.open(linkedFiles, { prefix: '/', folder: 'test/security/page', pageHeaders });
    context = await site.browser.newContext();
    await context.addInitScript({ path: 'test/security/page/watch.js' });
    context.on('request', (request) => {
      notes.push({ place: 'address of a request', text: `${request.url()} ${JSON.stringify(request.headers())}` });
      if (request.postData()?.includes('secureKey=')) notes.push({ place: 'body', text: request.postData() ?? '' });
    });
    context.on('console', (message) => notes.push({ place: 'console', text: message.text() }));
    context.on('weberror', (error) => notes.push({ place: 'console', text: String(error.error()) }));
    page = await visit();

    const started = page.waitForResponse(site.side.dataURL);
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByLabel('First Name').fill('Ada');
    await page.getByLabel('Last Name').fill('Lovelace');
    await page.getByRole('button', { name: 'Start Chat' }).click();
    ({ secureKey: key, chatId } = (await (await started).json()) as { secureKey: string; chatId: string });

    const agent = await site.side.join({ nickname: 'Ann' });
    await agent.startTyping();
    await agent.write('See **https://shop.example/lamps**');
    await reads('https://shop.example/lamps');
    await page.getByLabel('Message box').pressSequentially('My lamp is dark');
    await page.keyboard.press('Enter');
    await reads('My lamp is dark');

    const chooser = page.waitForEvent('filechooser');
    await part('attach-button').click();
    await (await chooser).setFiles({ name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('A bill') });
    await reads('bill.txt');
    await agent.share('lamp.png', 'image/png', picture);
    await part('file-image').waitFor();
    const fileId = await agent.share('guide.pdf', 'application/pdf', btoa('a guide'));
    await reads('guide.pdf');
    await save(() => page.getByRole('button', { name: 'Download guide.pdf' }).click());
    await save(() => choose('Download transcript'));
    await save(() => choose('Download transcript as data'));

    const options = { message: 'Hello', content: [], html: '', id: 'none', userData: { plan: 'gold' }, filters: [] };
    for (const name of ['sendTyping', 'poll', 'sendCustomNotice', 'updateUserData', 'confirmRead', 'getTranscript']) {
      await run(`WebChatService.${name}`, options);
    }
    for (const name of ['getAgents', 'getStats', 'verifySession', 'getFileLimits', 'fetchHistory', 'restore']) {
      await run(`WebChatService.${name}`);
    }
    for (const name of ['startChat', 'sendFilteredMessage', 'resendMessage', 'discardMessage', 'cancelFile']) {
      await run(`WebChatService.${name}`, options);
    }
    await run('WebChatService.downloadFile', { fileId, save: false });
    for (const name of ['startChat', 'injectMessage', 'showOverlay', 'hideOverlay', 'open', 'answerSurvey']) {
      await run(`WebChat.${name}`, options);
    }
    for (const faults of [{ statusCode: 2 }, { statusCode: 1 }, { offline: true }]) {
      await site.side.setFaults(faults);
      await run('WebChatService.sendCustomNotice', options);
      await run('WebChatService.poll');
    }
    await site.side.mend();

    const second = await visit();
    await second.getByRole('log').getByText('My lamp is dark').waitFor();
    await collect(second);
    await second.close();
    await collect(page);
    await page.reload();
    await listen(page);
    await reads('My lamp is dark');
    await page.getByLabel('Message box').pressSequentially('It is on again');
    await page.keyboard.press('Enter');
    await reads('It is on again');
    await page.getByLabel('Message box').pressSequentially('And not sent');
    givenOut = await page.evaluate(
      `document.querySelector('genesys-webchat').command('WebChatService.getSessionData').then(JSON.stringify)`,
    );
    await page.getByRole('button', { name: 'End chat' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'End chat' }).click();
    await part('end').waitFor();
    await run('WebChatService.getTranscript');
    await collect(page);
    storedAfterTheEnd = await page.evaluate('Object.entries(localStorage).flat()');
    notes.push({ place: 'cookie', text: JSON.stringify(await context.cookies()) });
  });

  after(() => site.close());

  async function visit(): Promise<Page> {
    const visited = await context.newPage();
    await visited.goto(`${site.address}/index.html`);
    await listen(visited);
    return visited;
  }

  async function listen(visited: Page): Promise<void> {
    await visited.evaluate(
      `customElements.whenDefined('genesys-webchat').then(() => watch.listen(document.querySelector('genesys-webchat')))`,
    );
  }

  async function collect(visited: Page): Promise<void> {
    notes.push(...(await visited.evaluate<Note[]>('watch.collect()')));
  }

  async function run(name: string, options: object = {}): Promise<void> {
    await page.evaluate(`watch.run(${JSON.stringify(name)}, ${JSON.stringify(options)})`);
  }

  function part(name: string): Locator {
    return page.locator(`genesys-webchat [part~="${name}"]`).locator('visible=true').first();
  }

  async function reads(text: string): Promise<void> {
    await page.getByRole('log').getByText(text).locator('visible=true').first().waitFor();
  }

  async function choose(item: string): Promise<void> {
    await part('menu-button').click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** What the visitor is offered to save is looked into, too. */
  async function save(act: () => Promise<void>): Promise<void> {
    const saved = page.waitForEvent('download');
    await act();
    const download = await saved;
    const content = await readFile(await download.path(), 'utf8');
    notes.push({ place: 'saved file', text: `${download.url()} ${download.suggestedFilename()} ${content}` });
  }

  function placesOf(text: string): string[] {
    return [...new Set(notes.filter((note) => note.text.includes(text)).map(({ place }) => place))];
  }

  void it('goes to the server in the body of requests, and is kept in one place for the next page', () => {
    assert.match(key, /^[0-9a-f]{16}$/);
    const places = placesOf(key);
    assert.ok(places.includes('body'), places.join());
    assert.ok(
      places.some((place) => keptAt.test(place)),
      places.join(),
    );
  });

  void it('is given to the page by getSessionData', () => {
    assert.ok(givenOut.includes(key));
  });

  void it('would be seen, as the id of the chat is', () => {
    const places = placesOf(chatId);
    for (const place of ['address of a request', 'bus event', 'DOM event', 'command answer']) {
      assert.ok(places.includes(place), `${place} is not among ${places.join()}`);
    }
    assert.deepEqual(
      ['page', 'saved file', 'command options'].filter((place) => !placesOf('My lamp is dark').includes(place)),
      [],
    );
  });

  for (const place of [
    ...['address of a request', 'console', 'bus event', 'DOM event', 'command options', 'command answer', 'page'],
    ...['title', 'address', 'history', 'cookie', 'saved file', 'local storage', 'session storage', 'data base'],
  ]) {
    void it(`is in no ${place}`, () => {
      const seen = notes.filter((note) => note.place.startsWith(place) && !keptAt.test(note.place));
      const rare = ['console', 'history', 'session storage', 'data base'];
      assert.ok(seen.length > 0 || rare.includes(place), 'something was seen there');
      for (const { text } of seen) {
        assert.ok(!text.includes(key), text);
        assert.ok(!text.includes('secureKey'), text);
      }
    });
  }

  void it('is gone with everything else that was kept when the chat is over', () => {
    assert.ok(!storedAfterTheEnd.join().includes(key), storedAfterTheEnd.join());
    assert.ok(!storedAfterTheEnd.some((entry) => keptAt.test(`local storage: ${entry}`)), storedAfterTheEnd.join());
  });
});
