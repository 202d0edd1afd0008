import { expect } from '@open-wc/testing';
import { takes } from '../../src/config/describe-mistake.js';
import {
  boolean,
  callback,
  cookieOptions,
  emojiSet,
  headers,
  headerText,
  integer,
  maskRules,
  object,
  oneOf,
  percentages,
  text,
  url,
  type OptionType,
} from '../../src/config/option-types.js';
import { optionNames } from '../../src/config/options.js';

interface Row {
  readonly name: string;
  readonly type: OptionType<unknown>;
  /** Values of a property or configuration, and what they are read as. */
  readonly good: readonly (readonly [value: unknown, read: unknown])[];
  readonly bad: readonly unknown[];
  /** Texts of an attribute, and what they are read as. */
  readonly goodTexts?: readonly (readonly [text: string, read: unknown])[];
  readonly badTexts?: readonly string[];
}

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
const garbage: unknown[] = [Symbol('x'), () => 1, 10n, [], [1], new Map(), new Date(0), Number.NaN];

const rows: Row[] = [
  {
    name: 'boolean',
    type: boolean,
    good: [
      [true, true],
      [false, false],
    ],
    bad: ['true', '', 0, 1, {}, ...garbage],
    goodTexts: [
      ['', true],
      ['true', true],
      ['false', false],
    ],
    badTexts: ['yes', 'no', 'TRUE', '0', '1', ' true'],
  },
  {
    name: 'text',
    type: text,
    good: [
      ['a', 'a'],
      [' a b ', 'a b'],
    ],
    bad: ['', '  ', 5, true, {}, ...garbage],
    goodTexts: [['de', 'de']],
    badTexts: ['', ' '],
  },
  {
    name: 'headerText',
    type: headerText,
    good: [
      ['k-1', 'k-1'],
      ['k\n', 'k'],
      ['é', 'é'],
    ],
    bad: ['', 'a\nb', 'a\u0000b', '日本', 5, {}, ...garbage],
    goodTexts: [['abc', 'abc']],
    badTexts: ['', 'a\r\nb'],
  },
  {
    name: 'url',
    type: url,
    good: [
      ['https://host.example/genesys/2/chat/customer-support', 'https://host.example/genesys/2/chat/customer-support'],
      [' http://localhost:8080/x ', 'http://localhost:8080/x'],
      ['/genesys/2/chat/a', '/genesys/2/chat/a'],
      ['genesys/2/chat/a?tenant=7', 'genesys/2/chat/a?tenant=7'],
      ['//host.example/x', '//host.example/x'],
      ['HTTPS://HOST.example', 'HTTPS://HOST.example'],
    ],
    bad: [
      '',
      ' ',
      'https://',
      'http://host:99999/',
      'javascript:alert(1)',
      'data:,x',
      'ftp://host/x',
      'localhost:8080/x',
      // A browser sends no request to such an address.
      'https://user:secret@host.example/x',
      'https://user@host.example/x',
      5,
      {},
      new URL('https://host.example'),
      ...garbage,
    ],
    goodTexts: [['/x', '/x']],
    badTexts: ['', 'mailto:a@b.example'],
  },
  {
    name: 'integer from 1 to 40000',
    type: integer('milliseconds', 1, 40_000),
    good: [
      [1, 1],
      [40_000, 40_000],
      ['3000', 3000],
    ],
    bad: [0, -1, 40_001, 1.5, '1.5', '', ' ', '3s', 'x', Number.POSITIVE_INFINITY, true, {}, ...garbage],
    goodTexts: [
      ['3000', 3000],
      [' 5 ', 5],
    ],
    badTexts: ['', '0', '40001', '3000ms', '3,000', 'Infinity', 'NaN'],
  },
  {
    name: 'oneOf',
    type: oneOf('auto', true, false),
    good: [
      ['auto', 'auto'],
      [true, true],
      [false, false],
    ],
    bad: ['', 'true', 'Auto', 0, null, {}, ...garbage],
    goodTexts: [
      ['auto', 'auto'],
      ['true', true],
      ['false', false],
      // As of any attribute that can be true: present is enough.
      ['', true],
    ],
    badTexts: ['yes', 'AUTO'],
  },
  {
    name: 'oneOf without true',
    type: oneOf('light', 'dark'),
    good: [['dark', 'dark']],
    bad: ['blue', true, ...garbage],
    goodTexts: [['light', 'light']],
    badTexts: ['', 'true'],
  },
  {
    name: 'percentages',
    type: percentages,
    good: [
      [false, false],
      [[], []],
      [
        [75, 25, 10],
        [75, 25, 10],
      ],
    ],
    bad: [true, 50, '50', [0], [100], [-1], [50, '25'], [Number.NaN], [undefined], {}, ...garbage.slice(0, 3)],
  },
  {
    name: 'emojiSet',
    type: emojiSet,
    good: [
      ['👍👎', '👍👎'],
      [' 👍 ', '👍'],
      [
        ['👍', '👋🏽'],
        ['👍', '👋🏽'],
      ],
    ],
    bad: ['', ' ', [''], ['👍', 1], 5, true, {}, ...garbage],
    goodTexts: [['👍👎', '👍👎']],
    badTexts: [''],
  },
  {
    name: 'object',
    type: object,
    good: [
      [{}, {}],
      [{ a: 1 }, { a: 1 }],
      [Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
      [cyclic, cyclic],
    ],
    bad: ['{}', 5, true, ...garbage],
  },
  {
    name: 'headers',
    type: headers,
    good: [
      [{}, {}],
      [
        { 'X-Tenant': '7', Authorization: 'Basic YTpi' },
        { 'X-Tenant': '7', Authorization: 'Basic YTpi' },
      ],
    ],
    bad: [
      { a: 5 },
      { a: undefined },
      { 'bad name': 'x' },
      { '': 'x' },
      { a: 'b\nc' },
      { a: '日本' },
      ['a'],
      'a: b',
      5,
      ...garbage,
    ],
  },
  {
    name: 'callback',
    type: callback,
    good: [
      [isNaN, isNaN],
      [Date, Date],
    ],
    bad: ['alert()', {}, 5, true, ...garbage.filter((value) => typeof value !== 'function')],
  },
  {
    name: 'cookieOptions',
    type: cookieOptions,
    good: [
      [{}, {}],
      [
        { domain: 'shop.example', path: '/', sameSite: 'Strict', secure: true, expires: 7 },
        { domain: 'shop.example', path: '/', sameSite: 'Strict', secure: true, expires: 7 },
      ],
      [{ expires: new Date(0) }, { expires: new Date(0) }],
      [{ domain: undefined }, { domain: undefined }],
    ],
    bad: [
      { domain: 5 },
      { domain: '' },
      { domain: 'a; secure' },
      { path: '/\n' },
      { sameSite: true },
      { secure: 'true' },
      { expires: '7' },
      { expires: Number.NaN },
      { expires: new Date('x') },
      // A key of no meaning, even one that every object inherits.
      { domian: 'shop.example' },
      { constructor: 'x' },
      'domain=x',
      5,
      true,
      ...garbage,
    ],
  },
  {
    name: 'maskRules',
    type: maskRules,
    good: [
      [false, false],
      [true, { cards: true, patterns: [] }],
      [/a/, { cards: true, patterns: [/a/] }],
      [[/a/, /b/gi], { cards: true, patterns: [/a/, /b/gi] }],
      [[], { cards: true, patterns: [] }],
      [{}, { cards: true, patterns: [] }],
      [{ cards: false }, { cards: false, patterns: [] }],
      [{ patterns: [/a/] }, { cards: true, patterns: [/a/] }],
      [
        { cards: false, patterns: [/a/] },
        { cards: false, patterns: [/a/] },
      ],
    ],
    bad: [
      'true',
      '/a/',
      5,
      ['a'],
      [/a/, 'b'],
      { cards: 1 },
      { patterns: /a/ },
      { patterns: ['a'] },
      { pattern: [/a/] },
      ...garbage.filter((value) => !Array.isArray(value) || value.length > 0),
    ],
    goodTexts: [
      ['', { cards: true, patterns: [] }],
      ['true', { cards: true, patterns: [] }],
      ['false', false],
    ],
    badTexts: ['yes', '/a/', '[]'],
  },
];

for (const { name, type, good, bad, goodTexts = [], badTexts = [] } of rows) {
  describe(`an option of the type ${name}`, () => {
    for (const [value, read] of good) {
      it(`takes ${show(value)}`, () => {
        expect(type.read(value)).to.deep.equal(read);
      });
    }

    it('takes nothing else', () => {
      for (const value of bad) expect(type.read(value), show(value)).to.equal(undefined);
    });

    if (goodTexts.length === 0) {
      it('has no attribute', () => {
        expect('fromAttribute' in type).to.equal(false);
      });
    }
    for (const [attribute, read] of goodTexts) {
      it(`takes the attribute text ${JSON.stringify(attribute)} as ${show(read)}`, () => {
        expect(type.read(type.fromAttribute?.(attribute))).to.deep.equal(read);
      });
    }
    for (const attribute of badTexts) {
      it(`refuses the attribute text ${JSON.stringify(attribute)}`, () => {
        // The raw value must remain to be told, or the mistake would go unnoticed.
        expect(type.fromAttribute?.(attribute)).to.equal(attribute);
        expect(type.read(attribute)).to.equal(undefined);
      });
    }
  });
}

describe('what an option takes', () => {
  it('is said with its bounds, where it has any', () => {
    expect(takes('mobileModeBreakpoint')).to.equal('a whole number of pixels, 0 or more');
    expect(takes('polling.live')).to.equal('a whole number of milliseconds, 1 or more, at most 40000');
    expect(takes('mobileMode')).to.equal('one of "auto", true, false');
  });

  for (const name of optionNames) {
    it(`has words for ${name}`, () => {
      expect(takes(name)).to.not.equal('another value');
    });
  }
});

function show(value: unknown): string {
  if (value === cyclic) return 'a cyclic object';
  if (value instanceof URL) return 'a URL';
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') return typeof value;
  return JSON.stringify(value, (_, held: unknown) => (held instanceof RegExp ? String(held) : held));
}
