import { expect } from '@open-wc/testing';
import { loadTexts } from '../../src/i18n/load-texts.js';
import { resolveText } from '../../src/i18n/resolve-text.js';
import type { Locale } from '../../src/i18n/texts.js';

describe('references to texts', () => {
  let german: Locale;
  before(async () => {
    german = await loadTexts('de');
  });

  it('are replaced by the text of the language', async () => {
    expect(resolveText(german, '@i18n:webchat.ChatFormEmail')).to.equal('E-Mail');
    expect(resolveText(german, '@i18n:webchat.ChatFormNickname')).to.equal('Spitzname');
    expect(resolveText(german, '@i18n:webchat.Errors.102')).to.equal('Bitte geben Sie Ihren Vornamen ein.');
    expect(resolveText(await loadTexts('en'), '@i18n:webchat.ChatFormNickname')).to.equal('Nickname');
    expect(resolveText(undefined, '@i18n:webchat.ChatTitle')).to.equal('Live Chat');
  });

  it('find what a pack of the site says first, in any namespace', () => {
    const packed = new Map([
      ['webchat.ChatFormEmail', 'Mail'],
      ['shop.Size', 'Größe'],
    ]);
    expect(resolveText({ ...german, packed }, '@i18n:webchat.ChatFormEmail')).to.equal('Mail');
    expect(resolveText({ ...german, packed }, '@i18n:shop.Size')).to.equal('Größe');
  });

  it('stay as they are where they refer to nothing, as does any other text', () => {
    for (const text of [
      'Your size',
      '',
      '@i18n:',
      '@i18n:webchat.Nothing',
      '@i18n:webchat.toString',
      '@i18n:webchat.ChatTitle.length',
      '@i18n:webchat.Errors',
      '@i18n:shop.Size',
    ]) {
      expect(resolveText(german, text), text).to.equal(text);
    }
  });
});
