import { expect } from '@open-wc/testing';
import type { ChatTranscript } from '../../components/chat-transcript/chat-transcript.js';
import type { ChatMessage } from '../../src/model/message.js';
import type { Participant } from '../../src/model/participant.js';
import { comes, transcriptOf } from '../components/chat-message/transcript-fixture.js';
import { FakeChat, allBelow, ann, findPart, parts, settled } from '../support/chat-fixture.js';
import { hostileAddresses, hostileContent, hostileMarkdown, hostileTexts, type Entrance } from './hostile-messages.js';

type Entry = Partial<Omit<ChatMessage, 'from'>> & { from: Participant };

/** How the text gets in by each entrance, and what is given to it. */
const entrances: Readonly<Record<Entrance, readonly [given: readonly string[], enter: (given: string) => Entry]>> = {
  text: [[...hostileTexts, ...hostileAddresses], (text) => ({ text, from: ann })],
  markdown: [[...hostileTexts, ...hostileMarkdown], (text) => ({ text, from: ann })],
  html: [hostileTexts, (text) => ({ text, html: true, from: ann })],
  nickname: [hostileTexts, (nickname) => ({ text: 'a', from: { ...ann, nickname } })],
  fileName: [
    [...hostileTexts, ...hostileAddresses],
    (name) => ({
      type: 'FileUploaded',
      from: ann,
      userData: { 'file-id': name, 'file-name': name, 'file-type': name, 'file-size': name },
    }),
  ],
  pushUrl: [[...hostileTexts, ...hostileAddresses], (text) => ({ type: 'PushUrl', text, from: ann })],
  content: [
    [...hostileTexts, ...hostileAddresses],
    (given) => ({ text: '', content: hostileContent(given), from: ann }),
  ],
};

const active = 'script, iframe, object, embed, form, base, meta, link, style, template, input, math, svg script';
const harmless = /^(https?|mailto|tel):/;

describe('hostile messages', () => {
  let chat: FakeChat;
  let element: ChatTranscript;

  /** Everything in the transcript, through all shadow trees. */
  const shown = (): Element[] => [...allBelow(element)];

  const expectInert = (): void => {
    expect('hacked' in window).to.equal(false);
    for (const each of shown()) {
      expect(each.matches(active), each.outerHTML).to.equal(false);
      for (const { name } of each.attributes) expect(name, each.outerHTML).not.to.match(/^(on|srcdoc$|formaction$)/);
      if (each instanceof HTMLAnchorElement && each.hasAttribute('href')) {
        expect(each.href, each.outerHTML).to.match(harmless);
        expect(each.rel).to.equal('noopener noreferrer');
      }
      if (each instanceof HTMLImageElement) {
        expect(each.src, each.outerHTML).to.match(/^(https?:|blob:|data:image\/(png|jpeg|gif|webp|avif))|^$/);
      }
    }
  };

  beforeEach(() => {
    chat = new FakeChat();
    chat.start();
    chat.answer('WebChatService.getFileLimits', () => ({ downloadAttempts: 0, usedDownloadAttempts: 0 }));
  });

  for (const entrance of Object.keys(entrances) as Entrance[]) {
    const [texts, enter] = entrances[entrance];
    it(`are inert as ${entrance}`, async () => {
      if (entrance === 'markdown') chat.setOptions({ markdown: true });
      element = await transcriptOf(chat);
      chat.stores.messages.set(texts.map((text) => chat.entry(enter(text))));
      // What is shown better late is waited for: a link, and HTML.
      chat.add({ text: 'https://example.com', from: ann });
      chat.add({ text: '<b>bold</b>', html: true, from: ann });
      await comes(element, () => findPart(element, 'link') && shown().some((each) => each.matches('.rich b')));
      await settled(element);
      expect(parts(element, 'message')).to.have.length(texts.length + 2);
      expectInert();
    });
  }

  it('reach the agent as they are when they are tapped, and nobody else', async () => {
    element = await transcriptOf(chat);
    for (const text of hostileTexts) {
      chat.add({ text: 'a', content: hostileContent(text), from: ann });
      await comes(element, () => findPart(element, 'quick-reply'));
      findPart(element, 'quick-reply')?.click();
      expect(chat.ran.at(-1)?.options).to.deep.include({ message: text });
      expectInert();
    }
  });
});
