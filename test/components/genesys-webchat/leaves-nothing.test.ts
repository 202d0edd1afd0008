import { expect } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import '../../../components/genesys-webchat/index.js';
import { findPart } from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';
import { Leftovers } from '../../support/leftovers.js';
import { LocalServerSide } from '../../support/local-server-side.js';

describe('<genesys-webchat> in a page that lives long', function () {
  this.timeout(100_000);

  let server: LocalServerSide;
  let leftovers: Leftovers;

  const tag = (deployment: string): GenesysWebchat => {
    const element = document.createElement('genesys-webchat');
    element.dataUrl = server.dataURL;
    element.deploymentId = deployment;
    element.pollingLive = element.pollingIdle = 20;
    return element;
  };

  /** In the page, ready, and out again. */
  const visit = async (element: GenesysWebchat, isOpened: boolean): Promise<void> => {
    document.body.append(element);
    await element.whenReady;
    if (isOpened) {
      await element.open();
      await until(() => findPart(element, 'form')?.checkVisibility() === true);
    }
    element.remove();
    // What is out of the page for a moment only is moved.
    await Promise.resolve();
  };

  /** A chat that has polled. */
  const chatting = async (): Promise<GenesysWebchat> => {
    const element = tag('chatting');
    document.body.append(element);
    await element.whenReady;
    await element.startChat({ nickname: 'Ada' });
    await until(() => findPart(element, 'message-input')?.checkVisibility() === true);
    return element;
  };

  const isHeard = (element: GenesysWebchat): Promise<unknown> =>
    new Promise((resolve) => {
      element.addEventListener('messageReceived', resolve, { once: true });
    });

  beforeEach(async () => {
    server = LocalServerSide.ofItsOwn();
    // What the first one brings, as code and style sheets, stays.
    await visit(tag('first'), true);
    leftovers = new Leftovers();
  });

  afterEach(() => {
    leftovers.stop();
  });

  it('leaves nothing behind after it was put in and taken out a thousand times', async () => {
    const before = leftovers.now;
    for (let time = 0; time < 1000; time += 1) await visit(tag('again'), time % 50 === 0);
    expect(leftovers.now).to.deep.equal(before);
    expect(leftovers.requests).to.equal(0);
  });

  it('leaves nothing behind when one and the same is put in and taken out', async () => {
    const element = tag('same');
    await visit(element, true);
    const before = leftovers.now;
    for (let time = 0; time < 100; time += 1) {
      document.body.append(element);
      await until(() => findPart(element, 'form')?.checkVisibility() === true);
      element.remove();
      await Promise.resolve();
    }
    expect(leftovers.now).to.deep.equal(before);
  });

  it('leaves nothing behind where there were two', async () => {
    const before = leftovers.now;
    for (let time = 0; time < 50; time += 1) {
      const other = tag('other');
      document.body.append(other);
      await visit(tag('one'), true);
      await visit(other, true);
    }
    expect(leftovers.now).to.deep.equal(before);
    expect(leftovers.requests).to.equal(0);
  });

  it('holds no more when it is moved a thousand times, and does not ask the server more often', async () => {
    const element = await chatting();
    const places = ['section', 'aside'].map((name) => document.body.appendChild(document.createElement(name)));
    places[0]?.append(element);
    await element.command('WebChatService.stopPoll');
    await element.command('WebChatService.poll').catch(() => undefined);
    const before = leftovers.now;
    const { requests } = leftovers;
    for (let time = 0; time <= 1000; time += 1) {
      places[time % 2]?.append(element);
      if (time % 100 === 0) await Promise.resolve();
    }
    expect(leftovers.now).to.deep.equal(before);
    expect(leftovers.requests).to.equal(requests);
    await element.sendMessage('Still here');
    element.remove();
    for (const place of places) place.remove();
  });

  it('goes on with its chat on each page of a single-page application, and holds no more', async () => {
    const first = await chatting();
    const agent = await server.join();
    first.remove();
    await server.chats();
    const before = leftovers.now;
    for (let page = 0; page < 20; page += 1) {
      history.replaceState(history.state, '', `#page-${String(page)}`);
      // An application makes its pages anew.
      const element = tag('chatting');
      const heard = isHeard(element);
      document.body.append(element);
      await agent.write(`Page ${String(page)}`);
      await heard;
      await until(() => findPart(element, 'message-input')?.checkVisibility() === true);
      element.remove();
      await Promise.resolve();
    }
    history.replaceState(history.state, '', location.pathname + location.search);
    const { requests } = leftovers;
    // Whatever was under way is over.
    await server.chats();
    expect(leftovers.now).to.deep.equal(before);
    expect(leftovers.requests).to.equal(requests);
  });

  it('is still while the page is kept for the way back, and goes on when it is shown again', async () => {
    const element = await chatting();
    const agent = await server.join();
    const turn = async (type: 'pagehide' | 'pageshow'): Promise<void> => {
      dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
      await Promise.resolve();
    };
    await turn('pagehide');
    const before = leftovers.now;
    for (let time = 0; time < 20; time += 1) {
      const heard = isHeard(element);
      const { requests } = leftovers;
      await agent.write(`Message ${String(time)}`);
      expect(leftovers.requests).to.equal(requests);
      await turn('pageshow');
      await heard;
      await turn('pagehide');
      expect(leftovers.now.timers).to.equal(before.timers);
    }
    expect(leftovers.now).to.deep.equal(before);
    element.remove();
  });
});
