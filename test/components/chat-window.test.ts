import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import '../../components/chat-end/chat-end.js';
import '../../components/chat-window/chat-window.js';
import type { ChatWindow } from '../../components/chat-window/chat-window.js';
import { Announcement } from '../../components/internal/announcement.js';
import { windowParts } from '../../components/parts.js';
import { en } from '../../src/i18n/en.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { expectAccessible } from '../support/accessible.js';
import { contrast } from '../support/contrast.js';
import {
  FakeChat,
  allBelow,
  ann,
  chatFixture,
  findPart,
  focused,
  part,
  parts,
  settled,
  textOf,
} from '../support/chat-fixture.js';

describe('genesys-chat-window', () => {
  let chat: FakeChat;
  let element: ChatWindow;

  const render = async (theme: 'light' | 'dark' = 'light'): Promise<void> => {
    element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`, theme);
  };

  const changed = async (): Promise<void> => {
    await settled(element);
  };

  const click = async (name: string): Promise<void> => {
    part(element, name).click();
    // Questions come with their code.
    await import('../../components/chat-confirm/chat-confirm.js');
    await changed();
  };

  const press = async (key: string): Promise<void> => {
    await sendKeys({ press: key });
    await import('../../components/chat-confirm/chat-confirm.js');
    await changed();
  };

  /** The question has come, and with it the focus. */
  const asked = async (): Promise<void> => {
    await waitUntil(() => focused()?.part.contains('confirm-cancel-button'), 'Nothing is asked', { timeout: 5000 });
  };

  /** The parts that are on screen. */
  const isOnScreen = (name: string): boolean =>
    [...allBelow(element)].some((each) => each.part.contains(name) && each.checkVisibility());

  /** What the live region has said so far, as long as it keeps it. */
  const said = (): string[] => {
    const region = element.shadowRoot?.querySelector('[aria-live]');
    return [...(region?.children ?? [])].map(textOf);
  };

  const typeInto = async (name: string, value: string): Promise<void> => {
    const field = [...allBelow(element)].find((each) => each instanceof HTMLInputElement && each.name === name);
    if (!(field instanceof HTMLInputElement)) throw new Error(`There is no field ${name}`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await changed();
  };

  beforeEach(async () => {
    chat = new FakeChat();
    await render();
  });

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      describe(`in ${theme} colours`, () => {
        beforeEach(async () => {
          chat = new FakeChat();
          await render(theme);
        });

        it('passes axe with the form', async () => {
          await expectAccessible(element);
        });

        it('sets fields, buttons and the message box off by edges that can be seen', async () => {
          const edgeOf = (edged: Element | null | undefined): number =>
            contrast(edged ? getComputedStyle(edged).borderTopColor : '', getComputedStyle(element).backgroundColor);
          expect(edgeOf(parts(element, 'input')[1]), 'a field').to.be.at.least(3);
          expect(edgeOf(part(element, 'cancel-button')), 'a button').to.be.at.least(3);
          await click('submit-button');
          expect(edgeOf(parts(element, 'input')[1]), 'a field with an error').to.be.at.least(3);
          chat.start(ann);
          await changed();
          const box = part(element, 'message-input').parentElement;
          expect(edgeOf(box), 'the message box with the focus').to.be.at.least(3);
          part(element, 'log').focus();
          expect(edgeOf(box), 'the message box').to.be.at.least(3);
        });

        it('passes axe with errors in the form', async () => {
          await click('submit-button');
          await expectAccessible(element);
        });

        it('passes axe with a conversation', async () => {
          chat.start(ann);
          chat.say('Hello');
          chat.echo('Hi', 'failed');
          await changed();
          await expectAccessible(element);
        });

        it('passes axe while the connection is lost', async () => {
          chat.start(ann);
          chat.stores.connection.set('reconnecting');
          await changed();
          await expectAccessible(element);
        });

        it('passes axe while it asks whether to end the chat', async () => {
          chat.start(ann);
          await changed();
          await click('close-button');
          await asked();
          await expectAccessible(element);
        });

        it('passes axe after the end', async () => {
          chat.start(ann);
          chat.say('Bye');
          chat.setDraft('But I was just');
          chat.stores.phase.set('ended');
          await changed();
          await expectAccessible(element);
        });
      });
    }

    for (const colour of ['#ffd23f', '#e53935', '#0f766e', '#000', '#fff']) {
      it(`can be read in the colour ${colour} of a brand`, async () => {
        element.parentElement?.style.setProperty('--gwc-color-brand', colour);
        chat.start(ann);
        chat.echo('Hi');
        await changed();
        await expectAccessible(element);
      });
    }

    it('is a dialog with a name, in the language and direction of the chat', async () => {
      expect(part(element, 'window').role).to.equal('dialog');
      expect(part(element, 'window').ariaLabel).to.equal('Live Chat Window');
      chat.locale.set({ ...chat.locale.get(), lang: 'ar', dir: 'rtl' });
      await changed();
      expect(part(element, 'window').lang).to.equal('ar');
      expect(part(element, 'window').dir).to.equal('rtl');
    });

    it('begins with a heading of the second level', () => {
      expect(part(element, 'title').tagName).to.equal('H2');
    });
  });

  describe('what it shows', () => {
    it('asks who the visitor is before a chat', () => {
      expect(isOnScreen('form')).to.equal(true);
      expect(isOnScreen('log')).to.equal(false);
      expect(isOnScreen('composer')).to.equal(false);
      expect(isOnScreen('end')).to.equal(false);
    });

    it('keeps the form while the chat starts', async () => {
      chat.stores.phase.set('starting');
      await changed();
      expect(isOnScreen('form')).to.equal(true);
    });

    it('shows the conversation while the chat runs', async () => {
      chat.start(ann);
      await changed();
      expect(isOnScreen('form')).to.equal(false);
      expect(isOnScreen('log')).to.equal(true);
      expect(isOnScreen('composer')).to.equal(true);
    });

    it('leaves the conversation to be read after the end, without a message box', async () => {
      chat.start(ann);
      chat.say('Bye');
      chat.stores.phase.set('ended');
      await changed();
      expect(isOnScreen('log')).to.equal(true);
      expect(isOnScreen('composer')).to.equal(false);
      expect(isOnScreen('end')).to.equal(true);
    });

    it('shows after the end what the visitor was writing, and has it in the next chat', async () => {
      chat.start(ann);
      chat.setDraft('But I was just');
      await changed();
      expect(isOnScreen('end-draft')).to.equal(false);
      chat.stores.phase.set('ended');
      await changed();
      expect(part(element, 'end-draft')).to.have.property('value', 'But I was just');
      expect(isOnScreen('end-draft')).to.equal(true);
      chat.stores.phase.set('starting');
      chat.stores.phase.set('active');
      await changed();
      expect(part(element, 'message-input')).to.have.property('value', 'But I was just');
    });

    it('leads from the end to a new form, filled in as before', async () => {
      await typeInto('firstname', 'Jane');
      chat.start();
      chat.stores.phase.set('ended');
      await changed();
      await click('new-chat-button');
      expect(isOnScreen('form')).to.equal(true);
      expect(isOnScreen('end')).to.equal(false);
      expect(part(element, 'input')).to.have.property('value', 'Jane');
    });

    it('shows the end of the next chat too', async () => {
      for (const phase of ['starting', 'active', 'ended'] as const) {
        chat.stores.phase.set(phase);
        await changed();
      }
      await click('new-chat-button');
      for (const phase of ['starting', 'active', 'ended'] as const) {
        chat.stores.phase.set(phase);
        await changed();
      }
      expect(isOnScreen('end')).to.equal(true);
      expect(isOnScreen('form')).to.equal(false);
    });

    it('begins with the form when it was closed after the end', async () => {
      chat.start();
      chat.stores.phase.set('ended');
      await changed();
      const state = chat.window.get();
      chat.window.set({ ...state, opened: false });
      await changed();
      chat.window.set(state);
      await changed();
      expect(isOnScreen('form')).to.equal(true);
    });

    it('is gone while it is closed or minimised', async () => {
      const state = chat.window.get();
      chat.window.set({ ...state, minimized: true });
      await changed();
      expect(element.checkVisibility()).to.equal(false);
      chat.window.set({ ...state, opened: false });
      await changed();
      expect(element.checkVisibility()).to.equal(false);
      chat.window.set(state);
      await changed();
      expect(element.checkVisibility()).to.equal(true);
    });

    it('says while the connection is lost that it is', async () => {
      chat.start(ann);
      chat.stores.connection.set('reconnecting');
      await changed();
      expect(isOnScreen('notice')).to.equal(true);
      chat.stores.connection.set('online');
      await changed();
      expect(isOnScreen('notice')).to.equal(false);
    });
  });

  describe('title bar', () => {
    const status = (): string => textOf(part(element, 'status'));

    it('says how it stands', async () => {
      expect(status()).to.equal('We’re here to help');
      chat.stores.phase.set('starting');
      await changed();
      expect(status()).to.equal('Connecting…');
      chat.stores.phase.set('active');
      await changed();
      expect(status()).to.equal('Waiting for an agent');
      chat.stores.phase.set('ended');
      await changed();
      expect(status()).to.equal('Chat Ended');
    });

    it('names all who answer, and nobody else', async () => {
      chat.start(ann);
      chat.join({ participantId: 5, nickname: 'Boss', type: 'Supervisor' });
      chat.join({ participantId: 6, nickname: '', type: 'Bot' });
      await changed();
      expect(status()).to.equal('Chatting with Ann Chen and Bot');
    });

    it('has room for the name of the one who answers, also where that is far too long for the window', async () => {
      chat.start(ann);
      await changed();
      const { scrollWidth, clientWidth } = part(element, 'status');
      expect(scrollWidth).to.be.at.most(clientWidth);
      chat.join({ participantId: 5, nickname: 'Wolfgang Amadeus '.repeat(9), type: 'Agent' });
      await changed();
      const right = part(element, 'status').getBoundingClientRect().right;
      expect(right).to.be.at.most(part(element, 'menu-button').getBoundingClientRect().left + 1);
    });

    it('shows the initials of the one who answers', async () => {
      chat.start(ann);
      await changed();
      expect(textOf(part(element, 'header-avatar'))).to.equal('AC');
    });

    it('minimises', async () => {
      await click('minimize-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.minimize']);
    });
  });

  describe('closing', () => {
    it('closes at once when there is nothing to lose', async () => {
      await click('close-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.close']);
    });

    it('closes from the form', async () => {
      await click('cancel-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.close']);
    });

    it('asks before it closes a form with input', async () => {
      await typeInto('firstname', 'Jane');
      await click('close-button');
      await asked();
      expect(chat.ranNames).to.deep.equal([]);
      await click('confirm-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.close']);
    });

    it('does not ask where the site does not want it to', async () => {
      chat.setOptions({ confirmFormCloseEnabled: false });
      await typeInto('firstname', 'Jane');
      await click('close-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.close']);
    });

    it('asks before it ends a chat, and ends it', async () => {
      chat.start(ann);
      await changed();
      expect(part(element, 'close-button').ariaLabel).to.equal('End chat');
      await click('close-button');
      await asked();
      expect(textOf(part(element, 'confirm-question'))).to.equal('End this chat?');
      await click('confirm-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.endChat']);
    });

    describe('an asynchronous chat', () => {
      beforeEach(async () => {
        chat.start(ann);
        chat.stores.isAsync.set(true);
        await render();
        part(element, 'close-button').focus();
        await click('close-button');
        await asked();
      });

      it('asks whether the chat is to end, too', async () => {
        expect(part(element, 'close-button').ariaLabel).to.equal('Live Chat close');
        expect(parts(element, 'leave-button').map(textOf)).to.deep.equal(['Close Window']);
        expect(textOf(part(element, 'confirm-button'))).to.equal('End Chat');
        await expectAccessible(element);
      });

      for (const [answer, command] of [
        ['leave-button', 'WebChat.close'],
        ['confirm-button', 'WebChat.endChat'],
      ] as const) {
        it(`takes the ${answer} as ${command}`, async () => {
          await click(answer);
          expect(chat.ranNames).to.deep.equal([command]);
          expect(isOnScreen('confirm')).to.equal(false);
        });
      }

      it('goes on when the visitor wants neither', async () => {
        expect(focused()).to.equal(part(element, 'confirm-cancel-button'));
        await press('Escape');
        expect(chat.ranNames).to.deep.equal([]);
        expect(isOnScreen('confirm')).to.equal(false);
        expect(focused()).to.equal(part(element, 'close-button'));
      });
    });

    describe('that fails', () => {
      const notices = (): string[] => parts(element, 'notice').map(textOf);

      beforeEach(async () => {
        chat.answer('WebChat.endChat', () =>
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
          Promise.reject({ status: 500, errors: [], operation: 'disconnect', message: 'stack trace' }),
        );
        chat.start(ann);
        await changed();
        await click('close-button');
        await asked();
        await click('confirm-button');
      });

      it('says so, once, until it is read', async () => {
        expect(notices()).to.deep.equal([en.EndFailed]);
        expect(said().filter((text) => text === en.EndFailed)).to.have.length(1);
        await click('notice-dismiss-button');
        expect(notices()).to.deep.equal([]);
      });

      it('does not hide that the connection is lost, and is forgotten when it is back', async () => {
        chat.stores.connection.set('reconnecting');
        await changed();
        expect(notices()).to.deep.equal([en.ConnectionLost, en.EndFailed]);
        await expectAccessible(element);
        chat.stores.connection.set('online');
        await changed();
        expect(notices()).to.deep.equal([]);
      });

      it('is no matter of the next chat', async () => {
        for (const phase of ['ended', 'starting', 'active'] as const) {
          chat.stores.phase.set(phase);
          await changed();
        }
        expect(notices()).to.deep.equal([]);
      });
    });

    it('takes the question back when the chat ends meanwhile', async () => {
      chat.start(ann);
      await changed();
      await click('close-button');
      await asked();
      chat.stores.phase.set('ended');
      await changed();
      expect(isOnScreen('confirm')).to.equal(false);
      expect(part(element, 'end').matches(':focus-within')).to.equal(true);
    });

    it('asks once, however often it is wanted while the question is on its way', async () => {
      chat.start(ann);
      await changed();
      part(element, 'close-button').click();
      await click('close-button');
      await asked();
      expect(parts(element, 'confirm')).to.have.length(1);
      await press('Escape');
      expect(isOnScreen('confirm')).to.equal(false);
      await click('close-button');
      await asked();
      expect(parts(element, 'confirm')).to.have.length(1);
    });

    it('asks above what a site shows over the conversation', async () => {
      chat.start(ann);
      const overlay = { content: '<p>Terms</p>', hideFooter: true, isAlert: false };
      chat.window.set({ ...chat.window.get(), overlay });
      await waitUntil(() => findPart(element, 'overlay'), 'The overlay does not come', { timeout: 5000 });
      await click('close-button');
      await asked();
      // What is inert is not hit, though it may be seen.
      for (const each of allBelow(element)) each.removeAttribute('inert');
      const { x, y, width, height } = part(element, 'confirm-cancel-button').getBoundingClientRect();
      let top = document.elementFromPoint(x + width / 2, y + height / 2);
      while (top?.shadowRoot) top = top.shadowRoot.elementFromPoint(x + width / 2, y + height / 2);
      expect(top).to.equal(focused());
    });

    it('closes after the end without a question', async () => {
      chat.start(ann);
      chat.stores.phase.set('ended');
      await changed();
      await click('end-close-button');
      expect(chat.ranNames).to.deep.equal(['WebChat.close']);
    });
  });

  describe('announcements', () => {
    it('tells what the agent says, once', async () => {
      chat.start(ann);
      await changed();
      chat.say('Hello');
      await changed();
      expect(said().at(-1)).to.equal('Ann Chen said: Hello');
      chat.stores.messages.set([...chat.stores.messages.get()]);
      await changed();
      expect(said().filter((text) => text === 'Ann Chen said: Hello')).to.have.length(1);
    });

    it('tells who joined and left', async () => {
      chat.start();
      chat.join(ann);
      chat.add({ type: 'ParticipantLeft', from: ann });
      await changed();
      expect(said()).to.deep.equal(['Chat Started', 'Ann Chen Connected', 'Ann Chen Disconnected']);
    });

    it('tells what an element inside it has to say, and nobody else hears of it', () => {
      let isHeardOutside = false;
      const onAnnounce = () => (isHeardOutside = true);
      document.addEventListener('genesys-chat-announce', onAnnounce);
      part(element, 'title').dispatchEvent(new Announcement('Copied'));
      document.removeEventListener('genesys-chat-announce', onAnnounce);
      expect(said()).to.deep.equal(['Copied']);
      expect(isHeardOutside).to.equal(false);
    });

    it('tells what the page puts there, once, and of markup the words', async () => {
      chat.start(ann);
      const { index, ...entry } = chat.entry({ text: 'On sale', from: { ...ann, participantId: -1 } });
      expect(index).to.be.a('number');
      const injected = { ...entry, from: { ...entry.from, type: 'Injected' as never, nickname: 'Shop' } };
      const markup = { ...injected, id: 'markup', text: '<p>Care &amp; <b>repair</b></p>', html: true };
      chat.stores.messages.set([...chat.stores.messages.get(), injected, markup]);
      chat.echo('Hi', 'sending');
      chat.say('Hello');
      chat.stores.messages.set([...chat.stores.messages.get()]);
      await waitUntil(() => said().at(-1) === 'Shop said: Care & repair', 'The words come', { timeout: 5000 });
      expect(said().filter((text) => text.startsWith('Shop said:'))).to.deep.equal([
        'Shop said: On sale',
        'Shop said: Care & repair',
      ]);
    });

    it('tells what cards are about', async () => {
      chat.start(ann);
      const cards = ['Heron', 'Plover'].map((title) => ({ title, actions: [] }));
      chat.add({ content: [{ contentType: 'Carousel', carousel: { cards } }], from: ann });
      await waitUntil(() => said().includes('Ann Chen said: Heron Plover'), 'it is told', { timeout: 5000 });
    });

    it('does not repeat what the visitor says', async () => {
      chat.start();
      chat.echo('Hi');
      await changed();
      expect(said()).to.deep.equal(['Chat Started']);
    });

    it('tells the number of many messages instead of reading them all', async () => {
      chat.start();
      const entries = ['a', 'b', 'c', 'd', 'e'].map((text) => chat.entry({ text, from: ann }));
      chat.addAll(entries);
      await changed();
      expect(said().at(-1)).to.equal('5 new messages');
    });

    it('does not tell again what an earlier page told, but what came since', async () => {
      chat.start();
      const entries = ['a', 'b', 'c', 'd', 'e'].map((text) => chat.entry({ text, from: ann }));
      const { index: newest = 0 } = entries.at(-1) ?? {};
      chat.stores.newFrom.set(newest);
      chat.addAll(entries);
      await changed();
      expect(said()).to.deep.equal(['Chat Started', 'Ann Chen said: e']);
    });

    it('tells once that an agent is typing, until the next message', async () => {
      chat.start(ann);
      await changed();
      const typing = (): number => said().filter((text) => text === 'Agent is typing').length;
      for (let times = 0; times < 3; times += 1) {
        chat.stores.typing.set([ann]);
        chat.stores.typing.set([]);
      }
      await changed();
      expect(typing()).to.equal(1);
      chat.say('Hello');
      chat.stores.typing.set([ann]);
      await changed();
      expect(said().slice(-2)).to.deep.equal(['Ann Chen said: Hello', 'Agent is typing']);
    });

    it('tells once that a message was sent', async () => {
      chat.start(ann);
      const { id } = chat.echo('Hi', 'sending');
      await changed();
      const sent = (): number => said().filter((text) => text === 'Sent').length;
      expect(sent()).to.equal(0);
      for (let times = 0; times < 2; times += 1) chat.change(id, { status: 'sent' });
      await changed();
      expect(sent()).to.equal(1);
    });

    it('does not tell again that a message was sent from an earlier page', async () => {
      chat.start(ann);
      chat.stores.phase.set('restoring');
      const { id } = chat.echo('Hi', 'sending');
      chat.change(id, { status: 'sent' });
      chat.stores.phase.set('active');
      chat.say('Hello');
      await changed();
      expect(said().at(-1)).to.equal('Ann Chen said: Hello');
      expect(said()).not.to.include('Sent');
    });

    it('tells once that a message was not sent', async () => {
      chat.start(ann);
      const { id } = chat.echo('Hi', 'sending');
      chat.change(id, { status: 'failed' });
      chat.stores.messages.set([...chat.stores.messages.get()]);
      const told = (): string[] => said().filter((text) => text === 'Your message was not sent: Hi');
      await waitUntil(() => told().length > 0, 'It is not told', { timeout: 5000 });
      await changed();
      expect(told()).to.have.length(1);
    });

    it('tells why, also above what came since, and again when a retry fails', async () => {
      chat.start(ann);
      const { id } = chat.echo('Hi', 'sending');
      chat.say('Hello?');
      await changed();
      const failure = { status: 413, errors: [], operation: 'send', message: 'unable to send' };
      for (let times = 0; times < 2; times += 1) {
        chat.change(id, { status: 'sending' });
        chat.change(id, { status: 'failed', failure });
      }
      const reasons = (): string[] => said().filter((text) => text === enFeatures.Errors.MessageFailed);
      await waitUntil(() => reasons().length > 1, 'It is not told why', { timeout: 5000 });
      expect(said().slice(-3)).to.deep.equal([
        enFeatures.Errors.MessageFailed,
        'Your message was not sent: Hi',
        enFeatures.Errors.MessageFailed,
      ]);
    });

    it('tells that the connection went and came', async () => {
      chat.start();
      chat.stores.connection.set('reconnecting');
      chat.stores.connection.set('online');
      await changed();
      expect(said().slice(1)).to.deep.equal([en.ConnectionLost, en.ConnectionBack]);
    });

    it('tells that the chat is over', async () => {
      chat.start();
      chat.stores.phase.set('ended');
      await changed();
      expect(said().at(-1)).to.equal('Chat Ended');
    });

    it('is silent while it is minimised', async () => {
      chat.start(ann);
      await changed();
      const before = said();
      chat.window.set({ ...chat.window.get(), minimized: true });
      chat.say('Hello');
      await changed();
      expect(said()).to.deep.equal(before);
    });
  });

  describe('properties', () => {
    it('fills the screen when it is told to', async () => {
      element.mobile = true;
      await changed();
      const { width, height } = element.getBoundingClientRect();
      expect([width, height]).to.deep.equal([document.documentElement.clientWidth, innerHeight]);
    });

    it('limits messages', async () => {
      chat.start();
      chat.setOptions({ maxMessageLength: 3 });
      chat.setDraft('12345');
      await changed();
      await waitUntil(() => findPart(element, 'counter'), 'Nothing is counted', { timeout: 5000 });
      expect(textOf(part(element, 'counter'))).to.contain('-2');
    });
  });

  describe('slots', () => {
    it('passes what the page puts in to where it belongs', async () => {
      const names = ['header', 'menu', 'empty', 'form-footer', 'composer-start', 'composer-end', 'end'];
      element = await chatFixture<ChatWindow>(
        chat,
        html`<genesys-chat-window>${names.map((name) => html`<p slot=${name}>${name}</p>`)}</genesys-chat-window>`,
      );
      chat.start();
      await changed();
      const shown = [...element.children].filter((child) => child.checkVisibility()).map((child) => child.slot);
      expect(shown).to.deep.equal(['header', 'menu', 'empty', 'composer-start', 'composer-end']);
      chat.stores.phase.set('ended');
      await changed();
      expect([...element.children].at(-1)?.checkVisibility()).to.equal(true);
    });
  });

  describe('parts', () => {
    it('has every part that it says it has', async function () {
      // All that comes late comes once: a machine with much else to do needs its time.
      this.timeout(30_000);
      const late = { timeout: 30_000 };
      const missing = new Set(windowParts.split(', '));
      const look = async (): Promise<void> => {
        await changed();
        for (const each of allBelow(element)) for (const name of each.part) missing.delete(name);
      };
      await look();
      await click('submit-button');
      await waitUntil(() => findPart(element, 'field-error'), 'What is wrong is not said', late);
      await look();
      chat.setOptions({ form: { inputs: [{ custom: 'Hello' }, { name: 'a', wrapper: 'first {label}{input}' }] } });
      await look();
      chat.start();
      await look();
      chat.join(ann);
      chat.setOptions({ emojis: true, uploadsEnabled: true });
      await look();
      await waitUntil(() => findPart(element, 'emoji-button'), 'The tools do not come', late);
      await click('emoji-button');
      await waitUntil(() => findPart(element, 'emoji-picker'), 'The emoji do not come', late);
      await look();
      chat.say('Hello');
      chat.change(chat.echo('Hi', 'failed').id, {
        failure: { status: 413, errors: [], operation: 'send', message: '' },
      });
      chat.stores.typing.set([ann]);
      chat.setOptions({ maxMessageLength: 3 });
      chat.setDraft('12345');
      await changed();
      await click('send-button');
      for (let line = 0; line < 30; line += 1) chat.say('Hello');
      const log = part(element, 'log');
      await waitUntil(() => log.scrollTop > 0, 'It does not follow', late);
      await new Promise(requestAnimationFrame);
      log.scrollTop = 0;
      await oneEvent(log, 'scroll');
      chat.say('Something new');
      await waitUntil(() => findPart(element, 'new-messages-button'), 'Nothing leads there', late);
      await look();
      chat.answer('WebChat.endChat', () =>
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- commands reject with answers
        Promise.reject({ status: 500, errors: [], operation: 'end', message: '' }),
      );
      await click('close-button');
      await asked();
      await look();
      await click('confirm-button');
      await look();
      chat.stores.phase.set('ended');
      await look();
      const overlay = { content: '<p>Terms</p>', hideFooter: false, isAlert: false };
      chat.window.set({ ...chat.window.get(), overlay });
      await waitUntil(() => findPart(element, 'overlay') !== undefined, 'The overlay does not come', late);
      await look();
      expect([...missing]).to.deep.equal([]);
    });
  });

  describe('keyboard', () => {
    /** What the page has to offer after the window. */
    const fieldBehind = (): HTMLInputElement => {
      const input = document.createElement('input');
      element.after(input);
      return input;
    };

    it('puts the focus into the first field when it opens', () => {
      expect((focused() as HTMLInputElement).name).to.equal('firstname');
    });

    it('puts the focus into the message box when a chat runs', async () => {
      chat.start();
      await render();
      expect(focused()).to.equal(part(element, 'message-input'));
    });

    it('leaves the focus alone when it is told to', async () => {
      element.remove();
      element = await chatFixture<ChatWindow>(
        chat,
        html`<genesys-chat-window .withoutFocus=${true}></genesys-chat-window>`,
      );
      expect(focused()).to.equal(document.body);
    });

    it('takes the focus along from the form to the conversation and to the end', async () => {
      chat.start();
      await changed();
      expect(focused()).to.equal(part(element, 'message-input'));
      chat.stores.phase.set('ended');
      await changed();
      expect(focused()).to.equal(part(element, 'end-title'));
    });

    it('goes on in the message box with a message that is taken back', async () => {
      chat.start(ann);
      const failure = { status: 413, errors: [], operation: 'send', message: 'unable to send' };
      const { id } = chat.echo('Hi', 'failed');
      chat.change(id, { failure });
      await waitUntil(() => findPart(element, 'edit-button'), 'Nothing can be done about it', { timeout: 5000 });
      await click('edit-button');
      expect(focused()).to.equal(part(element, 'message-input'));
      expect(focused()).to.have.property('value', 'Hi');
    });

    it('leaves the focus where it is when the visitor is elsewhere', async () => {
      (focused() as HTMLElement).blur();
      chat.start();
      await changed();
      expect(focused()).to.equal(document.body);
    });

    it('minimises on Escape', async () => {
      await press('Escape');
      expect(chat.ranNames).to.deep.equal(['WebChat.minimize']);
    });

    it('answers the question, not the window, by Escape', async () => {
      chat.start();
      await changed();
      part(element, 'close-button').focus();
      await press('Enter');
      await asked();
      await press('Escape');
      expect(isOnScreen('confirm')).to.equal(false);
      expect(focused()).to.equal(part(element, 'close-button'));
      expect(chat.ranNames).to.deep.equal([]);
    });

    it('keeps the focus inside while it fills the screen', async () => {
      element.mobile = true;
      chat.start();
      await changed();
      part(element, 'send-button').focus();
      await press('Tab');
      expect(focused()).to.equal(part(element, 'menu-button'));
      expect(part(element, 'window').ariaModal).to.equal('true');
    });

    it('lets the focus go where it stands beside the page', async () => {
      chat.start();
      await changed();
      const behind = fieldBehind();
      part(element, 'send-button').focus();
      await press('Tab');
      expect(focused()).to.equal(behind);
    });

    it('keeps the focus off what lies below the question', async () => {
      chat.start();
      await changed();
      const behind = fieldBehind();
      part(element, 'close-button').focus();
      await press('Enter');
      await asked();
      await press('Tab');
      expect(focused()).to.equal(part(element, 'confirm-button'));
      await press('Tab');
      expect(focused()).to.equal(behind);
    });
  });
});
