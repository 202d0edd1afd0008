import { expect } from '@open-wc/testing';
import { chatElement, type ChatElement } from '../support/chat-element.js';
import { press, type } from '../support/keyboard.js';
import { Visitor } from '../support/visitor.js';

/** The rejection of a command. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (reason: unknown) => reason,
  );
}

describe('what can go wrong gets a sentence, and nothing typed is lost', () => {
  let chat: ChatElement;
  let visitor: Visitor;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
  });

  /** Opens the form, fills it and submits it. */
  async function triesToStart(): Promise<void> {
    (await visitor.finds('launcher-button')).focus();
    await press('Enter');
    await visitor.isAt('input');
    await type('Ada');
    await press('Tab');
    await type('Lovelace');
    await press('Enter');
  }

  /** What the form's fields hold. */
  function filled(): string[] {
    const form = visitor.sees('form');
    return [...(form?.querySelectorAll('input') ?? [])].map(({ value }) => value).filter(Boolean);
  }

  it('says that the chat could not be started when no service is configured', async () => {
    chat.element.removeAttribute('data-url');
    await triesToStart();
    await visitor.reads('The chat could not be started.');
    expect(filled()).to.deep.equal(['Ada', 'Lovelace']);
    expect(await rejection(chat.element.startChat({ nickname: 'Ada' }))).to.equal(
      'No chat service is configured: set dataURL (attribute data-url)',
    );
  });

  it('says that the chat cannot be reached when the server does not answer', async () => {
    await chat.server.setFaults({ offline: true });
    await triesToStart();
    await visitor.reads('We can’t reach the chat right now.');
    expect(filled()).to.deep.equal(['Ada', 'Lovelace']);
    expect(await rejection(chat.element.startChat({ nickname: 'Ada' }))).to.include({ status: 0, operation: 'start' });
    await chat.server.mend();
    (await visitor.finds('submit-button')).focus();
    await press('Enter');
    await visitor.isAt('message-input');
  });

  it('says that the chat could not be started when the server answers a page of HTML', async () => {
    await chat.server.setFaults({ statusCode: 200 });
    await triesToStart();
    await visitor.finds('form-error');
    expect(filled()).to.deep.equal(['Ada', 'Lovelace']);
    expect(await rejection(chat.element.startChat({ nickname: 'Ada' }))).to.include({
      status: 200,
      operation: 'start',
    });
  });

  it('says what the server has against the start in our own words', async () => {
    expect(await rejection(chat.element.startChat())).to.deep.include({ statusCode: 2, operation: 'start' });
  });

  it('rejects a start while a chat runs, and the chat goes on', async () => {
    await chat.element.startChat({ nickname: 'Ada' });
    expect(await rejection(chat.element.startChat({ nickname: 'Ada' }))).to.equal(
      'There is already an active chat session',
    );
    await chat.element.sendMessage('still here');
    expect(await chat.server.visitorTexts()).to.deep.equal(['still here']);
  });

  it('sends no empty message', async () => {
    await visitor.startsChat();
    await type('   ');
    await press('Enter');
    expect(await rejection(chat.element.sendMessage('  '))).to.equal('No message text provided');
    expect(await chat.server.visitorTexts()).to.deep.equal([]);
  });

  it('sends no message over the limit, says by how much, and keeps it', async () => {
    chat.element.maxMessageLength = 5;
    await visitor.startsChat();
    await type('Good morning');
    await press('Enter');
    await visitor.reads('Too long by 7.');
    expect(visitor.focused).to.have.property('value', 'Good morning');
    expect(await chat.server.visitorTexts()).to.deep.equal([]);
  });

  it('keeps a message that the server refuses, to be sent again or discarded', async () => {
    await visitor.startsChat();
    await chat.server.setFaults({ statusCode: 2 });
    await type('Hello');
    await press('Enter');
    const retry = await visitor.finds('retry-button');
    expect(visitor.text).to.include('Hello');
    await chat.server.mend();
    retry.focus();
    await press('Enter');
    await visitor.reads('Sent');
    expect(await chat.server.visitorTexts()).to.deep.equal(['Hello']);
  });

  it('says that the connection is lost, delivers what was written meanwhile once it is back', async function () {
    // Long enough for an answer that comes, even on a machine with much else to do.
    this.timeout(30_000);
    chat.element.ajaxTimeout = 500;
    await visitor.startsChat();
    await chat.server.setFaults({ offline: true });
    await type('Are you there?');
    await press('Enter');
    await visitor.finds('notice');
    await chat.server.mend();
    await visitor.reads('Sent');
    expect(await chat.server.visitorTexts()).to.deep.equal(['Are you there?']);
    await visitor.isWithout('notice');
  });
});
