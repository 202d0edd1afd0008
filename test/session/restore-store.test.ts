import { expect } from '@open-wc/testing';
import type { OutboxItem } from '../../src/session/outbox-item.js';
import { RestoreStore } from '../../src/session/restore-store.js';
import type { StoredSession } from '../../src/session/stored-session.js';
import { MemoryStorage } from '../support/memory-storage.js';

const session: StoredSession = {
  version: 1,
  keys: { chatId: 'CHAT1', secureKey: 'SECRET', userId: 'USER', alias: '117' },
  ownId: 1,
  isAsync: false,
  startedAt: 1_700_000_000_000,
};

const item: OutboxItem = {
  id: 'own-1',
  text: 'Hello',
  writtenAt: 1_700_000_000_000,
  state: 'sending',
  position: 3,
  sentAt: 1_700_000_000_001,
  revision: 2,
};

/** Two storages, and what pages of one conversation make of them. */
function twoStorages() {
  const [sessions, texts] = [new MemoryStorage(), new MemoryStorage()];
  return { sessions, texts, page: (conversation = 'shop') => new RestoreStore({ sessions, texts, conversation }) };
}

describe('the restore store', () => {
  it('has nothing before something is kept', () => {
    const { sessions, texts, page } = twoStorages();
    const store = page();
    expect([store.seenAt, store.value('draft')]).to.deep.equal([0, undefined]);
    expect([...sessions.keys(), ...texts.keys()]).to.deep.equal([]);
  });

  it('puts keys and texts into storages of their own, under the name of the conversation', () => {
    const { sessions, texts, page } = twoStorages();
    const store = page();
    store.write(session);
    store.seen(7);
    store.writeItem(item);
    store.writeValue('draft', 'Hel');
    expect(sessions.keys()).to.deep.equal(['genesys-webchat/shop/session', 'genesys-webchat/shop/seen']);
    expect(texts.keys()).to.deep.equal([
      'genesys-webchat/shop/seen',
      'genesys-webchat/shop/outbox/own-1',
      'genesys-webchat/shop/draft',
    ]);
    expect(JSON.parse(sessions.get('genesys-webchat/shop/session') ?? '')).to.deep.equal(session);
    expect(JSON.parse(texts.get('genesys-webchat/shop/outbox/own-1') ?? '')).to.deep.equal(item);
  });

  it('gives the next page what this one kept', () => {
    const { page } = twoStorages();
    const store = page();
    store.seen(1_700_000_000_005);
    store.writeValue('draft', 'Hel');
    store.writeValue('unread', 2);
    const next = page();
    expect([next.seenAt, next.value('draft'), next.value('unread')]).to.deep.equal([1_700_000_000_005, 'Hel', 2]);
  });

  it('keeps the newest of each', () => {
    const { sessions, texts, page } = twoStorages();
    const store = page();
    store.write(session);
    store.write({ ...session, ownId: 2 });
    store.writeItem(item);
    store.writeItem({ ...item, revision: 3 });
    store.seen(7);
    store.seen(8);
    expect(sessions.get('genesys-webchat/shop/session')).to.contain('"ownId":2');
    expect(texts.get('genesys-webchat/shop/outbox/own-1')).to.contain('"revision":3');
    expect(store.seenAt).to.equal(8);
    store.removeItem(item.id);
    expect(texts.keys()).to.deep.equal(['genesys-webchat/shop/seen']);
  });

  it('takes a moment that is none for never', () => {
    const { sessions, page } = twoStorages();
    sessions.set('genesys-webchat/shop/seen', 'yesterday');
    expect(page().seenAt).to.equal(0);
  });

  it('gives nothing for a value of the view that is unreadable', () => {
    const { texts, page } = twoStorages();
    texts.set('genesys-webchat/shop/draft', '{');
    expect(page().value('draft')).to.equal(undefined);
  });

  it('has no texts of an earlier chat once another has claimed the place for them', () => {
    const { sessions, texts, page } = twoStorages();
    const store = page();
    store.claim('CHAT1');
    store.write(session);
    store.writeItem(item);
    store.writeValue('draft', 'Hel');
    page().claim('CHAT1');
    expect(store.items).to.have.length(1);

    page().claim('CHAT2');
    expect([store.items, store.value('draft')]).to.deep.equal([[], undefined]);
    expect(texts.keys()).to.deep.equal(['genesys-webchat/shop/chat']);
    expect(sessions.keys()).to.deep.equal(['genesys-webchat/shop/session']);
  });

  describe('clear', () => {
    it('leaves nothing', () => {
      const { sessions, texts, page } = twoStorages();
      const store = page();
      store.write(session);
      store.seen(7);
      store.writeItem(item);
      store.writeValue('draft', 'Hel');
      store.clear('CHAT1');
      expect([...sessions.keys(), ...texts.keys()]).to.deep.equal([]);
    });

    it('leaves what a later chat has kept since', () => {
      const { sessions, page } = twoStorages();
      const store = page();
      store.write({ ...session, keys: { ...session.keys, chatId: 'CHAT2' } });
      store.clear('CHAT1');
      expect(sessions.text).to.contain('CHAT2');
    });

    it('takes away what is unreadable too', () => {
      const { sessions, page } = twoStorages();
      sessions.set('genesys-webchat/shop/session', '{');
      page().clear();
      expect(sessions.keys()).to.deep.equal([]);
    });

    it('leaves alone what is not of this conversation', () => {
      const { sessions, page } = twoStorages();
      sessions.set('basket', '3 lamps');
      page('garden').write(session);
      page('shop').write(session);
      page('shop').clear();
      expect(sessions.keys()).to.deep.equal(['basket', 'genesys-webchat/garden/session']);
    });
  });
});
