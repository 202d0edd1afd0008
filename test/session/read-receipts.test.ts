import { expect } from '@open-wc/testing';
import type { Store } from '../../src/store.js';
import { answered, noNetwork } from '../support/scripted-server.js';
import { reasonOf } from '../bus/harness.js';
import { startedConversation } from '../support/service-fixture.js';
import { TimedService } from './harness.js';

const seconds = 1000;

type Place = 'closed' | 'opened' | 'minimized';

/** Puts the window there, as its plugin does. */
function put(chat: TimedService, place: Place): void {
  (chat.service.stores.window as Store<Place>).set(place);
}

/** A chat in which the agent has said something, with the window open. */
async function withMessage(place: Place = 'opened'): Promise<TimedService> {
  const chat = await TimedService.chatting();
  put(chat, place);
  chat.server.agentDoes('ParticipantJoined');
  chat.server.agentDoes('Message', 'Hello');
  return chat;
}

/** Up to where the server was told that the visitor has read. */
function receipts({ server }: TimedService): (string | null)[] {
  return server.requests
    .filter(({ operation }) => operation === 'readReceipt')
    .map(({ fields }) => fields.get('transcriptPosition'));
}

describe('read receipts', () => {
  it('are sent once for what is seen, and not for what the visitor says', async () => {
    const chat = await withMessage();
    await chat.clock.tick(30 * seconds);
    await chat.command('sendMessage', { message: 'Hi' });
    await chat.clock.tick(30 * seconds);
    expect(receipts(chat)).to.deep.equal(['3']);
    chat.server.agentDoes('Message', 'How are you?');
    await chat.clock.tick(30 * seconds);
    expect(receipts(chat)).to.deep.equal(['3', '5']);
  });

  for (const place of ['closed', 'minimized'] as const) {
    it(`wait while the window is ${place}`, async () => {
      const chat = await withMessage(place);
      await chat.clock.tick(30 * seconds);
      expect(receipts(chat)).to.deep.equal([]);
      put(chat, 'opened');
      await chat.clock.tick(30 * seconds);
      expect(receipts(chat)).to.deep.equal(['3']);
    });
  }

  it('wait while nobody can see the page', async () => {
    const chat = await withMessage();
    chat.page.hide();
    await chat.clock.tick(60 * seconds);
    expect(receipts(chat)).to.deep.equal([]);
    chat.page.show();
    await chat.clock.tick(30 * seconds);
    expect(receipts(chat)).to.deep.equal(['3']);
  });

  it('are sent no more once the server has refused one', async () => {
    const chat = await withMessage();
    chat.server.plan('readReceipt', answered(404));
    await chat.clock.tick(30 * seconds);
    chat.server.agentDoes('Message', 'How are you?');
    await chat.clock.tick(30 * seconds);
    expect(receipts(chat)).to.deep.equal(['3']);
    expect(chat.service.stores.phase.get()).to.equal('active');
  });

  it('are sent again when the server could not be reached', async () => {
    const chat = await withMessage();
    chat.server.plan('readReceipt', noNetwork);
    await chat.clock.tick(30 * seconds);
    expect(receipts(chat)).to.deep.equal(['3', '3']);
  });

  it('are given up when they fail again and again, and nothing is told of it', async () => {
    const chat = await withMessage();
    chat.server.always('readReceipt', noNetwork);
    chat.forget();
    await chat.clock.tick(300 * seconds);
    expect(receipts(chat)).to.deep.equal(['3', '3', '3']);
    expect(chat.names).not.to.include.members(['error']).and.not.to.include.members(['disconnected']);
    expect(chat.service.stores.connection.get()).to.equal('online');
  });

  it('reach the server by confirmRead from a window of the site’s own', async () => {
    const chat = await startedConversation();
    const agent = await chat.server.join();
    await agent.write('Hello');
    await chat.command('poll');
    expect(await chat.command('confirmRead')).to.include({ statusCode: 0, chatId: chat.chatId });
    const { participants, transcript } = await chat.server.chat(chat.chatId);
    expect(participants[0]?.readPosition).to.equal(transcript.length);
    await chat.server.setFaults({ statusCode: 503 });
    expect(await reasonOf(chat.command('confirmRead'))).to.include({ status: 503, operation: 'readReceipt' });
    await chat.server.mend();
    await chat.command('endChat');
    expect(await reasonOf(chat.command('confirmRead'))).to.equal('There is no active chat session');
  });
});
