import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { clipped, faint, moving, overflowing, smallTargets, unframed } from './measures.js';
import { scenes } from './scenes.js';
import { Theatre } from './theatre.js';

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
});
