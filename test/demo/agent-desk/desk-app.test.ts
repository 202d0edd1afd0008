import { expect } from '@open-wc/testing';
import { DeskPage, newServer } from './desk-page.js';
import type { Phone, PhoneFrame } from './phone.js';
import { Visitor } from './visitor.js';
import { expectAccessible } from '../../support/accessible.js';

interface ChatOnServer {
  state: string;
  participants: { type: string; nickname: string; connected: boolean; typing: boolean }[];
  transcript: { type: string; text?: string }[];
}

async function onServer(server: string, { chatId }: Visitor): Promise<ChatOnServer> {
  return (await (await fetch(`${server}/local/chats/${chatId}`)).json()) as ChatOnServer;
}

/** A page as large as a phone: a frame, since not every browser's driver can size the page of the tests. */
function openPhone(): { readonly frame: PhoneFrame; readonly page: Promise<Phone> } {
  const frame = document.createElement('iframe') as PhoneFrame;
  frame.style.cssText = 'position: fixed; inset: 0; border: 0; width: 390px; height: 844px;';
  frame.src = new URL('phone.html', import.meta.url).href;
  const page = new Promise<Phone>((resolve) => {
    frame.onPage = resolve;
  });
  document.body.append(frame);
  return { frame, page };
}

describe('agent desk', () => {
  let server: string;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    server = newServer();
  });

  async function deskInChatWith(
    nickname: string,
    Page: Pick<typeof DeskPage, 'open'> = DeskPage,
  ): Promise<{ desk: DeskPage; visitor: Visitor }> {
    const visitor = await Visitor.start(server, nickname);
    const desk = await Page.open(server);
    await desk.press('Accept');
    await desk.until(() => desk.composer !== undefined, 'the chat can be answered');
    return { desk, visitor };
  }

  describe('list', () => {
    it('tells how to begin while there is no chat', async () => {
      const desk = await DeskPage.open(server);
      await desk.shows('No chats yet');
      expect(desk.text).to.include('Open the shop');
    });

    it('shows a chat that begins to wait, in the title too, and announces it', async () => {
      const desk = await DeskPage.open(server);
      await desk.shows('No chats yet');
      await Visitor.start(server, 'Mia', { subject: 'Delivery' });
      await desk.shows('Mia is waiting.');
      expect(document.title).to.equal('(1 waiting) Agent desk');
      expect(desk.textIn('desk-chat-list')).to.include('Mia').and.include('Delivery');
    });

    it('puts the chat that has waited longest first', async () => {
      await Visitor.start(server, 'Mia');
      await Visitor.start(server, 'Ole');
      const desk = await DeskPage.open(server);
      await desk.shows('2 visitors are waiting');
      const list = desk.textIn('desk-chat-list');
      expect(list.indexOf('Mia')).to.be.below(list.indexOf('Ole'));
    });

    it('counts what a visitor writes in a chat that is not on screen', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await Visitor.start(server, 'Ole');
      await desk.press('Ole');
      await visitor.say('Are you there?');
      await desk.shows('1 unread');
      expect(desk.text).to.include('New message from Mia.');
      await desk.press('Mia');
      await desk.hides('1 unread');
    });
  });

  describe('conversation', () => {
    it('joins under the agent’s name and puts the caret into the composer', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.until(() => desk.focused === desk.composer, 'the composer has the focus');
      const { participants, state } = await onServer(server, visitor);
      expect(state).to.equal('active');
      expect(participants.at(-1)).to.include({ nickname: 'Ann', type: 'Agent' });
    });

    it('joins once, however fast it is accepted twice', async () => {
      const visitor = await Visitor.start(server, 'Mia');
      const desk = await DeskPage.open(server);
      await desk.shows('One visitor is waiting');
      await Promise.all([desk.press('Accept'), desk.press('Accept')]);
      await desk.until(() => desk.composer !== undefined, 'the chat can be answered');
      const { participants } = await onServer(server, visitor);
      expect(participants.map(({ type }) => type)).to.deep.equal(['Client', 'Agent']);
    });

    it('sends on Enter and shows the message once', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.write('Good morning');
      expect(desk.pressEnter()).to.equal(true);
      expect(desk.composer?.value).to.equal('');
      await desk.shows('Good morning');
      await desk.hides('Sending …');
      expect(desk.textIn('desk-transcript').split('Good morning')).to.have.length(2);
      const { transcript } = await onServer(server, visitor);
      expect(transcript.filter(({ type }) => type === 'Message').map(({ text }) => text)).to.deep.equal([
        'Good morning',
      ]);
    });

    it('leaves Shift + Enter and an input method’s Enter to the text', async () => {
      const { desk } = await deskInChatWith('Mia');
      await desk.write('Good');
      expect(desk.pressEnter({ shiftKey: true })).to.equal(false);
      expect(desk.pressEnter({ isComposing: true })).to.equal(false);
      // Safari's only sign of it.
      expect(desk.pressEnter({ keyCode: 229 })).to.equal(false);
      expect(desk.composer?.value).to.equal('Good');
    });

    it('sends no empty message', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.write('  \n ');
      desk.pressEnter();
      const { transcript } = await onServer(server, visitor);
      expect(transcript.map(({ type }) => type)).to.deep.equal(['ParticipantJoined', 'ParticipantJoined']);
    });

    it('shows what the visitor is writing, and no longer once it is sent', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await visitor.type('My lamp is bro');
      await desk.shows('Mia is typing');
      expect(desk.text).to.include('My lamp is bro');
      await visitor.say('My lamp is broken');
      await desk.shows('My lamp is broken');
      await desk.hides('Mia is typing');
    });

    it('lets the visitor know that the agent writes, until the message is sent', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.write('Hel');
      await desk.write('Hello');
      desk.pressEnter();
      await desk.shows('Hello');
      await desk.hides('Sending …');
      const { transcript } = await onServer(server, visitor);
      expect(transcript.slice(2).map(({ type }) => type)).to.deep.equal(['TypingStarted', 'TypingStopped', 'Message']);
    });

    it('keeps what the agent has written when another chat is looked at', async () => {
      const { desk } = await deskInChatWith('Mia');
      await Visitor.start(server, 'Ole');
      await desk.write('I will look that');
      await desk.press('Ole');
      await desk.shows('Ole is waiting for an answer.');
      await desk.press('Mia');
      await desk.until(() => desk.composer?.value === 'I will look that', 'the text is back');
    });

    it('shows what the page sent along', async () => {
      await Visitor.start(server, 'Mia', { subject: 'About Heron', 'userData[product]': 'Heron' });
      const desk = await DeskPage.open(server);
      await desk.press('Accept');
      await desk.shows('From the page');
      expect(desk.textIn('desk-visitor')).to.include('About Heron').and.include('product Heron');
    });

    it('shows markup as the text it is', async () => {
      const { desk, visitor } = await deskInChatWith('<b>Mia</b>');
      await visitor.say('<img src=x onerror=alert(1)>');
      await desk.shows('<img src=x onerror=alert(1)>');
      expect(desk.text).to.include('<b>Mia</b>');
    });

    it('leaves the chat to wait again', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.press('Leave');
      await desk.shows('Mia is waiting for an answer.');
      expect((await onServer(server, visitor)).state).to.equal('waiting');
      await desk.until(() => desk.focused?.textContent.trim() === 'Accept', 'the focus is on what can be done next');
    });

    it('ends the chat', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.press('End chat');
      await desk.shows('This chat has ended.');
      expect((await onServer(server, visitor)).state).to.equal('ended');
      await desk.until(() => desk.focused?.tagName === 'H2', 'the focus stays in the chat');
    });

    it('says that a chat goes on which another agent is still in', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await fetch(`${server}/local/chats/${visitor.chatId}/participants`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ nickname: 'Eve', type: 'Agent' }),
      });
      await desk.press('End chat');
      await desk.shows('You have left the chat, but it goes on: another agent is still in it.');
      expect((await onServer(server, visitor)).state).to.equal('active');
    });

    it('shows that the visitor has left', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await visitor.leave();
      await desk.shows('This chat has ended.');
      expect(desk.text).to.include('Mia left');
    });

    it('goes on after a reload of the desk', async () => {
      const { desk } = await deskInChatWith('Mia');
      desk.element.remove();
      const reloaded = await DeskPage.open(server);
      await reloaded.shows('Your chats 1');
    });
  });

  describe('name', () => {
    it('is kept, and used for the next chat', async () => {
      const desk = await DeskPage.open(server);
      const field = desk.nameField!;
      field.value = 'Joost';
      field.dispatchEvent(new Event('change'));
      desk.element.remove();

      const { desk: later, visitor } = await deskInChatWith('Mia');
      expect(later.nameField?.value).to.equal('Joost');
      expect((await onServer(server, visitor)).participants.at(-1)?.nickname).to.equal('Joost');
    });

    it('is the default again when it is emptied', async () => {
      const desk = await DeskPage.open(server);
      const field = desk.nameField!;
      field.value = ' ';
      field.dispatchEvent(new Event('change'));
      await desk.until(() => field.value === 'Ann', 'the default name is back');
    });
  });

  describe('without the server', () => {
    const realFetch = window.fetch.bind(window);

    afterEach(() => {
      window.fetch = realFetch;
    });

    function cutOff(): void {
      window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    }

    it('says so, keeps the chat on screen and goes on by itself', async () => {
      const { desk } = await deskInChatWith('Mia');
      cutOff();
      await desk.shows('The chat server does not answer.');
      expect(desk.textIn('desk-conversation')).to.include('Mia');
      window.fetch = realFetch;
      await desk.hides('The chat server does not answer.');
    });

    /** A chat with a message that could not be sent before the server came back. */
    async function withUnsentMessage(): ReturnType<typeof deskInChatWith> {
      const chat = await deskInChatWith('Mia');
      cutOff();
      await chat.desk.write('Still there?');
      chat.desk.pressEnter();
      await chat.desk.shows('Not sent.');
      window.fetch = realFetch;
      return chat;
    }

    /** Trying again brings it to the server. */
    async function isSentAgain({ desk, visitor }: Awaited<ReturnType<typeof deskInChatWith>>): Promise<void> {
      await desk.press('Try again');
      await desk.hides('Not sent.');
      await desk.hides('Sending …');
      expect((await onServer(server, visitor)).transcript.at(-1)?.text).to.equal('Still there?');
    }

    it('keeps a message that could not be sent, to be sent again', async () => {
      await isSentAgain(await withUnsentMessage());
    });

    it('keeps a message that is sent again from outside the chat, and says why it cannot go', async () => {
      const chat = await withUnsentMessage();
      const { desk } = chat;
      await desk.press('Leave');
      await desk.shows('Mia is waiting for an answer.');
      await desk.press('Try again');
      await desk.shows('Could not send the message: you are no longer in this chat.');
      expect(desk.textIn('desk-transcript')).to.include('Still there?').and.include('Not sent.');

      await desk.press('Accept');
      await desk.until(() => desk.composer !== undefined, 'the chat can be answered again');
      await isSentAgain(chat);
    });

    it('says what could not be done', async () => {
      await Visitor.start(server, 'Mia');
      const desk = await DeskPage.open(server);
      await desk.shows('Mia');
      window.fetch = (input, init) =>
        init?.method === 'POST' ? Promise.resolve(new Response('', { status: 409 })) : realFetch(input, init);
      await desk.press('Accept');
      await desk.shows('Could not join the chat: it has ended or is no longer there.');
    });
  });

  describe('accessibility', () => {
    it('is given with no chat', async () => {
      const desk = await DeskPage.open(server);
      await desk.shows('No chats yet');
      await expectAccessible(desk.element);
    });

    it('is given with chats that wait', async () => {
      await Visitor.start(server, 'Mia');
      const desk = await DeskPage.open(server);
      await desk.shows('One visitor is waiting');
      await expectAccessible(desk.element);
    });

    it('is given in a conversation, with a visitor who writes', async () => {
      const { desk, visitor } = await deskInChatWith('Mia');
      await desk.write('Good morning');
      desk.pressEnter();
      await visitor.type('Hel');
      await desk.shows('Mia is typing');
      await expectAccessible(desk.element);
    });

    it('is given in a conversation on a phone, with the page’s heading', async () => {
      const { frame, page } = openPhone();
      const phone = await page;
      const { desk } = await deskInChatWith('Mia', phone.DeskPage);
      const heading = desk.element.shadowRoot?.querySelector('h1');
      expect(heading?.checkVisibility()).to.equal(true);
      expect(desk.element.shadowRoot?.querySelector('desk-nickname')?.checkVisibility()).to.equal(false);
      await phone.expect(desk.element).to.be.accessible();
      frame.remove();
    });

    it('is given after the end', async () => {
      const { desk } = await deskInChatWith('Mia');
      await desk.press('End chat');
      await desk.shows('This chat has ended.');
      await expectAccessible(desk.element);
    });
  });
});
