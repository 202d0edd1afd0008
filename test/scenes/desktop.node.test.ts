import assert from 'node:assert/strict';
import { it } from 'node:test';
import { violations } from '../support/page-accessibility.js';
import { eachScene } from './each-scene.js';
import { clipped, faint, moving, outOfReach, overflowing, smallTargets, unframed } from './measures.js';

eachScene({ size: 'desktop', theme: 'light', direction: 'ltr' }, (stage) => {
  void it('has nothing that axe finds', async () => {
    assert.deepEqual(await violations(stage().page), []);
  });

  void it('has nothing that axe finds, in the dark and from right to left', async () => {
    await stage().turn({ theme: 'dark', direction: 'rtl' });
    assert.deepEqual(await violations(stage().page), []);
  });

  void it('is all there at 200 %', async () => {
    await stage().turn({ theme: 'light', direction: 'ltr' });
    await stage().resize('zoomed');
    const { page } = stage();
    assert.deepEqual(await page.evaluate(overflowing), [], 'wider than the screen');
    assert.deepEqual(await page.evaluate(clipped), [], 'cut off');
    assert.deepEqual(await page.evaluate(outOfReach), [], 'out of reach');
  });

  void it('fits 320 pixels, with targets that can be hit', async () => {
    await stage().resize('narrow');
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
