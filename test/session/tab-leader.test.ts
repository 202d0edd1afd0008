import { expect } from '@open-wc/testing';
import { browserTabs } from '../../src/platform/tabs.js';
import { TabLeader } from '../../src/session/tab-leader.js';
import { settled } from '../bus/harness.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';

/** Milliseconds after which a leader that does not answer is taken for hidden or stuck. */
const patience = 250;

/** The tabs of one site, with the browser's own locks and a time that stands. */
class Site {
  readonly clock = new FakeClock();
  readonly name = `tab-leader/${crypto.randomUUID()}`;
  readonly tabs: Tab[] = [];

  /** A tab that stands for election. */
  async open({ isHidden = false, tabs = browserTabs() } = {}): Promise<Tab> {
    const tab = new Tab(this, isHidden, tabs);
    this.tabs.push(tab);
    tab.leader.start();
    await this.rest();
    return tab;
  }

  /** Waits until all requests for the lock have come to what they come to: one more is answered after them. */
  async rest(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await navigator.locks.query();
      await settled();
    }
  }

  async tick(milliseconds: number): Promise<void> {
    await this.clock.tick(milliseconds);
    await this.rest();
  }

  /** Those that lead now, by their places. */
  get leading(): number[] {
    return [...this.tabs.keys()].filter((at) => this.tabs[at]?.isLeading);
  }
}

class Tab {
  readonly page = new FakePage();
  readonly leader: TabLeader;
  readonly said: string[] = [];
  isLeading = false;
  /** Neither hears nor answers. */
  isStuck = false;

  constructor(site: Site, isHidden: boolean, tabs: ReturnType<typeof browserTabs>) {
    if (isHidden) this.page.hide();
    this.leader = new TabLeader({
      platform: { clock: site.clock, page: this.page, tabs },
      name: site.name,
      onLead: () => {
        this.isLeading = true;
      },
      onFollow: () => {
        this.isLeading = false;
      },
      post: ({ type }) => {
        this.said.push(type);
        // Words come later, as they do on a channel.
        queueMicrotask(() => {
          for (const other of site.tabs) if (other !== this && !other.isStuck) other.leader.hear(type);
        });
      },
    });
  }
}

describe('of the tabs of a conversation', () => {
  let site: Site;

  beforeEach(() => {
    site = new Site();
  });

  afterEach(() => {
    for (const { leader } of site.tabs) leader.stop();
    expect(site.clock.liveTimers).to.equal(0);
    expect(site.tabs.map(({ page }) => page.listeners)).to.deep.equal(site.tabs.map(() => 0));
  });

  it('the first leads, and another once that one has stopped', async () => {
    const first = await site.open();
    await site.open();
    await site.open();
    expect(site.leading).to.deep.equal([0]);
    first.leader.stop();
    await site.rest();
    expect(site.leading).to.deep.equal([1]);
  });

  it('a visible one keeps the lead, however often other visible ones ask', async () => {
    const [first, second] = [await site.open(), await site.open()];
    await site.tick(patience);
    second.page.hide();
    second.page.show();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([0]);
    expect(second.said).to.deep.equal(['wantsLead', 'wantsLead']);
    // At first when it began to lead.
    expect(first.said).to.deep.equal(['wantsLead', 'keepsLead', 'keepsLead', 'keepsLead']);
  });

  it('a hidden one gives the lead to a visible one, and has it again when that is gone', async () => {
    await site.open({ isHidden: true });
    const visible = await site.open();
    await site.tick(patience - 1);
    expect(site.leading).to.deep.equal([0]);
    await site.tick(1);
    expect(site.leading).to.deep.equal([1]);
    visible.leader.stop();
    await site.rest();
    expect(site.leading).to.deep.equal([0]);
  });

  it('one that becomes visible takes the lead from one that no longer is', async () => {
    const [first, second] = [await site.open(), await site.open({ isHidden: true })];
    await site.tick(patience);
    first.page.hide();
    second.page.show();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([1]);
  });

  it('one that can no longer be seen offers the lead, which a visible one takes', async () => {
    const [first, second] = [await site.open(), await site.open()];
    await site.open({ isHidden: true });
    await site.tick(patience);
    first.page.hide();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([1]);
    second.page.hide();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([1]);
  });

  it('the next in turn is left in peace by the others when the first is closed', async () => {
    const first = await site.open();
    for (let count = 0; count < 3; count += 1) await site.open();
    await site.tick(patience);
    // As browsers do it: a page that is closed is hidden first.
    first.page.hide();
    first.leader.stop();
    await site.rest();
    expect(site.leading).to.deep.equal([1]);
    await site.tick(patience);
    expect(site.leading).to.deep.equal([1]);
  });

  it('a visible one takes the lead from one that is stuck', async () => {
    const stuck = await site.open();
    stuck.isStuck = true;
    await site.open();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([1]);
  });

  it('a hidden one never asks', async () => {
    await site.open({ isHidden: true });
    const second = await site.open({ isHidden: true });
    await site.tick(patience * 10);
    expect(site.leading).to.deep.equal([0]);
    expect(second.said).to.deep.equal([]);
  });

  it('one that is hidden again before its patience ends takes nothing', async () => {
    await site.open({ isHidden: true });
    const second = await site.open();
    second.page.hide();
    await site.tick(patience);
    expect(site.leading).to.deep.equal([0]);
  });

  it('one leads in the end when several ask a hidden leader at once', async () => {
    await site.open({ isHidden: true });
    for (let count = 0; count < 4; count += 1) await site.open({ isHidden: true });
    for (const { page } of site.tabs.slice(1)) page.show();
    await site.tick(patience);
    await site.tick(patience);
    expect(site.leading).to.have.lengthOf(1);
    expect(site.leading).not.to.deep.equal([0]);
  });

  it('one that stops while it waits never leads, until it stands again', async () => {
    const [first, second] = [await site.open(), await site.open()];
    second.leader.stop();
    first.leader.stop();
    await site.rest();
    expect(site.leading).to.deep.equal([]);
    second.leader.start();
    second.leader.start();
    await site.rest();
    expect(site.leading).to.deep.equal([1]);
  });

  it('each leads at once where tabs cannot be joined, and listens to nothing', () => {
    const lonely = new Tab(site, false, undefined);
    lonely.leader.start();
    expect([lonely.isLeading, lonely.page.listeners, lonely.said]).to.deep.equal([true, 0, []]);
    lonely.leader.stop();
    expect(lonely.isLeading).to.equal(false);
  });
});
