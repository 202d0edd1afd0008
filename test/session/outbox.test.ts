import { expect } from '@open-wc/testing';
import { describe as wordsFor } from '../../src/session/read-options.js';
import { reasonOf } from '../bus/harness.js';
import { answered, held, lostAnswer, lostRequest, noNetwork } from '../support/scripted-server.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { OtherTab } from '../support/other-tab.js';
import { TimedService } from './harness.js';

const seconds = 1000;

/** What a failed message's id is, as the transcript shows it. */
function failedId(chat: TimedService): string {
  return chat.service.stores.messages.get().find(({ status }) => status === 'failed')?.id ?? 'none failed';
}

describe('delivery of own messages', () => {
  describe('order', () => {
    it('has one send under way at a time, in the order written', async () => {
      const chat = await TimedService.chatting();
      const first = held();
      chat.server.plan('send', first.fate);

      const sent = ['one', 'two', 'three'].map((text) => chat.send(text));
      await chat.clock.tick(0);
      expect(chat.server.count('send')).to.equal(1);
      expect(chat.shown).to.deep.equal(['one sending', 'two sending', 'three sending']);

      first.release();
      await chat.clock.tick(0);
      expect(chat.server.visitorTexts).to.deep.equal(['one', 'two', 'three']);
      expect(chat.shown).to.deep.equal(['one sent', 'two sent', 'three sent']);
      expect(sent.map(({ outcome }) => outcome)).to.deep.equal(['resolved', 'resolved', 'resolved']);
    });

    it('keeps the order of many messages sent at once over a line that loses requests and answers', async () => {
      const chat = await TimedService.chatting();
      const texts = Array.from({ length: 30 }, (_, at) => `message ${String(at)}`);
      chat.server.plan('send', ...texts.map((_, at) => (at % 3 === 2 ? lostAnswer : noNetwork)));

      for (const text of texts) chat.send(text);
      await chat.clock.tick(60 * 60 * seconds);
      expect(chat.server.visitorTexts).to.deep.equal(texts);
      expect(chat.shown).to.deep.equal(texts.map((text) => `${text} sent`));
    });
  });

  describe('a send of unknown outcome', () => {
    it('is shown as sent and never repeated when a refresh shows its receipt', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', lostAnswer);

      const sent = chat.send('hello');
      await chat.clock.tick(6 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.shown).to.deep.equal(['hello sent']);

      await chat.clock.tick(60 * seconds);
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });

    it('is not repeated before a refresh that began ajaxTimeout after it left', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', lostRequest);
      const leftAt = chat.clock.now();

      const sent = chat.send('hello');
      await chat.clock.tick(10 * seconds - 1);
      expect(chat.server.count('send')).to.equal(1);
      expect(sent.outcome).to.equal('pending');

      await chat.clock.tick(5 * seconds);
      const [, repeatedAt = 0] = chat.server.times('send', leftAt);
      const refreshes = chat.server.times('refresh', leftAt).filter((at) => at <= repeatedAt);
      expect(repeatedAt).to.be.at.least(10 * seconds);
      expect(refreshes.at(-1)).to.be.at.least(10 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });

    it('is not repeated after a refresh that began earlier and shows no receipt', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', noNetwork);
      const leftAt = chat.clock.now();

      chat.send('hello');
      await chat.clock.tick(12 * seconds);
      expect(chat.server.times('refresh', leftAt).slice(0, 4)).to.deep.equal([3000, 6000, 9000, 10_000]);
      expect(chat.server.times('send', leftAt)).to.deep.equal([0, 10_000]);
    });

    it('counts from the ajaxTimeout that is configured', async () => {
      const chat = await TimedService.chatting({ ajaxTimeout: 2000 });
      chat.server.plan('send', noNetwork);
      const leftAt = chat.clock.now();

      chat.send('hello');
      await chat.clock.tick(3 * seconds);
      expect(chat.server.times('send', leftAt)).to.deep.equal([0, 2000]);
    });

    it('is repeated although polling is stopped and the first refreshes fail', async () => {
      const chat = await TimedService.chatting();
      await chat.command('stopPoll');
      chat.server.plan('send', noNetwork);
      chat.server.plan('refresh', noNetwork, noNetwork);

      const sent = chat.send('hello');
      await chat.clock.tick(30 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });

    it('is repeated although polling is stopped while its fate is unknown', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', noNetwork);

      const sent = chat.send('hello');
      await chat.clock.tick(1 * seconds);
      await chat.command('stopPoll');
      await chat.clock.tick(30 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });

    it('is repeated although a poll that was already under way answered first', async () => {
      const chat = await TimedService.chatting();
      await chat.command('stopPoll');
      const early = held();
      chat.server.plan('refresh', early.fate);
      const polled = chat.command('poll');
      await chat.clock.tick(0);
      chat.server.plan('send', noNetwork);

      const sent = chat.send('hello');
      await chat.clock.tick(0);
      early.release();
      await polled;
      await chat.clock.tick(30 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });

    it('stays pending through an outage of any length, and resolves after it', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('any', noNetwork);

      const sent = ['one', 'two'].map((text) => chat.send(text));
      await chat.clock.tick(30 * 60 * seconds);
      expect(sent.map(({ outcome }) => outcome)).to.deep.equal(['pending', 'pending']);
      expect(chat.shown).to.deep.equal(['one sending', 'two sending']);

      chat.server.always('any', undefined);
      await chat.clock.tick(60 * seconds);
      expect(sent.map(({ outcome }) => outcome)).to.deep.equal(['resolved', 'resolved']);
      expect(chat.server.visitorTexts).to.deep.equal(['one', 'two']);
      expect(chat.shown).to.deep.equal(['one sent', 'two sent']);
    });

    it('may be followed by the same text, which counts on its own', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', lostAnswer, lostRequest);

      for (const text of ['yes', 'yes', 'yes']) chat.send(text);
      await chat.clock.tick(120 * seconds);
      expect(chat.server.visitorTexts).to.deep.equal(['yes', 'yes', 'yes']);
      expect(chat.shown).to.deep.equal(['yes sent', 'yes sent', 'yes sent']);
    });

    it('is found out again when the server says that it cannot answer now', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', answered(503), answered(429), answered(200, { statusCode: 1 }), answered(200, '<p>'));

      const sent = chat.send('hello');
      await chat.clock.tick(120 * seconds);
      expect(sent.outcome).to.equal('resolved');
      expect(chat.server.count('send')).to.equal(5);
      expect(chat.server.visitorTexts).to.deep.equal(['hello']);
    });
  });

  describe('the echo on screen', () => {
    it('keeps its id from sending to sent, in the transcript too', async () => {
      const chat = await TimedService.chatting();
      const underWay = held();
      chat.server.plan('send', underWay.fate);
      chat.send('hello');
      await chat.clock.tick(0);
      const id = chat.service.stores.messages.get().at(-1)?.id;

      underWay.release();
      await chat.clock.tick(0);
      expect(chat.service.stores.messages.get().at(-1)).to.include({ id, text: 'hello', status: 'sent', index: 2 });
      expect((await chat.command('getTranscript')).messages.at(-1)).to.include({ id, text: 'hello' });
    });

    it('is never missing and never there twice, whoever tells of the receipt', async () => {
      const tabs = new OtherTab();
      const storage = new MemoryStorage();
      const chat = await TimedService.chatting({}, { tabs, storage });
      const counts: number[] = [];
      chat.service.stores.messages.listen(() => counts.push(chat.shown.length));
      chat.send('hello');
      await chat.clock.tick(0);
      chat.server.plan('send', lostAnswer);
      chat.send('anybody there?');
      await chat.clock.tick(6 * seconds);
      expect(chat.shown).to.deep.equal(['hello sent', 'anybody there? sent']);
      expect(counts).to.deep.equal([...counts].sort((one, other) => one - other));

      // The other tab's answer came before its word that the message is on its way.
      const position = chat.server.visitorTexts.length + 2;
      const item = {
        id: 'own-other',
        text: 'me too',
        writtenAt: chat.clock.now(),
        sentAt: chat.clock.now(),
        revision: 1,
      };
      chat.server.visitorSays('me too');
      await chat.command('poll');
      counts.length = 0;
      tabs.sayKept(storage, { ...item, state: 'sending', position });
      await chat.until(() =>
        chat.all('messageStatus').some(({ id, status }) => id === 'own-other' && status === 'sent'),
      );
      await chat.clock.tick(0);
      expect(chat.shown.at(-1)).to.equal('me too sent');
      expect(new Set(counts)).to.deep.equal(new Set([3]));
    });

    it('publishes messageReceived once, when the server has the message', async () => {
      const chat = await TimedService.chatting();
      const underWay = held();
      chat.server.plan('send', underWay.fate);
      chat.send('hello');
      await chat.clock.tick(0);
      expect(chat.names).not.to.include('messageReceived');

      underWay.release();
      await chat.clock.tick(60 * seconds);
      expect(chat.names.filter((name) => name === 'messageReceived')).to.have.lengthOf(1);
    });

    it('shows a message that the server accepted as sent when the chat ends before its receipt', async () => {
      const chat = await TimedService.chatting();
      // A server that accepts and does not tell the transcript.
      chat.server.plan('send', answered(200, { statusCode: 0 }));
      const sent = chat.send('goodbye');
      await chat.clock.tick(0);
      expect(sent.outcome).to.equal('resolved');

      await chat.command('endChat');
      expect(chat.shown).to.deep.equal(['goodbye sent']);
    });
  });

  describe('a refused message', () => {
    const tooLong = answered(200, { statusCode: 2, errors: [{ code: 204, advice: 'too long' }] });

    it('fails with the answer, is reported once, and lets the next one go', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', tooLong);

      const [long, short] = [chat.send('very long'), chat.send('short')];
      await chat.clock.tick(0);
      expect(long.outcome).to.include({ status: 200, statusCode: 2, operation: 'send' });
      expect(short.outcome).to.equal('resolved');
      expect(chat.shown).to.deep.equal(['very long failed', 'short sent']);
      expect(chat.all('error')).to.deep.equal([long.outcome]);
    });

    it('keeps its place while the conversation goes on', async () => {
      const chat = await TimedService.chatting();
      chat.send('before');
      await chat.clock.tick(0);
      chat.server.plan('send', tooLong);
      chat.send('very long');
      await chat.clock.tick(0);
      chat.server.agentDoes('Message', 'Hello?');
      await chat.command('poll');
      chat.send('after');
      await chat.clock.tick(0);
      expect(chat.shown).to.deep.equal(['before sent', 'very long failed', 'Hello?', 'after sent']);
    });

    it('says in the conversation why it failed, until it is sent again', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', tooLong);
      const sent = chat.send('very long');
      await chat.clock.tick(0);
      const { messages } = chat.service.stores;
      expect(messages.get().at(-1)?.failure).to.deep.equal(sent.outcome);

      await chat.command('resendMessage', { id: failedId(chat) });
      expect(messages.get().at(-1)).to.not.have.property('failure');
    });

    for (const status of [400, 403, 404, 413]) {
      it(`fails on HTTP ${String(status)}`, async () => {
        const chat = await TimedService.chatting();
        chat.server.plan('send', answered(status));
        const sent = chat.send('hello');
        await chat.clock.tick(0);
        expect(sent.outcome).to.include({ status, operation: 'send' });
        expect(chat.shown).to.deep.equal(['hello failed']);
      });
    }

    it('goes out again by resendMessage under the same id, as the newest', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', tooLong);
      chat.send('first');
      chat.send('second');
      await chat.clock.tick(0);
      const id = failedId(chat);

      const answer = await chat.command('resendMessage', { id });
      expect(answer).to.include({ statusCode: 0 });
      expect(chat.server.visitorTexts).to.deep.equal(['second', 'first']);
      expect(chat.service.stores.messages.get().at(-1)).to.include({ id, text: 'first', status: 'sent' });
    });

    it('is gone after discardMessage', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('send', tooLong);
      chat.send('hello');
      await chat.clock.tick(0);

      await chat.command('discardMessage', { id: failedId(chat) });
      await chat.clock.tick(60 * seconds);
      expect(chat.shown).to.deep.equal([]);
      expect(chat.server.count('send')).to.equal(1);
    });

    it('cannot be resent or discarded under an id that no failed message has', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendMessage', { message: 'fine' });
      const [message] = (await chat.command('getTranscript')).messages.slice(-1);
      for (const id of ['nothing', message?.id, 7, undefined]) {
        const sentence = `id takes the id of a failed message, but got ${wordsFor(id)}`;
        expect(await reasonOf(chat.command('resendMessage', { id }))).to.equal(sentence);
        expect(await reasonOf(chat.command('discardMessage', { id }))).to.equal(sentence);
      }
    });
  });

  describe('the end of the chat', () => {
    it('rejects what is on its way and what waits, and shows both as failed', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('send', lostRequest);
      const sent = ['one', 'two'].map((text) => chat.send(text));
      await chat.clock.tick(0);

      await chat.command('endChat');
      expect(sent.map(({ outcome }) => outcome)).to.deep.equal([
        'The chat session has ended',
        'The chat session has ended',
      ]);
      expect(chat.shown).to.deep.equal(['one failed', 'two failed']);
    });

    it('rejects a message that is told so with that answer, and the ones behind it with a sentence', async () => {
      const chat = await TimedService.chatting();
      const sent = ['one', 'two'].map((text) => chat.send(text));
      chat.server.hasEnded = true;
      await chat.clock.tick(0);
      expect(sent[0]?.outcome).to.include({ statusCode: 2, operation: 'send' });
      expect(sent[1]?.outcome).to.equal('The chat session has ended');
      expect(chat.names.filter((name) => ['error', 'ended'].includes(name))).to.deep.equal(['error', 'ended']);
    });

    it('rejects a message with a sentence when another request learns of the end', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('send', lostRequest);
      const sent = chat.send('hello');
      chat.server.plan('refresh', answered(404));
      await chat.clock.tick(5 * seconds);
      expect(chat.names).to.include('ended');
      expect(sent.outcome).to.equal('The chat session has ended');
    });

    it('leaves failed messages to be read, and discarded', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('send', lostRequest);
      chat.send('unsaid');
      await chat.clock.tick(0);
      await chat.command('endChat');

      const id = failedId(chat);
      expect(await reasonOf(chat.command('resendMessage', { id }))).to.equal('There is no active chat session');
      await chat.command('discardMessage', { id });
      expect(chat.shown).to.deep.equal([]);
    });

    it('clears all away when the next chat starts', async () => {
      const chat = await TimedService.chatting();
      chat.server.agentDoes('ParticipantJoined');
      await chat.command('poll');
      chat.server.always('send', lostRequest);
      chat.send('of the first chat');
      await chat.clock.tick(0);
      await chat.command('endChat');
      const id = failedId(chat);
      chat.server.always('send', undefined);

      await chat.command('startChat', { nickname: 'Ada' });
      expect(chat.shown).to.deep.equal([]);
      expect(await chat.command('getAgents')).to.deep.equal({ agents: {} });
      expect(await reasonOf(chat.command('resendMessage', { id }))).to.match(
        /^id takes the id of a failed message, but got /,
      );
      await chat.clock.tick(60 * seconds);
      expect(chat.server.visitorTexts).to.deep.equal([]);
    });
  });
});
