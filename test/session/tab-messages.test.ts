import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { browserTabs } from '../../src/platform/tabs.js';
import { readTabMessage } from '../../src/session/tab-messages.js';
import { failuresOf } from '../bus/harness.js';
import { fastPolling, serviceWithServer, ServiceFixture } from '../support/service-fixture.js';
import { MemoryStorage } from '../support/memory-storage.js';

/** What the tabs of that service's conversation speak on. */
const channelOf = (dataURL: string): string => `genesys-webchat/${dataURL.replaceAll('/', '%2F')}`;

const answer = { ok: true, statusCode: 0, chatEnded: false, nextPosition: 2, messages: [] };
const failure = {
  ok: false,
  kind: 'unavailable',
  chatEnded: false,
  answer: { status: 503, statusCode: 1, errors: [], operation: 'refresh', message: 'HTTP 503' },
};
const session = {
  version: 1,
  keys: { chatId: 'CHAT1', secureKey: 'SECRET' },
  ownId: 1,
  isAsync: false,
  startedAt: 1_700_000_000_000,
};
const item = {
  id: 'own-1',
  text: 'Hello',
  writtenAt: 1_700_000_000_000,
  state: 'waiting',
  position: 0,
  sentAt: 0,
  revision: 0,
};

/** One good word of each kind, without the name of its chat. */
const words: readonly Readonly<Record<string, unknown>>[] = [
  { type: 'started', session, answer },
  { type: 'answered', exchange: { operation: 'refresh', answer, begunAt: 1, coverage: { from: 1, next: 2 } } },
  { type: 'answered', exchange: { operation: 'send', answer: failure, begunAt: 1, id: 'own-1' } },
  { type: 'item', item },
  { type: 'discarded', id: 'own-1' },
  { type: 'polling', isRunning: false },
  { type: 'view', name: 'draft', value: 'Hel' },
  { type: 'wantsLead' },
  { type: 'keepsLead' },
  { type: 'offersLead' },
];

