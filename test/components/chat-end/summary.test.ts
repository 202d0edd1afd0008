import { expect } from '@open-wc/testing';
import { companySentence, measures } from '../../../components/chat-end/summary.js';
import { formatPlurals } from '../../../src/i18n/plural-text.js';
import { loadTexts } from '../../../src/i18n/load-texts.js';
import type { FeatureTextsController } from '../../../components/context/feature-texts.js';
import type { Participant } from '../../../src/model/participant.js';
import { FakeChat, ann } from '../../support/chat-fixture.js';

type Words = Pick<FeatureTextsController, 'locale' | 'text'>;

const wordsIn = async (lang: string): Promise<Words> => {
  const locale = await loadTexts(lang);
  return {
    locale,
    text: (key, values) => formatPlurals(locale.texts[key] ?? '', values ?? {}, lang),
  };
};

describe('summary of a chat', () => {
  let chat: FakeChat;
  let english: Words;

  const company = (texts = english): string =>
    companySentence({ messages: chat.stores.messages.get(), agents: chat.stores.agents.get() }, texts);

  const told = (texts = english): string[] =>
    measures({ messages: chat.stores.messages.get(), agents: chat.stores.agents.get() }, texts);

  /** A chat of that many seconds. */
  const lastsFor = (seconds: number): void => {
    const start = Date.now();
    chat.add({ text: 'Hello', from: ann, utcTime: start });
    chat.add({ text: 'Bye', from: ann, utcTime: start + seconds * 1000 });
  };

  beforeEach(async () => {
    chat = new FakeChat();
    english = await wordsIn('en');
  });

  it('names all whom the visitor talked with, each once, and nobody else', () => {
    const others: Participant[] = [
      { participantId: 3, nickname: 'Ann Chen', type: 'Agent' },
      { participantId: 4, nickname: 'Boss', type: 'Supervisor' },
      { participantId: 5, nickname: '', type: 'Bot' },
    ];
    chat.start(ann, ...others);
    expect(company()).to.equal('You talked with Ann Chen and Bot');
  });

  it('has nothing to say of company where there was none', () => {
    chat.start();
    expect(company()).to.equal('');
  });

  for (const [seconds, words] of [
    [45, '45 seconds'],
    [60, '1 minute'],
    [765, '12 minutes'],
    [3600, '1 hour'],
    [5400, '1 hour, 30 minutes'],
    [187_200, '2 days, 4 hours'],
  ] as const) {
    it(`calls ${String(seconds)} seconds ${words}`, () => {
      lastsFor(seconds);
      expect(told()).to.deep.equal([words, '2 messages']);
    });
  }

  it('does not speak of a time that was none', () => {
    chat.say('Hello');
    expect(told()).to.deep.equal(['1 message']);
  });

  it('counts what was said and shared by both, and nothing that was not sent or that the page has put there', () => {
    chat.start(ann);
    chat.say('Hello');
    chat.add({ type: 'FileUploaded', from: ann });
    chat.echo('Hi');
    chat.echo('Lost', 'failed');
    const { index, ...injected } = chat.entry({
      text: 'Opening hours',
      from: { nickname: '', type: 'Agent', participantId: -1 },
    });
    expect(index).to.be.a('number');
    chat.stores.messages.set([...chat.stores.messages.get(), injected]);
    expect(told().at(-1)).to.equal('3 messages');
  });

  it('has nothing to tell where nothing was said', () => {
    chat.start(ann);
    expect(told()).to.deep.equal([]);
  });

  it('speaks the language of the chat, with its own numbers', async () => {
    chat.start(ann);
    chat.say('Hello');
    lastsFor(765);
    const polish = await wordsIn('pl');
    expect([company(polish), ...told(polish)]).to.deep.equal(['W rozmowie: Ann Chen', '12 minut', '3 wiadomości']);
  });
});
