import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { ChatWindow } from '../../../components/chat-window/chat-window.js';
import '../../../components/chat-window/chat-window.js';
import { expectAccessible } from '../../support/accessible.js';
import {
  FakeChat,
  allBelow,
  ann,
  chatFixture,
  findPart,
  focused,
  part,
  settled,
  textOf,
} from '../../support/chat-fixture.js';
import { press, type } from '../../support/keyboard.js';

describe('the emoji of genesys-chat-composer', () => {
  let chat: FakeChat;
  let element: ChatWindow;

  beforeEach(async () => {
    chat = new FakeChat();
    chat.setOptions({ emojis: true });
    chat.start(ann);
    element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`);
    await waitUntil(() => findPart(element, 'emoji-button'), 'The button does not come', { timeout: 5000 });
  });

  const input = (): HTMLTextAreaElement => {
    const found = part(element, 'message-input');
    if (!(found instanceof HTMLTextAreaElement)) throw new Error('The message box is no textarea');
    return found;
  };
  const button = (): HTMLElement => part(element, 'emoji-button');
  const picker = (): HTMLElement | undefined => findPart(element, 'emoji-picker');
  const cells = (): HTMLElement[] =>
    [...allBelow(element)].filter((each): each is HTMLElement => each.role === 'gridcell');
  const told = (): string =>
    [...allBelow(element)]
      .filter((each) => each.getAttribute('aria-live') === 'polite')
      .map(textOf)
      .join(' ');
  const isInSearch = (): boolean => focused()?.matches('input[type="search"]') ?? false;
  const open = async (): Promise<void> => {
    button().click();
    await waitUntil(isInSearch, 'The picker does not take the focus', { timeout: 5000 });
  };
  const key = async (...keys: string[]): Promise<void> => {
    for (const each of keys) {
      await press(each);
      await settled(element);
    }
  };

  it('are there only where the site wants them', async () => {
    expect(button().ariaLabel).to.equal('Send Emoji');
    expect(findPart(element, 'attach-button')).to.equal(undefined);
    chat.setOptions({ emojis: false });
    await settled(element);
    expect(findPart(element, 'emoji-button')).to.equal(undefined);
  });

  it('pass axe while the picker is open', async () => {
    chat.setOptions({ emojiList: '👍👎' });
    await open();
    await expectAccessible(element);
  });

  it('come with a picker that says whether it is open, and takes the focus', async () => {
    expect(button().ariaExpanded).to.equal('false');
    expect(button().ariaHasPopup).to.equal('dialog');
    await open();
    expect(button().ariaExpanded).to.equal('true');
    expect(told()).to.contain('Emoji picker opened');
    button().click();
    await settled(element);
    expect(picker()).to.equal(undefined);
    expect(told()).to.contain('Emoji picker closed');
  });

  it('stand above the message box, inside the window, however small that is', async () => {
    for (const height of ['640px', '280px']) {
      element.style.setProperty('--gwc-window-height', height);
      chat.setDraft('1\n2\n3');
      if (!picker()) await open();
      const fits = (): boolean => {
        const { top, bottom, left, right } = part(element, 'emoji-picker').getBoundingClientRect();
        const window = element.getBoundingClientRect();
        const box = part(element, 'composer').getBoundingClientRect();
        return top >= window.top && bottom <= box.top + 1 && left >= window.left && right <= window.right;
      };
      await waitUntil(fits, `The picker does not fit at ${height}`, { timeout: 5000 });
      expect(part(element, 'emoji-picker').clientHeight).to.be.greaterThan(100);
    }
  });

  it('go where the cursor is, and in the place of what is selected', async () => {
    chat.setDraft('Hello you');
    await settled(element);
    input().setSelectionRange(6, 9);
    await open();
    cells()[0]?.click();
    cells()[1]?.click();
    await settled(element);
    expect(chat.stores.draft.get()).to.equal('Hello 😀😃');
    input().setSelectionRange(0, 0);
    cells()[2]?.click();
    await settled(element);
    expect(input().value).to.equal('😄Hello 😀😃');
    expect(input().selectionStart).to.equal(2);
  });

  it('tell the agent that the visitor types', async () => {
    await open();
    cells()[0]?.click();
    expect(chat.ran.map(({ name }) => name)).to.deep.equal(['WebChatService.sendTyping']);
  });

  it('count against the limit like all text', async () => {
    chat.setOptions({ maxMessageLength: 3 });
    await open();
    cells()[0]?.click();
    cells()[0]?.click();
    await waitUntil(() => findPart(element, 'composer-error'), 'Nothing is said', { timeout: 5000 });
    expect(textOf(part(element, 'composer-error'))).to.equal('Too long by 1. Please shorten your message.');
  });

  it('are a matter of the keyboard alone: search, pick several, go back, send', async () => {
    input().focus();
    await key('Tab', 'Enter');
    await waitUntil(isInSearch, 'The picker does not take the focus', { timeout: 5000 });
    await type('dog');
    await settled(element);
    await key('Enter', 'ArrowDown', 'ArrowRight', 'Enter');
    expect(told()).to.contain('dog face');
    const second = cells()[1]?.textContent.trim() ?? '';
    await key('Escape');
    expect(picker()).to.equal(undefined);
    expect(focused()).to.equal(button());
    expect(chat.ranNames).to.deep.equal([]);
    input().focus();
    await key('Enter');
    expect(chat.ran.at(-1)).to.deep.equal({
      name: 'WebChatService.sendMessage',
      options: { message: `🐶${second}` },
    });
  });

  it('go away when the visitor goes on elsewhere, by pointer or by Tab', async () => {
    await open();
    input().dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settled(element);
    expect(picker()).to.equal(undefined);
    await open();
    input().focus();
    await settled(element);
    expect(picker()).to.equal(undefined);
  });

  it('stay while the visitor is busy with them', async () => {
    await open();
    cells()[0]?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    cells()[0]?.focus();
    await settled(element);
    expect(picker()).to.not.equal(undefined);
  });

  it('go with the chat, and do not come back with the next', async () => {
    await open();
    chat.stores.phase.set('ended');
    await settled(element);
    chat.start();
    await settled(element);
    expect(picker()).to.equal(undefined);
  });

  it('begin with those used before, in the order of the last use', async () => {
    await open();
    for (const at of [0, 4, 2, 4]) cells()[at]?.click();
    await key('Escape');
    await open();
    expect(cells().map(textOf)).to.deep.equal(['😆', '😄', '😀']);
  });

  it('are those of the site where it names some', async () => {
    chat.setOptions({ emojiList: ['👍', '👎'] });
    await open();
    expect(cells().map(textOf)).to.deep.equal(['👍', '👎']);
  });

  it('have names in the language of the window, also when that changes', async () => {
    await open();
    chat.locale.set({ ...chat.locale.get(), lang: 'de' });
    await waitUntil(() => cells()[0]?.ariaLabel === 'grinsendes Gesicht', 'The names stay as they are', {
      timeout: 5000,
    });
  });
});
