import { expect } from '@open-wc/testing';
import type { Agent } from '../support/agent.js';
import { chatElement, type ChatElement } from '../support/chat-element.js';
import { part, parts, textOf } from '../support/chat-fixture.js';
import { until } from '../support/frame-tab.js';
import { press, type } from '../support/keyboard.js';
import { replace } from '../support/replace.js';
import { Visitor } from '../support/visitor.js';

describe('the conversation at hand, in a chat with an agent', () => {
  let chat: ChatElement;
  let visitor: Visitor;
  let agent: Agent;

  beforeEach(async () => {
    chat = await chatElement();
    visitor = new Visitor(chat.element);
    await chat.element.startChat({ nickname: 'Ada' });
    agent = await chat.server.join({ nickname: 'Ann' });
    await visitor.reads('Ann Connected');
  });

  const chooses = async (text: string): Promise<void> => {
    (await visitor.finds('menu-button')).click();
    await visitor.finds('menu');
    parts(chat.element, 'menu-item')
      .find((item) => textOf(item) === text)
      ?.click();
  };

  const said = (): string => {
    const window = chat.element.shadowRoot?.querySelector('genesys-chat-window');
    return textOf(window?.shadowRoot?.querySelector('[aria-live]') ?? undefined);
  };

  const marked = (): string[] =>
    ['found', 'current'].flatMap((name) =>
      [...(CSS.highlights.get(`genesys-webchat-${name}`) ?? [])].map((range) => (range as Range).toString()),
    );

  describe('is searched', () => {
    const current = (): string => {
      const found = [...parts(chat.element, 'bubble')].find((bubble) => bubble.hasAttribute('data-search-current'));
      return textOf(found);
    };

    it('by keyboard alone, while it goes on', async () => {
      for (const text of ['A lamp', 'A table', 'The LAMP again']) await agent.write(text);
      await visitor.reads('again');
      await visitor.tabsBackTo('menu-button');
      await press('Enter');
      await visitor.finds('menu');
      await press('Enter');
      await visitor.isAt('search-input');
      await type('lamp');
      await visitor.reads('2 of 2');
      expect(current()).to.equal('The LAMP again');
      await press('Enter');
      await visitor.reads('1 of 2');
      expect(current()).to.equal('A lamp');
      await agent.write('One more lamp');
      await visitor.reads('1 of 3');
      expect(current()).to.equal('A lamp');
      if ('highlights' in CSS) await until(() => marked().join() === 'LAMP,lamp,lamp');
      await press('Escape');
      await visitor.isAt('menu-button');
      expect(visitor.sees('search')).to.equal(undefined);
      if ('highlights' in CSS) expect(marked()).to.deep.equal([]);
    });

    it('by what the site has its messages say, also when that changes', async () => {
      chat.element.i18n = { en: { webchat: { SYS0001: 'Our lamps are being polished.' } } };
      await agent.write('SYS0001');
      await visitor.reads('Our lamps are being polished.');
      await chooses('Search in conversation');
      await visitor.isAt('search-input');
      await type('lamp');
      await visitor.reads('1 of 1');
      await until(() => said().endsWith('1 of 1. Ann said: Our lamps are being polished.'));
      if ('highlights' in CSS) expect(marked()).to.deep.equal(['lamp']);

      chat.element.i18n = { en: { webchat: { SYS0001: 'All tables are taken, lamps are not.' } } };
      await visitor.reads('All tables are taken');
      if ('highlights' in CSS) await until(() => marked().join() === 'lamp');
      expect(current()).to.equal('All tables are taken, lamps are not.');

      chat.element.i18n = { en: { webchat: { SYS0001: 'Nothing to see here.' } } };
      await visitor.finds('search-nothing');
      expect(current()).to.equal('');
      if ('highlights' in CSS) await until(() => marked().length === 0);
    });
  });

  describe('is taken along', () => {
    beforeEach(async () => {
      await agent.write('Which lamp?');
      await visitor.reads('Which lamp?');
      await chat.element.sendMessage('The Heron');
    });

    const saved = async (item: string): Promise<string> => {
      let text: Promise<string> | undefined;
      const restore = replace(HTMLAnchorElement.prototype, 'click', function (this: HTMLAnchorElement) {
        text = fetch(this.href).then((file) => file.text());
      });
      await chooses(item);
      await until(() => text !== undefined);
      restore();
      return (await text) ?? '';
    };

    it('as text', async () => {
      const text = await saved('Download transcript');
      expect(text.replace(/\[[^\]]*\] /g, '').split('\n')).to.include.members(['Ann: Which lamp?', 'Ada: The Heron']);
    });

    it('as data', async () => {
      const { messages } = JSON.parse(await saved('Download transcript as data')) as { messages: { text: string }[] };
      expect(messages.map(({ text }) => text)).to.include.members(['Which lamp?', 'The Heron']);
    });

    it('on the clipboard', async () => {
      let copied = '';
      const restore = replace(navigator, 'clipboard', {
        writeText: (text: string) => Promise.resolve((copied = text)),
      });
      await chooses('Copy transcript');
      await visitor.reads('The conversation has been copied.');
      restore();
      expect(copied).to.include('Ann: Which lamp?').and.to.include('Ada: The Heron');
    });

    it('on paper', async () => {
      let printed = '';
      const restore = replace(window, 'print', () => {
        printed = textOf(document.querySelector('genesys-chat-print')?.shadowRoot?.querySelector('main') ?? undefined);
      });
      await chooses('Print transcript');
      await until(() => printed !== '');
      restore();
      dispatchEvent(new Event('afterprint'));
      expect(printed).to.include('Ann Which lamp?').and.to.include('Ada The Heron');
    });
  });

  it('stays where the visitor reads, and leads to what is new', async () => {
    for (let at = 1; at <= 12; at += 1) await agent.write(`Line ${String(at)}\nand\nmore\nof it`);
    await visitor.reads('Line 12');
    const log = part(chat.element, 'log');
    const isAtEnd = (): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < 2;
    await until(isAtEnd);
    log.scrollTop = 0;
    await until(() => log.scrollTop === 0);
    await new Promise(requestAnimationFrame);
    await agent.write('Something new');
    const button = await visitor.finds('new-messages-button');
    expect(log.scrollTop).to.equal(0);
    button.focus();
    await press('Enter');
    await until(isAtEnd);
    await visitor.isWithout('new-messages-button');
    await visitor.isAt('log');
  });
});
