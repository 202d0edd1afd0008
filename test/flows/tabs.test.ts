import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { FrameTab, until, type TabSetup } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';

/** Tabs of one site with a chat that one of them has started. */
async function chattingTabs(count: number, setup: Omit<TabSetup, 'server'> = {}) {
  const server = LocalServerSide.ofItsOwn();
  const tabs: FrameTab[] = [];
  while (tabs.length < count) tabs.push(await FrameTab.open({ ...setup, server }));
  const [first, ...others] = tabs;
  if (!first) throw new Error('There must be a tab');
  const answer = await first.element.startChat({ nickname: 'Ada' });
  await until(() => others.every((tab) => tab.told('started') === 1));
  return { server, tabs, first, others, chatId: answer.chatId };
}

/** The tab that asks the server for news: waits until it has done so a few times. */
async function pollingTab(tabs: readonly FrameTab[]): Promise<FrameTab> {
  const before = tabs.map(({ requests }) => requests.length);
  const asking = () => tabs.filter(({ requests }, at) => requests.length > (before[at] ?? 0) + 3);
  await until(() => asking().length > 0);
  expect(asking(), 'tabs that poll').to.have.lengthOf(1);
  return asking()[0] ?? pollingTab(tabs);
}

/** How often each is there. */
const once = (texts: readonly (string | undefined)[]) => new Set(texts).size === texts.length;

describe('several tabs of one site', function () {
  // Each tab brings all of the product, a module at a time.
  this.timeout(30_000);

  for (const count of [2, 3]) {
    describe(`${String(count)} of them`, () => {
      it('all show a chat that starts in one, and what is said in it, in one order', async () => {
        const { server, tabs, first, others } = await chattingTabs(count);
        for (const tab of tabs) await tab.finds('message-input');
        const agent = await server.join();
        await agent.write('Hello');
        await first.element.sendMessage('Good morning');
        for (const tab of others) await tab.element.sendMessage('How are you?');
        for (const tab of tabs) await tab.reads('Hello', 'Good morning', 'How are you?');
        await until(() => tabs.every((tab) => tab.told('agentConnected') === 1));
        const [transcript, ...more] = await Promise.all(tabs.map((tab) => tab.transcript()));
        for (const other of more) expect(other).to.deep.equal(transcript);
        expect((await server.chats()).length).to.equal(1);
      });

      it('one asks the server for all, and another goes on within a second when it is closed', async () => {
        const { server, tabs, chatId } = await chattingTabs(count);
        const polling = await pollingTab(tabs);
        const left = tabs.filter((tab) => tab !== polling);
        const agent = await server.join({}, chatId);
        const closedAt = performance.now();
        polling.close();
        await agent.write('Are you still there?');
        for (const tab of left) await tab.reads('Are you still there?');
        const milliseconds = performance.now() - closedAt;
        console.log(`handed over in ${milliseconds.toFixed(0)} ms`);
        expect(milliseconds).to.be.below(1000);
        await pollingTab(left);
      });

      it('bring each text to the server once and in the same order when all send at once', async () => {
        const { server, tabs } = await chattingTabs(count);
        const texts = tabs.flatMap((_, at) => ['a', 'b', 'c'].map((each) => `${each} from tab ${String(at)}`));
        await Promise.all(
          tabs.flatMap((tab, at) => texts.slice(at * 3, at * 3 + 3).map((text) => tab.element.sendMessage(text))),
        );
        const arrived = await server.visitorTexts();
        expect([...arrived].sort()).to.deep.equal([...texts].sort());
        for (const tab of tabs) {
          await tab.reads(...texts);
          expect(await tab.texts()).to.deep.equal(arrived);
        }
        for (const [at] of tabs.entries()) {
          expect(arrived.filter((text) => text?.endsWith(String(at)))).to.deep.equal(texts.slice(at * 3, at * 3 + 3));
        }
      });

      it('all see the end, and another chat', async () => {
        const { tabs, first, others } = await chattingTabs(count);
        await (others.at(-1) ?? first).element.endChat();
        await until(() => tabs.every((tab) => tab.told('ended') === 1));
        for (const tab of tabs) await tab.finds('end');
        await first.element.startChat({ nickname: 'Ada' });
        await until(() => tabs.every((tab) => tab.told('started') === 2));
        for (const tab of tabs) expect(await tab.texts()).to.deep.equal([]);
      });
    });
  }

  it('show the same draft, the same window and the same count of what was not seen', async () => {
    const { server, tabs, first, others } = await chattingTabs(3);
    for (const tab of tabs) await tab.finds('message-input');
    await first.writes('My lamp');
    await until(() => others.every(({ draft }) => draft === 'My lamp'));
    await others[0]?.writes('My lamp is dark');
    await until(() => tabs.every(({ draft }) => draft === 'My lamp is dark'));

    await others[1]?.element.minimize(true);
    await until(() => tabs.every((tab) => !tab.sees('window')));
    const agent = await server.join();
    await agent.write('Hello?');
    await agent.write('Anybody?');
    await until(() => tabs.every(({ unread }) => unread === '2'));

    await first.element.minimize(false);
    await until(() => tabs.every((tab) => tab.sees('window')));
    await until(() => tabs.every(({ unread }) => unread === ''));
    expect(tabs.map(({ draft }) => draft)).to.deep.equal(Array(3).fill('My lamp is dark'));
  });

  it('that come later join the chat, and ask the server about as often as one alone', async () => {
    const counts: number[] = [];
    for (const count of [1, 3, 5]) {
      const clock = new FakeClock();
      const server = LocalServerSide.ofItsOwn();
      const tabs = [await FrameTab.open({ server, clock })];
      await tabs[0]?.element.startChat({ nickname: 'Ada' });
      while (tabs.length < count) {
        const tab = await FrameTab.open({ server, clock });
        tabs.push(tab);
        await until(() => tab.told('restored') === 1);
      }
      // Five minutes, at the pace of a chat in which nobody writes.
      for (let minutes = 0; minutes < 5; minutes += 1 / 12) {
        await clock.tick(5000);
        await until(() => tabs.every(({ openRequests }) => openRequests === 0));
      }
      counts.push(tabs.reduce((sum, { requests }) => sum + requests.length, 0));
      for (const tab of tabs) tab.close();
    }
    const [alone = 0, ...more] = counts;
    const ratios = more.map((count) => count / alone);
    const inWords = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
    console.log(`requests of 1, 3, 5 tabs in five minutes: ${counts.join(', ')}; against one: ${inWords}`);
    expect(alone).to.be.above(50);
    for (const ratio of ratios) expect(ratio).to.be.at.most(1.2);
  });

  for (const missing of ['locks', 'BroadcastChannel'] as const) {
    it(`are each on their own in a browser without ${missing}, and lose nothing`, async () => {
      const server = LocalServerSide.ofItsOwn();
      const setup: TabSetup = { server, without: [missing] };
      const first = await FrameTab.open(setup);
      await first.element.startChat({ nickname: 'Ada' });
      const second = await FrameTab.open(setup);
      await until(() => second.told('restored') === 1);
      const tabs = [first, second];
      const agent = await server.join();
      await agent.write('Hello');
      await first.element.sendMessage('from the first');
      await second.element.sendMessage('from the second');
      for (const tab of tabs) await tab.reads('Hello', 'from the first', 'from the second');
      const texts = await server.visitorTexts();
      expect(texts).to.deep.equal(['from the first', 'from the second']);
      for (const tab of tabs) expect(once(await tab.texts())).to.equal(true);
      await agent.end();
      await until(() => tabs.every((tab) => tab.told('ended') === 1));
    });
  }
});

