import { expect } from '@open-wc/testing';
import { whenIdle } from '../../../components/internal/idle-watch.js';
import { FakeClock } from '../../support/fake-clock.js';

describe('a visitor who does nothing', () => {
  let clock: FakeClock;
  let page: EventTarget;
  let calls: number;

  beforeEach(() => {
    clock = new FakeClock();
    page = new EventTarget();
    calls = 0;
  });

  const wait = () =>
    whenIdle(page, clock, 5000, () => {
      calls += 1;
    });

  it('is noticed after that time, once', async () => {
    wait();
    await clock.tick(4999);
    expect(calls).to.equal(0);
    await clock.tick(60_000);
    expect(calls).to.equal(1);
    expect(clock.liveTimers).to.equal(0);
  });

  for (const sign of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'wheel', 'touchstart']) {
    it(`is not one who gives a sign: ${sign}`, async () => {
      wait();
      await clock.tick(4000);
      page.dispatchEvent(new Event(sign));
      await clock.tick(4999);
      expect(calls).to.equal(0);
      await clock.tick(1);
      expect(calls).to.equal(1);
    });
  }

  it('is not waited for any more', async () => {
    wait()();
    expect(clock.liveTimers).to.equal(0);
    await clock.tick(60_000);
    expect(calls).to.equal(0);
  });
});
