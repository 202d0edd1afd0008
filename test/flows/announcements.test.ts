import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { chatElement, type ChatElement } from '../support/chat-element.js';
import { textOf } from '../support/chat-fixture.js';
import { until } from '../support/frame-tab.js';
import { press, type } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

describe('what is announced in a chat with an agent', () => {
  let chat: ChatElement;
  let visitor: Visitor;
  let said: string[];
  let listener: MutationObserver;

  /** Waits until the sentence is said. */
  const hears = (sentence: string): Promise<void> => until(() => said.includes(sentence));
  const times = (sentence: string): number => said.filter((each) => each === sentence).length;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
    said = [];
    listener = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof Element) said.push(textOf(node));
      }
    });
    await chat.element.open();
    await visitor.finds('form');
    const region = chat.element.shadowRoot
      ?.querySelector('genesys-chat-window')
      ?.shadowRoot?.querySelector('[aria-live]');
    if (region) listener.observe(region, { childList: true });
    await chat.element.startChat({ nickname: 'Ada' });
    await visitor.isAt('message-input');
  });

  afterEach(() => {
    listener.disconnect();
  });

  it('is who comes, types, speaks and goes, and the end, each once', async () => {
    await hears(en.ChatStarted);
    const agent = await chat.server.join({ nickname: 'Ann' });
    await hears('Ann Connected');
    await agent.startTyping();
    await hears(en.AriaAgentTyping);
    await agent.write('Hello <b>Ada</b>');
    await hears('Ann said: Hello <b>Ada</b>');
    await type('Hi');
    await press('Enter');
    await hears(en.MessageSent);
    await agent.end();
    await hears(en.ChatEnded);
    await hears('Ann Disconnected');
    const sentences = [en.ChatStarted, 'Ann Connected', en.AriaAgentTyping, 'Ann said: Hello <b>Ada</b>'];
    for (const sentence of [...sentences, en.MessageSent, 'Ann Disconnected', en.ChatEnded]) {
      expect(times(sentence), sentence).to.equal(1);
    }
  });

  it('is a message that was refused, and why', async () => {
    await chat.server.setFaults({ statusCode: 2 });
    await type('Hi');
    await press('Enter');
    await hears('Your message was not sent: Hi');
    await hears(enFeatures.Errors[500]);
    expect(times(en.MessageSent)).to.equal(0);
    await chat.server.mend();
    (await visitor.finds('retry-button')).click();
    await hears(en.MessageSent);
  });

  it('is no message of the visitor that a filter hides', async () => {
    await chat.element.command('WebChatService.sendFilteredMessage', { message: '#position 7', regex: /^#/ });
    await type('Hi');
    await press('Enter');
    await hears(en.MessageSent);
    expect(await chat.server.visitorTexts()).to.deep.equal(['#position 7', 'Hi']);
    expect(times(en.MessageSent)).to.equal(1);
  });

  it('is what stands in the conversation, whatever an extension makes of the event', async () => {
    const plugin = chat.element.registerPlugin('Logger');
    if (plugin) {
      plugin.subscribe('WebChatService.messageReceived', ({ data }) => void data.messages.splice(0));
    }
    await chat.element.command('WebChat.minimize', { minimized: true });
    await chat.element.command('WebChat.minimize', { minimized: false });
    const agent = await chat.server.join({ nickname: 'Ann' });
    await agent.write('Hello Ada');
    await hears('Ann said: Hello Ada');
  });

  it('is a connection that goes and comes', async () => {
    await chat.server.setFaults({ offline: true });
    await hears(en.ConnectionLost);
    await chat.server.mend();
    await hears(en.ConnectionBack);
    expect([times(en.ConnectionLost), times(en.ConnectionBack)]).to.deep.equal([1, 1]);
  });

  it('is how many characters remain, at the shares that the site names', async () => {
    Object.assign(chat.element, { maxMessageLength: 10, ariaCharRemainingIntervals: [50, 20] });
    await type('12345678');
    await hears('Characters remaining: 5');
    await hears('Characters remaining: 2');
    const counted = said.filter((each) => each.startsWith(enFeatures.AriaCharRemaining));
    expect(counted).to.deep.equal(['Characters remaining: 5', 'Characters remaining: 2']);
  });
});
