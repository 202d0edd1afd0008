import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { ServiceFixture } from '../../support/service-fixture.js';

describe('<genesys-webchat> with an asynchronous chat that the site has kept', () => {
  let server: LocalServerSide;
  let kept: string;

  beforeEach(async () => {
    server = LocalServerSide.ofItsOwn();
    const getSessionData = (data: string) => {
      kept = data;
    };
    const first = new ServiceFixture({
      webchat: { dataURL: server.dataURL, async: { enabled: true, getSessionData } },
    });
    await first.command('startChat', { nickname: 'Ada' });
    first.dispose();
  });

  /** What the tag has told, in order. */
  let told: string[];

  /** The visitor comes back on another device, whose window nobody has opened yet. */
  const comesBack = async (async: object = {}): Promise<GenesysWebchat> => {
    told = [];
    const element = document.createElement('genesys-webchat');
    for (const name of ['restored', 'opened', 'minimized', 'unminimized'] as const) {
      element.addEventListener(name, () => told.push(name));
    }
    const hooks = { enabled: true, setSessionData: () => kept };
    element.config = { webchat: { dataURL: server.dataURL, async: { ...hooks, ...async } } };
    await fixture(element);
    await waitUntil(() => told.includes('restored'), 'the conversation is back', { timeout: 5000 });
    return element;
  };

  const write = async (): Promise<void> => {
    const agent = await server.join();
    await agent.write('Your lamp is ready.');
  };

  it('comes back minimised when there is a message', async () => {
    await write();
    await comesBack();
    await waitUntil(() => told.length > 2, 'the window is back', { timeout: 5000 });
    expect(told).to.deep.equal(['restored', 'opened', 'minimized']);
  });

  it('comes back open where newMessageRestoreState says so', async () => {
    await write();
    const element = await comesBack({ newMessageRestoreState: 'maximized' });
    await waitUntil(() => told.length > 1, 'the window is back', { timeout: 5000 });
    await element.command('WebChatService.getAgents');
    expect(told).to.deep.equal(['restored', 'opened']);
  });

  it('stays closed when nobody has written', async () => {
    const element = await comesBack();
    await element.command('WebChatService.getAgents');
    expect(told).to.deep.equal(['restored']);
  });
});
