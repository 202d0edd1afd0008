import { expect } from '@open-wc/testing';
import { createBus } from '../../src/bus/index.js';
import { createWebChatService } from '../../src/create-web-chat-service.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { failuresOf, reasonOf, settled } from '../bus/harness.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { held, lostRequest } from '../support/scripted-server.js';
import { nothing, remains, TimedService } from './harness.js';

const seconds = 1000;

describe('ready', () => {
  it('comes a task after the service was made, is kept for who subscribes later, and resolves whenReady', async () => {
    const clock = new FakeClock();
    const service = createWebChatService({}, { platform: { clock, page: new FakePage() } });
    const seen: string[] = [];
    service.subscribe('WebChatService.ready', () => seen.push('early'));
    await settled();
    expect(seen).to.deep.equal([]);

    await clock.tick(0);
    await service.whenReady;
    service.subscribe('WebChatService.ready', () => seen.push('late'));
    expect(seen).to.deep.equal(['early', 'late']);
    service.dispose();
  });

  it('does not come when the service is disposed of before', async () => {
    const clock = new FakeClock();
    const errors: unknown[] = [];
    const logger = { error: (message: string) => void errors.push(message), warn: () => {} };
    const bus = createBus<ChatCatalogue>({ logger });
    const service = createWebChatService({}, { bus, platform: { clock, page: new FakePage(), logger } });
    service.dispose();
    expect(clock.liveTimers).to.equal(0);
    await clock.tick(1 * seconds);
    expect(errors).to.deep.equal([]);
  });
});

describe('a service on a bus that has one already', () => {
  it('says so, works by the other one, and leaves that alone when it is disposed of', async () => {
    const chat = await TimedService.chatting();
    const errors: string[] = [];
    const logger = { error: (message: string) => void errors.push(message), warn: () => {} };
    const second = createWebChatService({}, { bus: chat.bus, platform: { clock: chat.clock, logger } });
    expect(chat.complaints).to.deep.equal(["CXBus.registerPlugin got 'WebChatService', which is taken"]);
    await chat.clock.tick(0);
    await second.whenReady;
    expect(await second.command('WebChatService.poll')).to.include({ chatId: 'CHAT1' });
    second.dispose();
    await chat.command('poll');
  });
});

describe('dispose', () => {
  /** Everything that can be under way is. */
  async function busyChat(): Promise<TimedService> {
    const chat = await TimedService.chatting();
    chat.server.agentDoes('ParticipantJoined');
    chat.server.agentDoes('TypingStarted');
    await chat.command('poll');
    await chat.command('sendTyping');
    chat.server.always('any', lostRequest);
    chat.send('one');
    chat.send('two');
    chat.follow(chat.command('poll'));
    await chat.clock.tick(0);
    expect(chat.server.open).to.equal(2);
    chat.forget();
    return chat;
  }

  it('leaves no timer, no listener and no request at once, and publishes nothing', async () => {
    const chat = await busyChat();
    chat.dispose();
    await settled();
    expect(remains(chat)).to.deep.equal(nothing);

    const asked = chat.server.requests.length;
    chat.page.comeOnline();
    chat.page.show();
    await chat.clock.tick(10 * 60 * seconds);
    expect(chat.server.requests).to.have.lengthOf(asked);
    expect(chat.names).to.deep.equal([]);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('rejects the commands that wait for an answer, and leaves none unhandled', async () => {
    const chat = await TimedService.chatting();
    chat.server.always('any', lostRequest);
    const waiting = [chat.send('hello'), chat.follow(chat.command('poll')), chat.follow(chat.command('sendTyping'))];
    await chat.clock.tick(0);
    const failures = await failuresOf(async () => {
      chat.dispose();
      await chat.clock.tick(1 * seconds);
    });
    for (const { outcome } of waiting) expect(outcome).to.equal('Plugin was unregistered: WebChatService');
    expect(failures).to.deep.equal([]);
  });

  it('while a chat is being started leaves nothing behind', async () => {
    const service = await TimedService.ready();
    const slow = held();
    service.server.plan('start', slow.fate);
    const started = service.follow(service.command('startChat', { nickname: 'Ada' }));
    await slow.reached;

    service.dispose();
    slow.release();
    await service.clock.tick(60 * seconds);
    expect(started.outcome).to.equal('Plugin was unregistered: WebChatService');
    expect(remains(service)).to.deep.equal(nothing);
    expect(service.server.requests).to.have.lengthOf(1);
    expect(service.names).to.deep.equal(['ready']);
    expect(service.complaints).to.deep.equal([]);
  });

  it('while the code of the service is being loaded sends no request', async () => {
    const service = await TimedService.ready();
    const started = service.command('startChat', { nickname: 'Ada' });
    // The command is under way now, and an import takes longer than this.
    await Promise.resolve();
    await Promise.resolve();
    service.dispose();
    await reasonOf(started);
    await import('../../src/session/chat-service.js');
    await import('../../src/transport/gms-rest/gms-rest-transport.js');
    await service.clock.tick(60 * seconds);
    expect(service.server.requests).to.deep.equal([]);
    expect(remains(service)).to.deep.equal(nothing);
  });

  it('within a subscriber to messageReceived leaves nothing behind', async () => {
    const chat = await TimedService.chatting();
    chat.bus.subscribe('WebChatService.messageReceived', () => {
      chat.dispose();
    });
    chat.server.agentDoes('ParticipantJoined');
    chat.server.agentDoes('TypingStarted');
    chat.follow(chat.command('poll'));
    await chat.clock.tick(0);
    expect(chat.names).to.deep.equal(['messageReceived']);
    expect(remains(chat)).to.deep.equal(nothing);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('within a subscriber to started leaves nothing behind', async () => {
    const service = await TimedService.ready();
    service.bus.subscribe('WebChatService.started', () => {
      service.dispose();
    });
    await reasonOf(service.command('startChat', { nickname: 'Ada' }));
    await service.clock.tick(60 * seconds);
    expect(remains(service)).to.deep.equal(nothing);
    expect(service.complaints).to.deep.equal([]);
  });

  it('leaves a bus that was handed in, with its plugins, and frees the name of the service', async () => {
    const chat = await TimedService.chatting();
    chat.dispose();
    expect(await reasonOf(chat.command('poll'))).to.equal('Unknown plugin: WebChatService');
    expect(chat.bus.registerPlugin('WebChatService')).not.to.equal(false);
  });

  it('may be called twice', async () => {
    const chat = await TimedService.chatting();
    chat.service.dispose();
    chat.service.dispose();
    expect(remains(chat)).to.deep.equal(nothing);
    expect(chat.complaints).to.deep.equal([]);
  });
});
