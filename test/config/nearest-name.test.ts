import { expect } from '@open-wc/testing';
import { nearestName } from '../../src/config/nearest-name.js';

const names = ['dataURL', 'data-url', 'uploadsEnabled', 'lang', 'chatButton.enabled'];

describe('the name that is meant', () => {
  for (const [written, meant] of [
    ['dataUrl', 'dataURL'],
    ['uploads-enabled', 'uploadsEnabled'],
    ['chatButtonEnabled', 'chatButton.enabled'],
    ['uploadEnabled', 'uploadsEnabled'],
    ['uploadssEnabled', 'uploadsEnabled'],
    ['uploadsEnabked', 'uploadsEnabled'],
    ['uploadsEnabeld', 'uploadsEnabled'],
    ['ploadsEnabled', 'uploadsEnabled'],
    ['uploadsEnable', 'uploadsEnabled'],
    ['uploadsEnabled2', 'uploadsEnabled'],
  ] as const) {
    it(`is ${meant} where there is written ${written}`, () => {
      expect(nearestName(written, names)).to.equal(meant);
    });
  }

  for (const written of ['colour', 'uploads', 'enabledUploads', 'lan', 'uploadEnable', '', '__proto__']) {
    it(`is none of them where there is written ${written || 'nothing'}`, () => {
      expect(nearestName(written, names)).to.equal(undefined);
    });
  }
});
