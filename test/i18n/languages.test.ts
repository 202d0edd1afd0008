import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { loadTexts } from '../../src/i18n/load-texts.js';
import type { Texts } from '../../src/i18n/texts.js';

const languages = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'zh-CN'];

/** Texts that may well be the same as in English: loanwords, and what all languages write alike. */
const alike = new Set([
  'Chat',
  'OK',
  'Bot',
  'Agent',
  'Conversation',
  'Nickname',
  'Download',
  'No',
  '<%Number%> of <%Count%>',
]);

/** All texts, those about errors under the names of their groups. */
function flatten(texts: object): Map<string, string> {
  const entries = Object.entries(texts as Record<string, string | Record<string, string>>);
  return new Map(
    entries.flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[key, text]] : Object.entries(text).map(([each, one]) => [`${key}.${each}`, one]),
    ),
  );
}

/** The names of the placeholders in a text, each once. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/<%(\w+)(?:\|[^%]+)?%>/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

const english = flatten({ ...en, ...enFeatures, Errors: { ...en.Errors, ...enFeatures.Errors } });
const load = async (lang: string): Promise<Texts> => (await loadTexts(lang)).texts;

describe('languages', () => {
  for (const lang of languages) {
    describe(lang, () => {
      it('has each text, and no other', async () => {
        const texts = flatten(await load(lang));
        expect([...texts.keys()].sort()).to.deep.equal([...english.keys()].sort());
        expect([...texts].filter(([, text]) => text.trim() === '')).to.deep.equal([]);
      });

      it('has the placeholders of the English texts', async () => {
        const texts = await load(lang);
        for (const [key, text] of flatten(texts)) {
          const expected = placeholders(english.get(key) ?? '');
          // "3 unread" may need forms for the number that stands before it.
          if (key === 'UnreadMessagesTitle') expected.push(...placeholders(text));
          expect(placeholders(text), key).to.deep.equal(expected);
          // What is left when all placeholders are taken out was meant to be one.
          expect(text.replace(/<%\w+(\|[^%]+)?%>/g, ''), key).to.not.match(/<%|%>/);
        }
      });

      it('has a form for all numbers, wherever it has forms', async () => {
        for (const [key, text] of flatten(await load(lang))) {
          for (const [, forms = ''] of text.matchAll(/<%\w+\|([^%]+)%>/g)) {
            const names = forms.split('|').map((form) => form.slice(0, form.indexOf(':')));
            expect(['zero', 'one', 'two', 'few', 'many', 'other'], key).to.include.members(names);
            expect(names, key).to.include('other');
          }
        }
      });

      it('is not English by accident', async () => {
        const same = [...flatten(await load(lang))].filter(
          ([key, text]) =>
            text === english.get(key) && !alike.has(text) && !/^(SummaryMessages|AriaTranscript)$/.test(key),
        );
        expect(same).to.deep.equal([]);
      });
    });
  }

  it('are found by the tags of their countries', async () => {
    for (const [tag, language] of [
      ['de-AT', 'de'],
      ['fr-CA', 'fr'],
      ['pt', 'pt-BR'],
      ['pt-PT', 'pt-BR'],
      ['zh', 'zh-CN'],
      ['zh-SG', 'zh-CN'],
      ['zh-Hans-HK', 'zh-CN'],
      ['AR-eg', 'ar'],
      ['de_CH', 'de'],
    ] as const) {
      expect(await load(tag), tag).to.equal(await load(language));
    }
  });

  it('keep the tag of the country, for dates and numbers', async () => {
    expect((await loadTexts('de-AT')).lang).to.equal('de-AT');
    expect((await loadTexts('pt_PT')).lang).to.equal('pt-PT');
  });

  it('are taken for a tag that only begins well', async () => {
    expect(await loadTexts('de-')).to.include({ lang: 'de', texts: await load('de') });
  });

  it('do not stand in for another script of theirs', async () => {
    for (const tag of ['zh-TW', 'zh-HK', 'zh-Hant']) {
      expect(await loadTexts(tag), tag).to.deep.equal(await loadTexts('en'));
    }
  });

  it('are written from right to left where they are', async () => {
    expect((await loadTexts('ar')).dir).to.equal('rtl');
    expect((await loadTexts('ja')).dir).to.equal('ltr');
  });
});
