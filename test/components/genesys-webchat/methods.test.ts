import { expect, fixture, waitUntil } from '@open-wc/testing';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { chatElement, nextEvent } from '../../support/chat-element.js';
import { findPart } from '../../support/chat-fixture.js';
import { LocalServerSide } from '../../support/local-server-side.js';

describe('<genesys-webchat> methods', () => {
  it('opens, minimises, restores and closes the window, and tells each', async () => {
    const { element } = await chatElement();
    const heard: string[] = [];
    for (const name of ['opened', 'minimized', 'unminimized', 'closed'] as const) {
      element.addEventListener(name, ({ type }) => heard.push(type));
    }
    await element.open();
    await element.minimize();
    await element.minimize(false);
    await element.minimize(true);
    await element.open();
    await element.close();
    expect(heard).to.deep.equal(['opened', 'minimized', 'unminimized', 'minimized', 'unminimized', 'closed']);
  });

  it('rejects to open what is open and to close what is closed', async () => {
    const { element } = await chatElement();
    const rejections: unknown[] = [];
    await element
      .close()
      .fail((reason) => rejections.push(reason))
      .catch(() => undefined);
    await element.open();
    await element
      .open()
      .fail((reason) => rejections.push(reason))
      .catch(() => undefined);
    expect(rejections).to.deep.equal(['already closed', 'already opened']);
  });

  it('starts a chat at the address in a JSON script', async () => {
    const server = LocalServerSide.ofItsOwn();
    const json = JSON.stringify({ webchat: { dataURL: server.dataURL } });
    const element = await fixture<GenesysWebchat>(
      `<genesys-webchat><script type="application/json">${json}</script></genesys-webchat>`,
    );
    await element.startChat({ nickname: 'Ada' });
    expect((await server.chats()).map(({ nickname }) => nickname)).to.deep.equal(['Ada']);
  });

  it('starts a chat at once, and the window follows it', async () => {
    const { element, server } = await chatElement();
    const opened = nextEvent(element, 'opened');
    await element.startChat({ firstname: 'Ada', lastname: 'Lovelace', userData: { plan: 'gold' } });
    await opened;
    const [chat] = await server.chats();
    expect(chat?.nickname).to.equal('Ada Lovelace');
    expect(chat?.userData).to.include({ plan: 'gold' });
  });

  it('has the window ready, out of sight, while the server is asked for the chat', async () => {
    const { element, server } = await chatElement();
    await server.setFaults({ lostAnswerRate: 1 });
    element.startChat({ nickname: 'Ada' }).catch(() => undefined);
    await waitUntil(() => findPart(element, 'message-input'), 'it is made', { timeout: 8000 });
    expect(findPart(element, 'message-input')?.checkVisibility()).to.equal(false);
    expect(findPart(element, 'form')).to.equal(undefined);
  });

  it('leaves the window closed when its launcher is switched off, since the page shows a chat of its own', async () => {
    const { element } = await chatElement();
    element.chatButtonEnabled = false;
    const heard: string[] = [];
    element.addEventListener('opened', ({ type }) => heard.push(type));
    await element.startChat({ nickname: 'Ada' });
    await element.sendMessage('Hello');
    expect(heard).to.deep.equal([]);
  });

  it('sends and ends without a dialog', async () => {
    const { element, server } = await chatElement();
    await element.startChat({ nickname: 'Ada' });
    await element.sendMessage('Hello');
    const ended = nextEvent(element, 'ended');
    await element.endChat();
    await ended;
    expect(await server.visitorTexts()).to.deep.equal(['Hello']);
    const [chat] = await server.chats();
    expect(chat?.state).to.equal('ended');
  });

  it('runs any command, with the promise of the bus', async () => {
    const { element } = await chatElement();
    const calls: string[] = [];
    const promise = element
      .command('WebChat.open')
      .done(() => calls.push('done'))
      .always(() => calls.push('always'));
    await promise;
    expect(calls).to.deep.equal(['done', 'always']);
  });
});
