import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { enFeatures } from '../../src/i18n/en-features.js';
import { loadTexts } from '../../src/i18n/load-texts.js';
import { formatText } from '../../src/i18n/texts.js';

describe('texts', () => {
  const english = { ...en, ...enFeatures, Errors: { ...en.Errors, ...enFeatures.Errors } };

  it('fill their placeholders', () => {
    expect(formatText('<%Agent%> Connected', { Agent: 'Ann' })).to.equal('Ann Connected');
    expect(formatText('<%A%> and <%A%>, <%B%>', { A: 1, B: 2 })).to.equal('1 and 1, 2');
  });

  it('keep a placeholder that has no value, and never read what a value says', () => {
    expect(formatText('<%Agent%>', {})).to.equal('<%Agent%>');
    expect(formatText('<%Agent%>', { Agent: '<%Other%> $&' })).to.equal('<%Other%> $&');
    expect(formatText('<%toString%>', {})).to.equal('<%toString%>');
  });

  it('are English for English of any country', async () => {
    expect(await loadTexts('en-GB')).to.deep.equal({ lang: 'en-GB', dir: 'ltr', texts: english });
  });

  it('are English, and say so, for a language that there is none for', async () => {
    for (const lang of ['tlh', '', 'toString']) {
      expect(await loadTexts(lang)).to.deep.equal({ lang: 'en', dir: 'ltr', texts: english });
    }
  });
});
