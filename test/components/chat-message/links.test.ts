import { expect } from '@open-wc/testing';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, ann, part, parts, settled, textOf } from '../../support/chat-fixture.js';
import { comes, transcriptOf } from './transcript-fixture.js';

describe('links in messages', () => {
  let chat: FakeChat;
  let element: ChatTranscript;

  const links = (): HTMLAnchorElement[] => parts(element, 'link') as HTMLAnchorElement[];

  beforeEach(async () => {
    chat = new FakeChat();
    chat.start();
    element = await transcriptOf(chat);
  });

  for (const [text, ...expected] of [
    ['See https://example.com/a?b=c#d.', 'https://example.com/a?b=c#d'],
    ['(https://example.com/a_(b)), really', 'https://example.com/a_(b)'],
    ['»http://example.com«!', 'http://example.com'],
    ['www.example.com, or example.org/help?', 'www.example.com', 'example.org/help'],
    ['Write to jane.doe@example.com; thanks', 'jane.doe@example.com'],
    ['mailto:jane@example.com', 'mailto:jane@example.com'],
    ['Call tel:+49-89-1234567.', 'tel:+49-89-1234567'],
    ['https://example.com/日本語/パス。', 'https://example.com/日本語/パス'],
    ['https://one.example https://two.example', 'https://one.example', 'https://two.example'],
  ] as const) {
    it(`finds them in: ${text}`, async () => {
      chat.say(text);
      await comes(element, () => links().length > 0);
      expect(links().map(textOf)).to.deep.equal(expected);
      expect(textOf(part(element, 'bubble'))).to.equal(text);
    });
  }

  for (const text of [
    'At 10:30, and/or on 3.5., e.g. the 2nd.',
    'It costs 12.50',
    'ftp://example.com/file //example.com/file',
    'javascript:alert(1)//x.',
    'data://text/html,<b>x</b>',
  ]) {
    it(`finds none in: ${text}`, async () => {
      chat.say(text);
      chat.say('https://example.com');
      await comes(element, () => links().length > 0);
      expect(links().map(textOf)).to.deep.equal(['https://example.com']);
      expect(textOf(parts(element, 'bubble')[0])).to.equal(text);
    });
  }

  it('opens them in a tab that knows nothing of the page', async () => {
    chat.say('https://example.com');
    await comes(element, () => links().length > 0);
    expect(links()[0]).to.include({ target: '_blank', rel: 'noopener noreferrer', href: 'https://example.com/' });
  });

  it('takes an address without a scheme to be one of https', async () => {
    chat.say('example.com');
    await comes(element, () => links().length > 0);
    expect(links()[0]?.href).to.equal('https://example.com/');
  });

  it('shows the text until they are there, and those of the visitor too', async () => {
    const own = chat.echo('Look at https://example.com');
    await settled(element);
    expect(textOf(part(element, 'bubble-own'))).to.equal('Look at https://example.com');
    await comes(element, () => links().length > 0);
    expect(part(element, 'bubble-own').id).to.equal(`message-${own.id}`);
  });

  it('breaks an address that is longer than the bubble', async () => {
    chat.say(`https://example.com/${'long'.repeat(80)}`);
    await comes(element, () => links().length > 0);
    const log = part(element, 'log');
    expect(log.scrollWidth).to.equal(log.clientWidth);
  });

  it('stays at the end when they come', async () => {
    for (let index = 0; index < 30; index += 1) chat.say(`Message ${String(index)}`);
    chat.add({ text: `https://example.com/${'long'.repeat(40)}`, from: ann });
    await comes(element, () => links().length > 0);
    const log = part(element, 'log');
    await comes(element, () => log.scrollHeight - log.scrollTop - log.clientHeight < 2);
  });

  it('passes axe on both sides, in the light and in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      element = await transcriptOf(chat, theme);
      chat.say('https://example.com');
      chat.echo('https://example.org');
      await comes(element, () => links().length > 1);
      await expectAccessible(element);
    }
  });
});
