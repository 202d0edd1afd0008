import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/chat-window/chat-window.js';
import type { ChatWindow } from '../../../components/chat-window/chat-window.js';
import { menuItemsOf } from '../../../src/plugins/menu-items.js';
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
import { press } from '../../support/keyboard.js';
import { replace } from '../../support/replace.js';

/** A file that was offered to be saved. */
interface Saved {
  readonly name: string;
  readonly text: Promise<string>;
}

describe('genesys-chat-menu', () => {
  let chat: FakeChat;
  let element: ChatWindow;

  const render = async (theme: 'light' | 'dark' = 'light'): Promise<void> => {
    chat = new FakeChat();
    chat.start(ann);
    chat.say('Hello');
    element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`, theme);
  };

  const button = (): HTMLElement => part(element, 'menu-button');
  const items = (): string[] => parts(element, 'menu-item').map(textOf);

  const opens = async (): Promise<void> => {
    button().click();
    await waitUntil(() => focused()?.role === 'menuitem', 'the menu opens', { timeout: 5000 });
  };

  const chooses = async (text: string): Promise<void> => {
    await opens();
    const item = parts(element, 'menu-item').find((each) => textOf(each) === text);
    if (!item) throw new Error(`There is no item ${text}`);
    item.click();
    await settled(element);
  };

  const said = (): string[] => {
    const region = element.shadowRoot?.querySelector('[aria-live]');
    return [...(region?.children ?? [])].map(textOf);
  };

  /** Catches files in place of the browser. */
  const savedBy = async (act: () => Promise<void>): Promise<Saved> => {
    let saved: Saved | undefined;
    const restore = replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
      saved = { name: this.download, text: fetch(this.href).then((file) => file.text()) };
    });
    await act();
    await waitUntil(() => saved, 'nothing is saved', { timeout: 5000 });
    restore();
    return saved!;
  };

  beforeEach(async () => {
    await render();
  });

  describe('its button', () => {
    it('is there as soon as there is a conversation, and stays to take it along', async () => {
      chat = new FakeChat();
      element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`);
      expect(findPart(element, 'menu-button')).to.equal(undefined);
      chat.start(ann);
      await settled(element);
      expect(button().ariaLabel).to.equal('More actions');
      expect(button().getAttribute('aria-haspopup')).to.equal('menu');
      chat.stores.phase.set('ended');
      await settled(element);
      expect(findPart(element, 'menu-button')).not.to.equal(undefined);
    });

    it('is not there where the site does not want it', async () => {
      chat.setOptions({ actionsMenu: false });
      await settled(element);
      expect(findPart(element, 'menu-button')).to.equal(undefined);
    });

    it('opens and closes the menu, and tells which', async () => {
      await opens();
      expect(button().getAttribute('aria-expanded')).to.equal('true');
      button().click();
      await waitUntil(() => !findPart(element, 'menu'));
      expect(button().getAttribute('aria-expanded')).to.equal('false');
    });
  });

  describe('accessibility', () => {
    for (const theme of ['light', 'dark'] as const) {
      for (const dir of ['ltr', 'rtl'] as const) {
        it(`passes axe in ${theme} colours, ${dir}`, async () => {
          await render(theme);
          chat.locale.set({ ...chat.locale.get(), dir });
          await opens();
          await expectAccessible(element);
        });
      }
    }

    it('passes axe with nothing said yet', async () => {
      chat.stores.messages.set([]);
      await opens();
      await expectAccessible(element);
    });

    it('is a menu with a name, whose items are large enough for a finger', async () => {
      await opens();
      expect(part(element, 'menu').role).to.equal('menu');
      expect(part(element, 'menu').ariaLabel).to.equal('More actions');
      for (const item of parts(element, 'menu-item')) {
        expect(item.role).to.equal('menuitem');
        expect(item.getBoundingClientRect().height).to.be.at.least(44);
      }
    });

    it('lies within the window', async () => {
      await opens();
      const [inner, outer] = [part(element, 'menu').getBoundingClientRect(), element.getBoundingClientRect()];
      expect(inner.top).to.be.greaterThan(button().getBoundingClientRect().bottom);
      expect(inner.left).to.be.at.least(outer.left);
      expect(inner.right).to.be.at.most(outer.right);
      expect(inner.bottom).to.be.at.most(outer.bottom);
    });
  });

  it('has the items of extensions before there is a conversation, and nothing else', async () => {
    chat = new FakeChat();
    element = await chatFixture<ChatWindow>(chat, html`<genesys-chat-window></genesys-chat-window>`);
    expect(findPart(element, 'menu-button')).to.equal(undefined);
    menuItemsOf(chat.window).set([{ id: 'hours', text: 'Opening hours', choose: () => undefined }]);
    await settled(element);
    await opens();
    expect(items()).to.deep.equal(['Opening hours']);
    menuItemsOf(chat.window).set([]);
    await settled(element);
    expect(findPart(element, 'menu-button')).to.equal(undefined);
  });

  describe('keyboard', () => {
    const at = (): string => textOf(focused() ?? undefined);

    it('opens by arrow keys from its button', async () => {
      button().focus();
      const hasMenu = () => button().nextElementSibling?.localName === 'genesys-chat-menu';
      await waitUntil(hasMenu, 'the menu comes', { timeout: 5000 });
      await press('ArrowUp');
      await waitUntil(() => at() === 'Print transcript');
      await press('Escape', 'ArrowDown');
      await waitUntil(() => at() === 'Search in conversation');
    });

    it('goes from item to item, around the ends', async () => {
      await opens();
      expect(at()).to.equal('Search in conversation');
      await press('ArrowDown');
      expect(at()).to.equal('Copy transcript');
      await press('End');
      expect(at()).to.equal('Print transcript');
      await press('ArrowDown');
      expect(at()).to.equal('Search in conversation');
      await press('ArrowUp');
      expect(at()).to.equal('Print transcript');
      await press('Home');
      expect(at()).to.equal('Search in conversation');
    });

    it('goes to the item that begins with what is typed', async () => {
      await opens();
      await press('p');
      expect(at()).to.equal('Print transcript');
    });

    it('gives the focus back with Escape, and leaves the window open', async () => {
      await opens();
      await press('Escape');
      await settled(element);
      expect(findPart(element, 'menu')).to.equal(undefined);
      expect(focused()).to.equal(button());
      expect(chat.ranNames).not.to.include('WebChat.minimize');
    });

    it('closes with Tab, which goes on from the button', async () => {
      await opens();
      await press('Tab');
      await settled(element);
      expect(findPart(element, 'menu')).to.equal(undefined);
      expect(focused()).to.equal(part(element, 'minimize-button'));
    });
  });

  it('closes when something else is pressed, and with the window', async () => {
    await opens();
    part(element, 'log').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settled(element);
    expect(findPart(element, 'menu')).to.equal(undefined);
    await opens();
    chat.window.set({ ...chat.window.get(), minimized: true });
    await settled(element);
    expect(findPart(element, 'menu')).to.equal(undefined);
  });

  it('offers nothing of a conversation in which nothing has been said', async () => {
    chat.stores.messages.set([]);
    await opens();
    const [first] = parts(element, 'menu-item');
    expect(parts(element, 'menu-item').every((item) => item.ariaDisabled === 'true')).to.equal(true);
    first?.click();
    expect(findPart(element, 'menu')).not.to.equal(undefined);
  });

  it('exports its parts up to the page', async () => {
    await opens();
    const header = element.shadowRoot?.querySelector('genesys-chat-header');
    expect(header?.getAttribute('exportparts')).to.include('menu-button, ').and.to.include(', menu-item, ');
  });

  describe('taking the conversation along', () => {
    it('saves it as a text', async () => {
      const saved = await savedBy(() => chooses('Download transcript'));
      expect(saved.name).to.match(/^chat-\d{4}-\d\d-\d\d\.txt$/);
      expect(await saved.text).to.match(/^Chat on .*\n\n.*\n\[.*\] Ann Chen Connected\n\[.*\] Ann Chen: Hello\n$/);
    });

    it('saves what getTranscript gives as data', async () => {
      const messages = [...chat.stores.messages.get()];
      chat.answer('WebChatService.getTranscript', () => ({ messages, originalMessages: [] }));
      const saved = await savedBy(() => chooses('Download transcript as data'));
      expect(saved.name).to.match(/\.json$/);
      expect(JSON.parse(await saved.text)).to.deep.equal({ messages });
    });

    it('copies it, and says so to eyes and ears', async () => {
      let copied = '';
      const restore = replace(navigator, 'clipboard', {
        writeText: (text: string) => Promise.resolve((copied = text)),
      });
      await chooses('Copy transcript');
      await waitUntil(() => findPart(element, 'menu-status'), 'nothing is said', { timeout: 5000 });
      restore();
      expect(copied).to.include('Ann Chen: Hello');
      expect(textOf(part(element, 'menu-status'))).to.equal('The conversation has been copied.');
      expect(said()).to.include('The conversation has been copied.');
      expect(focused()).to.equal(button());
    });

    it('says that it could not be copied where nothing lets it', async () => {
      const restores = [replace(navigator, 'clipboard', undefined), replace(document, 'execCommand', () => false)];
      await chooses('Copy transcript');
      await waitUntil(() => findPart(element, 'menu-status'), 'nothing is said', { timeout: 5000 });
      for (const restore of restores) restore();
      expect(said()).to.include('The conversation could not be copied.');
    });

    it('prints the conversation and nothing else of the page, which is as it was afterwards', async () => {
      let [text, layered] = ['', ''];
      const sheets = document.adoptedStyleSheets.length;
      const restore = replace(window, 'print', () => {
        const view = document.querySelector('genesys-chat-print');
        text = textOf(view?.shadowRoot?.querySelector('main') ?? undefined);
        layered = document.adoptedStyleSheets.at(-1)?.cssRules[0]?.cssText ?? '';
        expect(view && getComputedStyle(view).display).to.equal('none');
        expect(view?.previousElementSibling).to.equal(document.body);
      });
      await chooses('Print transcript');
      await waitUntil(() => text, 'nothing is printed', { timeout: 5000 });
      restore();
      expect(text).to.match(/^Chat on .* Ann Chen Hello$/);
      expect(layered).to.match(/@media print \{.*html > :not\(genesys-chat-print\) \{ display: none !important; \}/s);
      dispatchEvent(new Event('afterprint'));
      expect(document.querySelector('genesys-chat-print')).to.equal(null);
      expect(document.adoptedStyleSheets).to.have.length(sheets);
    });
  });

  describe('sound', () => {
    it('is for the visitor to turn off and on, where the site has it', async () => {
      await opens();
      expect(items()).not.to.include('Turn sound off');
      await press('Escape');
      chat.setOptions({ sound: true });
      await chooses('Turn sound off');
      expect(chat.stores.muted.get()).to.equal(true);
      await chooses('Turn sound on');
      expect(chat.stores.muted.get()).to.equal(false);
    });
  });

  describe('items of extensions', () => {
    it('come last, and run what they are for', async () => {
      let count = 0;
      menuItemsOf(chat.window).set([
        { id: 'a', text: 'Call me', choose: () => (count += 1) },
        { id: 'b', text: '@i18n:webchat.ChatFormEmail', choose: () => undefined },
      ]);
      await opens();
      expect(items().slice(-2)).to.deep.equal(['Call me', 'Email']);
      await press('Escape');
      await chooses('Call me');
      expect(count).to.equal(1);
      expect(focused()).to.equal(button());
    });
  });
});
