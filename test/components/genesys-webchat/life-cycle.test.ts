import { expect } from '@open-wc/testing';
import { chatElement, nextEvent } from '../../support/chat-element.js';

describe('<genesys-webchat> life cycle', () => {
  it('keeps its session over a move within the page, without a pause', async () => {
    const { element } = await chatElement();
    await element.startChat({ nickname: 'Ada' });
    const stops: string[] = [];
    element.addEventListener('pollingStopped', ({ type }) => stops.push(type));
    const place = document.createElement('section');
    document.body.append(place);
    place.append(element);
    await element.sendMessage('still here');
    expect(stops).to.deep.equal([]);
    element.remove();
    place.remove();
  });

  it('sends nothing while it is out of the page, and goes on with its session when it returns', async () => {
    const { element, server } = await chatElement();
    const parent = element.parentElement;
    await element.startChat({ nickname: 'Ada' });
    const connected = nextEvent(element, 'agentConnected');
    const agent = await server.join({ nickname: 'Ann' });
    await connected;
    element.remove();
    await Promise.resolve();
    await agent.write('Are you there?');
    const requests = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(server.dataURL));
    const sent = requests().length;
    for (let turn = 0; turn < 20; turn += 1) await server.chats();
    expect(requests().length).to.equal(sent);

    const received = nextEvent(element, 'messageReceived');
    parent?.append(element);
    expect((await received).detail.messages.map(({ text }) => text)).to.deep.equal(['Are you there?']);
    await element.sendMessage('Yes');
  });

  it('keeps plugins and subscriptions over removal', async () => {
    const { element } = await chatElement();
    const parent = element.parentElement;
    const plugin = element.registerPlugin('MyPlugin');
    if (!plugin) throw new Error('the name is free');
    const heard: string[] = [];
    plugin.subscribe('WebChat.opened', ({ event }) => heard.push(event));
    element.remove();
    await Promise.resolve();
    parent?.append(element);
    await element.open();
    expect(heard).to.deep.equal(['WebChat.opened']);
    expect(element.bus.registry()).to.have.property('MyPlugin');
  });
});
