import { LocalServerSide } from '../support/local-server-side.js';
import { untilRest } from '../support/page-accessibility.js';
import type { Scene } from './scenes.js';
import type { Theatre } from './theatre.js';

/** A conversation in which there is something to see of everybody. */
const conversation: Scene = {
  name: 'readme',
  play: async (stage) => {
    const agent = await stage.startWithAgent();
    await agent.write('Good morning Ada! How can I help you?');
    await stage.reads('How can I help you?');
    await stage.say('Good morning. My Heron flickers when I bend its neck.');
    await agent.write('That is the joint: a small repair, and free of charge.');
    await agent.write('Shall I send you a label for the parcel?');
    await stage.reads('Shall I send you');
    await stage.say('Yes please. How long will it take?');
    await agent.startTyping();
    await stage.part('typing').waitFor();
  },
};

/** Draws what the README shows, into docs/images. */
export async function drawReadmePictures(theatre: Theatre): Promise<void> {
  await drawChat(theatre);
  await drawPlayground(theatre);
}

/** The demo site by day on a desktop, beside a phone at night. */
async function drawChat(theatre: Theatre): Promise<void> {
  const pictures: string[] = [];
  for (const view of [{ size: 'desktop', theme: 'light' } as const, { size: 'phone', theme: 'dark' } as const]) {
    const stage = await theatre.play(conversation, { ...view, direction: 'ltr' });
    pictures.push((await stage.page.screenshot()).toString('base64'));
    await stage.close();
  }
  const page = await theatre.browser.newPage({ viewport: { width: 1400, height: 670 } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture}">`).join('');
  await page.setContent(
    `<style>body{margin:0;padding:15px;display:flex;justify-content:space-between;background:#e9e6df}img{height:640px}</style>${images}`,
  );
  await page.screenshot({ path: 'docs/images/chat.png' });
  await page.close();
}

/** The playground in the middle of a chat, with options that have been set and an event that is looked at. */
async function drawPlayground(theatre: Theatre): Promise<void> {
  const address = await theatre.serve();
  const page = await theatre.browser.newPage({ viewport: { width: 1440, height: 860 } });
  await page.goto(`${address}/playground/#emojis=true&markdown=true&polling.live=100&polling.idle=100`);
  await page.getByText('Message box and messages').click();
  await page.getByRole('button', { name: 'Start a chat' }).click();
  await page.getByLabel('Message box').waitFor();
  const agent = await new LocalServerSide(address).join({ nickname: 'Robin' });
  await agent.write('Hello Ada! All of this is **the one tag** on your page.');
  await page.getByLabel('Message box').fill('And what happens when I write?');
  await page.keyboard.press('Enter');
  await page.getByRole('log').getByText('And what happens').waitFor();
  await agent.write('Your page hears of it: see the events beside me.');
  await page.getByRole('log').getByText('see the events').waitFor();
  await agent.startTyping();
  await page.locator('summary', { hasText: 'messageReceived' }).first().click();
  await page.locator('[part~="typing"]').locator('visible=true').waitFor();
  await untilRest(page);
  await page.screenshot({ path: 'docs/images/playground.png' });
  await page.close();
}
