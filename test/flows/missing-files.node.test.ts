import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Stage } from '../scenes/stage.js';
import { Theatre } from '../scenes/theatre.js';

void describe('where a file does not come', () => {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  /** Plays on a page that never gets the file of that name, although it asks for it. */
  const playWithout = async (file: string, play: (stage: Stage) => Promise<void>): Promise<void> => {
    const stage = await theatre.play(
      {
        name: `without ${file}`,
        play: async (stage) => {
          await stage.page.route(`**/chunks/*/${file}.js`, (route) => route.abort());
          const isMissed = stage.page.waitForEvent('requestfailed', (request) => request.url().endsWith(`/${file}.js`));
          await play(stage);
          await isMissed;
        },
      },
      { size: 'desktop', theme: 'light', direction: 'ltr' },
    );
    await stage.close();
  };

  void it('a text that is too long is marked and not sent', async () => {
    await playWithout('character-count', async (stage) => {
      await stage.set({ maxMessageLength: 20 });
      await stage.startWithAgent();
      const input = stage.part('message-input');
      await input.fill('More than twenty characters');
      await input.press('Enter');
      assert.equal(await input.getAttribute('aria-invalid'), 'true');
      assert.equal(await stage.part('send-button').getAttribute('aria-disabled'), 'true');
      await stage.say('Twenty at most');
      assert.equal(await stage.page.locator('[part~="bubble-own"]').count(), 1);
    });
  });

  void it('a long conversation is there from its beginning, as a short one is', async () => {
    await playWithout('paging', async (stage) => {
      const agent = await stage.startWithAgent();
      for (let number = 1; number <= 110; number += 1) await agent.write(`Line ${String(number)}`);
      await stage.reads('Line 110');
      await stage.part('log').evaluate((log) => {
        log.scrollTop = 0;
      });
      await stage.reads('Line 1');
      assert.equal(await stage.page.locator('[part~="bubble"]').count(), 110);
    });
  });

  void it('the chat ends without a question', async () => {
    await playWithout('ask', async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Goodbye');
      await stage.reads('Goodbye');
      await stage.part('close-button').click();
      await stage.reads('Chat Ended');
    });
  });
});
