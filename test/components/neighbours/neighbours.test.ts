import { expect } from '@open-wc/testing';
import { neighbourNames, type NeighbourName } from '../../../src/plugins/neighbour-names.js';
import { tag } from './neighbour-fixture.js';

describe('the neighbours of the chat', () => {
  it('are on the bus with the first use of one, with their commands and events, and ready', async () => {
    const element = await tag();
    await element.command('Toaster.close').catch(() => undefined);
    const registry = element.bus.registry();
    for (const [name, names] of Object.entries(neighbourNames)) {
      expect(registry[name]).to.deep.equal(names);
      let isReady = false;
      element.bus.subscribe(`${name as NeighbourName}.ready`, () => {
        isReady = true;
      });
      expect(isReady, name).to.equal(true);
    }
  });
});
