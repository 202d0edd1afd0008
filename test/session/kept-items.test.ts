import { expect } from '@open-wc/testing';
import { FakePage } from '../support/fake-page.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { OtherTab } from '../support/other-tab.js';
import { answered, held, lostAnswer, lostRequest, noNetwork, type Fate } from '../support/scripted-server.js';
import { ServiceFixture } from '../support/service-fixture.js';
import type { OutboxItem } from '../../src/session/outbox-item.js';
import { TimedService } from './harness.js';

const seconds = 1000;
/** Longer than a request can take, with all that is done about it. */
const longEnough = 60 * seconds;

/** The server does it, and its answer tells nothing of the conversation. */
const untold: Fate = (carryOut) => {
  carryOut();
  return answered(200, { statusCode: 0 })(carryOut);
};

/** The visitor's messages that are kept as not delivered. */
function keptIn(storage: MemoryStorage): OutboxItem[] {
  const keys = storage.keys().filter((key) => key.includes('/outbox/'));
  return keys.map((key) => JSON.parse(storage.get(key) ?? '') as OutboxItem);
}

/** What another tab does when it has seen the receipt of all that is kept. */
function settleAll(storage: MemoryStorage): void {
  for (const key of storage.keys()) if (key.includes('/outbox/')) storage.remove(key);
}

/** Another page of the same visitor, in the same time. */
async function nextPage(
  { clock, server }: Pick<TimedService, 'clock' | 'server'>,
  platform: object,
  webchat: object = {},
): Promise<ServiceFixture> {
  const page = new ServiceFixture({
    webchat: { dataURL: 'https://gms.example/genesys/2/chat/customer-support', ...webchat },
    platform: { clock, fetch: server.fetch, page: new FakePage(), random: () => 0.5, ...platform },
  });
  while (!page.names.includes('ready')) await clock.tick(0);
  return page;
}

describe('a message that another tab has delivered meanwhile', () => {
  it('is not brought back by what a tab that does not lead has asked for before', async () => {
    const [storage, tabs] = [new MemoryStorage(), new OtherTab()];
    const chat = await TimedService.chatting({}, { storage });
    chat.server.plan('send', noNetwork);
    chat.send('once');
    await chat.clock.tick(0);
    chat.dispose();
    await chat.clock.tick(20 * seconds);

    tabs.leads = true;
    const old = held();
    chat.server.plan('refresh', old.fate);
    const page = await nextPage(chat, { storage, tabs });
    await old.reached;
    chat.server.visitorSays('once');
    settleAll(storage);
    old.release();
    await page.nextEvent('restored');
    await chat.clock.tick(0);
    expect(keptIn(storage)).to.deep.equal([]);
  });

  it('is not brought back by the late answer to the request of a tab that was held still', async () => {
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { storage });
    const late = held();
    chat.server.plan('send', (carryOut) => late.fate(() => (carryOut(), new Response('{"statusCode":0}'))));
    const sent = chat.send('once');
    await late.reached;
    settleAll(storage);
    late.release();
    await chat.clock.tick(0);
    expect(keptIn(storage)).to.deep.equal([]);
    await chat.clock.tick(longEnough);
    expect(sent.outcome).to.equal('resolved');
    expect(chat.shown).to.deep.equal(['once sent']);
    expect(chat.server.visitorTexts).to.deep.equal(['once']);
  });

  it('is told as sent by a tab that was frozen meanwhile', async () => {
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { storage });
    chat.server.plan('send', noNetwork);
    chat.send('once');
    await chat.clock.tick(0);
    chat.page.freeze();
    chat.server.visitorSays('once');
    settleAll(storage);
    const late = held();
    chat.server.plan('refresh', late.fate);
    chat.page.thaw();
    await chat.until(() => chat.shown.join() === 'once sent');
    late.release();
    await chat.clock.tick(longEnough);
    expect(chat.shown).to.deep.equal(['once sent']);
    expect(chat.all('messageStatus').map(({ status }) => status)).to.deep.equal(['sending', 'sent']);
  });
});

describe('a message that another tab has sent again', () => {
  it('is not sent before that request can no longer arrive, although nobody said so', async () => {
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { storage });
    const leftAt = chat.clock.now();
    chat.server.plan('send', noNetwork);
    chat.send('once');
    await chat.clock.tick(8 * seconds);
    const [item] = keptIn(storage);
    if (!item) throw new Error('nothing is kept');
    new OtherTab().keep(storage, { ...item, sentAt: chat.clock.now() });

    await chat.clock.tick(longEnough);
    const [, again = 0, ...more] = chat.server.times('send', leftAt);
    expect(again).to.be.at.least(18 * seconds);
    expect(more).to.deep.equal([]);
    expect(chat.server.visitorTexts).to.deep.equal(['once']);
    expect(keptIn(storage)).to.deep.equal([]);
  });
});

