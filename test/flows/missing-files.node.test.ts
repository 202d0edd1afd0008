import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { Stage } from '../scenes/stage.js';
import { Theatre } from '../scenes/theatre.js';

const view = { size: 'desktop', theme: 'light', direction: 'ltr' } as const;

const field = (stage: Stage, name: string): Locator => stage.page.locator(`genesys-chat-form input[name="${name}"]`);

void describe('where a file does not come, or comes late', () => {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  /** Plays on a page that never gets the file of that name, although it asks for it. */
  const playWithout = async (file: string, play: (stage: Stage) => Promise<void>): Promise<void> => {
    const scene = {
      name: `without ${file}`,
      play: async (stage: Stage): Promise<void> => {
        await stage.page.route(`**/chunks/*/${file}.js`, (route) => route.abort());
        const isMissed = stage.page.waitForEvent('requestfailed', (request) => request.url().endsWith(`/${file}.js`));
        await play(stage);
        await isMissed;
      },
    };
    await (await theatre.play(scene, view)).close();
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
      await stage.page.locator('[part~="bubble"]').nth(109).waitFor();
      assert.equal(await stage.page.locator('[part~="bubble"]').count(), 110);
    });
  });

  void it('a message below the view can be read by scrolling there', async () => {
    await playWithout('new-messages-button', async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('One step after the other.\n'.repeat(40));
      await stage.reads('One step after the other.');
      const log = stage.part('log');
      await log.evaluate((element) => {
        element.scrollTop = 0;
        return new Promise(requestAnimationFrame);
      });
      await agent.write('Is it done?');
      await stage.reads('Is it done?');
      await log.evaluate((element) => {
        element.scrollTop = element.scrollHeight;
        return new Promise(requestAnimationFrame);
      });
      const message = stage.page.locator('[part~="bubble"]').last();
      const [view, bubble] = await Promise.all([log, message].map((each) => each.boundingBox()));
      assert.equal(await message.innerText(), 'Is it done?');
      assert.ok(view && bubble && bubble.y >= view.y && bubble.y + bubble.height <= view.y + view.height);
    });
  });

  void it('the chat ends without a question', async () => {
    await playWithout('chat-confirm', async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Goodbye');
      await stage.reads('Goodbye');
      await stage.part('close-button').click();
      await stage.reads('Chat Ended');
    });
  });

  void it('a form that is not in order is not sent, and the browser leads to what is wrong', async () => {
    await playWithout('field-mistakes', async (stage) => {
      await stage.openWindow();
      await field(stage, 'firstname').fill('  ');
      await field(stage, 'lastname').fill('Lovelace');
      await stage.part('submit-button').click();
      await stage.page.locator('genesys-chat-form input[name="firstname"]:focus').waitFor();
      assert.deepEqual(await stage.command('WebChatService.getSessionData'), 'There is no active chat session');
      await field(stage, 'firstname').fill('Ada');
      await stage.part('submit-button').click();
      await stage.part('message-input').waitFor();
    });
  });

  void it('what the server refuses about a field is said above the form', async () => {
    await playWithout('field-mistakes', async (stage) => {
      await stage.openWindow();
      await field(stage, 'firstname').fill('Ada');
      await field(stage, 'lastname').fill('Lovelace');
      await stage.page.route('**/genesys/2/chat/**', (route) =>
        route.fulfill({ json: { statusCode: 2, errors: [{ code: 364, advice: 'Mend it' }] } }),
      );
      await stage.part('submit-button').click();
      await stage.part('form-error').getByText('Enter an email address like name@example.com.').waitFor();
    });
  });

  /** Sends a form that is not in order, mends it before what says so has come, and gives the page where it has. */
  const mendEarly = (
    fillIn: (stage: Stage) => Promise<void>,
    mend: (stage: Stage) => Promise<void>,
  ): Promise<Stage> => {
    let isWanted: (url: string) => void = () => undefined;
    const wanted = new Promise<string>((resolve) => (isWanted = resolve));
    let bring = (): void => undefined;
    const brought = new Promise<void>((resolve) => (bring = resolve));
    const scene = {
      name: 'field-mistakes late',
      play: async (stage: Stage): Promise<void> => {
        await stage.page.route('**/chunks/*/field-mistakes.js', async (route) => {
          isWanted(route.request().url());
          await brought;
          await route.continue();
        });
        await stage.openWindow();
        await fillIn(stage);
        const url = await wanted;
        await mend(stage);
        bring();
        await stage.run(`await import('${url}'); await new Promise(requestAnimationFrame);`);
      },
    };
    return theatre.play(scene, view);
  };

  const hasFocus = async (stage: Stage, name: string): Promise<boolean> =>
    (await field(stage, name).and(stage.page.locator(':focus')).count()) === 1;

  void it('who begins to mend a form before it is said what is wrong is not called away', async () => {
    const stage = await mendEarly(
      (stage) => stage.part('submit-button').click(),
      (stage) => field(stage, 'firstname').fill('Ada'),
    );
    await stage.part('form-error').getByText('Last Name').waitFor();
    assert.ok(await hasFocus(stage, 'firstname'));
    await stage.close();
  });

  void it('who writes on in the same field before it is said what is wrong is not called away', async () => {
    const stage = await mendEarly(
      (stage) => field(stage, 'firstname').press('Enter'),
      (stage) => stage.page.keyboard.type('A'),
    );
    await stage.part('form-error').getByText('Last Name').waitFor();
    assert.ok(await hasFocus(stage, 'firstname'));
    await stage.close();
  });

  void it('the browser does not complain, by rules of its own, of a form that has been mended meanwhile', async () => {
    const stage = await mendEarly(
      async (stage) => {
        await field(stage, 'lastname').fill('Bücher');
        await field(stage, 'email').fill('jürgen@bücher.example');
        await field(stage, 'firstname').press('Enter');
      },
      (stage) => stage.page.keyboard.type('Jürgen'),
    );
    assert.ok(await hasFocus(stage, 'firstname'));
    assert.equal(await stage.part('form-error').count(), 0);
    await stage.close();
  });
});
