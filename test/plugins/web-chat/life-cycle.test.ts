import { expect } from '@open-wc/testing';
import { neverOpened, type WindowMetadata } from '../../../src/model/window-metadata.js';
import { closeTabs, FrameTab, until } from '../../support/frame-tab.js';
import { LocalServerSide } from '../../support/local-server-side.js';
import { answered, noNetwork } from '../../support/scripted-server.js';
import { reasonOf } from '../../bus/harness.js';
import { WindowFixture } from './window-fixture.js';

/** A life of the window: what is done with it, and what it has to tell. */
interface Life {
  readonly title: string;
  readonly live: (window: WindowFixture) => Promise<unknown>;
  readonly told: string;
}

const open = (window: WindowFixture) => window.bus.command('WebChat.open');
const close = (window: WindowFixture) => window.bus.command('WebChat.close');
const submit = (window: WindowFixture) => window.bus.command('WebChat.startChat', { form: { nickname: 'Ada' } });
const meetAgent = async (window: WindowFixture) => {
  window.server.agentDoes('ParticipantJoined');
  await window.bus.command('WebChatService.poll');
};

const lives: readonly Life[] = [
  {
    title: 'opened and closed',
    live: async (window) => {
      await open(window);
      await close(window);
    },
    told: 'opened cancelled closed',
  },
  {
    title: 'started, and left before an agent was there',
    live: async (window) => {
      await open(window);
      await submit(window);
      await close(window);
    },
    told: 'opened submitted started cancelled closed',
  },
  {
    title: 'not started, since the server refuses',
    live: async (window) => {
      window.server.plan('start', answered(200, { statusCode: 2, errors: [{ code: 102, advice: 'First name' }] }));
      await open(window);
      await reasonOf(submit(window));
    },
    told: 'opened submitted rejected',
  },
  {
    title: 'not started, since there is no network',
    live: async (window) => {
      window.server.plan('start', noNetwork);
      await open(window);
      await reasonOf(submit(window));
      await close(window);
    },
    told: 'opened submitted rejected cancelled closed',
  },
  {
    title: 'not started, since an extension does not want it',
    live: async (window) => {
      window.bus.before('WebChatService.startChat', () => false);
      await open(window);
      await reasonOf(submit(window));
    },
    told: 'opened submitted rejected',
  },
  {
    title: 'a whole chat, which the visitor closes',
    live: async (window) => {
      await open(window);
      await submit(window);
      await meetAgent(window);
      await close(window);
    },
    told: 'opened submitted started completed closed',
  },
  {
    title: 'a whole chat that ends, and is read before the window closes',
    live: async (window) => {
      await open(window);
      await submit(window);
      await meetAgent(window);
      await window.bus.command('WebChat.endChat');
      await close(window);
    },
    told: 'opened submitted started completed closed',
  },
  {
    title: 'two chats in one window',
    live: async (window) => {
      await open(window);
      await submit(window);
      await meetAgent(window);
      await window.bus.command('WebChat.endChat');
      await submit(window);
      await close(window);
    },
    told: 'opened submitted started completed submitted started cancelled closed',
  },
  {
    title: 'a chat that the page starts in the open window',
    live: async (window) => {
      await open(window);
      await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
      await meetAgent(window);
      await close(window);
    },
    told: 'opened started completed closed',
  },
  {
    title: 'a chat that the page starts, which opens the window',
    live: async (window) => {
      await window.bus.command('WebChatService.startChat', { nickname: 'Ada' });
      await window.clock.tick(0);
      await close(window);
    },
    told: 'opened started cancelled closed',
  },
  {
    title: 'minimized and brought back',
    live: async (window) => {
      await open(window);
      await window.bus.command('WebChat.minimize');
      await open(window);
    },
    told: 'opened minimized unminimized',
  },
  {
    title: 'closed although the server cannot be told, opened again, and then ended',
    live: async (window) => {
      await open(window);
      await submit(window);
      await meetAgent(window);
      window.server.plan('disconnect', noNetwork);
      await close(window);
      await open(window);
      await close(window);
    },
    told: 'opened submitted started closed opened completed closed',
  },
];

