import { expect } from '@open-wc/testing';
import { createChatStores } from '../../src/session/chat-stores.js';
import { RestoreStore } from '../../src/session/restore-store.js';
import { SharedViewSync } from '../../src/session/shared-view.js';
import { settled } from '../bus/harness.js';
import { MemoryStorage } from '../support/memory-storage.js';

/** A tab of a site: its view, and what it tells the others. */
class Tab {
  readonly stores = createChatStores();
  readonly told: [string, unknown][] = [];
  readonly sync: SharedViewSync;

  constructor(storage = new MemoryStorage()) {
    this.sync = new SharedViewSync({
      stores: this.stores,
      store: new RestoreStore({ sessions: storage, texts: storage, conversation: 'shop' }),
      masked: (draft) => Promise.resolve(draft.replaceAll('4111', '****')),
      onFilters: () => undefined,
      post: ({ name, value }) => void this.told.push([name, value]),
    });
  }

  /** What stands on screen. */
  get view(): unknown[] {
    return [this.stores.draft.get(), this.stores.unread.get(), this.stores.window.get()];
  }
}

describe('the view that all tabs share', () => {
  it('is told as it stands when a chat begins, but for a closed window, which is about to open everywhere', async () => {
    const tab = new Tab();
    tab.sync.begin();
    await settled();
    expect(tab.told).to.have.deep.members([
      ['draft', ''],
      ['unread', 0],
      ['muted', false],
    ]);

    const other = new Tab();
    other.stores.window.set('minimized');
    other.stores.draft.set('closed');
    other.sync.begin();
    await settled();
    expect(other.told).to.have.deep.members([
      ['draft', 'closed'],
      ['unread', 0],
      ['muted', false],
      ['window', 'minimized'],
    ]);
  });

  it('is told and kept at each change', async () => {
    const storage = new MemoryStorage();
    const tab = new Tab(storage);
    tab.sync.start();
    expect(tab.told).to.deep.equal([]);
    tab.stores.window.set('opened');
    tab.stores.draft.set('Hel');
    tab.stores.unread.set(2);
    await settled();
    expect(tab.told).to.have.deep.members([
      ['window', 'opened'],
      ['draft', 'Hel'],
      ['unread', 2],
    ]);
    const next = new Tab(storage);
    next.sync.start();
    expect(next.view).to.deep.equal(['Hel', 2, 'opened']);
  });

  it('is kept without what must be masked', async () => {
    const storage = new MemoryStorage();
    const tab = new Tab(storage);
    tab.sync.start();
    tab.stores.draft.set('My card is 4111');
    await settled();
    expect(storage.text).to.include('My card is ****').and.not.to.include('4111');
    expect(tab.view[0]).to.equal('My card is 4111');
  });

  it('does not go back to where it came from', async () => {
    const tab = new Tab();
    tab.sync.start();
    tab.sync.hear('draft', 'Hello');
    tab.sync.hear('unread', 1);
    tab.sync.hear('window', 'minimized');
    await settled();
    expect(tab.view).to.deep.equal(['Hello', 1, 'minimized']);
    expect(tab.told).to.deep.equal([]);
  });

  it('takes nothing that is no view', () => {
    const tab = new Tab();
    tab.sync.start();
    for (const [name, value] of [
      ['draft', 7],
      ['draft', undefined],
      ['unread', -1],
      ['unread', '1'],
      ['window', 'ajar'],
      ['window', null],
    ] as const) {
      tab.sync.hear(name, value);
    }
    expect(tab.view).to.deep.equal(['', 0, 'closed']);
  });

  it('is that of the others after a pause, in which they went on', async () => {
    const storage = new MemoryStorage();
    const [paused, other] = [new Tab(storage), new Tab(storage)];
    for (const tab of [paused, other]) tab.sync.start();
    paused.stores.draft.set('Old');
    await settled();
    paused.sync.stop();
    paused.told.length = 0;
    other.stores.draft.set('New');
    other.stores.window.set('minimized');
    await settled();

    paused.sync.start();
    await settled();
    expect(paused.view).to.deep.equal(['New', 0, 'minimized']);
    expect(paused.told).to.deep.equal([]);
  });

  it('is after a pause what the visitor wrote, though it is kept masked', async () => {
    const tab = new Tab();
    tab.sync.start();
    tab.stores.draft.set('My card is 4111');
    await settled();
    tab.sync.stop();
    tab.sync.start();
    expect(tab.view[0]).to.equal('My card is 4111');
  });

  it('is after a pause what another tab has made of a masked draft', async () => {
    const storage = new MemoryStorage();
    const [paused, other] = [new Tab(storage), new Tab(storage)];
    paused.sync.start();
    paused.stores.draft.set('My card is 4111');
    await settled();
    paused.sync.stop();
    other.sync.start();
    other.stores.draft.set('My card is');
    await settled();
    paused.sync.start();
    expect(paused.view[0]).to.equal('My card is');
  });

  it('holds filters, which are taken only as what they are', async () => {
    const storage = new MemoryStorage();
    const tab = new Tab(storage);
    tab.sync.start();
    tab.stores.filters.set([['^#', 'i']]);
    await settled();
    expect(tab.told).to.deep.equal([['filters', [['^#', 'i']]]]);
    const next = new Tab(storage);
    next.sync.start();
    expect(next.stores.filters.get()).to.deep.equal([['^#', 'i']]);
    for (const value of [7, 'a text', [7], [['^#']], { 0: ['^#', ''] }]) next.sync.hear('filters', value);
    expect(next.stores.filters.get()).to.deep.equal([['^#', 'i']]);
  });

  it('is neither told nor kept after the end', async () => {
    const storage = new MemoryStorage();
    const tab = new Tab(storage);
    tab.sync.start();
    tab.sync.stop();
    tab.stores.draft.set('Too late');
    await settled();
    expect(tab.told).to.deep.equal([]);
    expect(storage.text).to.equal('');
  });
});
