import assert from 'node:assert/strict';
import { it } from 'node:test';
import { violations } from '../support/page-accessibility.js';
import { eachScene } from './each-scene.js';
import { clipped, outOfReach, overflowing } from './measures.js';

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
});
