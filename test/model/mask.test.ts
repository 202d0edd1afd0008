import { expect } from '@open-wc/testing';
import { mask, type MaskRules } from '../../src/model/mask.js';

const cards: MaskRules = { cards: true, patterns: [] };
const only = (...patterns: RegExp[]): MaskRules => ({ cards: false, patterns });

describe('masking card numbers', () => {
  const brands: [brand: string, text: string, masked: string][] = [
    ['Visa', '4111111111111111', '••••••••••••1111'],
    ['Visa with 13 digits', '4222222222222', '•••••••••2222'],
    ['Visa with 19 digits', '4000 0000 0000 0000 006', '•••• •••• •••• •••0 006'],
    ['Mastercard', '5555 5555 5555 4444', '•••• •••• •••• 4444'],
    ['Mastercard of the 2 series', '2223-0031-2200-3222', '••••-••••-••••-3222'],
    ['American Express', '3782 822463 10005', '•••• •••••• •0005'],
    ['Diners Club', '3056 930902 5904', '•••• •••••• 5904'],
    ['Discover', '6011.1111.1111.1117', '••••.••••.••••.1117'],
    ['JCB', '3530111333300000', '••••••••••••0000'],
    ['UnionPay', '6200 0000 0000 0005', '•••• •••• •••• 0005'],
    ['Maestro with 12 digits', '5018 0000 0009', '•••• •••• 0009'],
  ];

  for (const [brand, text, masked] of brands) {
    it(`leaves the last four digits: ${brand}`, () => {
      expect(mask(text, cards)).to.deep.equal({ text: masked, count: 1 });
    });
  }

  const found: [name: string, text: string, masked: string, count?: number][] = [
    ['in a sentence', 'My card is 4111 1111 1111 1111, thanks.', 'My card is •••• •••• •••• 1111, thanks.'],
    ['at the end of a sentence', 'It is 4111111111111111.', 'It is ••••••••••••1111.'],
    ['against a word', 'card4111111111111111ok', 'card••••••••••••1111ok'],
    ['with no-break spaces', '4111\u00a01111\u202f1111\u00a01111', '••••\u00a0••••\u202f••••\u00a01111'],
    [
      'with ideographic spaces',
      '４１１１\u3000１１１１\u3000１１１１\u3000１１１１',
      '••••\u3000••••\u3000••••\u3000１１１１',
    ],
    ['with typographic dashes', '4111–1111‑1111−1111', '••••–••••‑••••−1111'],
    ['digit by digit', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '• • • • • • • • • • • • 1 1 1 1'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１', '••••••••••••１１１１'],
    ['in Arabic digits', '٤١١١ ١١١١ ١١١١ ١١١١', '•••• •••• •••• ١١١١'],
    ['in Persian digits', '۵۵۰۰ ۰۰۰۰ ۰۰۰۰ ۰۰۰۴', '•••• •••• •••• ۰۰۰۴'],
    ['beside an emoji', '💳4111111111111111💳', '💳••••••••••••1111💳'],
    ['after a number and a comma', 'order 123456, 4111111111111111', 'order 123456, ••••••••••••1111'],
    ['before a number and a word', '4111111111111111 until 1227', '••••••••••••1111 until 1227'],
    ['right after another number', '0171 4111 1111 1111 1111', '0171 •••• •••• •••• 1111'],
    ['right before another number', '4111 1111 1111 1111 1234567', '•••• •••• •••• 1111 1234567'],
    ['beside a run that is too long', `${'1'.repeat(25)} 4111111111111111`, `${'1'.repeat(25)} ••••••••••••1111`],
    ['twice, in words', '4111111111111111 or 5500000000000004', '••••••••••••1111 or ••••••••••••0004', 2],
    [
      'twice, with a blank between',
      '4111 1111 1111 1111 5500 0000 0000 0004',
      '•••• •••• •••• 1111 •••• •••• •••• 0004',
      2,
    ],
    ['on two lines', '4111111111111111\n5500000000000004', '••••••••••••1111\n••••••••••••0004', 2],
  ];

  for (const [name, text, masked, count = 1] of found) {
    it(`finds them ${name}`, () => {
      expect(mask(text, cards)).to.deep.equal({ text: masked, count });
    });
  }

  const kept: [name: string, text: string][] = [
    ['nothing', ''],
    ['words', 'Where is my order?'],
    ['a number that fails the check', '4111 1111 1111 1112'],
    ['a number with 11 digits', '41111111116'],
    ['a run of 25 digits, though it begins with a card', '4111111111111111000000000'],
    ['a run of 25 digits, though it ends with a card', '9999999994111111111111111'],
    ['a run of 20 digits that passes the check', '41111111111111110000'],
    ['two blanks between groups', '4111  1111  1111  1111'],
    ['a line break between groups', '4111 1111\n1111 1111'],
    ['a telephone number', '+49 170 1234567'],
    ['a date and a time', '2024-05-12 10:30:00'],
    ['dots that were there before', '•••• 1111'],
  ];

  for (const [name, text] of kept) {
    it(`leaves ${name}`, () => {
      expect(mask(text, cards)).to.deep.equal({ text, count: 0 });
    });
  }

  it('hides the whole of a card, also when a number before it and its beginning pass the check together', () => {
    // 30 4111 1111 1111 passes, and so does the card.
    expect(mask('30 4111 1111 1111', cards).count).to.equal(1);
    expect(mask('30 4111 1111 1111 1111', cards)).to.deep.equal({ text: '•• •••• •••• •••• 1111', count: 1 });
  });

  it('is left out where the rules say so', () => {
    expect(mask('4111111111111111', only())).to.deep.equal({ text: '4111111111111111', count: 0 });
  });
});

describe("masking a site's own patterns", () => {
  const table: [name: string, patterns: RegExp[], text: string, masked: string, count: number][] = [
    ['each match wholly', [/\bC-\d+/], 'C-12 and C-3456', '•••• and ••••••', 2],
    ['with the flags of the pattern', [/pin \d+/i], 'PIN 1234', '••••••••', 1],
    ['in UTF-16 units', [/🔑+/u], 'a🔑🔑b', 'a••••b', 1],
    ['one pattern after the other', [/secret/, /\d{4}/g], 'secret 1234', '•••••• ••••', 2],
    ['what is masked already, but counts it once', [/\d+/, /\S+/], '1234', '••••', 1],
    ['nothing at empty matches', [/x*/, /(?:)/g, /$/], 'axxb', 'a••b', 1],
    ['nothing without a match', [/secret/], 'hello', 'hello', 0],
    ['everywhere, also with a sticky pattern', [/\d/y], 'a1b2', 'a•b•', 2],
  ];

  for (const [name, patterns, text, masked, count] of table) {
    it(`masks ${name}`, () => {
      expect(mask(text, only(...patterns))).to.deep.equal({ text: masked, count });
    });
  }

  it('looks at what the cards left', () => {
    const rules = { cards: true, patterns: [/\d{16}/, /\d{4}/] };
    expect(mask('4111111111111111 4321', rules)).to.deep.equal({ text: '•••••••••••••••• ••••', count: 3 });
  });

  it('leaves the patterns as they were, and answers the same again', () => {
    const patterns = [/\d+/g, /[a-z]+/y, /[A-Z]+/gy];
    for (const pattern of patterns) pattern.lastIndex = 2;
    const once = mask('ab12CD', only(...patterns));
    expect(once).to.deep.equal({ text: '••••••', count: 3 });
    expect(mask('ab12CD', only(...patterns))).to.deep.equal(once);
    expect(patterns.map(({ lastIndex, flags }) => [lastIndex, flags])).to.deep.equal([
      [2, 'g'],
      [2, 'y'],
      [2, 'gy'],
    ]);
  });
});

describe('a masked text', () => {
  const pieces = [
    '4111 1111 1111 1111',
    '5500000000000004',
    ' ',
    '-',
    '.',
    ', ',
    '7',
    '42',
    '１２３４',
    '💳',
    'PIN 1234',
    '\n',
  ];
  const rules: MaskRules = { cards: true, patterns: [/pin \d+/i, /💳/u] };

  /** Every order of three pieces. */
  const texts = pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => one + two + three)));

  it('has the same length, and differs by dots alone', () => {
    for (const text of texts) {
      const { text: masked, count } = mask(text, rules);
      expect(masked.length, text).to.equal(text.length);
      for (let at = 0; at < text.length; at++) expect([text[at], '•'], text).to.include(masked[at]);
      expect(count > 0, text).to.equal(masked !== text);
    }
  });

  it('is there also for long input', () => {
    for (const unit of ['1', ' ', '-', '1 ', '1  ', '12345678901 ', '4111 1111 1111 1111 ']) {
      const text = unit.repeat(100_000 / unit.length);
      expect(mask(text, rules).text.length).to.equal(text.length);
    }
    expect(mask('4'.repeat(100_000), cards).count).to.equal(0);
    expect(mask(' '.repeat(100_000), cards).count).to.equal(0);
  });
});
