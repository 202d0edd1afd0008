import { expect } from '@open-wc/testing';
import { answered, lostRequest, noNetwork } from '../support/scripted-server.js';
import { reasonOf } from '../bus/harness.js';
import { TimedService } from '../session/harness.js';

/** Long enough for any pause between two polls. */
const anyPause = 20_000;

/** Ways in which a poll can fail that leave the chat running, and whether the server answered at all. */
const failedPolls = [
  { what: 'finds no network', fate: noNetwork, isAnswered: false },
  { what: 'gets no answer in time', fate: lostRequest, isAnswered: false },
  { what: 'gets HTTP 500', fate: answered(500), isAnswered: true },
  { what: 'gets HTTP 503', fate: answered(503), isAnswered: true },
  { what: 'gets HTTP 408', fate: answered(408), isAnswered: true },
  { what: 'gets HTTP 429', fate: answered(429), isAnswered: true },
  { what: 'gets statusCode 1', fate: answered(200, { statusCode: 1 }), isAnswered: true },
  { what: 'gets statusCode 2 without the end', fate: answered(200, { statusCode: 2 }), isAnswered: true },
  { what: 'gets a page of HTML', fate: answered(200, '<html></html>'), isAnswered: true },
];

describe('the connection events', () => {
  for (const { what, fate, isAnswered } of failedPolls) {
    it(`tell of a poll that ${what}, and of the next good one`, async () => {
      const chat = await TimedService.chatting();
      chat.server.plan('refresh', fate);
      await chat.clock.tick(anyPause);
      expect(chat.names).to.deep.equal([
        ...(isAnswered ? [] : ['disconnected']),
        'connectionPending',
        'error',
        ...(isAnswered ? [] : ['reconnected']),
        'connectionRestored',
      ]);
    });
  }

  it('tell each once an outage, and that the server went offline once more polls than the limit have failed', async () => {
    const chat = await TimedService.chatting({ pollExceptionLimit: 3 });
    chat.server.always('refresh', noNetwork);
    while (chat.server.count('refresh') < 3) await chat.clock.tick(1000);
    expect(chat.names).to.deep.equal(['disconnected', 'connectionPending', 'error']);
    while (chat.server.count('refresh') < 4) await chat.clock.tick(1000);
    expect(chat.names.at(-1)).to.equal('chatServerWentOffline');
    while (chat.server.count('refresh') < 9) await chat.clock.tick(1000);
    expect(chat.names).to.have.lengthOf(4);

    chat.forget();
    chat.server.always('refresh', undefined);
    await chat.clock.tick(anyPause);
    expect(chat.names).to.deep.equal(['reconnected', 'chatServerBackOnline', 'connectionRestored']);
  });

  it('tell all of it again in the next outage', async () => {
    const chat = await TimedService.chatting();
    for (let outage = 0; outage < 2; outage += 1) {
      chat.forget();
      chat.server.plan('refresh', noNetwork);
      await chat.clock.tick(anyPause);
      expect(chat.names).to.deep.equal([
        'disconnected',
        'connectionPending',
        'error',
        'reconnected',
        'connectionRestored',
      ]);
    }
  });

  it('count failed polls anew after resetPollExceptions', async () => {
    const chat = await TimedService.chatting({ pollExceptionLimit: 2 });
    chat.server.always('refresh', noNetwork);
    while (chat.server.count('refresh') < 2) await chat.clock.tick(1000);
    await chat.command('resetPollExceptions');
    while (chat.server.count('refresh') < 4) await chat.clock.tick(1000);
    expect(chat.names).not.to.include('chatServerWentOffline');
    while (chat.server.count('refresh') < 5) await chat.clock.tick(1000);
    expect(chat.names.at(-1)).to.equal('chatServerWentOffline');
  });

  it('tell that a message got no answer, and of the next answer, without a word of polls', async () => {
    const chat = await TimedService.chatting();
    chat.server.plan('send', noNetwork);
    chat.send('Hello');
    await chat.clock.tick(0);
    expect(chat.names).to.deep.equal(['messageStatus', 'disconnected', 'error']);
    await chat.clock.tick(5000);
    expect(chat.names.slice(3, 4)).to.deep.equal(['reconnected']);
    expect(chat.names).not.to.include('connectionRestored');
  });

  it('tell that a start got no answer, and of the next start that gets one', async () => {
    const chat = await TimedService.ready();
    chat.forget();
    chat.server.plan('start', noNetwork);
    expect(await reasonOf(chat.command('startChat', { nickname: 'Ada' }))).to.include({ status: 0 });
    expect(chat.names).to.deep.equal(['disconnected', 'error']);
    await chat.command('startChat', { nickname: 'Ada' });
    expect(chat.names.slice(2, 4)).to.deep.equal(['reconnected', 'started']);
  });

  it('tell at once that the machine went offline, and that it is back as soon as the server answers', async () => {
    const chat = await TimedService.chatting();
    chat.page.goOffline();
    expect(chat.names).to.deep.equal(['disconnected']);
    expect(chat.service.stores.connection.get()).to.equal('reconnecting');
    chat.page.comeOnline();
    await chat.clock.tick(0);
    expect(chat.names).to.deep.equal(['disconnected', 'reconnected']);
    expect(chat.service.stores.connection.get()).to.equal('online');
  });

  it('leave a machine that goes offline without a chat alone', async () => {
    const chat = await TimedService.chatting();
    await chat.command('endChat');
    chat.forget();
    chat.page.goOffline();
    expect(chat.names).to.deep.equal([]);
  });

  it('carry nothing from one chat into the next', async () => {
    const chat = await TimedService.chatting({ pollExceptionLimit: 2 });
    chat.server.plan('refresh', answered(500), answered(500), answered(404));
    await chat.clock.tick(anyPause);
    expect(chat.names).to.include.members(['connectionPending', 'ended']);
    await chat.command('startChat', { nickname: 'Ada' });
    chat.forget();
    chat.server.plan('refresh', answered(500));
    await chat.clock.tick(anyPause);
    expect(chat.names).to.deep.equal(['connectionPending', 'error', 'connectionRestored']);
  });
});
