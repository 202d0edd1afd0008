import { expect } from '@open-wc/testing';
import { reasonOf } from '../bus/harness.js';
import { serviceWithServer, startedConversation, type ServiceFixture } from '../support/service-fixture.js';

/** Everything of the agent's that does not differ from run to run. */
const bob = { name: 'Bob', type: 'Agent', supervisor: false };

/** Lets a page do its worst with what it was given. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    Reflect.set(value, key, 'spoilt');
  }
}

describe('data of the events', () => {
  it('of started is the answer, without the secret key', async () => {
    const chat = serviceWithServer();
    const answer = await chat.command('startChat', { nickname: 'Ada' });
    const [started] = chat.all('started');
    expect(started).to.deep.equal(answer);
    expect(started).to.have.all.keys(
      'statusCode',
      'chatEnded',
      'chatId',
      'userId',
      'alias',
      'nextPosition',
      'messages',
    );
    expect(started).to.include({ statusCode: 0, chatEnded: false, nextPosition: 2, alias: '117' });
  });

  for (const name of [
    'ended',
    'pollingStarted',
    'pollingStopped',
    'clientTypingStarted',
    'clientTypingStopped',
  ] as const) {
    it(`of ${name} is none`, async () => {
      const chat = serviceWithServer();
      await chat.command('startChat', { nickname: 'Ada' });
      await chat.command('sendTyping');
      await chat.command('endChat');
      expect(chat.all(name)).to.deep.equal([undefined]);
    });
  }

  it('of messageReceived is {originalMessages, messages, restoring, sessionData}', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await agent.write('Hello');
    await chat.command('poll');

    const [data] = chat.all('messageReceived');
    const { transcript } = await chat.server.chat(chat.chatId);
    const { chatId, userId, alias } = await chat.command('getSessionData');
    const from = { name: 'Bob', nickname: 'Bob', type: 'Agent', participantId: 2 };
    expect(data).to.deep.equal({
      originalMessages: transcript.slice(1),
      messages: [
        { id: '2', index: 2, type: 'ParticipantJoined', text: '', utcTime: transcript[1]?.utcTime, from },
        { id: '3', index: 3, type: 'Message', text: 'Hello', utcTime: transcript[2]?.utcTime, from },
      ],
      restoring: false,
      sessionData: { chatId, sessionID: chatId, userId, alias },
    });
  });

  it('of messageReceived marks an own message as sent', async () => {
    const chat = await startedConversation();
    await chat.command('sendMessage', { message: 'Hello' });
    expect(chat.all('messageReceived')[0]?.messages).to.have.lengthOf(1);
    expect(chat.all('messageReceived')[0]?.messages[0]).to.include({ text: 'Hello', status: 'sent', index: 2 });
  });

  it('of the events about who comes and goes is {message, agents, numAgentsConnected}, after the change', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await chat.command('poll');
    await agent.leave();
    await chat.command('poll');

    const [connected, disconnected] = [chat.all('agentConnected')[0], chat.all('agentDisconnected')[0]];
    expect(connected).to.have.all.keys('message', 'agents', 'numAgentsConnected');
    expect(connected?.message).to.include({ type: 'ParticipantJoined', id: '2' });
    expect(connected?.agents).to.deep.equal({
      2: { ...bob, connected: true, connectedTime: connected?.message.utcTime, disconnectedTime: 0 },
    });
    expect(connected?.numAgentsConnected).to.equal(1);
    expect(disconnected?.message).to.include({ type: 'ParticipantLeft', id: '3' });
    expect(disconnected?.agents).to.deep.equal({
      2: {
        ...bob,
        connected: false,
        connectedTime: connected?.message.utcTime,
        disconnectedTime: disconnected?.message.utcTime,
      },
    });
    expect(disconnected?.numAgentsConnected).to.equal(0);
  });

  it('of the same events counts agents alone, and marks supervisors', async () => {
    const chat = await startedConversation();
    await chat.server.join();
    await chat.server.join({ nickname: 'Sue', type: 'Supervisor' });
    await chat.command('poll');
    expect(chat.all('supervisorConnected')[0]?.numAgentsConnected).to.equal(1);
    expect(chat.all('supervisorConnected')[0]?.agents[3]).to.include({ name: 'Sue', supervisor: true });
  });

  it('of clientConnected names the visitor, who is no agent', async () => {
    const chat = serviceWithServer();
    await chat.command('startChat', { nickname: 'Ada' });
    const [data] = chat.all('clientConnected');
    expect(data?.message.from).to.deep.equal({ name: 'Ada', nickname: 'Ada', type: 'Client', participantId: 1 });
    expect(data?.agents).to.deep.equal({});
    expect(data?.numAgentsConnected).to.equal(0);
  });

  it('of clientDisconnected has the same shape when the server did not tell of the leaving', async () => {
    const chat = await startedConversation();
    await chat.server.join();
    await chat.command('poll');
    await chat.command('endChat');
    const [data] = chat.all('clientDisconnected');
    expect(data).to.have.all.keys('message', 'agents', 'numAgentsConnected');
    expect(data?.message).to.include({ type: 'ParticipantLeft', text: '' });
    expect(data?.message.from).to.deep.equal({ name: 'Ada', nickname: 'Ada', type: 'Client', participantId: 1 });
    expect(data?.numAgentsConnected).to.equal(1);
  });

  it('of the agent typing is the answer, and who types', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await agent.startTyping();
    await chat.command('poll');
    await agent.stopTyping();
    await chat.command('poll');
    for (const data of [...chat.all('agentTypingStarted'), ...chat.all('agentTypingStopped')]) {
      expect(data).to.include({ statusCode: 0, chatId: chat.chatId, participantId: 2, name: 'Bob' });
      expect(data.messages).not.to.be.empty;
    }
  });

  it('of messageStatus is {id, status}, the id that the message goes by in store and transcript', async () => {
    const chat = await startedConversation();
    const shownIds: string[] = [];
    chat.bus.subscribe('WebChatService.messageStatus', ({ data: { id } }) => {
      const shown = chat.service.stores.messages.get().find((message) => message.id === id);
      shownIds.push(`${shown?.id} ${shown?.text}`);
    });
    await chat.command('sendMessage', { message: 'Hello' });
    const { id } = (await chat.command('getTranscript')).messages.at(-1)!;
    expect(chat.all('messageStatus')).to.deep.equal([
      { id, status: 'sending' },
      { id, status: 'sent' },
    ]);
    expect(shownIds[0]).to.equal(`${id} Hello`);
  });

  it('of messageStatus is failed for the message that the server refuses, and for no other', async () => {
    const chat = await startedConversation();
    await chat.command('sendMessage', { message: 'Hello' });
    await chat.server.setFaults({ statusCode: 2 });
    await reasonOf(chat.command('sendMessage', { message: 'No' }));
    const failed = chat.service.stores.messages.get().find(({ status }) => status === 'failed');
    expect(failed?.text).to.equal('No');
    expect(chat.all('messageStatus').slice(2)).to.deep.equal([
      { id: failed?.id, status: 'sending' },
      { id: failed?.id, status: 'failed' },
    ]);
  });

  it('of error is {status, statusCode, errors, operation}, and a sentence for developers', async () => {
    const chat = serviceWithServer();
    const reason = await reasonOf(chat.command('startChat', {}));
    expect(chat.all('error')).to.deep.equal([reason]);
    expect(reason).to.have.all.keys('status', 'statusCode', 'errors', 'operation', 'message');
    expect(reason).to.deep.include({ status: 200, statusCode: 2, operation: 'start' });
  });

  it('of error has the status 0 and no statusCode when no answer came', async () => {
    const chat = serviceWithServer();
    await chat.server.setFaults({ offline: true });
    const reason = await reasonOf(chat.command('startChat', { nickname: 'Ada' }));
    expect(chat.all('error')).to.deep.equal([reason]);
    expect(reason).to.have.all.keys('status', 'errors', 'operation', 'message');
    expect(reason).to.deep.include({ status: 0, errors: [], operation: 'start' });
  });
});

describe('what a page does with the data', () => {
  /** A conversation in which a page spoils all it gets. */
  async function spoilt(): Promise<ServiceFixture> {
    const chat = await startedConversation();
    chat.bus.observe(({ data }) => {
      spoil(data);
    });
    const agent = await chat.server.join();
    await agent.write('Hello');
    await agent.startTyping();
    await chat.command('poll');
    for (const command of ['getTranscript', 'getAgents', 'getSessionData'] as const) spoil(await chat.command(command));
    return chat;
  }

  it('changes neither the transcript nor the agents nor the keys', async () => {
    const chat = await spoilt();
    const { messages, originalMessages } = await chat.command('getTranscript');
    expect(messages.map(({ type, text }) => `${type} ${text}`.trim())).to.deep.equal([
      'ParticipantJoined',
      'ParticipantJoined',
      'Message Hello',
    ]);
    expect(JSON.stringify(originalMessages)).not.to.contain('spoilt');
    expect((await chat.command('getAgents')).agents[2]).to.include({ name: 'Bob', connected: true });
    expect(JSON.stringify(await chat.command('getSessionData'))).not.to.contain('spoilt');
  });

  it('changes nothing of what the window shows, nor of how the chat goes on', async () => {
    const chat = await spoilt();
    expect(JSON.stringify(chat.service.stores.messages.get())).not.to.contain('spoilt');
    expect(JSON.stringify(chat.service.stores.agents.get())).not.to.contain('spoilt');
    expect(JSON.stringify(chat.service.stores.typing.get())).not.to.contain('spoilt');
    expect(await chat.command('sendMessage', { message: 'Fine' })).to.include({ statusCode: 0 });
  });
});

describe('the secret key', () => {
  it('is in no event and no answer but that of getSessionData', async () => {
    const chat = serviceWithServer();
    const answers: unknown[] = [await chat.command('startChat', { nickname: 'Ada' })];
    const { secureKey } = await chat.command('getSessionData');
    expect(secureKey).to.match(/^\w{16}$/);

    await chat.command('stopPoll');
    const agent = await chat.server.join();
    await agent.startTyping();
    answers.push(await chat.command('poll'), await chat.command('sendTyping'));
    answers.push(await chat.command('sendMessage', { message: 'Hello' }));
    answers.push(await chat.command('getTranscript'), await chat.command('getAgents'));
    await chat.server.setFaults({ statusCode: 2 });
    answers.push(await reasonOf(chat.command('sendMessage', { message: 'Hello' })));
    await chat.server.mend();
    answers.push(await chat.command('endChat'));

    expect(chat.names).to.include.members(['started', 'messageReceived', 'agentConnected', 'error', 'ended']);
    for (const text of [chat.events, answers, chat.complaints].map((each) => JSON.stringify(each))) {
      expect(text).not.to.contain(secureKey);
      expect(text).not.to.contain('secureKey');
    }
  });
});
