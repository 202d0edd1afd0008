import { expect } from '@open-wc/testing';
import { loadTexts } from '../../src/i18n/load-texts.js';
import { LanguagePacks, readPacks } from '../../src/legacy/language-packs.js';
import { packedTexts } from '../../src/legacy/packed-texts.js';

const packsOf = (packs: unknown): LanguagePacks => new LanguagePacks(packedTexts(packs).texts);

/** A network that answers so, and a log. */
function platform(answer: () => Response | Promise<Response>) {
  const errors: string[] = [];
  const requests: string[] = [];
  return {
    errors,
    requests,
    fetch: (url: string | URL | Request) => {
      requests.push(url instanceof Request ? url.url : String(url));
      return Promise.resolve().then(answer);
    },
    logger: { error: (message: string) => void errors.push(message), warn: () => undefined },
  };
}

describe('the texts of a site', () => {
  it('go over those of the house, and leave the rest', async () => {
    const { texts, lang } = packsOf({ de: { webchat: { ChatTitle: 'Beratung', Errors: { '102': 'Wer?' } } } }).addTo(
      await loadTexts('de-AT'),
      'de-AT',
    );
    expect(lang).to.equal('de-AT');
    expect(texts.ChatTitle).to.equal('Beratung');
    expect(texts.ChatEnded).to.equal('Der Chat ist beendet');
    expect(texts.Errors?.['102']).to.equal('Wer?');
    expect(texts.Errors?.['103']).to.equal('Bitte geben Sie Ihren Nachnamen ein.');
  });

  it('are those of the country rather than those of the language', async () => {
    const packs = packsOf({ de: { webchat: { ChatTitle: 'Hilfe' } }, 'de-CH': { webchat: { ChatTitle: 'Auskunft' } } });
    expect(packs.addTo(await loadTexts('de-CH'), 'de-CH').texts.ChatTitle).to.equal('Auskunft');
    expect(packs.addTo(await loadTexts('de-AT'), 'de-AT').texts.ChatTitle).to.equal('Hilfe');
  });

  it('bring languages that the house does not speak', async () => {
    const packs = packsOf({ he: { webchat: { ChatTitle: 'צ׳אט' } } });
    const locale = packs.addTo(await loadTexts('he'), 'he');
    expect(locale).to.include({ lang: 'he', dir: 'rtl' });
    expect(locale.texts.ChatTitle).to.equal('צ׳אט');
    expect(locale.texts.ChatEnded).to.equal('Chat Ended');
  });

  it('are the English ones where English stands in', async () => {
    const packs = packsOf({ en: { webchat: { ChatTitle: 'Ask us' } } });
    const locale = packs.addTo(await loadTexts('fi'), 'fi');
    expect(locale.lang).to.equal('en');
    expect(locale.texts.ChatTitle).to.equal('Ask us');
    expect(packs.addTo(await loadTexts('de'), 'de').texts.ChatTitle).to.equal('Live-Chat');
  });

  it('may be about files, as old packs have them', async () => {
    const packs = packsOf({ en: { webchat: { Errors: { '201': 'Too many!', '999': 'Ours' } } } });
    const { texts, packed } = packs.addTo(await loadTexts('en'), 'en');
    expect(texts.FileErrors?.['201']).to.equal('Too many!');
    expect(packed?.get('webchat.Errors.999')).to.equal('Ours');
  });

  it('replace messages that are keys of their own, and no others', async () => {
    const packs = packsOf({ en: { webchat: { SYS0001: 'Hold the line.', ChatEnd: 'End', Dismiss: 'Away' } } });
    const { said } = packs.addTo(await loadTexts('en'), 'en');
    expect(said?.get('SYS0001')).to.equal('Hold the line.');
    expect(said?.get('Dismiss')).to.equal(undefined);
    expect(said?.get('toString')).to.equal(undefined);
  });

  it('are asked for once, whatever the language', async () => {
    const outside = platform(() => Response.json({ de: { webchat: { ChatTitle: 'Hilfe' } } }));
    const [first, second] = [await readPacks('/once.json', outside), await readPacks('/once.json', outside)];
    expect(first).to.equal(second);
    expect(outside.requests).to.deep.equal(['/once.json']);
    expect(outside.errors).to.deep.equal([]);
  });

  for (const [what, answer, reason] of [
    ['does not answer', () => Promise.reject(new TypeError('no network')), /no network/],
    ['has no such file', () => new Response('', { status: 404 }), /answered 404/],
    ['sends no JSON', () => new Response('<p>'), /SyntaxError/],
  ] as const) {
    it(`stay away when the server ${what}, which is told once`, async () => {
      const outside = platform(answer);
      const url = `/${what}.json`;
      expect(await readPacks(url, outside)).to.equal(undefined);
      expect(await readPacks(url, outside)).to.equal(undefined);
      expect(outside.errors).to.have.length(1);
      expect(outside.errors[0]).to.match(reason).and.to.contain(JSON.stringify(url));
    });
  }

  it('are told once to be in the wrong shape, with a few of the places', async () => {
    const outside = platform(() => Response.error());
    const wrong = Object.fromEntries([...Array(8).keys()].map((at) => [`Key${String(at)}`, at]));
    const packs = await readPacks({ en: { webchat: { ...wrong, ChatTitle: 'Ask us' } } }, outside);
    expect(outside.errors).to.deep.equal([
      'i18n takes texts as {<language>: {webchat: {<Key>: text}}}. Ignored: en.webchat.Key0 (number), ' +
        'en.webchat.Key1 (number), en.webchat.Key2 (number), en.webchat.Key3 (number), en.webchat.Key4 (number), and 3 more.',
    ]);
    expect(packs?.addTo(await loadTexts('en'), 'en').texts.ChatTitle).to.equal('Ask us');
  });
});
