import { expect } from '@open-wc/testing';
import { chatElement, nextEvent, type ChatElement } from '../support/chat-element.js';
import { press, type } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

/** What a message says that offers answers. */
const question = 'Which lamp is it?';
const quickReplies = ['Heron', 'Plover'].map((text) => ({
  contentType: 'QuickReply',
  quickReply: { text, payload: text },
}));

describe('the whole job, by keyboard alone', () => {
  let chat: ChatElement;
  let visitor: Visitor;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
    Object.assign(chat.element, { emojis: true, uploadsEnabled: true });
    await chat.element.command('WebChatService.registerPreProcessor', {
      preprocessor: (message) => (message.text === question ? { ...message, content: quickReplies } : undefined),
    });
  });

  it('goes from the launcher to the end, and the focus is never lost', async function () {
    this.timeout(60_000);
    (await visitor.finds('launcher-button')).focus();
    await press('Enter');
    await visitor.isAt('input');

    // A form with something missing says so, and leads to it.
    await press('Enter');
    await visitor.isAt('form-error');
    await visitor.tabsTo('input');
    await type('Ada');
    await press('Tab');
    await type('Lovelace');
    await press('Enter');
    await visitor.isAt('message-input');

    const agent = await chat.server.join({ nickname: 'Ann' });
    await visitor.reads('Ann Connected');

    // An answer that is offered.
    await agent.write(question);
    await visitor.finds('quick-reply');
    await visitor.tabsBackTo('quick-reply');
    await press('Enter');
    await visitor.isAt('log');
    expect(visitor.sees('quick-reply')).to.equal(undefined);

    // A file to fetch.
    await agent.share('guide.pdf', 'application/pdf', btoa('guide'));
    await visitor.finds('file-button');
    await visitor.tabsTo('file-button');
    await visitor.tabsTo('message-input');

    // An emoji within a text.
    await type('Hello ');
    await visitor.tabsTo('emoji-button');
    await press('Enter');
    await visitor.finds('emoji-picker');
    await visitor.isInside('genesys-chat-emoji');
    await type('heart');
    await press('Enter');
    await press('Escape');
    await visitor.isAt('emoji-button');
    await visitor.tabsBackTo('message-input');
    expect(visitor.focused)
      .to.have.property('value')
      .that.matches(/^Hello \P{ASCII}/u);
    await press('Enter');
    await visitor.reads('Hello');

    // A message that is refused, and sent again.
    await chat.server.setFaults({ statusCode: 2 });
    await type('Once more');
    await press('Enter');
    await visitor.finds('retry-button');
    await chat.server.mend();
    await visitor.tabsBackTo('retry-button');
    await press('Enter');
    await visitor.isAt('log');
    await visitor.isWithout('retry-button');

    // A search in what was said.
    await visitor.tabsBackTo('menu-button');
    await press('Enter');
    await visitor.isAt('menu-item');
    await press('Enter');
    await visitor.isAt('search-input');
    await type('lamp');
    await visitor.finds('search-count');
    await visitor.tabsTo('search-close-button');
    await press('Enter');
    await visitor.isAt('menu-button');

    // The end, which is asked about.
    await visitor.tabsTo('close-button');
    await press('Enter');
    await visitor.isAt('confirm-cancel-button');
    await visitor.tabsTo('confirm-button');
    const ended = nextEvent(chat.element, 'ended');
    await press('Enter');
    await ended;
    await visitor.finds('end-close-button');
    await visitor.isWithout('confirm');
    await visitor.tabsTo('end-close-button');
    await press('Enter');
    await visitor.isAt('launcher-button');
  });
});
