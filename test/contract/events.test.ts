import { expect } from '@open-wc/testing';
import { names, type WebChatServiceEvents } from '../../src/plugins/names.js';
import { reasonOf } from '../bus/harness.js';
import { TimedService } from '../session/harness.js';
import type { Agent } from '../support/agent.js';
import { answered, lostAnswer, noNetwork } from '../support/scripted-server.js';
import { fastPolling, serviceWithServer, startedConversation, type Conversation } from '../support/service-fixture.js';

/** One thing that happens, and all that is published for it, in order. */
interface Happening {
  readonly what: string;
  /** What has happened before, and is forgotten. */
  readonly given?: (chat: Conversation) => Promise<Agent | undefined>;
  readonly act: (chat: Conversation, agent: Agent) => Promise<unknown>;
  readonly events: readonly (keyof WebChatServiceEvents)[];
}

const withAgent = (chat: Conversation) => chat.server.join();
const withTypingAgent = async (chat: Conversation) => {
  const agent = await chat.server.join();
  await agent.startTyping();
  return agent;
};

const happenings: readonly Happening[] = [
  {
    what: 'an agent joins',
    act: (chat) => chat.server.join(),
    events: ['messageReceived', 'agentConnected'],
  },
  {
    what: 'an agent leaves',
    given: withAgent,
    act: (_, agent) => agent.leave(),
    events: ['messageReceived', 'agentDisconnected'],
  },
  {
    what: 'a supervisor joins',
    act: (chat) => chat.server.join({ nickname: 'Sue', type: 'Supervisor' }),
    events: ['messageReceived', 'supervisorConnected'],
  },
  {
    what: 'a supervisor leaves',
    given: (chat) => chat.server.join({ nickname: 'Sue', type: 'Supervisor' }),
    act: (_, supervisor) => supervisor.leave(),
    events: ['messageReceived', 'supervisorDisconnected'],
  },
  {
    what: 'a party of another kind joins',
    act: (chat) => chat.server.join({ nickname: 'Router', type: 'External' }),
    events: ['messageReceived'],
  },
  {
    what: 'an agent writes',
    given: withAgent,
    act: (_, agent) => agent.write('Hello'),
    events: ['messageReceived'],
  },
  {
    what: 'an agent sends a notice',
    given: withAgent,
    act: (_, agent) => agent.notice('{"video":true}'),
    events: ['messageReceived'],
  },
  {
    what: 'an agent begins to type',
    given: withAgent,
    act: (_, agent) => agent.startTyping(),
    events: ['messageReceived', 'agentTypingStarted'],
  },
  {
    what: 'an agent stops typing',
    given: withTypingAgent,
    act: (_, agent) => agent.stopTyping(),
    events: ['messageReceived', 'agentTypingStopped'],
  },
  {
    what: 'an agent who types writes',
    given: withTypingAgent,
    act: (_, agent) => agent.write('Hello'),
    events: ['messageReceived', 'agentTypingStopped'],
  },
  {
    what: 'an agent who types leaves',
    given: withTypingAgent,
    act: (_, agent) => agent.leave(),
    events: ['messageReceived', 'agentTypingStopped', 'agentDisconnected'],
  },
  {
    what: 'an agent joins, writes and types between two polls',
    act: async (chat) => {
      const agent = await chat.server.join();
      await agent.write('Hello');
      await agent.startTyping();
    },
    events: ['messageReceived', 'agentConnected', 'agentTypingStarted'],
  },
  {
    what: 'an agent ends the chat',
    given: withAgent,
    act: (_, agent) => agent.end(),
    events: ['messageReceived', 'agentDisconnected', 'clientDisconnected', 'ended'],
  },
  {
    what: 'the visitor ends the chat',
    act: (chat) => chat.command('endChat'),
    events: ['clientDisconnected', 'ended'],
  },
  {
    what: 'the server lets the visitor go',
    act: async (chat) => {
      const { chatId, secureKey } = await chat.command('getSessionData');
      await fetch(`${chat.server.dataURL}/${chatId}/disconnect`, {
        method: 'POST',
        body: new URLSearchParams({ secureKey }),
      });
    },
    events: ['messageReceived', 'clientDisconnected', 'ended'],
  },
  {
    what: 'the visitor ends the chat while typing',
    given: async (chat) => {
      await chat.command('sendTyping');
      return undefined;
    },
    act: (chat) => chat.command('endChat'),
    events: ['clientTypingStopped', 'clientDisconnected', 'ended'],
  },
  {
    what: 'the visitor types',
    act: (chat) => chat.command('sendTyping'),
    // The server's transcript holds it too, for whoever reads the other half of the events.
    events: ['clientTypingStarted', 'messageReceived'],
  },
  {
    what: 'the visitor writes',
    act: (chat) => chat.command('sendMessage', { message: 'Hello' }),
    events: ['messageStatus', 'messageStatus', 'messageReceived'],
  },
  {
    what: 'polling starts',
    act: (chat) => chat.command('startPoll'),
    events: ['pollingStarted'],
  },
];

