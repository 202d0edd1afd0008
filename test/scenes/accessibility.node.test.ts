import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violations } from '../support/page-accessibility.js';
import { scenes } from './scenes.js';
import type { View } from './stage.js';
import { Theatre } from './theatre.js';

const views: readonly View[] = [
  { size: 'desktop', theme: 'light', direction: 'ltr' },
  { size: 'desktop', theme: 'dark', direction: 'rtl' },
  { size: 'phone', theme: 'light', direction: 'rtl' },
  { size: 'phone', theme: 'dark', direction: 'ltr' },
];

void describe('axe finds nothing, without an exception', () => {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  for (const scene of scenes) {
    for (const view of views) {
      void it(`${scene.name}: ${view.size}, ${view.theme}, ${view.direction}`, async () => {
        const stage = await theatre.play(scene, view);
        assert.deepEqual(await violations(stage.page), []);
        await stage.close();
      });
    }
  }
});
