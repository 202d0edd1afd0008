import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../../components/chat-transcript/chat-transcript.js';
import type { ChatTranscript } from '../../../components/chat-transcript/chat-transcript.js';
import { enFeatures } from '../../../src/i18n/en-features.js';
import type { FailedAnswer } from '../../../src/model/failure.js';
import type { Participant } from '../../../src/model/participant.js';
import { expectAccessible } from '../../support/accessible.js';
import {
  FakeChat,
  ann,
  chatFixture,
  findPart,
  focused,
  part,
  parts,
  settled,
  textOf,
} from '../../support/chat-fixture.js';
import { until } from '../../support/frame-tab.js';

const ben: Participant = { participantId: 3, nickname: 'Ben', type: 'Agent' };
const you: Participant = { participantId: 1, nickname: 'Jane', type: 'Client' };
const refused: FailedAnswer = {
  status: 200,
  statusCode: 2,
  errors: [{ code: 204, advice: 'Length exceeded' }],
  operation: 'send',
  message: 'unable to send',
};
const day = 86_400_000;

describe('genesys-chat-transcript', () => {
  let chat: FakeChat;
  let element: ChatTranscript;

  const render = async (theme: 'light' | 'dark' = 'light'): Promise<void> => {
    element = await chatFixture<ChatTranscript>(chat, html`<genesys-chat-transcript></genesys-chat-transcript>`, theme);
    element.style.blockSize = '300px';
  };

  const changed = async (): Promise<void> => {
    await settled(element);
  };

  /** What can be done about a failed message comes when one has failed. */
  const failureShown = async (): Promise<void> => {
    await waitUntil(() => findPart(element, 'discard-button'), 'Nothing can be done about it', { timeout: 5000 });
  };

  const log = (): HTMLElement => part(element, 'log');
  const bubbles = (): string[] => parts(element, 'bubble').map(textOf);
  const isAtEnd = (): boolean => log().scrollHeight - log().scrollTop - log().clientHeight < 2;

  const scrollUp = async (): Promise<void> => {
    log().scrollTop = 0;
    await new Promise((resolve) => {
      log().addEventListener('scroll', resolve, { once: true });
    });
    await changed();
  };

  const fill = (count: number): void => {
    for (let index = 0; index < count; index += 1) chat.say(`Message ${String(index)}`);
  };

  beforeEach(async () => {
    chat = new FakeChat();
    chat.start();
    await render();
  });

  describe('accessibility', function () {
    this.timeout(30_000);

    const talk = (): void => {
      chat.join(ann);
      chat.say('Hello');
      chat.echo('Hi', 'sent');
      chat.echo('You there?', 'failed');
      chat.add({ text: 'So long', from: you, status: 'failed', failure: refused });
      chat.echo('On its way', 'sending');
      chat.add({ type: 'PushUrl', text: 'https://example.com', from: ann });
      chat.stores.typing.set([ann]);
    };

    it('passes axe', async () => {
      talk();
      await changed();
      await expectAccessible(element);
    });

    it('passes axe in the dark', async () => {
      await render('dark');
      talk();
      await changed();
      await expectAccessible(element);
    });

    it('passes axe with nothing in it', async () => {
      await expectAccessible(element);
    });

    it('is a log that can be focused, and leaves announcing to the window', () => {
      expect(log().role).to.equal('log');
      expect(log().tabIndex).to.equal(0);
      expect(log().ariaLabel).to.equal('Conversation');
      expect(log().getAttribute('aria-live')).to.equal('off');
    });

    it('says of each message who wrote it', async () => {
      chat.say('Hello');
      chat.echo('Hi');
      await changed();
      expect(parts(element, 'message').map((each) => textOf(each))).to.deep.equal([
        `Ann Chen Ann Chen said: Hello ${textOf(parts(element, 'meta')[0])}`.replace('Ann Chen', 'AC Ann Chen'),
        `You said: Hi ${textOf(parts(element, 'meta')[1])}`,
      ]);
    });
  });

  describe('messages', () => {
    it('shows what both sides say', async () => {
      chat.say('Hello');
      chat.echo('Hi');
      await changed();
      expect(bubbles()).to.deep.equal(['Hello', 'Hi']);
      expect(parts(element, 'bubble-own').map(textOf)).to.deep.equal(['Hi']);
    });

    it('knows own messages of another tab by their party', async () => {
      chat.add({ text: 'Me', from: { participantId: 1, nickname: 'Jane', type: 'Client' } });
      await changed();
      expect(parts(element, 'bubble-own')).to.have.length(1);
    });

    it('shows text as it was written and never as markup', async () => {
      chat.say('<b>one</b>\n  two');
      await changed();
      const text = part(element, 'bubble').querySelector('[dir=auto]');
      expect(text?.textContent).to.equal('<b>one</b>\n  two');
      expect(text && getComputedStyle(text).whiteSpace).to.equal('pre-wrap');
    });

    it('names the party once for messages that follow each other', async () => {
      chat.say('one');
      chat.say('two');
      chat.say('three', ben);
      await changed();
      expect(parts(element, 'name').map(textOf)).to.deep.equal(['Ann Chen', 'Ben']);
      expect(parts(element, 'avatar').map(textOf)).to.deep.equal(['AC', 'B']);
    });

    it('names it again after a while', async () => {
      chat.add({ text: 'one', from: ann, utcTime: Date.now() - 10 * 60_000 });
      chat.add({ text: 'two', from: ann });
      await changed();
      expect(parts(element, 'name')).to.have.length(2);
    });

    it('says who came and went, the visitor and machinery aside', async () => {
      chat.add({ type: 'ParticipantJoined', from: { participantId: 1, nickname: 'Jane', type: 'Client' } });
      chat.add({ type: 'ParticipantJoined', from: { participantId: 9, nickname: 'Router', type: 'External' } });
      chat.add({ type: 'ParticipantJoined', from: ann });
      chat.add({ type: 'ParticipantLeft', from: ann });
      await changed();
      const lines = parts(element, 'system-line').map((line) => textOf(line).split(' · ')[0]);
      expect(lines).to.deep.equal(['Ann Chen Connected', 'Ann Chen Disconnected']);
    });

    it('hides what is no conversation', async () => {
      for (const type of ['CustomNotice', 'Notice', 'TypingStarted', 'NicknameUpdated']) {
        chat.add({ type, text: 'x', from: ann });
      }
      chat.say('');
      await changed();
      expect(bubbles()).to.deep.equal([]);
    });

    it('links a pushed page of the web, and nothing else', async () => {
      chat.add({ type: 'PushUrl', text: 'https://example.com/a', from: ann });
      chat.add({ type: 'PushUrl', text: 'javascript:alert(1)', from: ann });
      await changed();
      expect(bubbles()[0]).to.equal('https://example.com/a');
      await waitUntil(() => findPart(element, 'link'), 'The link does not come', { timeout: 5000 });
      const links = parts(element, 'bubble').map((bubble) => bubble.querySelector('a'));
      expect(links[0]?.href).to.equal('https://example.com/a');
      expect(links[0]?.rel).to.equal('noopener noreferrer');
      expect(links[1]).to.equal(null);
      expect(bubbles()[1]).to.equal('javascript:alert(1)');
    });

    it('separates days and calls the last two by their names', async () => {
      for (const age of [2 * day, day, 0]) chat.add({ text: 'x', from: ann, utcTime: Date.now() - age });
      await changed();
      const [before, yesterday, today] = parts(element, 'date').map(textOf);
      const expected = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long' });
      expect(before).to.equal(expected.format(Date.now() - 2 * day));
      expect([yesterday, today]).to.deep.equal(['Yesterday', 'Today']);
    });

    it('speaks of times in the language of the chat', async () => {
      chat.say('x');
      chat.locale.set({ ...chat.locale.get(), lang: 'de' });
      await changed();
      const expected = new Intl.DateTimeFormat('de', { hour: 'numeric', minute: '2-digit' }).format(Date.now());
      expect(textOf(part(element, 'meta'))).to.equal(expected);
    });

    it('shows that somebody is typing', async () => {
      chat.stores.typing.set([ann]);
      await changed();
      expect(part(element, 'typing').ariaHidden).to.equal('true');
      chat.stores.typing.set([]);
      await changed();
      expect(findPart(element, 'typing')).to.equal(undefined);
    });
  });

  describe('delivery', () => {
    it('shows how an own message fares', async () => {
      const { id } = chat.echo('Hi', 'sending');
      await changed();
      expect(textOf(part(element, 'meta'))).to.equal('Sending…');
      chat.change(id, { status: 'sent', index: 1 });
      await changed();
      expect(textOf(part(element, 'meta'))).to.match(/ Sent$/);
    });

    it('keeps the bubble when the message is confirmed', async () => {
      const { id } = chat.echo('Hi', 'sending');
      await changed();
      const bubble = part(element, 'bubble');
      chat.change(id, { status: 'sent', index: 1 });
      await changed();
      expect(part(element, 'bubble')).to.equal(bubble);
    });

    it('offers to send a failed message again, or to forget it', async () => {
      const { id } = chat.echo('Hi', 'failed');
      await failureShown();
      expect(textOf(part(element, 'meta'))).to.equal('Not sent Retry Discard');
      part(element, 'retry-button').click();
      part(element, 'discard-button').click();
      expect(chat.ran).to.deep.equal([
        { name: 'WebChatService.resendMessage', options: { id } },
        { name: 'WebChatService.discardMessage', options: { id } },
      ]);
    });

    it('says why a message was refused, and takes it back into the message box', async () => {
      const { id } = chat.add({ text: 'So long', from: you, status: 'failed', failure: refused });
      chat.setDraft('and thanks');
      await failureShown();
      expect(textOf(part(element, 'meta'))).to.equal(`${enFeatures.Errors[204]} Edit Retry Discard`);
      const edited = oneEvent(element, 'genesys-chat-edit');
      part(element, 'edit-button').click();
      expect((await edited).bubbles).to.equal(false);
      expect(chat.ran).to.deep.equal([{ name: 'WebChatService.discardMessage', options: { id } }]);
      expect(chat.stores.draft.get()).to.equal('So long\nand thanks');
    });

    it('leaves a message where it is if it may not be taken back', async () => {
      chat.answer('WebChatService.discardMessage', () => Promise.reject(new Error('cancelled')));
      chat.add({ text: 'So long', from: you, status: 'failed', failure: refused });
      await failureShown();
      part(element, 'edit-button').click();
      await changed();
      expect(chat.stores.draft.get()).to.equal('');
    });

    it('offers no other text where the server, and not the text, was at fault', async () => {
      const failure = { ...refused, errors: [{ code: 500 }] };
      chat.add({ text: 'Hi', from: you, status: 'failed', failure });
      await failureShown();
      expect(textOf(part(element, 'meta'))).to.equal(`${enFeatures.Errors[500]} Retry Discard`);
    });

    it('offers no retry when the chat is over, but the text for the next one', async () => {
      chat.echo('Hi', 'failed');
      chat.stores.phase.set('ended');
      await failureShown();
      expect(textOf(part(element, 'meta'))).to.equal('Not sent Edit Discard');
    });

    it('keeps the focus when the button that has it goes', async () => {
      chat.echo('Hi', 'failed');
      await failureShown();
      part(element, 'retry-button').focus();
      part(element, 'retry-button').click();
      expect(focused()).to.equal(log());
    });

    it('says which message the buttons are about', async () => {
      chat.echo('Hi', 'failed');
      await failureShown();
      const id = part(element, 'retry-button').getAttribute('aria-describedby') ?? '';
      expect(textOf(element.shadowRoot?.getElementById(id) ?? undefined)).to.equal('Hi');
    });
  });

  describe('scrolling', () => {
    const offersWay = (): boolean => findPart(element, 'new-messages-button') !== undefined;

    beforeEach(async () => {
      fill(30);
      await changed();
      await until(isAtEnd);
    });

    it('follows the conversation', async () => {
      chat.say('Another');
      await changed();
      await until(isAtEnd);
    });

    it('stays where the visitor reads, and offers the way to what is new', async () => {
      await scrollUp();
      chat.say('Another');
      await changed();
      expect(log().scrollTop).to.equal(0);
      await waitUntil(offersWay, 'The way does not come', { timeout: 5000 });
      part(element, 'new-messages-button').click();
      await changed();
      expect(isAtEnd()).to.equal(true);
      expect(offersWay()).to.equal(false);
    });

    it('offers no way to what is there already when a message above it moves up because it failed', async () => {
      chat.echo('On its way', 'sending');
      await changed();
      await scrollUp();
      const messages = chat.stores.messages.get();
      const failed = messages.slice(-1).map((message) => ({ ...message, status: 'failed' as const }));
      chat.stores.messages.set([...messages.slice(0, -2), ...failed, ...messages.slice(-2, -1)]);
      // What leads there is loaded with the first message that is new.
      await import('../../../components/chat-transcript/new-messages-button.js');
      await changed();
      expect(offersWay()).to.equal(false);
    });

    it('changes nothing that is there when the conversation grows long', async () => {
      fill(69);
      await changed();
      await scrollUp();
      const before = parts(element, 'bubble');
      expect(before).to.have.length(99);
      // However late that comes which shows a long one.
      for (const count of [60, 60]) {
        fill(count);
        await changed();
        expect(parts(element, 'bubble').slice(0, 99)).to.deep.equal(before);
      }
      while ((element.shadowRoot?.querySelectorAll('.page').length ?? 0) < 2) {
        fill(10);
        await nextFrame();
        await changed();
      }
      expect(parts(element, 'bubble').slice(0, 99)).to.deep.equal(before);
      expect(log().scrollTop).to.equal(0);
    });

    it('offers no way while there is nothing new', async () => {
      await scrollUp();
      expect(offersWay()).to.equal(false);
    });

    it('shows what the visitor sends, wherever they were reading', async () => {
      await scrollUp();
      chat.echo('Mine', 'sending');
      await changed();
      await until(isAtEnd);
    });

    it('shows the end again after it was out of sight', async () => {
      element.hidden = true;
      chat.say('Another');
      await changed();
      element.hidden = false;
      await until(isAtEnd);
    });

    it('keeps the end in view when the room gets smaller', async () => {
      element.style.blockSize = '200px';
      await until(() => log().clientHeight === 200);
      await until(isAtEnd);
    });
  });

  describe('slots', () => {
    it('shows its own words while nothing has been said', async () => {
      expect(textOf(part(element, 'empty'))).to.contain('An agent will be with you shortly.');
      chat.say('Hello');
      await changed();
      expect(findPart(element, 'empty')).to.equal(undefined);
    });

    it("shows the page's words instead", async () => {
      element = await chatFixture<ChatTranscript>(
        new FakeChat(),
        html`<genesys-chat-transcript><p slot="empty">Welcome</p></genesys-chat-transcript>`,
      );
      expect(findPart(element, 'empty')).to.equal(undefined);
      expect(element.querySelector('p')?.assignedSlot?.hidden).to.equal(false);
    });
  });

  describe('keyboard', () => {
    it('scrolls', async () => {
      fill(30);
      await changed();
      await until(isAtEnd);
      log().focus();
      await sendKeys({ press: 'Home' });
      await waitUntil(() => log().scrollTop === 0, 'it is at the top', { timeout: 8000 });
    });
  });
});
