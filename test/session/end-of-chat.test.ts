import { expect } from '@open-wc/testing';
import { failuresOf, reasonOf } from '../bus/harness.js';
import { answered, held, lostAnswer, noNetwork } from '../support/scripted-server.js';
import { remains, TimedService, watchfulness } from './harness.js';

const seconds = 1000;

describe('the end of a chat', () => {
  it('leaves no timer, listener or request', async () => {
    const chat = await TimedService.chatting();
    await chat.command('sendTyping');
    await chat.command('endChat');
    expect(remains(chat)).to.deep.equal(watchfulness);
    await chat.clock.tick(10 * 60 * seconds);
    expect(chat.server.requests.at(-1)?.operation).to.equal('disconnect');
  });

  it('resolves endChat when another answer told of it first', async () => {
    const chat = await TimedService.chatting();
    chat.server.plan('disconnect', lostAnswer);
    const ended = chat.follow(chat.command('endChat'));
    await chat.clock.tick(5 * seconds);
    expect(chat.names).to.deep.equal(['clientDisconnected', 'ended', 'pollingStopped']);
    expect(ended.outcome).to.equal('resolved');
  });

  it('is asked of the server once when endChat is called twice at once', async () => {
    const chat = await TimedService.chatting();
    const answers = await Promise.all([chat.command('endChat'), chat.command('endChat')]);
    expect(answers.map(({ chatEnded }) => chatEnded)).to.deep.equal([true, true]);
    expect(chat.server.count('disconnect')).to.equal(1);
    expect(chat.names.filter((name) => name === 'ended')).to.have.lengthOf(1);
  });

  it('may be asked for again after the server could not be reached', async () => {
    const chat = await TimedService.chatting();
    chat.server.plan('disconnect', noNetwork);
    expect(await reasonOf(chat.command('endChat'))).to.include({ status: 0, operation: 'disconnect' });
    expect(chat.service.stores.phase.get()).to.equal('active');
    expect(chat.names).to.deep.equal(['disconnected', 'error']);
    expect(await chat.command('endChat')).to.include({ chatEnded: true });
  });

  it('while the server cannot be reached leaves no connection to wait for', async () => {
    const chat = await TimedService.chatting();
    chat.server.plan('refresh', noNetwork, answered(404));
    await chat.clock.tick(5 * seconds);
    expect(chat.service.stores.connection.get()).to.equal('reconnecting');
    await chat.clock.tick(1 * seconds);
    expect(chat.service.stores.phase.get()).to.equal('ended');
    expect(chat.service.stores.connection.get()).to.equal('online');
  });

  it('is followed by nothing of that chat when another one starts', async () => {
    const chat = await TimedService.chatting();
    const late = held();
    chat.server.agentDoes('ParticipantJoined');
    chat.server.plan('refresh', late.fate);
    chat.follow(chat.command('poll'));
    await chat.clock.tick(0);
    await chat.command('endChat');
    await chat.command('startChat', { nickname: 'Grace' });
    chat.forget();
    late.release();
    await chat.clock.tick(5 * seconds);
    expect(chat.names).to.deep.equal([]);
    expect((await chat.command('getTranscript')).messages).to.have.lengthOf(1);
    expect((await chat.command('getSessionData')).chatId).to.equal('CHAT2');
  });
});

describe('a start that the server cannot be reached for', () => {
  it('leaves no connection to wait for, and the next one is a start like any other', async () => {
    const service = await TimedService.ready();
    service.server.plan('start', noNetwork);
    const reason = await reasonOf(service.command('startChat', { nickname: 'Ada' }));
    expect(service.all('error')).to.deep.equal([reason]);
    expect(service.service.stores.phase.get()).to.equal('idle');
    expect(service.service.stores.connection.get()).to.equal('online');
    expect(await service.command('startChat', { nickname: 'Ada' })).to.include({ chatId: 'CHAT1' });
  });
});

describe('a start whose answer names no session', () => {
  for (const body of [{ statusCode: 0 }, { statusCode: 0, chatId: 'CHAT1' }, { statusCode: 0, secureKey: 'SECRET' }]) {
    it(`but says ${JSON.stringify(body)} fails, told by one error`, async () => {
      const service = await TimedService.ready();
      service.server.plan('start', answered(200, body));
      const reason = await reasonOf(service.command('startChat', { nickname: 'Ada' }));
      expect(reason).to.include({ status: 200, operation: 'start' });
      expect(service.all('error')).to.deep.equal([reason]);
      expect(service.names).to.deep.equal(['ready', 'error']);
      expect(remains(service)).to.deep.equal(watchfulness);
    });
  }

  it('but says that it is over already is a chat that has ended', async () => {
    const service = await TimedService.ready();
    const body = { statusCode: 0, chatId: 'CHAT1', secureKey: 'SECRET', chatEnded: true };
    service.server.plan('start', answered(200, body));
    await service.command('startChat', { nickname: 'Ada' });
    expect(service.names).to.deep.equal(['ready', 'started', 'clientDisconnected', 'ended']);
    expect(remains(service)).to.deep.equal(watchfulness);
  });
});

describe('an agent who changes the nickname', () => {
  it('is known by the new one, and nobody has joined', async () => {
    const chat = await TimedService.chatting();
    chat.server.agentDoes('ParticipantJoined');
    chat.server.agentDoes('NicknameUpdated', undefined, 'Robert');
    await chat.command('poll');
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
    expect((await chat.command('getAgents')).agents[2]).to.include({ name: 'Robert', connected: true });
  });
});

describe('a visitor who changes the nickname', () => {
  it('leaves by the new one', async () => {
    const chat = await TimedService.chatting();
    chat.server.visitorIsCalled('Countess');
    await chat.command('poll');
    await chat.command('endChat');
    expect(chat.all('clientDisconnected')[0]?.message.from.nickname).to.equal('Countess');
  });
});

describe('foreign code that throws', () => {
  it('as a subscriber disturbs neither the others nor the chat', async () => {
    const chat = await TimedService.chatting();
    chat.bus.subscribe('WebChatService.messageReceived', () => {
      throw new Error('subscriber');
    });
    chat.server.agentDoes('ParticipantJoined');
    const failures = await failuresOf(() => chat.clock.tick(10 * seconds));
    expect(failures.map(String)).to.deep.equal(['Error: subscriber']);
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
    expect(chat.server.count('refresh')).to.equal(2);
  });

  it('as a listener of a store hides no event and stops no polling', async () => {
    const chat = await TimedService.chatting();
    chat.service.stores.messages.listen(() => {
      throw new Error('listener');
    });
    chat.server.agentDoes('ParticipantJoined');
    const failures = await failuresOf(() => chat.clock.tick(10 * seconds));
    expect(failures.map(String)).to.deep.equal(['Error: listener']);
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
    expect(chat.server.count('refresh')).to.equal(2);
  });
});
