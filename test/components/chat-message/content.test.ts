import { expect } from '@open-wc/testing';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, ann, findPart, focused, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { comes, sayContent, transcriptOf } from './transcript-fixture.js';

const replies = ['Yes', 'No'].map((text) => ({
  contentType: 'QuickReply',
  quickReply: { text, payload: `answer-${text}` },
}));
const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
const heron = {
  title: 'Heron',
  description: 'A reading lamp',
  image: picture,
  actions: [
    { type: 'Link', text: 'Look', url: 'https://example.com/heron' },
    { type: 'Postback', text: 'Ask', payload: 'heron-17' },
  ],
};

describe('structured content of messages', () => {
  let chat: FakeChat;
  let element: ChatTranscript;

  beforeEach(async () => {
    chat = new FakeChat();
    chat.start(ann);
    element = await transcriptOf(chat);
  });

  describe('quick replies', () => {
    const offer = async (): Promise<HTMLElement[]> => {
      sayContent(chat, replies, 'Shall we?');
      await comes(element, () => findPart(element, 'quick-reply'));
      return parts(element, 'quick-reply');
    };

    it('stand below the text, in a group with a name', async () => {
      const buttons = await offer();
      expect(buttons.map(textOf)).to.deep.equal(['Yes', 'No']);
      expect(textOf(part(element, 'bubble'))).to.equal('Shall we?');
      expect(part(element, 'quick-replies').ariaLabel).to.equal('Suggested answers');
      for (const button of buttons) expect(button.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('are said by the visitor, with what they mean for who wants to know', async () => {
      const [, no] = await offer();
      const asked = chat.stores.messages.get().at(-1);
      no?.focus();
      no?.click();
      const buttonResponse = { text: 'No', payload: 'answer-No', type: 'QuickReply', originatingMessageId: asked?.id };
      expect(chat.ran).to.deep.equal([
        {
          name: 'WebChatService.sendMessage',
          options: { message: 'No', content: [{ contentType: 'ButtonResponse', buttonResponse }] },
        },
      ]);
      expect(focused()).to.equal(part(element, 'log'));
    });

    it('go when they are answered', async () => {
      await offer();
      chat.echo('No', 'sending');
      await settled(element);
      expect(findPart(element, 'quick-reply')).to.equal(undefined);
    });

    it('go when something newer is said, and not because somebody leaves', async () => {
      await offer();
      chat.add({ type: 'ParticipantLeft', from: ann });
      await settled(element);
      expect(parts(element, 'quick-reply')).to.have.length(2);
      chat.say('Never mind');
      await settled(element);
      expect(findPart(element, 'quick-reply')).to.equal(undefined);
    });

    it('go when the chat ends', async () => {
      await offer();
      chat.stores.phase.set('ended');
      await settled(element);
      expect(findPart(element, 'quick-reply')).to.equal(undefined);
    });

    it('are no error when they cannot be sent', async () => {
      chat.answer('WebChatService.sendMessage', () => Promise.reject(new Error('refused')));
      const [yes] = await offer();
      yes?.click();
      await settled(element);
      expect(parts(element, 'quick-reply')).to.have.length(2);
    });
  });

  describe('cards', () => {
    it('show a picture, a title, a description and what they offer', async () => {
      sayContent(chat, [{ contentType: 'Card', card: heron }]);
      await comes(element, () => findPart(element, 'card'));
      expect(textOf(part(element, 'card'))).to.equal('Heron A reading lamp Look Ask');
      expect(findPart(element, 'bubble')).to.equal(undefined);
      expect(part(element, 'card-image')).to.include({ src: picture, alt: 'Heron' });
      const [look, ask] = parts(element, 'card-button');
      expect(look).to.include({ href: 'https://example.com/heron', target: '_blank', rel: 'noopener noreferrer' });
      ask?.click();
      expect(chat.ran[0]?.options).to.deep.include({ message: 'Ask' });
    });

    it('leave no frame where a picture does not come', async () => {
      sayContent(chat, [{ contentType: 'Card', card: { ...heron, image: 'data:image/png;base64,broken' } }]);
      await comes(element, () => findPart(element, 'card-image')?.hidden);
    });

    it('do by their title what they do first', async () => {
      const defaultAction = { type: 'Postback', payload: 'heron' };
      sayContent(chat, [{ contentType: 'Card', card: { title: 'Heron', defaultAction } }]);
      await comes(element, () => findPart(element, 'card-title'));
      part(element, 'card-title').querySelector('button')?.click();
      expect(chat.ran[0]?.options).to.deep.include({ message: 'Heron' });
    });

    it('are leafed through by buttons and by the keyboard', async () => {
      const cards = ['Heron', 'Plover', 'Egret'].map((title) => ({ ...heron, title }));
      sayContent(chat, [{ contentType: 'Carousel', carousel: { cards } }], 'In stock:');
      await comes(element, () => findPart(element, 'cards'));
      const list = part(element, 'cards');
      expect(parts(element, 'card').map((card) => textOf(card).split(' ')[0])).to.deep.equal([
        'Heron',
        'Plover',
        'Egret',
      ]);
      expect(list.tabIndex).to.equal(0);
      expect(list.ariaLabel).to.equal('Cards');
      const [previous, next] = parts(element, 'cards-button');
      expect([previous?.ariaLabel, next?.ariaLabel]).to.deep.equal(['Previous card', 'Next card']);
      next?.click();
      await comes(element, () => list.scrollLeft > 100);
      previous?.click();
      await comes(element, () => list.scrollLeft < 10);
    });

    it('keep the transcript as wide as it is', async () => {
      const cards = Array.from({ length: 5 }, () => ({ ...heron, title: 'Heron'.repeat(30) }));
      sayContent(chat, [{ contentType: 'Carousel', carousel: { cards } }]);
      await comes(element, () => findPart(element, 'cards'));
      const log = part(element, 'log');
      expect(log.scrollWidth).to.equal(log.clientWidth);
    });
  });

  describe('attachments', () => {
    it('are files to be opened', async () => {
      const attachment = { id: '1', url: 'https://example.com/a/bill.pdf', filename: 'bill.pdf', fileSize: 48_000 };
      sayContent(chat, [{ contentType: 'Attachment', attachment }], 'Your bill');
      await comes(element, () => findPart(element, 'file-name'));
      expect(textOf(part(element, 'file-name'))).to.equal('bill.pdf');
      expect(textOf(part(element, 'file-details'))).to.equal('PDF · 48 kB');
      expect(part(element, 'file-button')).to.include({ href: attachment.url, rel: 'noopener noreferrer' });
    });
  });

  it('shows the answer that another page of the visitor has given', async () => {
    chat.add({
      from: { participantId: 1, nickname: 'Jane', type: 'Client' },
      content: [{ contentType: 'ButtonResponse', buttonResponse: { text: 'Yes', payload: 'y', type: 'QuickReply' } }],
    });
    await comes(element, () => findPart(element, 'bubble-own') && textOf(part(element, 'bubble-own')) === 'Yes');
  });

  for (const [what, content] of [
    ['of an unknown kind', [{ contentType: 'DatePicker', datePicker: { title: 'When?' } }]],
    ['that is no object', [null, 7, 'text', [], undefined]],
    ['without what it needs', [{ contentType: 'Card', card: {} }, { contentType: 'QuickReply' }]],
    ['of other types', [{ contentType: 'Carousel', carousel: { cards: [7, { title: {} }] } }]],
  ] as const) {
    it(`shows the text of content ${what}, or says that there is something`, async () => {
      sayContent(chat, content, 'The text');
      sayContent(chat, content);
      await comes(element, () => textOf(parts(element, 'bubble')[1]) !== '');
      expect(parts(element, 'bubble').map(textOf)).to.deep.equal(['The text', 'This message cannot be shown here.']);
    });
  }

  it('passes axe in the light and in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      element = await transcriptOf(chat, theme);
      sayContent(chat, [{ contentType: 'Carousel', carousel: { cards: [heron, heron] } }], 'In stock:');
      sayContent(chat, replies, 'Shall we?');
      await comes(element, () => findPart(element, 'quick-reply'));
      await expectAccessible(element);
    }
  });
});
