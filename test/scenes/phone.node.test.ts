import assert from 'node:assert/strict';
import { it } from 'node:test';
import { violations } from '../support/page-accessibility.js';
import { eachScene } from './each-scene.js';
import { clipped, cutOff } from './measures.js';

eachScene({ size: 'phone', theme: 'light', direction: 'rtl' }, (stage) => {
  void it('has nothing that axe finds, from right to left', async () => {
    assert.deepEqual(await violations(stage().page), []);
  });

  void it('has nothing that axe finds, in the dark', async () => {
    await stage().turn({ theme: 'dark', direction: 'ltr' });
    assert.deepEqual(await violations(stage().page), []);
  });

  void it('loses nothing of its text where that is spaced widely', async () => {
    const { page } = stage();
    const before = await page.evaluate(cutOff);
    await stage().spaceText();
    assert.deepEqual(await page.evaluate(cutOff), before, 'cut off');
    assert.deepEqual(await page.evaluate(clipped), [], 'beyond the edge');
  });
});
