import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import type { ChatComposer } from '../../../components/chat-composer/chat-composer.js';
import '../../../components/chat-composer/chat-composer.js';
import { Announcement } from '../../../components/internal/announcement.js';
import { enFeatures } from '../../../src/i18n/en-features.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, chatFixture, findPart, focused, part, settled, textOf } from '../../support/chat-fixture.js';

describe('genesys-chat-composer', () => {
  let chat: FakeChat;
  let element: ChatComposer;

  beforeEach(async () => {
    chat = new FakeChat();
    chat.start();
    element = await chatFixture<ChatComposer>(chat, html`<genesys-chat-composer></genesys-chat-composer>`);
  });

  const input = (): HTMLTextAreaElement => {
    const found = part(element, 'message-input');
    if (!(found instanceof HTMLTextAreaElement)) throw new Error('The message box is no textarea');
    return found;
  };

  const write = async (text: string): Promise<void> => {
    input().value = text;
    input().dispatchEvent(new Event('input', { bubbles: true }));
    await settled(element);
  };

  const send = async (): Promise<void> => {
    part(element, 'send-button').click();
    await settled(element);
  };

  /** What says why a text cannot be sent comes when it is first needed. */
  const refused = async (): Promise<void> => {
    await waitUntil(() => findPart(element, 'composer-error'), 'The reason does not come', { timeout: 5000 });
  };

  const press = (init: KeyboardEventInit): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init });
    input().dispatchEvent(event);
    return event;
  };

  describe('accessibility', () => {
    it('passes axe', async () => {
      await expectAccessible(element);
    });

    it('passes axe with a message that is too long, in the dark', async () => {
      element = await chatFixture<ChatComposer>(chat, html`<genesys-chat-composer></genesys-chat-composer>`, 'dark');
      chat.setOptions({ maxMessageLength: 5 });
      await write('123456789');
      await refused();
      await expectAccessible(element);
    });

    it('has a name', () => {
      expect(input().ariaLabel).to.equal('Message box');
      expect(input().placeholder).to.equal('Type your message here');
    });
  });

  describe('sending', () => {
    it('sends what was written and empties the box when the conversation has it', async () => {
      chat.answer('WebChatService.sendMessage', ({ message }) => chat.echo(message, 'sending'));
      await write('Hello');
      await send();
      expect(chat.ran.at(-1)).to.deep.equal({ name: 'WebChatService.sendMessage', options: { message: 'Hello' } });
      expect(input().value).to.equal('');
      expect(focused()).to.equal(input());
    });

    it('empties the box at once although the message is still on its way', async () => {
      chat.answer('WebChatService.sendMessage', ({ message }) => {
        chat.echo(message, 'sending');
        return new Promise(() => undefined);
      });
      await write('Hello');
      await send();
      expect(input().value).to.equal('');
      await write('Are you there?');
      await send();
      expect(chat.ranNames).to.have.length(2);
      expect(input().value).to.equal('');
    });

    it('keeps the text when it is refused before the conversation has it', async () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- interceptors reject with sentences
      chat.answer('WebChatService.sendMessage', () => Promise.reject('Command was cancelled by Filter'));
      await write('Hello');
      await send();
      await refused();
      expect(input().value).to.equal('Hello');
      expect(textOf(part(element, 'composer-error'))).to.equal(enFeatures.Errors.MessageFailed);
    });

    it('does not bring the text back when the message fails in the conversation', async () => {
      chat.answer('WebChatService.sendMessage', ({ message }) => {
        const echo = chat.echo(message, 'sending');
        chat.stores.messages.set([{ ...echo, status: 'failed' }]);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
        return Promise.reject({ status: 200, statusCode: 2, errors: [], operation: 'send', message: '' });
      });
      await write('Hello');
      await send();
      expect(input().value).to.equal('');
      expect(findPart(element, 'composer-error')).to.equal(undefined);
    });

    it('keeps what was written while an interceptor took its time', async () => {
      chat.answer('WebChatService.sendMessage', () => new Promise(() => undefined));
      await write('Hello');
      await send();
      await write('Hello and more');
      chat.echo('Hello', 'sending');
      await settled(element);
      expect(input().value).to.equal('and more');
    });

    it('keeps the text that an interceptor stops, although earlier words of the visitor come in the meantime', async () => {
      let stop: (reason: string) => void = () => undefined;
      const stopped = new Promise((_resolve, reject) => {
        stop = reject;
      });
      chat.answer('WebChatService.sendMessage', () => stopped);
      await write('Hello');
      await send();
      chat.echo('Said elsewhere', 'sent');
      await settled(element);
      expect(input().value).to.equal('Hello');
      stop('Command was cancelled by Filter');
      await refused();
      expect(input().value).to.equal('Hello');
    });

    it('sends one message however often it is asked to', async () => {
      chat.answer('WebChatService.sendMessage', () => new Promise(() => undefined));
      await write('Hello');
      await send();
      await send();
      expect(chat.ranNames).to.have.length(1);
    });

    it('sends nothing when there is nothing, and says nothing', async () => {
      await write('  \n ');
      await send();
      expect(chat.ranNames).to.deep.equal([]);
      expect(findPart(element, 'composer-error')).to.equal(undefined);
    });
  });

  describe('draft', () => {
    it('begins with what was not sent', async () => {
      chat.setDraft('Hel');
      await settled(element);
      expect(input().value).to.equal('Hel');
    });

    it('gives what is written to whoever keeps it', async () => {
      await write('Hello');
      expect(chat.stores.draft.get()).to.equal('Hello');
    });

    it('tells that the visitor is typing, and keeps the unsent words to itself', async () => {
      await write('Hello');
      expect(chat.ran).to.deep.equal([{ name: 'WebChatService.sendTyping', options: undefined }]);
    });
  });

  describe('limit', () => {
    /** What counts comes when it is first needed. */
    const counted = async (): Promise<void> => {
      await waitUntil(() => findPart(element, 'counter'), 'Nothing is counted', { timeout: 5000 });
    };

    beforeEach(async () => {
      chat.setOptions({ maxMessageLength: 20 });
      await settled(element);
    });

    it('counts near the limit only', async () => {
      await write('12345');
      expect(findPart(element, 'counter')).to.equal(undefined);
      await write('1234567890123456');
      await counted();
      expect(textOf(part(element, 'counter'))).to.equal('Characters remaining: 4');
    });

    it('keeps a text that is too long, says by how much, and does not send it', async () => {
      await write('1234567890123456789012345');
      await send();
      expect(input().value).to.have.length(25);
      expect(input().ariaInvalid).to.equal('true');
      await refused();
      expect(textOf(part(element, 'composer-error'))).to.equal('Too long by 5. Please shorten your message.');
      expect(chat.ranNames).to.deep.equal([]);
    });

    it('marks the box while there is too much in it, with the focus in it too', async () => {
      const edge = (): string => getComputedStyle(input().parentElement ?? input()).borderTopColor;
      input().focus();
      const usual = edge();
      await write('1234567890123456789012345');
      await refused();
      expect(edge()).to.equal(getComputedStyle(part(element, 'composer-error')).color);
      await write('12345');
      expect(edge()).to.equal(usual);
    });

    it('sends it once it has been shortened', async () => {
      await write('1234567890123456789012345');
      await send();
      await refused();
      await write('12345');
      expect(findPart(element, 'composer-error')).to.equal(undefined);
      await send();
      expect(chat.ranNames).to.deep.equal(['WebChatService.sendMessage']);
    });

    it('counts from the first character on where the site wants it', async () => {
      chat.setOptions({ charCountEnabled: true });
      await settled(element);
      expect(findPart(element, 'counter')).to.equal(undefined);
      await write('1');
      await counted();
      expect(textOf(part(element, 'counter'))).to.equal('Characters remaining: 19');
      expect(input().getAttribute('aria-describedby')).to.contain(part(element, 'counter').id);
      await write('');
      expect(findPart(element, 'counter')).to.equal(undefined);
    });

    describe('tells how many characters remain', () => {
      let told: string[];

      beforeEach(() => {
        told = [];
        element.addEventListener('genesys-chat-announce', (event) => {
          if (event instanceof Announcement) told.push(event.text);
        });
      });

      const toldTimes = async (times: number): Promise<void> => {
        await waitUntil(() => told.length >= times, 'It is not told', { timeout: 5000 });
        await settled(element);
      };

      it('once as each of the shares is reached', async () => {
        for (let length = 1; length <= 21; length += 1) await write('x'.repeat(length));
        const counts = [15, 5, 2].map((count) => `Characters remaining: ${String(count)}`);
        await toldTimes(3);
        expect(told).to.deep.equal(counts);
      });

      it('once where a long text passes several', async () => {
        await write('x'.repeat(19));
        await toldTimes(1);
        expect(told).to.deep.equal(['Characters remaining: 1']);
      });

      it('again when some of it was deleted', async () => {
        for (const length of [16, 3, 16]) await write('x'.repeat(length));
        await toldTimes(2);
        expect(told).to.deep.equal(['Characters remaining: 4', 'Characters remaining: 4']);
      });

      it('at the shares that the site names', async () => {
        chat.setOptions({ ariaCharRemainingIntervals: [50] });
        for (let length = 1; length <= 20; length += 1) await write('x'.repeat(length));
        await toldTimes(1);
        expect(told).to.deep.equal(['Characters remaining: 10']);
      });

      it('never where the site wants none', async () => {
        chat.setOptions({ ariaCharRemainingIntervals: false });
        for (let length = 1; length <= 20; length += 1) await write('x'.repeat(length));
        expect(told).to.deep.equal([]);
      });
    });
  });

  describe('slots', () => {
    it('has room on both sides of the text', async () => {
      element = await chatFixture<ChatComposer>(
        chat,
        html`<genesys-chat-composer><b slot="composer-start">1</b><i slot="composer-end">2</i></genesys-chat-composer>`,
      );
      expect(element.querySelector('b')?.assignedSlot).to.be.instanceOf(HTMLSlotElement);
      expect(element.querySelector('i')?.assignedSlot).to.be.instanceOf(HTMLSlotElement);
    });
  });

  describe('keyboard', () => {
    it('sends on Enter and breaks the line on Shift+Enter', async () => {
      element.focus();
      await sendKeys({ type: 'one' });
      expect(press({ shiftKey: true }).defaultPrevented).to.equal(false);
      expect(chat.ranNames).to.deep.equal([]);
      await sendKeys({ press: 'Enter' });
      expect(chat.ran.at(-1)?.options).to.deep.equal({ message: 'one' });
      expect(chat.ranNames).to.deep.equal(['WebChatService.sendMessage']);
    });

    it('leaves Enter to the input method that is composing a word', async () => {
      await write('にほん');
      expect(press({ isComposing: true }).defaultPrevented).to.equal(false);
      // Safari's only sign of it.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other
      expect(press({ keyCode: 229 }).defaultPrevented).to.equal(false);
      expect(chat.ranNames).to.deep.equal([]);
    });

    it('is one line high while it is empty, however long its hint is', async () => {
      const { clientHeight } = input();
      const texts = { ...chat.locale.get().texts, ChatInputPlaceholder: 'Type your message here, please. '.repeat(9) };
      chat.locale.set({ ...chat.locale.get(), texts });
      await settled(element);
      expect(input().clientHeight).to.equal(clientHeight);
    });

    it('grows with its text', async () => {
      const before = input().clientHeight;
      await write('1\n2\n3');
      expect(input().clientHeight).to.be.greaterThan(before);
    });

    it('scrolls a long text', async () => {
      await write('line\n'.repeat(500));
      expect(input().clientHeight).to.be.lessThan(200);
      expect(input().scrollHeight).to.be.greaterThan(input().clientHeight);
    });
  });
});
