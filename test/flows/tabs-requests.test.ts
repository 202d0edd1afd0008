import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { closeTabs, FrameTab, until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';

describe('tabs that come to a chat', function () {
  // Each tab brings all of the product, a module at a time.
  this.timeout(60_000);

  after(closeTabs);

  it('ask the server about as often as one alone', async () => {
    const [clock, server] = [new FakeClock(), LocalServerSide.ofItsOwn()];
    const tabs = [await FrameTab.open({ server, clock })];
    const requested = () => tabs.reduce((sum, { requests }) => sum + requests.length, 0);
    await tabs[0]?.element.startChat({ nickname: 'Ada' });
    // The election takes a moment of the clock, and the browser's lock one of the machine; then the first poll is due.
    await clock.tick(1000);
    await until(() => clock.liveTimers > 0);
    const counts: number[] = [];
    for (const count of [1, 3, 5]) {
      const before = requested();
      while (tabs.length < count) {
        const tab = await FrameTab.open({ server, clock });
        tabs.push(tab);
        await until(() => tab.told('restored') === 1);
      }
      // Five minutes, at the pace of a chat in which nobody writes.
      for (let step = 0; step < 60; step += 1) {
        await clock.tick(5000);
        await until(() => tabs.every(({ openRequests }) => openRequests === 0));
      }
      counts.push(requested() - before);
    }
    const [alone = 0, ...more] = counts;
    const ratios = more.map((count) => count / alone);
    const inWords = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
    console.log(`requests of 1, 3, 5 tabs in five minutes: ${counts.join(', ')}; against one: ${inWords}`);
    expect(alone).to.be.above(50);
    for (const ratio of ratios) expect(ratio).to.be.at.most(1.2);
  });
});
