import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Theatre } from '../scenes/theatre.js';

const view = { size: 'desktop', theme: 'light', direction: 'ltr' } as const;

void describe('a language whose file does not come', () => {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  void it('leaves the texts that there are, says so once, and the next language is spoken', async () => {
    const told: string[] = [];
    const stage = await theatre.play(
      {
        name: 'conversation',
        play: async (stage) => {
          stage.page.on('console', (message) => void told.push(message.text()));
          await stage.page.route(/\/fr\.js$/, (route) => route.abort());
          await stage.openWindow();
          await stage.reads('First Name');
          const isSaid = stage.page.waitForEvent('console', (message) => message.text().includes('[genesys-webchat]'));
          await stage.set({ lang: 'fr' });
          await isSaid;
        },
      },
      view,
    );
    await stage.set({ theme: 'dark' });
    await stage.reads('First Name');
    assert.deepEqual(
      told.filter((text) => text.includes('[genesys-webchat]')).map((text) => text.replace(/;.*/, '')),
      ['[genesys-webchat] unable to load the texts of fr'],
    );
    await stage.set({ lang: 'de' });
    await stage.reads('Vorname');
    await stage.close();
  });

  void it('shows the launcher all the same, and the window in English', async () => {
    const stage = await theatre.play(
      {
        name: 'closed',
        play: async (stage) => {
          await stage.page.route(/\/(?:ar|spoken-language)\.js$/, (route) => route.abort());
          await stage.page.route('**/heron.html', async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, body: (await response.text()).replace('lang="en"', 'lang="ar"') });
          });
          await stage.page.reload();
          await stage.part('launcher-button').click();
          await stage.reads('First Name');
        },
      },
      view,
    );
    assert.equal(await stage.page.evaluate('document.documentElement.lang'), 'ar');
    assert.equal(await stage.part('window').getAttribute('lang'), 'en');
    await stage.close();
  });
});
