import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-window/chat-window.js';
import type { ChatWindow } from '../../../components/chat-window/chat-window.js';
import { expectAccessible } from '../../support/accessible.js';
import { contrast } from '../../support/contrast.js';
import { FakeChat, ann, chatFixture, findPart, focused, part, settled, textOf } from '../../support/chat-fixture.js';
import { press, type } from '../../support/keyboard.js';

describe('genesys-chat-search', () => {
  let chat: FakeChat;
  let element: ChatWindow;

  const opens = async (theme: 'light' | 'dark' = 'light', fill = 0): Promise<void> => {
    chat = new FakeChat();
    chat.start(ann);
    chat.stores.messages.set([
      ...chat.stores.messages.get(),
      ...Array.from({ length: fill }, (_, index) =>
        chat.entry({ text: index % 100 === 20 ? `Lampe ${String(index)}` : `Message ${String(index)}`, from: ann }),
      ),
    ]);
    chat.say('My lamp is broken, the LAMP from May');
    chat.echo('Which lámp?');
    chat.say('The green one');
    element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`, theme);
    part(element, 'menu-button').click();
    await waitUntil(() => findPart(element, 'menu-item'), 'The menu does not come', { timeout: 5000 });
    part(element, 'menu-item').click();
    await waitUntil(() => focused()?.part.contains('search-input'), 'The search does not come', { timeout: 5000 });
  };

  const count = (): string => textOf(findPart(element, 'search-count'));
  const current = (): string => {
    const transcript = element.shadowRoot?.querySelector('genesys-chat-transcript');
    return textOf(transcript?.shadowRoot?.querySelector('[data-search-current]') ?? undefined);
  };
  const said = (): string[] => {
    const region = element.shadowRoot?.querySelector('[aria-live]');
    return [...(region?.children ?? [])].map(textOf);
  };
  const marked = (name: string): string[] =>
    [...(CSS.highlights.get(`genesys-webchat-${name}`) ?? [])].map((range) => (range as Range).toString());

  afterEach(async () => {
    if (findPart(element, 'search-close-button')) part(element, 'search-close-button').click();
    await settled(element);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const dir of ['ltr', 'rtl'] as const) {
      it(`passes axe in ${theme} colours, ${dir}`, async () => {
        await opens(theme);
        chat.locale.set({ ...chat.locale.get(), dir });
        await type('lamp');
        await settled(element);
        await expectAccessible(element);
        await type('x');
        await settled(element);
        await expectAccessible(element);
      });
    }
  }

  it('begins with the newest message, and goes up and down by keys and buttons', async () => {
    await opens();
    await type('lamp');
    await settled(element);
    expect(count()).to.equal('2 of 2');
    expect(current()).to.equal('Which lámp?');
    await press('Enter');
    await settled(element);
    expect(count()).to.equal('1 of 2');
    await press('ArrowDown');
    await settled(element);
    expect(count()).to.equal('2 of 2');
    part(element, 'search-previous-button').click();
    await settled(element);
    expect(current()).to.equal('My lamp is broken, the LAMP from May');
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`puts a ring around the message that it is at, which can be seen in ${theme} colours`, async () => {
      await opens(theme);
      await type('lamp');
      await settled(element);
      const transcript = element.shadowRoot?.querySelector('genesys-chat-transcript');
      const bubble = transcript?.shadowRoot?.querySelector('[data-search-current]');
      const ring = bubble ? getComputedStyle(bubble).outlineColor : '';
      expect(contrast(ring, getComputedStyle(element).backgroundColor)).to.be.at.least(3);
    });
  }

  it('marks the words where they stand, those of the message that the visitor is at by themselves', async () => {
    await opens();
    await type('lamp');
    await settled(element);
    if (!('highlights' in CSS)) return;
    expect(marked('current')).to.deep.equal(['lámp']);
    expect(marked('found')).to.deep.equal(['lamp', 'LAMP']);
    chat.say('A lamp!');
    await settled(element);
    await waitUntil(() => marked('found').length === 3);
  });

  it('finds messages on pages that have no nodes, and brings them into view', async () => {
    await opens('light', 450);
    await type('lampe 20');
    await waitUntil(() => current() === 'Lampe 20', 'It is not found', { timeout: 5000 });
    const transcript = element.shadowRoot?.querySelector('genesys-chat-transcript');
    const isInView = (): boolean => {
      // A page that gets its nodes anew has another bubble.
      const bubble = transcript?.shadowRoot?.querySelector('[data-search-current]');
      const [inner, outer] = [bubble?.getBoundingClientRect(), part(element, 'log').getBoundingClientRect()];
      return inner !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom;
    };
    await waitUntil(isInView, 'It does not come into view', { timeout: 5000 });
  });

  it('tells which message it is at, once the visitor pauses, and at each step', async () => {
    await opens();
    await type('lamp');
    await waitUntil(() => said().includes('2 of 2. You said: Which lámp?'), 'It is not told', { timeout: 5000 });
    await press('Enter');
    await settled(element);
    expect(said().at(-1)).to.equal('1 of 2. Ann Chen said: My lamp is broken, the LAMP from May');
    await type('zzz');
    await waitUntil(() => said().at(-1) === 'Nothing found', 'It is not told', { timeout: 5000 });
    expect(textOf(part(element, 'search-nothing'))).to.equal('Nothing found');
  });

  it('ends with Escape, leaves no marks, gives the focus back and leaves the window open', async () => {
    await opens();
    await type('lamp');
    await press('Escape');
    await settled(element);
    expect(findPart(element, 'search')).to.equal(undefined);
    expect(focused()).to.equal(part(element, 'menu-button'));
    expect(current()).to.equal('');
    if ('highlights' in CSS) expect(marked('found')).to.deep.equal([]);
    expect(chat.ranNames).not.to.include('WebChat.minimize');
  });

  it('has large enough buttons', async () => {
    await opens();
    for (const name of ['search-previous-button', 'search-next-button', 'search-close-button', 'search-input']) {
      expect(part(element, name).getBoundingClientRect().height, name).to.be.at.least(44);
    }
  });

  it('goes when the conversation is no longer shown', async () => {
    await opens();
    chat.stores.phase.set('ended');
    await settled(element);
    expect(findPart(element, 'search')).not.to.equal(undefined);
    await waitUntil(() => findPart(element, 'new-chat-button'), 'The end does not come', { timeout: 5000 });
    part(element, 'new-chat-button').click();
    await settled(element);
    await waitUntil(() => !findPart(element, 'search'));
  });
});