describe('the life of the window', () => {
  for (const { title, live, told } of lives) {
    it(`${title}: ${told}`, async () => {
      const window = await WindowFixture.ready();
      await live(window);
      expect(window.names.join(' ')).to.equal(told);
    });
  }

  it('goes on after a reload, without another start', async () => {
    const window = await WindowFixture.chatting();
    const page = await window.nextPage();
    await page.bus.command('WebChatService.poll').catch(() => undefined);
    await close(page);
    expect(page.names).to.deep.equal(['opened', 'completed', 'closed']);
    const [opened] = page.metadata;
    expect(opened?.started).to.be.a('number');
  });

  it('is rejected as the service rejects, and without a window', async () => {
    const window = await WindowFixture.ready();
    expect(await reasonOf(submit(window))).to.equal('not open');
    await open(window);
    await submit(window);
    expect(await reasonOf(submit(window))).to.equal('There is already an active chat session');
    expect(window.names).to.deep.equal(['opened', 'submitted', 'started']);
  });

  it('brings the data that the window was opened with to the server', async () => {
    const window = await WindowFixture.ready();
    await window.bus.command('WebChat.open', { userData: { plan: 'gold', page: 'lamps' } });
    await window.bus.command('WebChat.startChat', { form: { nickname: 'Ada' }, userData: { page: 'desk' } });
    const start = window.server.requests.find(({ operation }) => operation === 'start');
    expect(start?.fields.get('userData[plan]')).to.equal('gold');
    expect(start?.fields.get('userData[page]')).to.equal('desk');
  });
});

describe('the life of the window in two tabs', function () {
  this.timeout(60_000);
  after(closeTabs);

  it('is told in both', async () => {
    const server = LocalServerSide.ofItsOwn();
    const [here, there] = [await FrameTab.open({ server }), await FrameTab.open({ server })];
    await here.element.open();
    await here.element.command('WebChat.startChat', { form: { nickname: 'Ada' } });
    await until(() => there.windowSteps.includes('started'));
    await server.join();
    await until(() => there.told('agentConnected') > 0);
    await here.element.close();
    await until(() => there.windowSteps.includes('completed'));
    const steps = here.windowSteps.filter((step) => step !== 'messageAdded');
    expect(steps).to.deep.equal(['opened', 'submitted', 'started', 'completed', 'closed']);
    const others = there.windowSteps.filter((step) => step !== 'messageAdded');
    expect(others.slice(0, 3)).to.deep.equal(['opened', 'started', 'completed']);
  });
});

describe('the metadata of the window', () => {
  it('is all false before there is anything to tell, but the time', async () => {
    const window = await WindowFixture.ready();
    await open(window);
    expect(window.metadata).to.deep.equal([{ ...neverOpened, opened: window.clock.now(), elapsed: 0 }]);
    expect(Object.values(neverOpened).every((value) => value === false)).to.equal(true);
  });

  it('tells when each step was, how long it took, and what was said', async () => {
    const window = await WindowFixture.ready();
    const start = window.clock.now();
    const form = { nickname: 'Ada', autoSubmit: true };
    await window.bus.command('WebChat.open', { form, proactive: true, id: 'lamps' });
    await window.clock.tick(1000);
    await window.bus.command('WebChat.startChat', { form });
    await window.clock.tick(2000);
    await meetAgent(window);
    for (const message of ['one', 'two']) await window.bus.command('WebChatService.sendMessage', { message });
    await window.agentWrites('three');
    await close(window);
    const closed = window.metadata.at(-1);
    expect(closed).to.deep.equal({
      ...neverOpened,
      proactive: true,
      prefilled: true,
      autoSubmitted: true,
      form,
      id: 'lamps',
      opened: start,
      submitted: start + 1000,
      started: start + 1000,
      completed: start + 3000,
      closed: start + 3000,
      agentReached: start + 3000,
      elapsed: 3000,
      waitingForAgent: 2000,
      numAgents: 1,
      userMessages: 2,
      agentMessages: 1,
    } satisfies WindowMetadata);
  });

  it('has the codes of errors, until another chat begins', async () => {
    const window = await WindowFixture.ready();
    const refusal = answered(200, { statusCode: 2, errors: [{ code: 102, advice: 'First name' }] });
    window.server.plan('start', refusal);
    await open(window);
    await reasonOf(submit(window));
    expect(window.metadata.at(-1)?.errors).to.deep.equal([102]);
    await submit(window);
    expect(window.metadata.at(-1)?.errors).to.equal(false);
    expect(window.metadata.at(-1)?.rejected).to.equal(false);
  });

  it('begins anew with each opening', async () => {
    const window = await WindowFixture.chatting();
    await window.agentWrites('hello');
    await close(window);
    await open(window);
    expect(window.metadata.at(-1)).to.deep.include({
      started: false,
      completed: false,
      closed: false,
      numAgents: false,
    });
  });
});
