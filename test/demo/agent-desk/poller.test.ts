import { expect, waitUntil } from '@open-wc/testing';
import { Poller } from '../../../demo/agent-desk/poller.js';

const never = { visible: 60_000, hidden: 60_000, failing: 60_000 };
const often = { visible: 1, hidden: 1, failing: 1 };

describe('poller', () => {
  it('goes on after looks that worked and looks that did not', async () => {
    let looks = 0;
    const poller = new Poller(() => {
      looks += 1;
      return Promise.resolve(looks % 2 === 0);
    }, often);
    poller.start();
    await waitUntil(() => looks >= 4);
    poller.stop();
    expect(looks).to.be.at.least(4);
  });

  it('never looks twice at once', async () => {
    const finish: (() => void)[] = [];
    const poller = new Poller(() => new Promise<boolean>((resolve) => finish.push(() => resolve(true))), never);
    poller.start();
    const polls = Promise.all([poller.poll(), poller.poll()]);
    expect(finish).to.have.length(1);

    finish[0]?.();
    await waitUntil(() => finish.length === 2);
    finish[1]?.();
    await polls;
    poller.stop();
    expect(finish).to.have.length(2);
  });

  it('answers a call with a look that began after it', async () => {
    let value = 'old';
    const seen: string[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const poller = new Poller(async () => {
      const read = value;
      await held;
      seen.push(read);
      return true;
    }, never);
    poller.start();
    value = 'new';
    const polled = poller.poll();
    release();
    await polled;
    poller.stop();
    expect(seen).to.deep.equal(['old', 'new']);
  });
});