describe('a site of several pages', function () {
  this.timeout(30_000);

  it('has one chat: window, draft and conversation are on the next page as they were', async () => {
    const { server, first: tab } = await chattingTabs(1);
    const agent = await server.join();
    await agent.write('Which lamp?');
    await tab.reads('Which lamp?');
    await tab.writes('The one on page two');
    const before = await tab.transcript();

    await tab.goTo('lamps');
    expect(tab.title).to.equal('Lamps');
    await until(() => tab.told('restored') === 1);
    await until(() => tab.draft === 'The one on page two');
    expect(await tab.transcript()).to.deep.equal(before);
    expect(tab.told('started') + tab.told('agentConnected')).to.equal(0);

    await tab.element.minimize(true);
    await tab.reload();
    await until(() => tab.told('restored') === 1);
    await agent.write('Found it?');
    await until(() => tab.unread === '1');
    expect(tab.sees('window')).to.equal(undefined);

    await tab.goTo('index');
    await until(() => tab.told('restored') === 1 && tab.unread === '1');
    await tab.element.minimize(false);
    await until(() => tab.draft === 'The one on page two');
    await tab.element.sendMessage('Yes');
    expect(await server.visitorTexts()).to.deep.equal(['Yes']);
    expect((await server.chats()).length).to.equal(1);
  });

  it('goes on in the tabs beside the one that is reloaded, which sees what it has missed', async () => {
    const { server, tabs, first, others } = await chattingTabs(2);
    const agent = await server.join();
    const reloading = first.reload();
    await agent.write('Hello');
    await others[0]?.element.sendMessage('Good morning');
    await reloading;
    await until(() => first.told('restored') === 1);
    for (const tab of tabs) await tab.reads('Hello', 'Good morning');
    expect(await first.transcript()).to.deep.equal(await others[0]?.transcript());
    await pollingTab(tabs);
  });
});

describe('a page that another page has written into a frame', function () {
  this.timeout(30_000);

  it('has a chat, though it has no address of its own', async () => {
    const server = LocalServerSide.ofItsOwn();
    const script = new URL('../../components/genesys-webchat/index.ts', import.meta.url).href;
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script type="module" src="${script}"></script><genesys-webchat data-url="${server.dataURL}">`;
    document.body.append(frame);
    try {
      await until(() => frame.contentWindow?.customElements.get('genesys-webchat') !== undefined);
      const chat = frame.contentDocument?.querySelector('genesys-webchat');
      const answer = await chat?.startChat({ nickname: 'Ada' });
      expect(answer?.chatId).to.equal((await server.chats())[0]?.chatId);
      expect((await server.chats())[0]?.userData).not.to.have.property('_genesys_url');
    } finally {
      frame.remove();
    }
  });
});
