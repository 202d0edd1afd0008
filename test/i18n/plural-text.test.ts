import { expect } from '@open-wc/testing';
import { ar } from '../../src/i18n/ar.js';
import { pl } from '../../src/i18n/pl.js';
import { formatPlurals } from '../../src/i18n/plural-text.js';

describe('forms for numbers', () => {
  it('are those of the language', () => {
    const polish = (Count: number) => formatPlurals(pl.AriaNewMessages, { Count }, 'pl');
    expect([1, 2, 5, 22].map(polish)).to.deep.equal([
      '1 nowa wiadomość',
      '2 nowe wiadomości',
      '5 nowych wiadomości',
      '22 nowe wiadomości',
    ]);
    const arabic = (Count: number) => formatPlurals(ar.AriaNewMessages, { Count }, 'ar');
    expect(arabic(1)).to.equal('رسالة جديدة واحدة');
    expect(arabic(2)).to.equal('رسالتان جديدتان');
    expect(arabic(5)).to.equal(`${(5).toLocaleString('ar')} رسائل جديدة`);
    expect(arabic(11)).to.equal(`${(11).toLocaleString('ar')} رسالة جديدة`);
  });

  it('are written with the digits and separators of the language', () => {
    expect(formatPlurals('<%Count|one:# file|other:# files%>', { Count: 1234 }, 'en')).to.equal('1,234 files');
    expect(formatPlurals('<%Count%> Zeichen', { Count: 1234 }, 'de')).to.equal('1.234 Zeichen');
  });

  it('fall back to the one for all others', () => {
    expect(formatPlurals('<%Count|other:files%>', { Count: 1 }, 'en')).to.equal('files');
    expect(formatPlurals('<%Count|one:file|other:files%>', {}, 'en')).to.equal('files');
    expect(formatPlurals('<%Count|one:file%>', { Count: 3 }, 'en')).to.equal('');
  });

  it('leave the rest as any text has it', () => {
    expect(formatPlurals('<%Name%>: <%Count|one:#|other:# (#)%>', { Name: '<%Count%> #', Count: 2 }, 'en')).to.equal(
      '<%Count%> #: 2 (2)',
    );
  });
});