describe('a message of the visitor in an answer that another tab tells of', () => {
  it('is nobody’s receipt while something before it is not known', async () => {
    const [storage, tabs] = [new MemoryStorage(), new OtherTab()];
    const chat = await TimedService.chatting({}, { storage, tabs });
    chat.server.plan('send', lostAnswer);
    chat.send('one');
    await chat.clock.tick(0);
    const position = 3;
    const now = chat.clock.now();
    tabs.sayKept(storage, {
      id: 'own-2',
      text: 'two',
      writtenAt: now + 1,
      state: 'sending',
      position,
      sentAt: now,
      revision: 1,
    });
    chat.server.visitorSays('two');
    settleAll(storage);
    const answer = {
      ok: true,
      statusCode: 0,
      chatEnded: false,
      messages: [
        {
          type: 'Message',
          index: 3,
          utcTime: now,
          text: 'two',
          from: { participantId: 1, nickname: 'Ada', type: 'Client' },
        },
      ],
    };
    tabs.say({
      type: 'answered',
      chatId: 'CHAT1',
      exchange: { operation: 'send', answer, begunAt: now, coverage: { from: position }, id: 'own-2' },
    });
    await chat.until(() => chat.shown.includes('two sent'));
    await chat.clock.tick(longEnough);
    expect(chat.shown).to.deep.equal(['one sent', 'two sent']);
    expect(chat.server.visitorTexts).to.deep.equal(['one', 'two']);
  });
});

describe('a message whose receipt is not seen when the next one leaves', () => {
  it('leaves its receipt to no other, whatever page comes next', async () => {
    const storage = new MemoryStorage();
    const chat = await TimedService.chatting({}, { storage });
    await chat.command('stopPoll');
    chat.server.plan('send', untold, lostRequest);
    chat.send('one');
    chat.send('two');
    await chat.clock.tick(0);
    await chat.command('poll');
    chat.dispose();

    const next = await nextPage(chat, { storage });
    await next.nextEvent('restored');
    await chat.clock.tick(longEnough);
    expect(chat.server.visitorTexts).to.deep.equal(['one', 'two']);
    expect(keptIn(storage)).to.deep.equal([]);
  });
});

describe('a message that left long ago', () => {
  it('has its receipt found however much was said since', async () => {
    const storage = new MemoryStorage();
    const options = { async: { enabled: true } };
    const chat = await TimedService.chatting(options, { storage });
    chat.server.plan('send', lostAnswer);
    chat.send('once');
    await chat.clock.tick(0);
    chat.dispose();
    for (let at = 0; at < 150; at += 1) chat.server.agentDoes('Message', `answer ${String(at)}`);

    const next = await nextPage(chat, { storage }, options);
    await next.nextEvent('restored');
    await chat.clock.tick(longEnough);
    expect(chat.server.visitorTexts).to.deep.equal(['once']);
    expect(keptIn(storage)).to.deep.equal([]);
  });
});

describe('a message for which there is no room', () => {
  it('is delivered once all the same', async () => {
    class FullStorage extends MemoryStorage {
      override set(key: string, value: string): void {
        if (!key.includes('/outbox/')) super.set(key, value);
      }
    }
    const chat = await TimedService.chatting({}, { storage: new FullStorage() });
    chat.server.plan('send', lostRequest);
    const sent = ['one', 'two'].map((text) => chat.send(text));
    await chat.clock.tick(longEnough);
    expect(chat.server.visitorTexts).to.deep.equal(['one', 'two']);
    expect(chat.shown).to.deep.equal(['one sent', 'two sent']);
    expect(sent.map(({ outcome }) => outcome)).to.deep.equal(['resolved', 'resolved']);
  });
});

describe('a page that is frozen while it finds the chat again', () => {
  it('finds it once, and what is written meanwhile is delivered', async () => {
    const [storage, page] = [new MemoryStorage(), new FakePage()];
    const chat = await TimedService.chatting({}, { storage });
    chat.server.agentDoes('Message', 'hello');
    chat.dispose();
    const underWay = held();
    chat.server.plan('refresh', underWay.fate);
    const next = await nextPage(chat, { storage, page });
    await underWay.reached;
    const sent = next.command('sendMessage', { message: 'still here' });
    page.freeze();
    await chat.clock.tick(0);
    page.thaw();
    await chat.clock.tick(longEnough);
    await sent;
    expect(next.all('restored')).to.have.lengthOf(1);
    const told = next.all('messageReceived').flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(told.filter((text) => text === 'hello')).to.have.lengthOf(1);
    expect(chat.server.visitorTexts).to.deep.equal(['still here']);
  });
});
