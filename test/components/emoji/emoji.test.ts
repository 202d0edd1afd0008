import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { EmojiPick, loadEmoji, type ChatEmoji, type EmojiSet } from '../../../components/emoji/emoji.js';
import { en } from '../../../src/i18n/en.js';
import { expectAccessible } from '../../support/accessible.js';
import { FakeChat, allBelow, chatFixture, focused, settled, textOf } from '../../support/chat-fixture.js';
import { press, type } from '../../support/keyboard.js';

describe('genesys-chat-emoji', () => {
  let chat: FakeChat;
  let element: ChatEmoji;
  let picked: string[];

  const show = async (template: TemplateResult, theme?: 'light' | 'dark'): Promise<void> => {
    element = await chatFixture<ChatEmoji>(chat, template, theme);
    element.anchor = element.parentElement ?? undefined;
    picked = [];
    element.addEventListener('genesys-chat-emoji-pick', (event) => {
      if (event instanceof EmojiPick) picked.push(event.emoji.sign);
    });
    await settled(element);
  };

  beforeEach(async () => {
    chat = new FakeChat();
    const set = await loadEmoji('en');
    await show(html`<genesys-chat-emoji .emoji=${set}></genesys-chat-emoji>`);
  });

  const all = (role: string): HTMLElement[] =>
    [...allBelow(element)].filter((each): each is HTMLElement => each.role === role);
  const cells = (): string[] => all('gridcell').map(textOf);
  const named = (name: string): HTMLElement => {
    const found = [...all('gridcell'), ...all('tab')].find((each) => each.ariaLabel === name);
    if (!found) throw new Error(`There is no ${name}`);
    return found;
  };
  const field = <Tag extends 'input' | 'select'>(tag: Tag): HTMLElementTagNameMap[Tag] => {
    const found = element.shadowRoot?.querySelector(tag);
    if (!found) throw new Error(`There is no ${tag}`);
    return found;
  };
  const search = async (query: string): Promise<void> => {
    field('input').value = query;
    field('input').dispatchEvent(new Event('input'));
    await settled(element);
  };
  const key = async (...keys: string[]): Promise<void> => {
    for (const each of keys) {
      await press(each);
      await settled(element);
    }
  };

  describe('accessibility', () => {
    /** A few of each group: axe takes its time over each. */
    const few = (): EmojiSet => ({ lang: 'en', groups: element.emoji.groups.map((group) => group.slice(0, 12)) });

    it('passes axe in light colours, in dark ones and from right to left', async () => {
      const emoji = few();
      await show(html`<genesys-chat-emoji .emoji=${emoji}></genesys-chat-emoji>`);
      await expectAccessible(element);
      await show(html`<genesys-chat-emoji .emoji=${emoji}></genesys-chat-emoji>`, 'dark');
      await expectAccessible(element);
      await show(html`<genesys-chat-emoji dir="rtl" .emoji=${emoji}></genesys-chat-emoji>`);
      await expectAccessible(element);
    });

    it('passes axe with what was searched, and with nothing found', async () => {
      await search('dog');
      await expectAccessible(element);
      await search('no such thing');
      await expectAccessible(element);
    });

    it('is a dialog with a name, groups as tabs, and a grid of rows', () => {
      expect(all('dialog').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Emoji Picker']);
      expect(all('tab').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
        'Smileys & emotion',
        'People & body',
        'Animals & nature',
        'Food & drink',
        'Travel & places',
        'Activities',
        'Objects',
        'Symbols',
        'Flags',
      ]);
      const [grid] = all('grid');
      expect(grid?.lang).to.equal('en');
      for (const cell of all('gridcell')) expect(cell.parentElement?.role).to.equal('row');
    });

    it('has targets that a finger hits', () => {
      for (const target of [...all('tab'), ...all('gridcell').slice(0, 20), field('input'), field('select')]) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  });

  describe('groups', () => {
    it('begins with faces and shows one group at a time', async () => {
      expect(cells()).to.include('😀').and.not.include('🐶');
      named('Animals & nature').click();
      await settled(element);
      expect(cells()).to.include('🐶').and.not.include('😀');
      expect(all('tab').filter(({ ariaSelected }) => ariaSelected === 'true')).to.deep.equal([
        named('Animals & nature'),
      ]);
    });

    it('offers no emoji that is too new for many systems, and no mere skin tone', () => {
      for (let at = 0; at < element.emoji.groups.length; at += 1) {
        const signs = element.emoji.groups[at]?.map(({ sign }) => sign) ?? [];
        expect(signs).to.not.include.oneOf(['🫩', '🏽', '🦰']);
      }
      expect(element.emoji.groups.flat().length).to.be.greaterThan(1800);
    });

    it('begins with what was used before, if anything was', async () => {
      const recent = element.emoji.groups[3]?.slice(0, 2) ?? [];
      await show(html`<genesys-chat-emoji .emoji=${element.emoji} .recent=${recent}></genesys-chat-emoji>`);
      expect(all('tab')[0]?.ariaLabel).to.equal('Recently used');
      expect(cells()).to.deep.equal(recent.map(({ sign }) => sign));
    });

    it('goes from one to the next by arrow keys', async () => {
      named('Smileys & emotion').focus();
      await key('ArrowRight');
      expect(focused()).to.equal(named('People & body'));
      await key('End');
      expect(focused()).to.equal(named('Flags'));
      await key('ArrowRight', 'ArrowLeft');
      expect(focused()).to.equal(named('Symbols'));
      expect(cells()).to.include('🚫').and.not.include('😀');
    });
  });

  describe('search', () => {
    it('finds by name and by related words, those so called first', async () => {
      await search('dog');
      expect(cells()[0]).to.equal('🐶');
      await search('lol');
      expect(cells()).to.include('😂');
    });

    it('needs every word, in whatever case and with or without marks', async () => {
      await search('RED héart');
      expect(cells()[0]).to.equal('❤️');
      expect(cells()).to.not.include('💙');
    });

    it('says that nothing was found', async () => {
      await search('no such thing');
      expect(cells()).to.deep.equal([]);
      expect(textOf(all('status')[0])).to.equal('No emoji found');
      await search('dog');
      expect(textOf(all('status')[0])).to.equal('');
    });

    it('picks the first on Enter, and goes down to them by arrow', async () => {
      element.focus();
      await type('dog');
      await settled(element);
      await key('Enter');
      expect(picked).to.deep.equal(['🐶']);
      await key('ArrowDown', 'ArrowRight', 'Enter');
      expect(picked).to.deep.equal(['🐶', cells()[1]]);
    });
  });

  describe('languages', () => {
    for (const [lang, query, sign] of [
      ['de', 'Hund', '🐶'],
      ['es', 'perro', '🐶'],
      ['fr', 'chien', '🐶'],
      ['it', 'cane', '🐶'],
      ['ja', '犬', '🐶'],
      ['ko', '개', '🐶'],
      ['nl', 'hond', '🐶'],
      ['pl', 'pies', '🐶'],
      ['pt-BR', 'cachorro', '🐶'],
      ['zh-CN', '狗', '🐶'],
      ['ar', 'dog', '🐶'],
    ] as const) {
      it(`finds ${query} in ${lang}`, async () => {
        element.emoji = await loadEmoji(lang);
        await search(query);
        expect(cells()).to.include(sign);
        expect(all('grid')[0]?.lang).to.equal(lang === 'ar' ? 'en' : lang.slice(0, 2));
      });
    }

    it('has English names where it is asked for no language at all', async () => {
      for (const lang of ['', 'constructor', 'x-klingon']) expect((await loadEmoji(lang)).lang).to.equal('en');
    });

    it('speaks the language of the window', async () => {
      chat.locale.set({ lang: 'de', dir: 'ltr', texts: { ...en, EmojiSearch: 'Emoji suchen' } });
      await settled(element);
      expect(field('input').ariaLabel).to.equal('Emoji suchen');
    });
  });

  describe('skin tones', () => {
    const choose = async (tone: number): Promise<void> => {
      field('select').selectedIndex = tone;
      field('select').dispatchEvent(new Event('change'));
      await settled(element);
    };

    it('shows and picks in the tone that was chosen, whatever can have one', async () => {
      await choose(3);
      await search('waving hand');
      expect(cells()).to.include('👋🏽');
      named('waving hand').click();
      await search('woman astronaut');
      named('woman astronaut').click();
      await search('dog face');
      named('dog face').click();
      expect(picked).to.deep.equal(['👋🏽', '👩🏽‍🚀', '🐶']);
    });

    it('leaves out the sign for a picture where the tone stands', async () => {
      await choose(1);
      await search('victory hand');
      named('victory hand').click();
      expect(picked).to.deep.equal(['\u270c\u{1f3fb}']);
    });
  });

  describe('emoji of the site', () => {
    for (const only of ['👍 👎🏽❤', ['👍', '👎🏽', '❤']]) {
      it(`are offered in place of all, given as ${typeof only === 'string' ? 'a text' : 'a list'}`, async () => {
        await show(html`<genesys-chat-emoji .emoji=${element.emoji} .only=${only}></genesys-chat-emoji>`);
        expect(cells()).to.deep.equal(['👍', '👎🏽', '❤']);
        expect(all('gridcell').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
          'thumbs up',
          'thumbs down',
          'red heart',
        ]);
        expect(all('tab')).to.deep.equal([]);
        await search('heart');
        expect(cells()).to.deep.equal(['❤']);
        await expectAccessible(element);
      });
    }

    it('may be no emoji at all', async () => {
      await show(html`<genesys-chat-emoji .emoji=${element.emoji} .only=${['<b>', ':-)']}></genesys-chat-emoji>`);
      expect(cells()).to.deep.equal(['<b>', ':-)']);
    });
  });

  describe('keyboard', () => {
    it('puts the focus into the search', () => {
      element.focus();
      expect(focused()).to.equal(field('input'));
    });

    it('has one emoji in the order of Tab, and arrow keys lead along and across rows', async () => {
      const columns = all('row')[0]?.childElementCount ?? 0;
      const focusedAt = (): number => all('gridcell').indexOf(focused() as HTMLElement);
      expect(all('gridcell').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
      all('gridcell')[0]?.focus();
      await key('ArrowRight');
      expect(focusedAt()).to.equal(1);
      await key('ArrowDown');
      expect(focusedAt()).to.equal(columns + 1);
      await key('Home');
      expect(focusedAt()).to.equal(columns);
      await key('End');
      expect(focusedAt()).to.equal(2 * columns - 1);
      await key('ArrowUp', 'ArrowUp');
      expect(focusedAt()).to.equal(columns - 1);
      await key('Home', 'ArrowLeft');
      expect(focusedAt()).to.equal(0);
      expect(all('gridcell').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    });

    it('goes the other way where one reads from right to left', async () => {
      await show(html`<genesys-chat-emoji dir="rtl" .emoji=${element.emoji}></genesys-chat-emoji>`);
      all('gridcell')[0]?.focus();
      await key('ArrowLeft', 'ArrowLeft', 'ArrowRight');
      expect(focused()).to.equal(all('gridcell')[1]);
    });

    it('picks on Enter and stays, so that one can pick on', async () => {
      all('gridcell')[0]?.focus();
      await key('Enter', 'ArrowRight', 'Enter', 'Enter');
      expect(picked).to.deep.equal(['😀', '😃', '😃']);
    });

    it('asks to be taken away on Escape, which does nothing else', async () => {
      let closings = 0;
      let prevented: boolean | undefined;
      element.addEventListener('genesys-chat-emoji-close', () => (closings += 1));
      const onKeyDown = (event: KeyboardEvent): void => void (prevented = event.defaultPrevented);
      document.addEventListener('keydown', onKeyDown, { once: true });
      element.focus();
      await key('Escape');
      expect([closings, prevented]).to.deep.equal([1, true]);
    });
  });
});
