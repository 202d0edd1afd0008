import { after, before, describe } from 'node:test';
import { scenes } from './scenes.js';
import type { Stage, View } from './stage.js';
import { Theatre } from './theatre.js';

/** Plays every scene once, as it is seen at first, for tests that look at it one after the other, also in other ways. */
export function eachScene(view: View, tests: (stage: () => Stage) => void): void {
  let theatre: Theatre;

  before(async () => {
    theatre = await Theatre.open();
  });

  after(() => theatre.close());

  for (const scene of scenes) {
    void describe(scene.name, () => {
      let stage: Stage;

      before(async () => {
        stage = await theatre.play(scene, view);
      });

      after(() => stage.close());

      tests(() => stage);
    });
  }
}
