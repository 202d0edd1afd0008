import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/model/message.js';
import { chatElement, type ChatElement } from '../support/chat-element.js';
import { part, parts, textOf } from '../support/chat-fixture.js';
import type { Agent } from '../support/agent.js';
import { until } from '../support/frame-tab.js';
import { press } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

/** What a machine behind the desk writes as text, and a preprocessor of the site makes more of. */
const structured = (content: readonly object[], text = ''): string => JSON.stringify({ text, content });

describe('more than text, from agent to visitor', () => {
  let chat: ChatElement;
  let visitor: Visitor;
  let agent: Agent;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
    await chat.element.command('WebChatService.registerPreProcessor', {
      preprocessor: ({ text }: ChatMessage) =>
        text.startsWith('{') ? (JSON.parse(text) as Partial<ChatMessage>) : undefined,
    });
    await chat.element.startChat({ nickname: 'Ada' });
    agent = await chat.server.join({ nickname: 'Shop' });
  });

  it('quick replies are answers at a press of Enter, and the extension sees what they mean', async () => {
    const sent: unknown[] = [];
    const plugin = chat.element.registerPlugin('Watcher');
    if (plugin) plugin.before('WebChatService.sendMessage', (options) => void sent.push(options));
    const replies = ['Yes', 'No'].map((text) => ({
      contentType: 'QuickReply',
      quickReply: { text, payload: `${text}!` },
    }));
    await agent.write(structured(replies, 'Shall we?'));
    await visitor.reads('Shall we?');
    (await visitor.finds('quick-reply')).focus();
    await press('Enter');
    await visitor.isWithout('quick-reply');
    await visitor.finds('bubble-own');
    await until(async () => (await chat.server.visitorTexts()).length > 0);
    expect(await chat.server.visitorTexts()).to.deep.equal(['Yes']);
    expect(JSON.stringify(sent)).to.include('"payload":"Yes!"');
    expect(visitor.focused?.part.contains('log')).to.equal(true);
  });

  it('cards have words, a safe link and an answer', async () => {
    const actions = [
      { type: 'Link', text: 'Look', url: 'https://lamps.example/heron' },
      { type: 'Link', text: 'Trap', url: 'javascript:alert(1)' },
      { type: 'Postback', text: 'Ask', payload: 'heron-17' },
    ];
    const card = { contentType: 'Card', card: { title: 'Heron', description: 'A reading lamp', actions } };
    await agent.write(structured([card]));
    await visitor.reads('Heron A reading lamp');
    const [look, ask, ...others] = parts(chat.element, 'card-button');
    expect(look).to.include({ href: 'https://lamps.example/heron', target: '_blank', rel: 'noopener noreferrer' });
    expect(others).to.deep.equal([]);
    ask?.click();
    await visitor.finds('bubble-own');
    await until(async () => (await chat.server.visitorTexts()).length > 0);
    expect(await chat.server.visitorTexts()).to.deep.equal(['Ask']);
  });

  it('links are what is one, and nothing that only looks so', async () => {
    await agent.write(
      'See https://lamps.example/a?b=1, javascript:alert(1) and <a href="https://evil.example">this</a>',
    );
    const link = await visitor.finds('link');
    expect(link).to.include({ href: 'https://lamps.example/a?b=1', target: '_blank', rel: 'noopener noreferrer' });
    const addresses = parts(chat.element, 'link').map((each) => each.getAttribute('href'));
    expect(addresses).to.deep.equal(['https://lamps.example/a?b=1', 'https://evil.example/']);
    expect(textOf(part(chat.element, 'bubble'))).to.include('<a href=');
  });

  it('markdown is text until the site wants it, and again when it no longer does', async () => {
    await agent.write('This is **important** <b>really</b>');
    await visitor.reads('This is **important** <b>really</b>');
    const strong = (): string | undefined => part(chat.element, 'bubble').querySelector('strong')?.textContent;
    chat.element.markdown = true;
    await until(() => strong() === 'important');
    expect(textOf(part(chat.element, 'bubble'))).to.equal('This is important <b>really</b>');
    chat.element.markdown = false;
    await visitor.reads('**important**');
  });
});
