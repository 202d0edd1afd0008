import { expect } from '@open-wc/testing';
import { packedTexts } from '../../src/legacy/packed-texts.js';

const textsOf = (packs: unknown, language: string) =>
  Object.fromEntries(packedTexts(packs).texts.get(language) ?? new Map<string, string>());

describe('language packs', () => {
  it('are read by language, namespace and key', () => {
    const packs = { pt_BR: { webchat: { ChatTitle: 'Chat', Errors: { '102': 'Nome?' } }, shop: { Size: 'Tamanho' } } };
    expect(textsOf(packs, 'pt-br')).to.deep.equal({
      'webchat.ChatTitle': 'Chat',
      'webchat.Errors.102': 'Nome?',
      'shop.Size': 'Tamanho',
    });
    expect(packedTexts(packs).mistakes).to.deep.equal([]);
  });

  it('lose what is no text, and tell where it stood', () => {
    const packs = {
      de: {
        webchat: { ChatTitle: 7, ChatEnded: null, ChatButton: 'Hilfe', Errors: 'none', Deep: { er: 'x' } },
        shop: [],
      },
      fr: 'Bonjour',
    };
    expect(textsOf(packs, 'de')).to.deep.equal({ 'webchat.ChatButton': 'Hilfe' });
    expect(packedTexts(packs).mistakes).to.deep.equal([
      'de.webchat.ChatTitle (number)',
      'de.webchat.ChatEnded (null)',
      'de.webchat.Errors (string)',
      'de.webchat.Deep (object)',
      'de.shop (a list)',
      'fr (string)',
    ]);
  });

  it('may name days and months, which come from elsewhere', () => {
    const packs = { en: { webchat: { DayLabels: ['Sun'], MonthLabels: ['Jan'] } } };
    expect(packedTexts(packs).mistakes).to.deep.equal([]);
    expect(textsOf(packs, 'en')).to.deep.equal({});
  });

  it('are nothing where there is no object', () => {
    for (const packs of [null, 'texts', 7, [{ en: {} }]]) {
      expect(packedTexts(packs).texts.size).to.equal(0);
      expect(packedTexts(packs).mistakes).to.have.length(1);
    }
  });

  it('cannot reach what all objects inherit', () => {
    const packs: unknown = JSON.parse(
      '{"__proto__": {"webchat": {"__proto__": {"polluted": "yes"}, "constructor": "a"}}}',
    );
    packedTexts(packs);
    expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
  });
});
