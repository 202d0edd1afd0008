import { expect } from '@open-wc/testing';
import {
  entryText,
  fileName,
  titleOf,
  toDays,
  type Reading,
} from '../../../../components/internal/transcript/transcript-days.js';
import { transcriptText } from '../../../../components/internal/transcript/transcript-text.js';
import { en } from '../../../../src/i18n/en.js';
import { enFeatures } from '../../../../src/i18n/en-features.js';
import { formatText, type FeatureTextKey, type TextKey, type TextValues } from '../../../../src/i18n/texts.js';
import type { ChatMessage } from '../../../../src/model/message.js';
import { FakeChat, ann } from '../../../support/chat-fixture.js';

const texts = { ...en, ...enFeatures };
const reading: Reading = {
  texts: {
    locale: { lang: 'en-GB', dir: 'ltr', texts },
    text: (key: TextKey | FeatureTextKey, values?: TextValues) => formatText(texts[key], values ?? {}),
  },
  ownId: 1,
};

describe('the conversation to take along', () => {
  let chat: FakeChat;
  const morning = new Date(2026, 2, 5, 9, 7).getTime();
  const messages = (): readonly ChatMessage[] => chat.stores.messages.get();

  beforeEach(() => {
    chat = new FakeChat();
    chat.add({ type: 'ParticipantJoined', from: ann, utcTime: morning });
    chat.add({ text: 'Hello <b>you</b>\nSee https://example.com/a?b=1', from: ann, utcTime: morning + 60_000 });
    chat.add({ text: 'Hi', from: { participantId: 1, nickname: '', type: 'Client' }, utcTime: morning + 120_000 });
  });

  it('has a heading, each day with its date, each entry with its time, who said it and what', () => {
    chat.add({ text: 'Still there?', from: ann, utcTime: morning + 86_400_000 });
    expect(transcriptText(messages(), reading)).to.equal(
      [
        'Chat on 5 March 2026',
        '',
        'Thursday, 5 March 2026',
        '[09:07] Ann Chen Connected',
        '[09:08] Ann Chen: Hello <b>you</b>\nSee https://example.com/a?b=1',
        '[09:09] You: Hi',
        '',
        'Friday, 6 March 2026',
        '[09:07] Ann Chen: Still there?',
        '',
      ].join('\n'),
    );
  });

  it('names cards, files that lie elsewhere, and the answer that was given by a tap', () => {
    const card = { contentType: 'Card', card: { title: 'Heron', actions: [] } };
    const file = { contentType: 'Attachment', attachment: { url: 'https://lamps.example/care.pdf' } };
    const answer = { contentType: 'ButtonResponse', buttonResponse: { text: 'Yes', payload: 'y' } };
    const you = { participantId: 1, nickname: '', type: 'Client' } as const;
    chat.stores.messages.set([]);
    chat.add({ text: 'In stock:', content: [card, file], from: ann, utcTime: morning });
    chat.add({ content: [answer], from: you, utcTime: morning });
    const lines = toDays(messages(), reading).flatMap((day) => day.lines.map(({ text }) => text));
    expect(lines).to.deep.equal(['In stock:\nHeron\ncare.pdf', 'Yes']);
  });

  it('names files, and says what was not sent', () => {
    chat.add({
      type: 'FileUploaded',
      from: ann,
      userData: { 'file-id': '1', 'file-name': 'lamp.pdf' },
      utcTime: morning,
    });
    chat.add({
      text: 'Lost',
      from: { participantId: 1, nickname: 'Ada', type: 'Client' },
      status: 'failed',
      utcTime: morning,
    });
    const said = toDays(messages(), reading).flatMap(({ lines }) => lines.map(({ name, text }) => `${name}: ${text}`));
    expect(said.slice(-2)).to.deep.equal(['Ann Chen: lamp.pdf', 'Ada: Lost (Not sent)']);
  });

  it('leaves out what visitors do not see', () => {
    chat.add({ type: 'CustomNotice', text: '{"a":1}', from: ann, utcTime: morning });
    chat.add({ type: 'ParticipantJoined', from: { participantId: 9, nickname: 'Router', type: 'External' } });
    expect(toDays(messages(), reading)[0]?.lines).to.have.length(3);
  });

  it('takes the words of a message that is markup', () => {
    const message = chat.add({
      text: '<p>Tom &amp; Ann</p>1 &lt; 2<br>&#169; &nope;<img src=x>',
      html: true,
      from: ann,
    });
    expect(entryText(message)).to.equal('Tom & Ann\n1 < 2\n© &nope;');
  });

  it('counts hours as the site wants them, and has its words for keys of a server', () => {
    chat.add({ text: 'SYS0001', from: ann, utcTime: morning + 6 * 3_600_000 });
    const locale = { lang: 'en-GB', dir: 'ltr', texts, said: new Map([['SYS0001', 'Hold the line.']]) } as const;
    const [day] = toDays(messages(), { ...reading, texts: { ...reading.texts, locale }, hours: 12 });
    expect(day?.lines.at(-1)?.text).to.equal('Hold the line.');
    expect(day?.lines.at(-1)?.time).to.match(/^0?3:07\spm$/iu);
  });

  it('goes by the day it began', () => {
    expect(fileName(messages(), 'txt')).to.equal('chat-2026-03-05.txt');
    expect(titleOf(messages(), reading)).to.equal('Chat on 5 March 2026');
  });
});
