import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eachScene } from './each-scene.js';
import { clipped, faint, moving, overflowing, smallTargets, unframed } from './measures.js';

eachScene({ size: 'narrow', theme: 'light', direction: 'ltr' }, (stage) => {
  void it('fits 320 pixels, with targets that can be hit', async () => {
    const { page } = stage();
    assert.deepEqual(await page.evaluate(overflowing), [], 'wider than the screen');
    assert.deepEqual(await page.evaluate(clipped), [], 'cut off');
    assert.deepEqual(await page.evaluate(smallTargets), [], 'too small to be hit');
  });

  void it('is calm where that is wished', async () => {
    await stage().page.emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(await stage().page.evaluate(moving), [], 'moves');
  });

  void it('can be told apart in forced colours', async () => {
    await stage().page.emulateMedia({ forcedColors: 'active' });
    assert.deepEqual(await stage().page.evaluate(unframed), [], 'without a frame');
    assert.deepEqual(await stage().page.evaluate(faint), [], 'shows no focus');
  });
});
