import { expect } from '@open-wc/testing';
import { closeTabs, FrameTab, pollingTab, until } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';

describe('three tabs of one site', function () {
  // Each tab brings all of the product, a module at a time.
  this.timeout(60_000);

  const server = LocalServerSide.ofItsOwn();
  const tabs: FrameTab[] = [];
  let [first, second, third]: FrameTab[] = [];

  before(async () => {
    while (tabs.length < 3) tabs.push(await FrameTab.open({ server }));
    [first, second, third] = tabs;
  });

  after(closeTabs);

  it('all show a chat that starts in one, its windows open once, and what is said in one order', async () => {
    await first?.element.startChat({ nickname: 'Ada' });
    await until(() => tabs.every((tab) => tab.told('started') === 1));
    for (const tab of tabs) await tab.finds('message-input');
    const agent = await server.join();
    await agent.write('Hello');
    for (const [at, tab] of tabs.entries()) await tab.element.sendMessage(`I am tab ${String(at)}`);
    for (const tab of tabs) await tab.reads('Hello', 'I am tab 0', 'I am tab 1', 'I am tab 2');
    await until(() => tabs.every((tab) => tab.told('agentConnected') === 1));
    const [transcript, ...others] = await Promise.all(tabs.map((tab) => tab.transcript()));
    for (const other of others) expect(other).to.deep.equal(transcript);
    expect(tabs.map((tab) => [tab.told('WebChat.opened'), tab.told('WebChat.closed')])).to.deep.equal(
      Array(3).fill([1, 0]),
    );
    expect((await server.chats()).length).to.equal(1);
  });

  it('show the same draft, the same window and the same count of what was not seen', async () => {
    await first?.writes('My lamp');
    await until(() => tabs.every(({ draft }) => draft === 'My lamp'));
    await second?.writes('My lamp is dark');
    await until(() => tabs.every(({ draft }) => draft === 'My lamp is dark'));

    await third?.element.minimize(true);
    await until(() => tabs.every((tab) => !tab.sees('window')));
    const agent = await server.join();
    await agent.write('Hello?');
    await agent.write('Anybody?');
    await until(() => tabs.every(({ unread }) => unread === '2'));

    await first?.element.minimize(false);
    await until(() => tabs.every((tab) => tab.sees('window')));
    await until(() => tabs.every(({ unread }) => unread === ''));
    expect(tabs.map(({ draft }) => draft)).to.deep.equal(Array(3).fill('My lamp is dark'));
  });

  it('all see the end, and another chat', async () => {
    await second?.element.endChat();
    await until(() => tabs.every((tab) => tab.told('ended') === 1));
    for (const tab of tabs) await tab.finds('end');
    await third?.element.startChat({ nickname: 'Ada' });
    await until(() => tabs.every((tab) => tab.told('started') === 2));
    for (const tab of tabs) expect(await tab.texts()).to.deep.equal([]);
  });

  it('bring each text to the server once and in the same order when all send at once', async () => {
    const texts = tabs.map((_, at) => ['a', 'b', 'c'].map((each) => `${each} from tab ${String(at)}`));
    await Promise.all(tabs.flatMap((tab, at) => (texts[at] ?? []).map(async (text) => tab.element.sendMessage(text))));
    const transcript = (await server.chats()).at(-1)?.transcript ?? [];
    const arrived = transcript.flatMap(({ type, text = '' }) => (type === 'Message' ? [text] : []));
    expect([...arrived].sort()).to.deep.equal(texts.flat().sort());
    for (const [at, own] of texts.entries()) {
      expect(arrived.filter((text) => text.endsWith(String(at)))).to.deep.equal(own);
    }
    for (const tab of tabs) {
      // What the others have sent stands at the end until its place is known.
      await until(async () => (await tab.texts()).join() === arrived.join());
    }
  });

  it('one asks the server for all, and another goes on within a second when it is closed, until one is left', async () => {
    const agent = await server.join({}, (await server.chats()).at(-1)?.chatId);
    for (const text of ['Three of you?', 'Two of you?']) {
      const polling = await pollingTab(tabs);
      tabs.splice(tabs.indexOf(polling), 1);
      const closedAt = performance.now();
      polling.close();
      await agent.write(text);
      await Promise.all(tabs.map((tab) => tab.reads(text)));
      const milliseconds = performance.now() - closedAt;
      console.log(`handed over in ${milliseconds.toFixed(0)} ms`);
      expect(milliseconds).to.be.below(1000);
    }
    expect(await pollingTab(tabs)).to.equal(tabs[0]);
  });
});
