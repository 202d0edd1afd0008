import { expect } from '@open-wc/testing';
import { enFeatures } from '../../src/i18n/en-features.js';
import { expectAccessible } from '../support/accessible.js';
import { chatElement, nextEvent, type ChatElement } from '../support/chat-element.js';
import { until } from '../support/frame-tab.js';
import { press, pressWithShift, type } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

describe('a conversation, by keyboard alone', () => {
  let chat: ChatElement;
  let visitor: Visitor;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
  });

  it('goes from the launcher through the form to the message box', async () => {
    await visitor.startsChat();
    const [room] = await chat.server.chats();
    expect(room?.nickname).to.equal('Ada Lovelace');
    expect(visitor.text).to.include('Waiting for an agent');
  });

  it('carries messages both ways, as text', async () => {
    await visitor.startsChat();
    const agent = await chat.server.join({ nickname: 'Ann' });
    await visitor.reads('Ann Connected');
    await agent.write('Hello <img src=x onerror=alert(1)>');
    await visitor.reads('Hello <img src=x onerror=alert(1)>');
    await type('Good morning');
    await pressWithShift('Enter');
    await type('Ann');
    await press('Enter');
    await visitor.reads('Good morning\nAnn');
    await until(async () => (await chat.server.visitorTexts()).length > 0);
    expect(await chat.server.visitorTexts()).to.deep.equal(['Good morning\nAnn']);
    expect(visitor.focused).to.have.property('value', '');
  });

  it('says why the server refuses a message, and lets the visitor write it anew', async () => {
    chat.element.maxMessageLength = 10_000;
    await visitor.startsChat();
    await chat.element.sendMessage('x'.repeat(5000)).catch(() => undefined);
    await visitor.reads(enFeatures.Errors[204]);
    (await visitor.finds('edit-button')).click();
    await visitor.isAt('message-input');
    expect(visitor.focused).to.have.property('value', 'x'.repeat(5000));
    expect(visitor.sees('edit-button')).to.equal(undefined);
  });

  it('carries typing both ways', async () => {
    await visitor.startsChat();
    const agent = await chat.server.join({ nickname: 'Ann' });
    await agent.startTyping();
    await visitor.finds('typing');
    const stopped = nextEvent(chat.element, 'agentTypingStopped');
    await agent.stopTyping();
    await stopped;
    await chat.element.updateComplete;
    const started = nextEvent(chat.element, 'clientTypingStarted');
    await type('H');
    await started;
    const typing = async (): Promise<unknown> =>
      (await chat.server.chats())[0]?.participants.find(({ type }) => type === 'Client')?.typing;
    while (!(await typing())) await Promise.resolve();
  });

  it('counts what comes while the window is minimised, and returns to the message box', async () => {
    await visitor.startsChat();
    const agent = await chat.server.join({ nickname: 'Ann' });
    await type('unsent');
    await press('Escape');
    await visitor.isAt('launcher-button');
    await agent.write('Hello?');
    expect((await visitor.finds('launcher-badge')).textContent).to.equal('1');
    await press('Enter');
    await visitor.isAt('message-input');
    expect(visitor.focused).to.have.property('value', 'unsent');
    expect(visitor.sees('launcher-badge')).to.equal(undefined);
  });

  it('ends when the visitor confirms it, and not before', async () => {
    await visitor.startsChat();
    (await visitor.finds('window')).focus();
    await visitor.tabsTo('close-button');
    await press('Enter');
    await visitor.finds('confirm');
    await press('Escape');
    await visitor.isAt('close-button');
    expect((await chat.server.chats())[0]?.state).to.equal('waiting');

    await press('Enter');
    await visitor.tabsTo('confirm-button');
    const ended = nextEvent(chat.element, 'ended');
    await press('Enter');
    await ended;
    await visitor.finds('end');
    expect((await chat.server.chats())[0]?.state).to.equal('ended');
  });

  it('can be read after the agent has ended it, and another can be started', async () => {
    await visitor.startsChat();
    const agent = await chat.server.join({ nickname: 'Ann' });
    await agent.write('Goodbye');
    await type('But I was just');
    await agent.end();
    await visitor.finds('end');
    expect(visitor.text).to.include('Goodbye');
    await visitor.isAt('end-title');
    expect(await visitor.finds('end-draft')).to.have.property('value', 'But I was just');
    await visitor.tabsTo('new-chat-button');
    await press('Enter');
    await visitor.finds('form');
    await visitor.isAt('input');
    await type('Ada');
    await press('Tab');
    await type('Lovelace');
    await press('Enter');
    await visitor.isAt('message-input');
    expect(visitor.focused).to.have.property('value', 'But I was just');
  });

  it('returns the focus to the button of the page that opened it, and leaves it alone where the visitor is elsewhere', async () => {
    const button = document.createElement('button');
    chat.element.before(button);
    button.focus();
    await chat.element.open();
    await visitor.isAt('input');
    await press('Escape');
    await visitor.finds('launcher-button');
    expect(document.activeElement).to.equal(button);

    await chat.element.minimize(false);
    await visitor.isAt('input');
    const elsewhere = document.createElement('input');
    button.after(elsewhere);
    elsewhere.focus();
    await chat.element.close();
    await visitor.finds('launcher-button');
    expect(document.activeElement).to.equal(elsewhere);
    button.remove();
    elsewhere.remove();
  });

  it('gives axe nothing to complain about, closed, with the form and in conversation', async () => {
    await expectAccessible(chat.element);
    await chat.element.open();
    await visitor.finds('form');
    await visitor.seesRest();
    await expectAccessible(chat.element);
    await chat.element.startChat({ nickname: 'Ada' });
    const agent = await chat.server.join({ nickname: 'Ann' });
    await agent.write('Hello');
    await visitor.reads('Hello');
    await visitor.seesRest();
    await expectAccessible(chat.element);
  });
});
