import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clipped, cutOff, faint, moving, outOfReach, overflowing, smallTargets, unframed } from './measures.js';
import { scenes } from './scenes.js';
import { Theatre } from './theatre.js';

/** States in which text may be spaced, and the page be zoomed, as far as that is measured. */
const spaced = new Set([
  'closed',
  'unread',
  'invitation',
  'invitation-above-launcher',
  'launcher-of-a-site',
  'form',
  'form-errors',
  'form-refused',
  'form-of-a-site',
]);

void describe('every state', () => {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  for (const scene of scenes) {
    void it(`${scene.name}: fits 320 pixels, has targets to be hit, is calm where that is wished and can be told apart in forced colours`, async () => {
      const stage = await theatre.play(scene, { size: 'narrow', theme: 'light', direction: 'ltr' });
      const { page } = stage;
      assert.deepEqual(await page.evaluate(overflowing), [], 'wider than the screen');
      assert.deepEqual(await page.evaluate(clipped), [], 'cut off');
      assert.deepEqual(await page.evaluate(smallTargets), [], 'too small to be hit');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      assert.deepEqual(await page.evaluate(moving), [], 'moves');
      await page.emulateMedia({ forcedColors: 'active' });
      assert.deepEqual(await page.evaluate(unframed), [], 'without a frame');
      assert.deepEqual(await page.evaluate(faint), [], 'shows no focus');
      await stage.close();
    });
  }

  for (const scene of scenes.filter(({ name }) => spaced.has(name))) {
    void it(`${scene.name}: loses nothing of its text where that is spaced widely`, async () => {
      const stage = await theatre.play(scene, { size: 'phone', theme: 'light', direction: 'ltr' });
      const before = await stage.page.evaluate(cutOff);
      await stage.spaceText();
      assert.deepEqual(await stage.page.evaluate(cutOff), before, 'cut off');
      assert.deepEqual(await stage.page.evaluate(clipped), [], 'beyond the edge');
      await stage.close();
    });

    void it(`${scene.name}: is all there at 200 %`, async () => {
      const stage = await theatre.play(scene, { size: 'zoomed', theme: 'light', direction: 'ltr' });
      assert.deepEqual(await stage.page.evaluate(overflowing), [], 'wider than the screen');
      assert.deepEqual(await stage.page.evaluate(clipped), [], 'cut off');
      assert.deepEqual(await stage.page.evaluate(outOfReach), [], 'out of reach');
      await stage.close();
    });
  }
});
