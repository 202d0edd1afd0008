import { expect } from '@open-wc/testing';
import { MessageFinder } from '../../../components/chat-search/find-messages.js';
import { fold } from '../../../components/chat-search/fold.js';
import { textRanges } from '../../../components/chat-search/text-ranges.js';
import { FakeChat, ann } from '../../support/chat-fixture.js';

const same: readonly (readonly [one: string, other: string, lang: string])[] = [
  ['Crème Brûlée', 'creme brulee', 'fr'],
  ['e\u0301cole', 'ÉCOLE', 'fr'],
  ['Straße', 'STRASSE', 'de'],
  ['Łódź'.normalize('NFD'), 'łódź', 'pl'],
  ['İSTANBUL', 'istanbul', 'tr'],
  ['ΛΌΓΟΣ', 'λογος', 'el'],
  ['ＡＢＣ', 'abc', 'ja'],
  ['مَرْحَبًا', 'مرحبا', 'ar'],
];

describe('searching the conversation', () => {
  for (const [one, other, lang] of same) {
    it(`takes ${one} and ${other} for the same`, () => {
      expect(fold(one, lang)).to.equal(fold(other, lang));
    });
  }

  it('tells the letters of Turkish apart, in Turkish', () => {
    expect(fold('kısa', 'tr')).not.to.equal(fold('kisa', 'tr'));
    expect(fold('kısa', 'en')).to.equal(fold('kisa', 'en'));
  });

  it('folds each character by itself to what it is within its text', () => {
    for (const text of same.flat()) {
      const alone = Array.from(text).map((character) => fold(character, 'en'));
      expect(alone.join('')).to.equal(fold(text, 'en'));
    }
  });

  it('finds what was said and nothing else, oldest first', () => {
    const chat = new FakeChat();
    chat.join({ ...ann, nickname: 'Lampert' });
    const first = chat.say('The LAMP is here');
    chat.say('Nothing');
    const second = chat.echo('lámp?');
    const finder = new MessageFinder({ lang: 'en', dir: 'ltr', texts: {} });
    expect(finder.find(chat.stores.messages.get(), ' lamp ')).to.deep.equal([first.id, second.id]);
    expect(finder.find(chat.stores.messages.get(), '  ')).to.deep.equal([]);
  });

  it('finds what a site has a message of the server say, and not the key that stands for it', () => {
    const chat = new FakeChat();
    const { id } = chat.say('SYS0001');
    const said = new Map([['SYS0001', 'All our lamps are being polished.']]);
    const finder = new MessageFinder({ lang: 'en', dir: 'ltr', texts: {}, said });
    expect(finder.find(chat.stores.messages.get(), 'polished')).to.deep.equal([id]);
    expect(finder.find(chat.stores.messages.get(), 'SYS')).to.deep.equal([]);
  });

  it('finds the places, whatever elements the letters are spread over', () => {
    const element = document.createElement('p');
    const [link, rest] = [document.createElement('a'), new Text('n e\u0301cole, ÉCOLE')];
    link.textContent = 'E';
    element.append('Une ', link, 'cole ', rest);
    const found = textRanges(element, 'ecole', 'fr').map((range) => range.toString());
    expect(found).to.deep.equal(['Ecole', 'e\u0301cole', 'ÉCOLE']);
  });
});
