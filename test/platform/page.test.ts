import { expect } from '@open-wc/testing';
import { currentPage } from '../../src/platform/page.js';

describe('the page of the browser', () => {
  it('has an address without query and fragment, which may hold secrets', () => {
    expect(location.search).not.to.equal('');
    expect(currentPage.address()).to.equal(`${location.origin}${location.pathname}`);
  });

  it('is hidden when its document is', () => {
    expect(currentPage.isHidden()).to.equal(document.visibilityState === 'hidden');
  });

  for (const [what, listen, cause] of [
    ['shown or hidden', 'onVisibilityChange', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['online again', 'onOnline', () => window.dispatchEvent(new Event('online'))],
  ] as const) {
    it(`tells when it is ${what}, until told to stop`, () => {
      let calls = 0;
      const stop = currentPage[listen](() => {
        calls += 1;
      });
      cause();
      expect(calls).to.equal(1);
      stop();
      cause();
      expect(calls).to.equal(1);
    });
  }
});
