import { expect } from '@open-wc/testing';
import { answered, noNetwork } from '../support/scripted-server.js';
import { TimedService } from './harness.js';

const hour = 3_600_000;

/** How a page is put to sleep for an hour, and woken. */
const ways = {
  'the machine sleeps': (chat: TimedService) => chat.clock.sleep(hour),
  'the browser freezes the page': async ({ clock, page }: TimedService) => {
    page.freeze();
    await clock.tick(hour);
    page.thaw();
    await clock.tick(0);
  },
} as const;

describe('a chat that wakes', () => {
  for (const [what, sleep] of Object.entries(ways)) {
    describe(`after ${what}`, () => {
      it('asks for news at once and once, and goes on at its pace', async () => {
        const chat = await TimedService.chatting();
        chat.server.agentDoes('ParticipantJoined');
        await chat.clock.tick(5_000);
        chat.server.agentDoes('Message', 'Are you there?');
        const before = chat.server.count('refresh');
        await sleep(chat);
        expect(chat.server.count('refresh')).to.equal(before + 1);
        expect(chat.shown).to.deep.equal(['Are you there?']);
        expect(chat.names).not.to.include('restored');
        const woken = chat.clock.now();
        await chat.clock.tick(9_000);
        expect(chat.server.times('refresh', woken).slice(-4)).to.deep.equal([0, 3_000, 6_000, 9_000]);
      });

      it('has one agent less who typed when it fell asleep', async () => {
        const chat = await TimedService.chatting();
        chat.server.agentDoes('TypingStarted');
        await chat.clock.tick(5_000);
        expect(chat.service.stores.typing.get()).to.have.lengthOf(1);
        await sleep(chat);
        expect(chat.service.stores.typing.get()).to.deep.equal([]);
        expect(chat.all('agentTypingStopped')).to.have.lengthOf(1);
      });

      it('tells the end once when the server has given it up meanwhile', async () => {
        const chat = await TimedService.chatting();
        chat.server.always('refresh', answered(404, { statusCode: 2, errors: [{ code: 104, advice: 'unknown' }] }));
        await sleep(chat);
        expect(chat.all('ended')).to.have.lengthOf(1);
        expect(chat.service.stores.phase.get()).to.equal('ended');
        expect(chat.clock.liveTimers).to.equal(0);
      });

      it('delivers once what was written without a network before', async () => {
        const chat = await TimedService.chatting();
        chat.server.always('any', noNetwork);
        const sent = chat.send('Before I close the lid');
        await chat.clock.tick(100);
        chat.server.always('any', undefined);
        await sleep(chat);
        await chat.clock.tick(15_000);
        expect(sent.outcome).to.equal('resolved');
        expect(chat.server.visitorTexts).to.deep.equal(['Before I close the lid']);
        expect(chat.shown).to.deep.equal(['Before I close the lid sent']);
      });

      it('takes the page of a network that asks to log in for no answer', async () => {
        const chat = await TimedService.chatting();
        chat.server.agentDoes('Message', 'Hello');
        await chat.clock.tick(5_000);
        const before = await chat.command('getTranscript');
        chat.forget();
        chat.server.plan('refresh', answered(200, '<!doctype html><title>Log in</title>'));
        await sleep(chat);
        expect(chat.names.filter((name) => !name.startsWith('agent'))).to.deep.equal(['connectionPending', 'error']);
        expect(chat.all('error')[0]).to.include({ status: 200, operation: 'refresh' });
        expect(await chat.command('getTranscript')).to.deep.equal(before);
        await chat.clock.tick(1_000);
        expect(chat.names.at(-1)).to.equal('connectionRestored');
      });
    });
  }
});
