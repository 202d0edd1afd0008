import { expect } from '@open-wc/testing';
import type { OutboxItem } from '../../src/session/outbox-item.js';
import { noNetwork } from '../support/scripted-server.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { OtherTab } from '../support/other-tab.js';
import { TimedService } from './harness.js';

const item: OutboxItem = {
  id: 'own-of-another-tab',
  text: 'from the other tab',
  writtenAt: 1,
  state: 'failed',
  position: 0,
  sentAt: 0,
  revision: 0,
};

/** Waits until the visitor does not see that message any more. */
function gone(chat: TimedService, id: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = chat.service.stores.messages.listen((messages) => {
      if (messages.some((message) => message.id === id)) return;
      stop();
      resolve();
    });
  });
}

describe('words of another tab', () => {
  it('about a message are taken in while the chat runs', async () => {
    const tabs = new OtherTab();
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { tabs, storage });
    tabs.sayKept(storage, item);
    await chat.until(() => chat.names.includes('messageStatus'));
    expect(chat.shown).to.deep.equal(['from the other tab failed']);
  });

  it('about a message that come after the end of the chat change nothing', async () => {
    const tabs = new OtherTab();
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { tabs, storage });
    // The code that reads such words is there, so that the next is heard at once.
    tabs.sayKept(storage, item);
    await chat.until(() => chat.names.includes('messageStatus'));
    await chat.clock.tick(0);
    await chat.command('endChat');
    chat.forget();

    tabs.say({ type: 'item', chatId: 'CHAT1', item: { ...item, id: 'own-late' } });
    tabs.say({ type: 'item', chatId: 'CHAT1', item: { ...item, id: 'own-later', state: 'waiting' } });
    // Words are heard in order, and this one may still be said.
    const discarded = gone(chat, item.id);
    tabs.say({ type: 'discarded', chatId: 'CHAT1', id: item.id });
    await discarded;
    expect(chat.shown).to.deep.equal([]);
    expect(chat.names).to.deep.equal([]);
    expect(storage.keys()).to.deep.equal([]);
  });
});

describe('a chat that begins where an earlier one has left texts', () => {
  it('neither sends nor shows them', async () => {
    const storage = new MemoryStorage();
    const first = await TimedService.chatting({}, { storage });
    first.server.always('send', noNetwork);
    first.send('for the first chat');
    await first.clock.tick(0);
    // The session was in a cookie, which went with the browser; the texts stayed.
    for (const key of storage.keys().filter((each) => /\/(?:session|seen)$/.test(each))) storage.remove(key);
    first.dispose();
    const [owner = ''] = storage.keys().filter((each) => each.endsWith('/chat'));
    storage.set(owner, 'CHAT0');

    const second = await TimedService.chatting({}, { storage });
    await second.clock.tick(60_000);
    expect(second.shown).to.deep.equal([]);
    expect(second.server.count('send')).to.equal(0);
    expect(storage.keys().filter((each) => each.includes('/outbox/'))).to.deep.equal([]);
  });
});

describe('a chat that ends when another is kept already', () => {
  it('leaves none of its messages to that one', async () => {
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { storage });
    chat.server.always('send', noNetwork);
    chat.send('for the first chat');
    chat.send('for the first chat too');
    await chat.clock.tick(0);
    const [key = ''] = storage.keys().filter((each) => each.endsWith('/session'));
    storage.set(key, storage.get(key)?.replace('CHAT1', 'CHAT2') ?? '');

    chat.server.hasEnded = true;
    await chat.command('poll');
    expect(chat.shown).to.deep.equal(['for the first chat failed', 'for the first chat too failed']);
    expect(storage.get(key)).to.contain('CHAT2');
    expect(storage.keys().filter((each) => each.includes('/outbox/'))).to.deep.equal([]);
  });
});
