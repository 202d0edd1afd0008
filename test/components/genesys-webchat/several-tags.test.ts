import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { recordConsoleErrors } from '../../support/console-errors.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { nextEvent } from '../../support/chat-element.js';

describe('several <genesys-webchat> on one page', () => {
  let server: LocalServerSide;
  let errors: ReturnType<typeof recordConsoleErrors>;

  beforeEach(() => {
    server = LocalServerSide.ofItsOwn();
    errors = recordConsoleErrors();
  });

  afterEach(() => {
    errors.restore();
  });

  const tag = async (id = '', deployment = ''): Promise<GenesysWebchat> => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat
        id=${id}
        data-url=${server.dataURL}
        .deploymentId=${deployment || undefined}
        polling-live="20"
        polling-idle="20"
      ></genesys-webchat>`,
    );
    await element.whenReady;
    return element;
  };

  /** Waits until one mistake has been told. */
  const isTold = async (): Promise<void> => {
    // The words come in a file of their own.
    await waitUntil(() => errors.messages.length > 0, 'it is told', { timeout: 5000 });
    expect(errors.messages).to.have.length(1);
    expect(errors.messages[0]).to.match(
      /^\[genesys-webchat\] two tags of this page have the same conversation, "https?:\/\/.+"; give one of them an id\.$/,
    );
  };

  it('are independent chats where their keys differ', async () => {
    const [first, second] = [await tag('sales'), await tag('help')];
    await first.startChat({ nickname: 'Ada' });
    await second.startChat({ nickname: 'Bea' });
    const told: string[] = [];
    for (const name of ['agentConnected', 'ended'] as const) {
      second.addEventListener(name, ({ type }) => told.push(type));
    }
    const ended = nextEvent(first, 'ended');
    const [chat] = await server.chats();
    const agent = await server.join({ nickname: 'Ann' }, chat?.chatId);
    await agent.end();
    await ended;
    expect((await server.chats()).map(({ nickname, state }) => `${nickname} ${state}`)).to.deep.equal([
      'Ada ended',
      'Bea waiting',
    ]);
    await second.sendMessage('Still here');
    expect(told).to.deep.equal([]);
    expect(errors.messages).to.deep.equal([]);
  });

  it('differ by their deployments too', async () => {
    await tag('', 'sales');
    await tag('', 'help');
    expect(errors.messages).to.deep.equal([]);
  });

  it('are told to need an id where their keys are the same', async () => {
    await tag();
    await tag();
    await isTold();
  });

  it('may follow each other in the page under one key', async () => {
    const first = await tag();
    first.remove();
    await tag();
    // Whatever is told comes in order, so the first mistake is the third tag.
    await tag();
    await isTold();
  });
});
