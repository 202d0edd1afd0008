import { expect } from '@open-wc/testing';
import { reasonOf } from '../bus/harness.js';
import { answered, held, noNetwork } from '../support/scripted-server.js';
import { TimedService } from './harness.js';

const seconds = 1000;

/** When polls came while `run` ran, in seconds after its beginning. */
async function pollsDuring(chat: TimedService, run: () => Promise<unknown>): Promise<number[]> {
  const since = chat.clock.now();
  const before = chat.server.count('refresh');
  await run();
  return chat.server
    .times('refresh', since)
    .slice(before)
    .map((at) => at / seconds);
}

describe('polling', () => {
  describe('pace', () => {
    it('is every 5 s while nobody types or writes', async () => {
      const chat = await TimedService.chatting();
      const polls = await pollsDuring(chat, () => chat.clock.tick(20 * seconds));
      expect(polls).to.deep.equal([5, 10, 15, 20]);
    });

    it('is every 3 s for a minute after the visitor wrote', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendMessage', { message: 'hello' });
      const polls = await pollsDuring(chat, () => chat.clock.tick(75 * seconds));
      expect(polls.slice(0, 3)).to.deep.equal([3, 6, 9]);
      expect(polls.slice(-3)).to.deep.equal([65, 70, 75]);
    });

    it('is every 3 s after the visitor typed', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendTyping');
      const polls = await pollsDuring(chat, () => chat.clock.tick(6 * seconds));
      expect(polls).to.deep.equal([3, 6]);
    });

    for (const type of ['TypingStarted', 'Message']) {
      it(`is every 3 s after the agent's ${type}`, async () => {
        const chat = await TimedService.chatting();
        chat.server.agentDoes('ParticipantJoined');
        chat.server.agentDoes(type, type === 'Message' ? 'hi' : undefined);
        const polls = await pollsDuring(chat, () => chat.clock.tick(11 * seconds));
        expect(polls).to.deep.equal([5, 8, 11]);
      });
    }

    it('is every 15 s while nobody can see the page, live or not', async () => {
      const chat = await TimedService.chatting();
      await chat.command('sendMessage', { message: 'hello' });
      chat.page.hide();
      const polls = await pollsDuring(chat, () => chat.clock.tick(30 * seconds));
      expect(polls).to.deep.equal([15, 30]);
    });

    it('is that of the configuration', async () => {
      const chat = await TimedService.chatting({ polling: { live: 1000, idle: 2000, hidden: 30_000 } });
      expect(await pollsDuring(chat, () => chat.clock.tick(4 * seconds))).to.deep.equal([2, 4]);
      await chat.command('sendTyping');
      expect(await pollsDuring(chat, () => chat.clock.tick(2 * seconds))).to.deep.equal([1, 2]);
      chat.page.hide();
      expect(await pollsDuring(chat, () => chat.clock.tick(30 * seconds))).to.deep.equal([30]);
    });

    it('waits its full turn after an answer to a send, which told all there was', async () => {
      const chat = await TimedService.chatting();
      await chat.clock.tick(4 * seconds);
      await chat.command('sendMessage', { message: 'hello' });
      expect(await pollsDuring(chat, () => chat.clock.tick(3 * seconds))).to.deep.equal([3]);
    });

    it('never has two polls under way', async () => {
      const chat = await TimedService.chatting();
      const slow = held();
      chat.server.plan('refresh', slow.fate);
      const polls = await pollsDuring(chat, async () => {
        await chat.clock.tick(5 * seconds);
        chat.page.hide();
        chat.page.show();
        chat.page.comeOnline();
        await chat.clock.tick(4 * seconds);
      });
      expect(polls).to.deep.equal([5]);
      slow.release();
      await chat.clock.tick(0);
    });
  });

  describe('an outage', () => {
    it('is retried after at most 1 s, doubling up to 15 s, for ever', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('refresh', noNetwork);
      const polls = await pollsDuring(chat, () => chat.clock.tick(60 * seconds));
      const pauses = polls.map((at, index) => at - (polls[index - 1] ?? 0));
      // Half of 1, 2, 4, 8 and 15 s, as chance is fixed here.
      expect(pauses.slice(0, 8)).to.deep.equal([5, 0.5, 1, 2, 4, 7.5, 7.5, 7.5]);
    });

    it('ends with the first good answer, and the pace is as before', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('refresh', noNetwork, answered(503), answered(200, '<h1>Log in</h1>'));
      const polls = await pollsDuring(chat, () => chat.clock.tick(20 * seconds));
      expect(polls).to.deep.equal([5, 5.5, 6.5, 8.5, 13.5, 18.5]);
    });

    it('waits as long as Retry-After asks', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('refresh', answered(503, {}, { 'Retry-After': '20' }));
      expect(await pollsDuring(chat, () => chat.clock.tick(30 * seconds))).to.deep.equal([5, 25, 30]);
    });

    it('waits as long as Retry-After asks although the page is shown and online again', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('refresh', answered(429, {}, { 'Retry-After': '20' }));
      const polls = await pollsDuring(chat, async () => {
        await chat.clock.tick(6 * seconds);
        chat.page.hide();
        chat.page.show();
        chat.page.comeOnline();
        await chat.clock.tick(19 * seconds);
      });
      expect(polls).to.deep.equal([5, 25]);
    });

    it('is looked into at once when the machine is online again, even in a hidden page', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('refresh', noNetwork);
      await chat.clock.tick(40 * seconds);
      chat.server.always('refresh', undefined);
      chat.page.hide();
      const polls = await pollsDuring(chat, async () => {
        chat.page.comeOnline();
        await chat.clock.tick(0);
      });
      expect(polls).to.deep.equal([0]);
    });

    it('is looked into at once after a poll that was under way when the machine came online and fails', async () => {
      const chat = await TimedService.chatting();
      chat.server.always('refresh', noNetwork);
      await chat.clock.tick(40 * seconds);
      chat.server.always('refresh', undefined);
      let breakOff: () => void = () => undefined;
      chat.server.plan(
        'refresh',
        () =>
          new Promise((_, reject) => {
            breakOff = () => {
              reject(new TypeError('network changed'));
            };
          }),
      );
      await chat.clock.tick(8 * seconds);
      const polls = await pollsDuring(chat, async () => {
        chat.page.comeOnline();
        breakOff();
        await chat.clock.tick(0);
      });
      expect(polls).to.deep.equal([0]);
    });
  });

  it('asks at once when the page becomes visible', async () => {
    const chat = await TimedService.chatting();
    chat.page.hide();
    await chat.clock.tick(8 * seconds);
    const polls = await pollsDuring(chat, async () => {
      chat.page.show();
      await chat.clock.tick(10 * seconds);
    });
    expect(polls).to.deep.equal([0, 5, 10]);
  });

  describe('poll', () => {
    it('resolves with the answer', async () => {
      const chat = await TimedService.chatting();
      chat.server.agentDoes('ParticipantJoined');
      const answer = await chat.command('poll');
      expect(answer).to.include({ statusCode: 0, chatId: 'CHAT1', chatEnded: false, nextPosition: 3 });
      expect(answer.messages).to.have.lengthOf(1);
    });

    it('is refused while a poll runs, its own or an automatic one', async () => {
      const chat = await TimedService.chatting();
      const slow = held();
      chat.server.plan('refresh', slow.fate);
      const first = chat.command('poll');
      await chat.clock.tick(0);
      expect(await reasonOf(chat.command('poll'))).to.equal('A poll is already running');
      slow.release();
      await first;
      await chat.command('poll');
    });

    it('rejects with the failure, told by one error event, and polling goes on', async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('refresh', noNetwork);
      const reason = await reasonOf(chat.command('poll'));
      expect(reason).to.include({ status: 0, operation: 'refresh' });
      expect(chat.all('error')).to.deep.equal([reason]);
      expect(await pollsDuring(chat, () => chat.clock.tick(1 * seconds))).to.deep.equal([0.5]);
    });

    it('does not start automatic polling', async () => {
      const chat = await TimedService.chatting();
      await chat.command('stopPoll');
      await chat.command('poll');
      expect(await pollsDuring(chat, () => chat.clock.tick(60 * seconds))).to.deep.equal([]);
    });

    it('rejects when the chat ends meanwhile', async () => {
      const chat = await TimedService.chatting();
      const slow = held();
      chat.server.plan('refresh', slow.fate);
      const polled = chat.follow(chat.command('poll'));
      await chat.clock.tick(0);
      await chat.command('endChat');
      await chat.clock.tick(0);
      expect(polled.outcome).to.equal('The chat session has ended');
      expect(chat.all('error')).to.deep.equal([]);
    });
  });

  describe('startPoll and stopPoll', () => {
    it('tell when polling starts and stops, and do nothing when it is so already', async () => {
      const chat = await TimedService.chatting();
      for (const command of ['startPoll', 'stopPoll', 'stopPoll', 'startPoll', 'startPoll'] as const) {
        await chat.command(command);
      }
      expect(chat.names).to.deep.equal(['pollingStopped', 'pollingStarted']);
      expect(await pollsDuring(chat, () => chat.clock.tick(10 * seconds))).to.deep.equal([5, 10]);
    });

    it('stop while a poll is under way: its news still counts, and no other follows', async () => {
      const chat = await TimedService.chatting();
      const slow = held();
      chat.server.agentDoes('ParticipantJoined');
      chat.server.plan('refresh', slow.fate);
      await chat.clock.tick(5 * seconds);
      await chat.command('stopPoll');
      slow.release();
      await chat.clock.tick(60 * seconds);
      expect(chat.names).to.deep.equal(['pollingStopped', 'messageReceived', 'agentConnected']);
      expect(chat.server.count('refresh')).to.equal(1);
    });
  });
});
