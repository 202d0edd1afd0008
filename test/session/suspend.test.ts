import { expect } from '@open-wc/testing';
import { createBus } from '../../src/bus/index.js';
import { resolveOptions } from '../../src/config/resolve-options.js';
import { assembleService, type AssembledService } from '../../src/create-web-chat-service.js';
import { systemPlatform } from '../../src/platform/platform.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { reasonOf } from '../bus/harness.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage } from '../support/fake-page.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { lostAnswer, lostRequest, ScriptedServer } from '../support/scripted-server.js';
import { nothing, remains } from './harness.js';

const seconds = 1000;

describe('a service that is suspended', () => {
  /** A service as an element runs it, with its chat. */
  class Suspendable {
    readonly clock = new FakeClock();
    readonly page = new FakePage();
    readonly server = new ScriptedServer(this.clock);
    readonly bus = createBus<ChatCatalogue>({ clock: this.clock });
    readonly names: string[] = [];
    readonly service: AssembledService;

    constructor() {
      const { options } = resolveOptions([]);
      const dataURL = 'https://gms.example/genesys/2/chat/customer-support';
      const platform = {
        ...systemPlatform,
        clock: this.clock,
        page: this.page,
        fetch: this.server.fetch,
        storage: new MemoryStorage(),
        tabs: undefined,
        random: () => 0.5,
      };
      this.bus.observe(({ event }) => void this.names.push(event.replace('WebChatService.', '')));
      this.service = assembleService({
        bus: this.bus,
        platform,
        options: () => ({ ...options, dataURL }),
        configure: () => undefined,
      });
      this.service.start();
    }

    static async chatting(): Promise<Suspendable> {
      const made = new Suspendable();
      await made.clock.tick(0);
      await made.bus.command('WebChatService.startChat', { nickname: 'Ada' });
      made.names.length = 0;
      return made;
    }
  }

  it('has no timer, listener or request, and keeps the chat', async () => {
    const chat = await Suspendable.chatting();
    chat.service.suspend();
    expect(remains(chat)).to.deep.equal(nothing);
    chat.page.comeOnline();
    await chat.clock.tick(60 * seconds);
    expect(chat.server.count('refresh')).to.equal(0);
    expect(chat.service.stores.phase.get()).to.equal('active');
    expect(chat.names).to.deep.equal([]);
  });

  it('asks for news at once when it goes on', async () => {
    const chat = await Suspendable.chatting();
    chat.service.suspend();
    await chat.clock.tick(20 * seconds);
    chat.server.agentDoes('ParticipantJoined');
    chat.service.resume();
    await chat.clock.tick(0);
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
    await chat.clock.tick(5 * seconds);
    expect(chat.server.count('refresh')).to.equal(2);
  });

  it('goes on at once when it was suspended for a moment while a poll was under way', async () => {
    const chat = await Suspendable.chatting();
    chat.server.plan('refresh', lostRequest);
    await chat.clock.tick(5 * seconds);
    chat.service.suspend();
    chat.service.resume();
    await chat.clock.tick(0);
    expect(chat.server.count('refresh')).to.equal(2);
    expect(chat.names).to.deep.equal([]);
  });

  it('rejects a poll that was under way, which is no error', async () => {
    const chat = await Suspendable.chatting();
    chat.server.plan('refresh', lostRequest);
    const reason = reasonOf(chat.bus.command('WebChatService.poll'));
    await chat.clock.tick(0);
    chat.service.suspend();
    expect(await reason).to.include({ status: 0, operation: 'refresh' });
    expect(chat.names).to.deep.equal([]);
  });

  it('loses no answer: what was under way is found out after it', async () => {
    const chat = await Suspendable.chatting();
    chat.server.plan('send', lostAnswer);
    const sent = chat.bus.command('WebChatService.sendMessage', { message: 'hello' });
    await chat.clock.tick(1 * seconds);
    chat.service.suspend();
    await chat.clock.tick(60 * seconds);
    chat.service.resume();
    await chat.clock.tick(0);
    expect((await sent).messages).to.have.lengthOf(1);
    expect(chat.server.visitorTexts).to.deep.equal(['hello']);
  });

  it('sends what is written meanwhile as soon as it goes on', async () => {
    const chat = await Suspendable.chatting();
    chat.service.suspend();
    const sent = chat.bus.command('WebChatService.sendMessage', { message: 'hello' });
    await chat.clock.tick(60 * seconds);
    expect(chat.server.count('send')).to.equal(0);
    chat.service.resume();
    await chat.clock.tick(0);
    await sent;
    expect(chat.server.visitorTexts).to.deep.equal(['hello']);
  });

  it('sets no timer for a visitor who types meanwhile', async () => {
    const chat = await Suspendable.chatting();
    chat.service.suspend();
    await reasonOf(chat.bus.command('WebChatService.sendTyping'));
    expect(remains(chat)).to.deep.equal(nothing);
    expect(chat.names).to.deep.equal([]);
  });

  it('shows nobody as typing, and tells so', async () => {
    const chat = await Suspendable.chatting();
    chat.server.agentDoes('ParticipantJoined');
    chat.server.agentDoes('TypingStarted');
    await chat.bus.command('WebChatService.poll');
    await chat.bus.command('WebChatService.sendTyping');
    chat.names.length = 0;
    chat.service.suspend();
    expect(chat.service.stores.typing.get()).to.deep.equal([]);
    expect(chat.names).to.deep.equal(['clientTypingStopped', 'agentTypingStopped']);
    chat.service.resume();
    chat.server.agentDoes('TypingStarted');
    await chat.clock.tick(0);
    expect(chat.names.slice(2)).to.deep.equal(['messageReceived', 'agentTypingStarted']);
  });

  it('within a subscriber to messageReceived still tells who joined, and sets no timer', async () => {
    const chat = await Suspendable.chatting();
    chat.bus.subscribe('WebChatService.messageReceived', () => {
      chat.service.suspend();
    });
    chat.server.agentDoes('ParticipantJoined');
    chat.server.agentDoes('TypingStarted');
    await chat.clock.tick(5 * seconds);
    expect(chat.names).to.deep.equal(['messageReceived', 'agentConnected']);
    expect(remains(chat)).to.deep.equal(nothing);
  });

  it('refuses to start a chat without a request, and can after it', async () => {
    const idle = new Suspendable();
    await idle.clock.tick(0);
    idle.service.suspend();
    const reason = await reasonOf(idle.bus.command('WebChatService.startChat', { nickname: 'Ada' }));
    expect(reason).to.include({ status: 0, operation: 'start' });
    expect(idle.server.requests).to.deep.equal([]);
    idle.service.resume();
    expect(await idle.bus.command('WebChatService.startChat', { nickname: 'Ada' })).to.include({ chatId: 'CHAT1' });
  });

  it('stays so once it is disposed of', async () => {
    const chat = await Suspendable.chatting();
    chat.service.dispose();
    chat.service.resume();
    await chat.clock.tick(60 * seconds);
    expect(remains(chat)).to.deep.equal(nothing);
    expect(chat.server.count('refresh')).to.equal(0);
  });
});
