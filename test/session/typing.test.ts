import { expect } from '@open-wc/testing';
import { answered, lostRequest } from '../support/scripted-server.js';
import { TimedService } from './harness.js';

const seconds = 1000;

describe('typing', () => {
  describe('of the visitor', () => {
    it('is told to the server at most once in 3 s', async () => {
      const chat = await TimedService.chatting();
      const since = chat.clock.now();
      for (let key = 0; key < 8; key += 1) {
        await chat.command('sendTyping', { message: 'x'.repeat(key) });
        await chat.clock.tick(1 * seconds);
      }
      expect(chat.server.times('startTyping', since)).to.deep.equal([0, 3000, 6000]);
    });

    it('resolves with the answer when a sign goes out, and with nothing when one went out a moment ago', async () => {
      const chat = await TimedService.chatting();
      expect(await chat.command('sendTyping')).to.include({ statusCode: 0, chatId: 'CHAT1' });
      expect(await chat.command('sendTyping')).to.equal(undefined);
    });

    it('carries the unsent text if it is given', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendTyping', { message: 'I would li' });
      const [sign] = chat.server.requests.filter(({ operation }) => operation === 'startTyping');
      expect(sign?.fields.get('message')).to.equal('I would li');
    });

    it('tells the last words within 3 s of the sign before them, once', async () => {
      const chat = await TimedService.chatting();
      const since = chat.clock.now();
      for (const message of ['I', 'I would', 'I would like']) {
        await chat.command('sendTyping', { message });
        await chat.clock.tick(500);
      }
      await chat.command('sendTyping');
      await chat.clock.tick(60 * seconds);
      const signs = chat.server.requests.filter(({ operation }) => operation === 'startTyping');
      expect(signs.map(({ at, fields }) => [at - since, fields.get('message')])).to.deep.equal([
        [0, 'I'],
        [3000, 'I would like'],
      ]);
    });

    it('tells no words again that the server has, and none that went as a message', async () => {
      const chat = await TimedService.chatting();
      for (const message of ['I', 'I w', 'I']) await chat.command('sendTyping', { message });
      await chat.clock.tick(60 * seconds);
      expect(chat.server.count('startTyping')).to.equal(1);

      for (const message of ['I', 'I would']) await chat.command('sendTyping', { message });
      await chat.command('sendMessage', { message: 'I would' });
      await chat.clock.tick(60 * seconds);
      expect(chat.server.count('startTyping')).to.equal(2);
    });

    it('ends 5 s after the last key press, once', async () => {
      const chat = await TimedService.chatting();
      const since = chat.clock.now();
      await chat.command('sendTyping');
      await chat.clock.tick(4 * seconds);
      await chat.command('sendTyping');
      await chat.clock.tick(60 * seconds);
      expect(chat.server.times('stopTyping', since)).to.deep.equal([9000]);
      expect(chat.names).to.deep.equal(['clientTypingStarted', 'clientTypingStopped']);
    });

    it('ends with the message, which tells the server by itself', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendTyping');
      await chat.command('sendMessage', { message: 'hello' });
      await chat.clock.tick(60 * seconds);
      expect(chat.server.count('stopTyping')).to.equal(0);
      expect(chat.names).to.deep.equal([
        ...['clientTypingStarted', 'clientTypingStopped'],
        ...['messageStatus', 'messageStatus', 'messageReceived'],
      ]);
    });

    it('begins anew after a message', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendTyping');
      await chat.command('sendMessage', { message: 'hello' });
      await chat.command('sendTyping');
      expect(chat.server.count('startTyping')).to.equal(2);
    });

    it('rejects with a sentence when the chat ends meanwhile, and is no error', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('startTyping', lostRequest);
      const typed = chat.follow(chat.command('sendTyping'));
      await chat.clock.tick(0);
      await chat.command('endChat');
      await chat.clock.tick(0);
      expect(typed.outcome).to.equal('The chat session has ended');
      expect(chat.names).to.deep.equal([
        'clientTypingStarted',
        'clientTypingStopped',
        'clientDisconnected',
        'ended',
        'pollingStopped',
      ]);
      expect(chat.clock.liveTimers).to.equal(0);
    });

    it('rejects with the answer when it is what learns of the end', async () => {
      const chat = await TimedService.chatting();
      chat.server.hasEnded = true;
      const typed = chat.follow(chat.command('sendTyping'));
      await chat.clock.tick(0);
      expect(typed.outcome).to.include({ statusCode: 2, operation: 'startTyping' });
      expect(chat.names).to.deep.equal([
        'clientTypingStarted',
        'error',
        'clientTypingStopped',
        'clientDisconnected',
        'ended',
        'pollingStopped',
      ]);
    });

    it('that the server refuses is reported once', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('startTyping', answered(200, { statusCode: 2, errors: [{ code: 100 }] }));
      const typed = chat.follow(chat.command('sendTyping'));
      await chat.clock.tick(0);
      expect(chat.all('error')).to.deep.equal([typed.outcome]);
    });
  });

  describe('of the agent', () => {
    /** A chat in which the agent has just begun to type. */
    async function withAgentTyping(): Promise<TimedService> {
      const chat = await TimedService.chatting();
      chat.server.agentDoes('ParticipantJoined');
      await chat.command('poll');
      chat.forget();
      chat.server.agentDoes('TypingStarted');
      await chat.command('poll');
      expect(chat.service.stores.typing.get()).to.deep.equal([{ participantId: 2, nickname: 'Bob', type: 'Agent' }]);
      return chat;
    }

    it('is told once however often the server repeats the sign', async () => {
      const chat = await withAgentTyping();
      chat.server.agentDoes('TypingStarted');
      await chat.command('poll');
      expect(chat.names).to.deep.equal(['messageReceived', 'agentTypingStarted', 'messageReceived']);
    });

    for (const [sign, events] of [
      ['TypingStopped', ['messageReceived', 'agentTypingStopped']],
      ['Message', ['messageReceived', 'agentTypingStopped']],
      ['ParticipantLeft', ['messageReceived', 'agentTypingStopped', 'agentDisconnected']],
    ] as const) {
      it(`is over with ${sign}`, async () => {
        const chat = await withAgentTyping();
        chat.forget();
        chat.server.agentDoes(sign, 'hi');
        await chat.command('poll');
        expect(chat.names).to.deep.equal(events);
        expect(chat.service.stores.typing.get()).to.deep.equal([]);
      });
    }

    it('is over 60 s after the last sign', async () => {
      const chat = await withAgentTyping();
      await chat.clock.tick(30 * seconds);
      chat.server.agentDoes('TypingStarted');
      await chat.command('poll');
      await chat.clock.tick(60 * seconds - 1);
      expect(chat.names).not.to.include('agentTypingStopped');
      await chat.clock.tick(1);
      expect(chat.names.filter((name) => name === 'agentTypingStopped')).to.have.lengthOf(1);
      expect(chat.service.stores.typing.get()).to.deep.equal([]);
    });

    it('is over with the chat, before the event that tells its end', async () => {
      const chat = await withAgentTyping();
      chat.forget();
      await chat.command('endChat');
      expect(chat.names).to.deep.equal(['agentTypingStopped', 'clientDisconnected', 'ended', 'pollingStopped']);
      expect(chat.service.stores.typing.get()).to.deep.equal([]);
    });
  });
});
