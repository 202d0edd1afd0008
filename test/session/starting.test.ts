import { expect } from '@open-wc/testing';
import { answered, held } from '../support/scripted-server.js';
import { OtherTab } from '../support/other-tab.js';
import { TimedService } from './harness.js';

/** The data that went with the requests of an operation, in order. */
function attached(chat: TimedService, operation: string): string[] {
  return chat.server.requests
    .filter((request) => request.operation === operation)
    .map(({ fields }) => {
      const data = [...fields].filter(([name]) => name.startsWith('userData['));
      return data.map(([name, value]) => `${name.slice(9, -1)}=${value}`).join(' ');
    });
}

const plain = { attachPageData: false };

describe('updateUserData while a chat is being started', () => {
  it('goes with the start when its request has not left, over what the start says', async () => {
    const tabs = new OtherTab();
    const chat = await TimedService.ready(plain, { tabs });
    const free = tabs.holdLocks();
    await chat.command('updateUserData', { plan: 'bronze', shop: 'old' });
    const started = chat.command('startChat', { nickname: 'Ada', userData: { plan: 'silver', cart: 3 } });
    expect(await chat.command('updateUserData', { plan: 'gold' })).to.equal(undefined);
    free();
    await started;
    expect(attached(chat, 'start')).to.deep.equal(['plan=gold shop=old cart=3']);

    await chat.command('endChat');
    await chat.command('startChat', { nickname: 'Ada' });
    expect(attached(chat, 'start').at(-1)).to.equal('');
    expect(chat.server.count('updateData')).to.equal(0);
  });

  it('is sent right after the start when its request has left, and resolves with the answer', async () => {
    const chat = await TimedService.ready(plain);
    const start = held();
    chat.server.plan('start', start.fate);
    const started = chat.command('startChat', { nickname: 'Ada' });
    await start.reached;
    const updated = chat.command('updateUserData', { plan: 'gold' });
    await chat.clock.tick(0);
    start.release();
    await started;
    expect(await updated).to.include({ chatId: 'CHAT1' });
    expect([attached(chat, 'start'), attached(chat, 'updateData')]).to.deep.equal([[''], ['plan=gold']]);
  });

  it('is kept for the next start when this one fails, before and after its request has left', async () => {
    const tabs = new OtherTab();
    const chat = await TimedService.ready(plain, { tabs });
    const free = tabs.holdLocks();
    const refusal = held();
    chat.server.plan('start', async () => {
      await refusal.fate(() => new Response());
      return answered(503)(() => new Response());
    });
    const started = chat.follow(chat.command('startChat', { nickname: 'Ada' }));
    await chat.command('updateUserData', { plan: 'gold' });
    free();
    await refusal.reached;
    const updated = chat.follow(chat.command('updateUserData', { cart: 3 }));
    await chat.clock.tick(0);
    refusal.release();
    await chat.clock.tick(0);
    expect(started.outcome).to.include({ status: 503 });
    expect(updated.outcome).to.equal('resolved');
    await chat.command('startChat', { nickname: 'Ada' });
    expect(attached(chat, 'start')).to.deep.equal(['plan=gold', 'plan=gold cart=3']);
  });
});