describe('a word of another tab', () => {
  for (const word of words) {
    const { type, ...rest } = word;
    const said = { ...word, chatId: 'CHAT1' };

    it(`is taken as it is: ${JSON.stringify(word).slice(0, 60)}`, () => {
      expect(readTabMessage(said)).to.equal(said);
      expect(readTabMessage({ ...said, later: 'versions say more' })).not.to.equal(undefined);
    });

    it(`is let pass when it does not name its chat, or lacks what it tells of: ${String(type)}`, () => {
      expect(readTabMessage(word)).to.equal(undefined);
      expect(readTabMessage({ ...word, chatId: 7 })).to.equal(undefined);
      for (const name of Object.keys(rest).filter((each) => each !== 'value')) {
        expect(readTabMessage({ ...said, [name]: undefined }), name).to.equal(undefined);
        expect(readTabMessage({ ...said, [name]: null }), name).to.equal(undefined);
        expect(readTabMessage({ ...said, [name]: [] }), name).to.equal(undefined);
        expect(readTabMessage({ ...said, [name]: { id: 'own-1' } }), name).to.equal(undefined);
      }
    });
  }

  for (const said of [
    null,
    7,
    'started',
    [],
    {},
    { chatId: 'CHAT1' },
    { chatId: 'CHAT1', type: 'constructor' },
    { chatId: 'CHAT1', type: '__proto__' },
    { chatId: 'CHAT1', type: ['item'] },
    { chatId: 'CHAT1', type: 'view', name: 'constructor', value: 1 },
    { chatId: 'CHAT1', type: 'started', session: { ...session, version: 2 }, answer },
    { chatId: 'CHAT1', type: 'item', item: { ...item, state: 'lost' } },
    { chatId: 'CHAT1', type: 'answered', exchange: { operation: 'refresh', answer: { ...answer, messages: [7] } } },
    { chatId: 'CHAT1', type: 'answered', exchange: { operation: 'refresh', answer, coverage: { from: '1' } } },
    { chatId: 'CHAT1', type: 'answered', exchange: { operation: 'refresh', answer: { ...failure, kind: 'other' } } },
  ]) {
    it(`is let pass when it is none of ours: ${JSON.stringify(said).slice(0, 90)}`, () => {
      expect(readTabMessage(said)).to.equal(undefined);
    });
  }

  it('may be anything without anything being thrown', () => {
    expect(readTabMessage(undefined)).to.equal(undefined);
    const type = fc.constantFrom(...words.map((word) => word['type']));
    const alike = fc.record({ chatId: fc.constant('CHAT1'), type, item: fc.anything(), exchange: fc.anything() });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), alike), (said) => {
        readTabMessage(said);
      }),
    );
  });

  it('that is none leaves a chat as it is', async () => {
    const tabs = browserTabs();
    const chat = serviceWithServer({ webchat: fastPolling, platform: { tabs, storage: new MemoryStorage() } });
    const { chatId } = await chat.command('startChat', { nickname: 'Ada' });
    const other = tabs?.open(channelOf(chat.server.dataURL), () => undefined);
    const before = await chat.command('getTranscript');
    const failures = await failuresOf(async () => {
      for (const said of [null, 'Hello', { chatId, type: 'item', item: {} }, { chatId, type: 'answered' }]) {
        other?.post(said);
      }
      // A word of ours that comes after them shows that they have been heard.
      other?.post({ chatId, type: 'view', name: 'draft', value: 'Hel' });
      await new Promise<void>((resolve) => {
        chat.service.stores.draft.listen((draft) => {
          if (draft === 'Hel') resolve();
        });
      });
    });
    other?.close();
    expect(failures).to.deep.equal([]);
    expect(chat.complaints).to.deep.equal([]);
    expect(await chat.command('getTranscript')).to.deep.equal(before);
  });

  it('of a chat that this page does not have makes it look for one, and is let pass when there is none', async () => {
    const tabs = browserTabs();
    const chat = serviceWithServer({ platform: { tabs, storage: new MemoryStorage() } });
    await chat.nextEvent('ready');
    const other = tabs?.open(channelOf(chat.server.dataURL), () => undefined);
    const failures = await failuresOf(async () => {
      other?.post({ chatId: 'CHAT1', type: 'polling', isRunning: true });
      await new Promise<void>((resolve) => {
        const stop = chat.service.stores.phase.listen((phase) => {
          if (phase !== 'idle') return;
          stop();
          resolve();
        });
      });
    });
    other?.close();
    expect(failures).to.deep.equal([]);
    expect(chat.names).to.deep.equal(['ready']);
    expect(await chat.server.chats()).to.deep.equal([]);
  });
});

/** Nobody asks for news by itself. */
const seldom = { polling: { live: 600_000, idle: 600_000, hidden: 600_000 } };

/** Two pages of a site, with the chat that the first has started. */
async function twoTabs(webchat: Readonly<Record<string, unknown>>) {
  const platform = { tabs: browserTabs(), storage: new MemoryStorage() };
  const first = serviceWithServer({ webchat, platform });
  const second = new ServiceFixture({ webchat: { dataURL: first.server.dataURL, ...webchat }, platform });
  await Promise.all([first.nextEvent('ready'), second.nextEvent('ready')]);
  await first.command('startChat', { nickname: 'Ada' });
  await second.nextEvent('started');
  return { first, second };
}

describe('two tabs of one page', () => {
  it('have the same long history when one of them has read it', async () => {
    const { first, second } = await twoTabs(seldom);
    const agent = await first.server.join();
    for (let number = 1; number <= 210; number += 1) await agent.write(`Line ${String(number)}`);
    await first.command('poll');
    const newest = ({ service }: ServiceFixture) => service.stores.messages.get().at(-1)?.text;
    await second.until(() => newest(second) === 'Line 210');
    expect(newest(first)).to.equal('Line 210');
    expect(second.service.stores.messages.get()).to.deep.equal(first.service.stores.messages.get());
  });

  it('hear each other', async () => {
    const { first, second } = await twoTabs(fastPolling);
    await second.command('sendMessage', { message: 'Hello' });
    await first.until(() => first.service.stores.messages.get().at(-1)?.text === 'Hello');
    expect(await first.server.visitorTexts()).to.deep.equal(['Hello']);
  });
});
