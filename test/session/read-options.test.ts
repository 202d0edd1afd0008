import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/errors.js';
import { readFilter, readFilters } from '../../src/session/read-filters.js';
import { describe as wordsFor, readText } from '../../src/session/read-options.js';

/** What a reader throws. */
function rejectionOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (error instanceof ChatError) return error.rejection;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** A regular expression of another window, whose class is none of ours. */
function foreignRegExp(): unknown {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { RegExp: Foreign } = frame.contentWindow as unknown as { readonly RegExp: new (source: string) => unknown };
  const foreign = new Foreign('lamp');
  frame.remove();
  return foreign;
}

describe('what commands are given', () => {
  it('is a text when it has more than blanks, and is kept as it is', () => {
    expect(readText(' two\nlines ')).to.equal(' two\nlines ');
    for (const none of [undefined, null, '', ' \n\t', 7, {}, ['Hello'], new String('Hello')]) {
      expect(rejectionOf(() => readText(none))).to.equal('No message text provided');
    }
  });

  it('is one filter, as a regular expression or the text of one', () => {
    const filter = /lamp/i;
    expect(readFilter(filter)).to.equal(filter);
    expect(readFilter('^lamp.$')).to.deep.equal(/^lamp.$/);
  });

  it('is no filter when it makes no regular expression, which a sentence says', () => {
    for (const none of ['', '(', undefined, 7, {}, [/lamp/]]) {
      const sentence = `regex takes a regular expression or the text of one, but got ${wordsFor(none)}`;
      expect(rejectionOf(() => readFilter(none))).to.equal(sentence);
    }
  });

  it('is one filter or several, also of another window', () => {
    const [one, foreign] = [/lamp/, foreignRegExp()];
    expect(foreign).not.to.be.instanceOf(RegExp);
    expect(readFilters(one)).to.deep.equal([one]);
    expect(readFilters([one, foreign])).to.deep.equal([one, foreign]);
    expect(readFilter(foreign)).to.equal(foreign);
  });

  for (const [value, words] of [
    [undefined, 'nothing'],
    [null, 'nothing'],
    ['', '""'],
    ['a "b"', String.raw`"a \"b\""`],
    [7, 'a value of type number'],
    [1n, 'a value of type bigint'],
    [Symbol('lamp'), 'a value of type symbol'],
    [['lamp'], 'a list'],
    [{}, 'a value of type object'],
  ] as const) {
    it(`is called ${words} in a sentence that refuses it`, () => {
      expect(wordsFor(value)).to.equal(words);
    });
  }
});