/** Polls once, if there is still a chat to poll. */
async function pollOnce(chat: Conversation): Promise<void> {
  await chat.command('poll').catch(() => undefined);
}

describe('events of WebChatService', () => {
  it('come at a start in this order', async () => {
    const chat = serviceWithServer();
    await chat.command('startChat', { nickname: 'Ada', text: 'My lamp is dark' });
    expect(chat.names).to.deep.equal(['ready', 'started', 'messageReceived', 'clientConnected', 'pollingStarted']);
  });

  for (const { what, given, act, events } of happenings) {
    it(`when ${what}: ${events.join(', ')}; once`, async () => {
      const chat = await startedConversation();
      const agent = await given?.(chat);
      await pollOnce(chat);
      chat.forget();

      // A table's row that has no party in it makes no use of it.
      await act(chat, agent as Agent);
      await pollOnce(chat);
      expect(chat.names).to.deep.equal(events);

      await pollOnce(chat);
      expect(chat.names).to.deep.equal(events);
      expect(chat.complaints).to.deep.equal([]);
    });
  }

  it('come by automatic polling, without a word from the page', async () => {
    const chat = serviceWithServer({ webchat: fastPolling });
    await chat.command('startChat', { nickname: 'Ada' });
    const agent = await chat.server.join();
    await chat.nextEvent('agentConnected');
    await agent.startTyping();
    await chat.nextEvent('agentTypingStarted');
    await agent.write('Hello');
    await chat.nextEvent('agentTypingStopped');
    await agent.end();
    await chat.nextEvent('ended');
    await chat.nextEvent('pollingStopped');
    expect(chat.names).to.deep.equal([
      'ready',
      'started',
      ...['messageReceived', 'clientConnected', 'pollingStarted'],
      ...['messageReceived', 'agentConnected'],
      ...['messageReceived', 'agentTypingStarted'],
      ...['messageReceived', 'agentTypingStopped'],
      ...['messageReceived', 'agentDisconnected', 'clientDisconnected', 'ended', 'pollingStopped'],
    ]);
  });

  it('tell the end once, whether the page or the agent ended the chat first', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await agent.end();
    await chat.command('endChat').catch(() => undefined);
    await pollOnce(chat);
    expect(chat.names).to.deep.equal(['error', 'clientDisconnected', 'ended']);
  });

  it('tell an agent apart who leaves and comes back', async () => {
    const chat = await startedConversation();
    const first = await chat.server.join();
    await first.leave();
    await chat.server.join();
    await pollOnce(chat);
    const counts = [...chat.all('agentConnected'), ...chat.all('agentDisconnected')].map(
      ({ message, numAgentsConnected }) => [message.type, message.from.participantId, numAgentsConnected],
    );
    expect(counts).to.deep.equal([
      ['ParticipantJoined', 2, 1],
      ['ParticipantJoined', 3, 1],
      ['ParticipantLeft', 2, 0],
    ]);
  });

  it('are not repeated when the server repeats what it said', async () => {
    const chat = await startedConversation();
    await chat.server.setFaults({ duplicateRate: 1 });
    const agent = await chat.server.join();
    await agent.write('Hello');
    for (let time = 0; time < 3; time += 1) await pollOnce(chat);
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
  });

  it('tell of a bot as of an agent, under its own name', async () => {
    // The local server has no bots: on the wire, its external parties become some.
    const asBots = async (...request: Parameters<typeof fetch>) => {
      const response = await fetch(...request);
      return new Response((await response.text()).replaceAll('"External"', '"Bot"'), response);
    };
    const chat = await startedConversation({ platform: { fetch: asBots } });
    const bot = await chat.server.join({ nickname: 'Botty', type: 'External' });
    await pollOnce(chat);
    await bot.leave();
    await pollOnce(chat);
    expect(chat.names).to.deep.equal(['messageReceived', 'botConnected', 'messageReceived', 'botDisconnected']);
    expect(chat.all('botConnected')[0]?.message.from).to.include({ nickname: 'Botty', type: 'Bot' });
    expect(chat.all('botConnected')[0]?.numAgentsConnected).to.equal(0);
  });

  describe('tell of an own message', () => {
    /** What has been told of each message, by its text. */
    async function follow(run: (chat: TimedService) => Promise<void>): Promise<string[]> {
      const chat = await TimedService.chatting();
      const texts = new Map<string, string>();
      const told: string[] = [];
      chat.bus.subscribe('WebChatService.messageStatus', ({ data: { id, status } }) => {
        const shown = chat.service.stores.messages.get().find((message) => message.id === id);
        if (shown) texts.set(id, shown.text);
        told.push(`${texts.get(id)} ${status}`);
      });
      await run(chat);
      return told;
    }

    it('that it is on its way and that it has arrived, once each, however often it is read again', async () => {
      const told = await follow(async (chat) => {
        chat.send('one');
        chat.send('two');
        await chat.clock.tick(60_000);
      });
      expect(told).to.deep.equal(['one sending', 'two sending', 'one sent', 'two sent']);
    });

    it('the same when it takes an outage and several attempts to arrive', async () => {
      const told = await follow(async (chat) => {
        chat.server.always('any', noNetwork);
        chat.send('one');
        await chat.clock.tick(60_000);
        chat.server.always('any', undefined);
        await chat.clock.tick(60_000);
        expect(chat.server.count('send')).to.equal(2);
      });
      expect(told).to.deep.equal(['one sending', 'one sent']);
    });

    it('the same when only its answer is lost', async () => {
      const told = await follow(async (chat) => {
        chat.server.plan('send', lostAnswer);
        chat.send('one');
        await chat.clock.tick(60_000);
      });
      expect(told).to.deep.equal(['one sending', 'one sent']);
    });

    it('that it has failed, once, and the same again for each attempt of the visitor', async () => {
      const told = await follow(async (chat) => {
        chat.server.plan('send', answered(413), answered(413));
        chat.send('one');
        await chat.clock.tick(60_000);
        const { id } = chat.service.stores.messages.get().find(({ status }) => status === 'failed')!;
        await reasonOf(chat.command('resendMessage', { id }));
        await chat.clock.tick(60_000);
        await chat.command('resendMessage', { id });
        await chat.clock.tick(60_000);
      });
      expect(told).to.deep.equal([
        ...['one sending', 'one failed'],
        ...['one sending', 'one failed'],
        ...['one sending', 'one sent'],
      ]);
    });

    it('that it has failed when the chat ends before it has arrived', async () => {
      const told = await follow(async (chat) => {
        chat.server.always('send', noNetwork);
        chat.send('one');
        chat.send('two');
        await chat.clock.tick(0);
        await chat.command('endChat');
      });
      expect(told).to.deep.equal(['one sending', 'two sending', 'one failed', 'two failed']);
    });

    it('nothing when it is discarded', async () => {
      const told = await follow(async (chat) => {
        chat.server.plan('send', answered(413));
        chat.send('one');
        await chat.clock.tick(0);
        const { id } = chat.service.stores.messages.get().find(({ status }) => status === 'failed')!;
        await chat.command('discardMessage', { id });
      });
      expect(told).to.deep.equal(['one sending', 'one failed']);
    });
  });

  it('are all declared on the bus, and so are the commands', () => {
    const { bus } = serviceWithServer();
    const { events, commands } = names.WebChatService;
    expect(bus.registry()['WebChatService']).to.deep.equal({ events, commands });
  });
});
