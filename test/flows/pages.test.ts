import { expect } from '@open-wc/testing';
import { closeTabs, FrameTab, pollingTab, until, type TabSetup } from '../support/frame-tab.js';
import { LocalServerSide } from '../support/local-server-side.js';

describe('a site of several pages', function () {
  this.timeout(60_000);

  afterEach(closeTabs);

  it('has one chat: window, draft and conversation are on the next page as they were', async () => {
    const server = LocalServerSide.ofItsOwn();
    const tab = await FrameTab.open({ server });
    await tab.element.startChat({ nickname: 'Ada' });
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
    const server = LocalServerSide.ofItsOwn();
    const [first, other] = [await FrameTab.open({ server }), await FrameTab.open({ server })];
    const tabs = [first, other];
    await first.element.startChat({ nickname: 'Ada' });
    await until(() => other.told('started') === 1);
    const agent = await server.join();
    const reloading = first.reload();
    await agent.write('Hello');
    await other.element.sendMessage('Good morning');
    await reloading;
    await until(() => first.told('restored') === 1);
    for (const tab of tabs) await tab.reads('Hello', 'Good morning');
    expect(await first.transcript()).to.deep.equal(await other.transcript());
    await pollingTab(tabs);
  });
});

describe('tabs that cannot be joined', function () {
  this.timeout(60_000);

  afterEach(closeTabs);

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
      for (const tab of tabs) {
        const shown = await tab.texts();
        expect(new Set(shown).size).to.equal(shown.length);
      }
      await agent.end();
      await until(() => tabs.every((tab) => tab.told('ended') === 1));
    });
  }
});

describe('a page that another page has written into a frame', function () {
  this.timeout(60_000);

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
