import { expect } from '@open-wc/testing';
import { optionNames, options, type OptionName } from '../../src/config/options.js';
import { describeMistakes, takes } from '../../src/config/describe-mistake.js';
import { optionAttributes, readAttribute } from '../../src/config/read-options.js';
import { configLayer, resolveOptions as resolve } from '../../src/config/resolve-options.js';

const defaults = Object.fromEntries(optionNames.map((name) => [name, options[name].default]));

/** A value for every option that is good and not its default. */
const others: Record<OptionName, unknown> = {
  dataURL: '/genesys/2/chat/a',
  apikey: 'k',
  enableCustomHeader: true,
  header: { 'X-Tenant': '7' },
  'xhrFields.withCredentials': true,
  ajaxTimeout: 1,
  userData: { a: 1 },
  attachPageData: false,
  'polling.live': 1,
  'polling.idle': 2,
  'polling.hidden': 3,
  pollExceptionLimit: 2,
  form: { inputs: [] },
  confirmFormCloseEnabled: false,
  maxMessageLength: 4,
  charCountEnabled: true,
  ariaCharRemainingIntervals: [50],
  emojis: true,
  emojiList: ['👍', '👎'],
  uploadsEnabled: true,
  markdown: true,
  actionsMenu: false,
  surveyEnabled: true,
  titleNotice: false,
  sound: true,
  'chatButton.enabled': false,
  'chatButton.openDelay': 500,
  'chatButton.effect': 'slide',
  'chatButton.effectDuration': 100,
  'chatButton.template': '<b>Ask</b>',
  'chatButton.hideDuringInvite': false,
  'autoInvite.enabled': true,
  'autoInvite.timeToInviteSeconds': 7,
  'autoInvite.inviteTimeoutSeconds': 9,
  'proactive.enabled': true,
  'proactive.idleTimer': 8,
  'proactive.cancelTimer': 6,
  inviteOnRestoreTimeout: true,
  minimizeOnMobileRestore: true,
  lang: 'de',
  i18n: '/texts.json',
  timeFormat: 24,
  themes: { acme: 'cx-theme-acme' },
  theme: 'dark',
  mobileMode: false,
  mobileModeBreakpoint: 0,
  endpoint: 'Environment:default',
  restoreTimeout: 0,
  mask: { cards: false, patterns: [/secret/g] },
  'cometD.enabled': true,
  'cometD.cometURL': 'https://host.example/genesys/cometd',
  'cometD.channel': '/service/chatV2/a',
  'cometD.apiURL': '/genesys/2/chat-ntf',
  'cometD.websocketEnabled': false,
  'cometD.logLevel': 'debug',
  'async.enabled': true,
  'async.newMessageRestoreState': 'maximized',
  'async.getSessionData': () => undefined,
  'async.setSessionData': () => '{}',
  'transport.type': 'web-messaging',
  'transport.create': () => undefined,
  'transport.script': { steps: [] },
  'transport.dataURL': 'https://api.example',
  'transport.deploymentKey': 'd',
  'transport.orgGuid': 'o',
  'transport.interactionData': { routing: { targetType: 'QUEUE' } },
  'transport.markdown': true,
  'transport.endpoint': 'e',
  'transport.stream': 'live',
  'transport.headers': { 'x-api-key': 'k' },
  cookieOptions: { domain: 'shop.example', secure: true, expires: 1 },
  globals: false,
  deploymentID: 'shop',
};

/** A value that no option takes. */
const wrong = Number.NaN;

/** The options, and the sentences about what is wrong with them. */
function resolveOptions(layers: Parameters<typeof resolve>[0]) {
  const { options: resolved, remarks } = resolve(layers);
  return { options: resolved, problems: remarks.map(({ sentence }) => sentence) };
}

describe('the options of a chat', () => {
  it('are the defaults when nothing is set', () => {
    for (const layers of [[], [configLayer('config', undefined)], [configLayer('config', {})]]) {
      expect(resolveOptions(layers)).to.deep.equal({ options: defaults, problems: [] });
    }
  });

  it('have the defaults of the contract', () => {
    expect(defaults).to.deep.equal({
      dataURL: undefined,
      apikey: undefined,
      enableCustomHeader: false,
      header: {},
      'xhrFields.withCredentials': false,
      ajaxTimeout: 10_000,
      userData: {},
      attachPageData: true,
      'polling.live': 3000,
      'polling.idle': 5000,
      'polling.hidden': 15_000,
      pollExceptionLimit: 5,
      form: undefined,
      confirmFormCloseEnabled: true,
      maxMessageLength: 500,
      charCountEnabled: false,
      ariaCharRemainingIntervals: [75, 25, 10],
      emojis: false,
      emojiList: undefined,
      uploadsEnabled: false,
      markdown: false,
      actionsMenu: true,
      surveyEnabled: false,
      titleNotice: true,
      sound: false,
      'chatButton.enabled': true,
      'chatButton.openDelay': 0,
      'chatButton.effect': undefined,
      'chatButton.effectDuration': 300,
      'chatButton.template': false,
      'chatButton.hideDuringInvite': true,
      'autoInvite.enabled': false,
      'autoInvite.timeToInviteSeconds': 5,
      'autoInvite.inviteTimeoutSeconds': 30,
      'proactive.enabled': false,
      'proactive.idleTimer': undefined,
      'proactive.cancelTimer': undefined,
      inviteOnRestoreTimeout: false,
      minimizeOnMobileRestore: false,
      lang: undefined,
      i18n: undefined,
      timeFormat: undefined,
      theme: 'auto',
      mobileMode: 'auto',
      mobileModeBreakpoint: 600,
      endpoint: undefined,
      restoreTimeout: 60_000,
      mask: false,
      'cometD.enabled': false,
      'cometD.cometURL': undefined,
      'cometD.channel': undefined,
      'cometD.apiURL': undefined,
      'cometD.websocketEnabled': true,
      'cometD.logLevel': 'info',
      'async.enabled': false,
      'async.newMessageRestoreState': 'minimized',
      'async.getSessionData': undefined,
      'async.setSessionData': undefined,
      'transport.type': undefined,
      'transport.create': undefined,
      'transport.script': undefined,
      'transport.dataURL': undefined,
      'transport.deploymentKey': undefined,
      'transport.orgGuid': undefined,
      'transport.interactionData': {},
      'transport.markdown': false,
      'transport.endpoint': undefined,
      'transport.stream': undefined,
      'transport.headers': {},
      cookieOptions: undefined,
      globals: true,
      themes: {},
      deploymentID: undefined,
    });
  });

  for (const name of optionNames) {
    it(`take ${name} from its place in the configuration, and not from the other section`, () => {
      const resolution = resolveOptions([configLayer('config', configWith(name, others[name]))]);
      expect(resolution.problems).to.deep.equal([]);
      expect(resolution.options).to.deep.equal({ ...defaults, [name]: others[name] });
      // That one may stand in either.
      if (name === 'timeFormat') return;
      const { main, webchat } = configWith(name, others[name]);
      expect(resolveOptions([configLayer('config', { main: webchat, webchat: main })]).options).to.deep.equal(defaults);
    });

    it(`keep the default of ${name} when its value is no good, and say so in one sentence`, () => {
      const resolution = resolveOptions([configLayer('config', configWith(name, wrong))]);
      expect(resolution.options).to.deep.equal(defaults);
      expect(resolution.problems).to.deep.equal([`config: ${name} takes ${takes(name)}, but got NaN. It is ignored.`]);
    });

    it(`have no value of ${name} when it is null or undefined`, () => {
      for (const value of [null, undefined]) {
        expect(resolveOptions([configLayer('config', configWith(name, value))])).to.deep.equal({
          options: defaults,
          problems: [],
        });
      }
    });
  }

  it('take timeFormat from either section, and from that of the chat first', () => {
    const of = (main: unknown, webchat: unknown) =>
      resolveOptions([configLayer('config', { main: { timeFormat: main }, webchat: { timeFormat: webchat } })]).options
        .timeFormat;
    expect(of(24, undefined)).to.equal(24);
    expect(of(undefined, '12')).to.equal(12);
    expect(of('24', 12)).to.equal(12);
  });

  it('take language packs, or the address of some', () => {
    const of = (i18n: unknown) => resolveOptions([configLayer('config', { main: { i18n } })]);
    const packs = { de: { webchat: { ChatTitle: 'Hilfe' } } };
    expect(of(packs).options.i18n).to.equal(packs);
    expect(of('https://cdn.example/texts.json').options.i18n).to.equal('https://cdn.example/texts.json');
    for (const wrong of ['javascript:alert(1)', '', [], 7]) {
      expect(of(wrong).options.i18n).to.equal(undefined);
      expect(of(wrong).problems).to.have.length(1);
    }
  });

  it('are not read from what a configuration inherits', () => {
    const config: unknown = Object.create({ webchat: { dataURL: '/x' } });
    expect(resolveOptions([configLayer('config', config)]).options.dataURL).to.equal(undefined);
  });
});

describe('the options of an asynchronous chat', () => {
  const resolveAll = (...webchats: object[]) =>
    resolveOptions(webchats.map((webchat, index) => configLayer(`config ${String(index)}`, { webchat })));

  for (const name of optionNames.filter((each) => each.startsWith('async.'))) {
    it(`may have ${name} in transport`, () => {
      const { webchat } = configWith(name, others[name]);
      const resolution = resolveAll({ transport: webchat });
      expect(resolution).to.deep.equal({ options: { ...defaults, [name]: others[name] }, problems: [] });
    });
  }

  it('are rather taken from their own place, value by value', () => {
    const { options: resolved } = resolveAll({
      async: { enabled: false },
      transport: { async: { enabled: true, newMessageRestoreState: 'maximized' } },
    });
    expect(resolved['async.enabled']).to.equal(false);
    expect(resolved['async.newMessageRestoreState']).to.equal('maximized');
  });

  it('are taken from transport where a later source has them there', () => {
    const { options: resolved } = resolveAll(
      { async: { enabled: true } },
      { transport: { async: { enabled: false } } },
    );
    expect(resolved['async.enabled']).to.equal(false);
  });

  it('are told by the one name when they are no good in transport', () => {
    expect(resolveAll({ transport: { async: { enabled: 'yes' } } }).problems).to.deep.equal([
      'config 0: async.enabled takes true or false, but got "yes". It is ignored.',
    ]);
  });
});

describe('several sources', () => {
  const layer = (source: string, value: unknown) => configLayer(source, { webchat: { maxMessageLength: value } });

  it('give each option the value of the last that has one', () => {
    const { options: resolved } = resolveOptions([
      configLayer('a', { main: { theme: 'dark', lang: 'de' }, webchat: { maxMessageLength: 1 } }),
      configLayer('b', { main: { theme: 'light' } }),
      configLayer('c', { webchat: { maxMessageLength: 3 } }),
    ]);
    expect(resolved).to.deep.equal({ ...defaults, theme: 'light', lang: 'de', maxMessageLength: 3 });
  });

  it('are not hidden by a later one whose value is no good', () => {
    const { options: resolved, problems } = resolveOptions([layer('a', 1), layer('b', 'many')]);
    expect(resolved.maxMessageLength).to.equal(1);
    expect(problems).to.deep.equal([
      'b: maxMessageLength takes a whole number of characters, 1 or more, but got "many". It is ignored.',
    ]);
  });

  it('are each told of their own mistakes', () => {
    const { problems } = resolveOptions([layer('a', 0), layer('b', 1), layer('c', {})]);
    expect(problems.map((problem) => problem.slice(0, 2))).to.deep.equal(['a:', 'c:']);
  });
});

describe('an attribute', () => {
  it('has no value when it is gone', () => {
    for (const name of optionAttributes().values()) expect(readAttribute(name, null)).to.equal(undefined);
  });

  it('has no value where the option has no attribute', () => {
    expect(readAttribute('userData', '{}')).to.equal(undefined);
    expect(readAttribute('header', '{}')).to.equal(undefined);
  });

  for (const [name, text, value] of [
    ['dataURL', '/x', '/x'],
    ['chatButton.enabled', 'false', false],
    ['attachPageData', '', true],
    ['ajaxTimeout', '500', '500'],
    ['mobileMode', 'true', true],
    ['mobileMode', '', true],
    ['theme', 'dark', 'dark'],
  ] as const) {
    it(`gives ${name} from ${JSON.stringify(text)}`, () => {
      expect(readAttribute(name, text)).to.equal(value);
    });
  }
});

describe('the sentence about a value that is no good', () => {
  const sentence = (name: OptionName, value: unknown) =>
    resolveOptions([configLayer('config', configWith(name, value))]).problems.join('|');
  const number = 'config: maxMessageLength takes a whole number of characters, 1 or more, but got';

  for (const [value, got] of [
    ['many', '"many"'],
    ['', '""'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [-1, '-1'],
    [true, 'true'],
    [10n, '10'],
    [[1, 2], 'a list'],
    [{ a: 1 }, 'an object {a: number}'],
    [new Map(), 'a Map'],
    [() => 1, 'a function'],
    [Symbol('x'), 'Symbol(x)'],
  ] as const) {
    it(`says that it got ${got}`, () => {
      expect(sentence('maxMessageLength', value)).to.equal(`${number} ${got}. It is ignored.`);
    });
  }

  it('names what is in an object but not its values, which may be secrets', () => {
    expect(sentence('header', { Authorization: 'Bearer 4711', retries: 5 })).to.equal(
      'config: header takes an object of HTTP headers, each value a text, ' +
        'but got an object {Authorization: string, retries: number}. It is ignored.',
    );
  });

  it('stays short, whatever it got', () => {
    expect(sentence('maxMessageLength', 'x'.repeat(100_000)).length).to.be.below(300);
    const large = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${String(at)}`, at]));
    expect(sentence('maxMessageLength', large).length).to.be.below(300);
  });

  it('does not break off between the halves of a sign', () => {
    for (const text of ['😀'.repeat(500), `x${'😀'.repeat(500)}`]) {
      expect(() => encodeURIComponent(sentence('maxMessageLength', text))).to.not.throw();
    }
  });
});

describe('an address that the page may not ask', () => {
  const remarks = (raw: string) => describeMistakes([{ source: 'tag', name: 'address', raw }]);

  it('is told with what is right', () => {
    expect(remarks('http://gms.example/chat')).to.deep.equal([
      {
        level: 'warn',
        sentence:
          'dataURL is "http://gms.example/chat", and browsers forbid requests to http from an https page. Give its https address.',
      },
    ]);
  });

  for (const address of ['http://localhost:8080/chat', 'http://127.0.0.1/chat', 'http://[::1]:8080/chat']) {
    it(`is none on the same machine: ${address}`, () => {
      expect(remarks(address)).to.deep.equal([]);
    });
  }
});

describe('a configuration that is garbage', () => {
  const cyclic: Record<string, unknown> = { webchat: {} };
  cyclic['main'] = cyclic;
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no');
      },
      getOwnPropertyDescriptor: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const throwing = (key: string) =>
    Object.defineProperty({}, key, {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });

  for (const [name, config, problems] of [
    ['null', null, []],
    [
      'a text',
      '{"webchat":{}}',
      ['config takes an object {main, webchat}, but got "{\\"webchat\\":{}}". It is ignored.'],
    ],
    ['a number', 5, ['config takes an object {main, webchat}, but got 5. It is ignored.']],
    ['a list', [{}], ['config takes an object {main, webchat}, but got a list. It is ignored.']],
    ['a function', () => 1, ['config takes an object {main, webchat}, but got a function. It is ignored.']],
    [
      'sections of other kinds',
      { main: 'x', webchat: [] },
      [
        'config: main takes an object, but got "x". It is ignored.',
        'config: webchat takes an object, but got a list. It is ignored.',
      ],
    ],
    ['sections that are null', { main: null, webchat: null }, []],
    [
      'a cyclic object',
      cyclic,
      ['webchat', 'main'].map(
        (name) =>
          `config: there is no option main.${name}, which is set to an object {${name === 'main' ? 'webchat: object, main: object' : ''}}. It has no effect, but for an extension that reads it.`,
      ),
    ],
    [
      'an object that lets nobody look at it',
      hostile,
      ['config takes an object {main, webchat}, but cannot be read. It is ignored.'],
    ],
    [
      'a section that throws',
      throwing('webchat'),
      ['config: webchat takes an object, but cannot be read. It is ignored.'],
    ],
    [
      'an option that throws',
      { webchat: throwing('dataURL') },
      [`config: dataURL takes ${takes('dataURL')}, but cannot be read. It is ignored.`],
    ],
    [
      'user data that throws',
      { webchat: { userData: throwing('a') } },
      ['config: userData takes an object, but cannot be read. It is ignored.'],
    ],
    [
      'headers that throw',
      { main: { header: throwing('a') } },
      ['config: header takes an object of HTTP headers, each value a text, but cannot be read. It is ignored.'],
    ],
    [
      'a group that is none',
      { webchat: { polling: 5 } },
      ['config: webchat.polling takes an object, but got 5. It is ignored.'],
    ],
    ['no options at all', { constructor: 1, __proto__: null, toString: 5 }, []],
  ] as const) {
    it(`leaves the defaults and never throws: ${name}`, () => {
      const resolution = resolveOptions([configLayer('config', config)]);
      expect(resolution.options).to.deep.equal(defaults);
      expect(resolution.problems).to.deep.equal(problems);
    });
  }

  it('does not hide the good values beside it', () => {
    const config = { main: throwing('theme'), webchat: { dataURL: '/x', userData: cyclic } };
    const resolution = resolveOptions([configLayer('config', config)]);
    expect(resolution.options).to.deep.include({ dataURL: '/x', userData: cyclic });
    expect(resolution.problems).to.have.length(1);
  });
});

/** A legacy configuration that has nothing but this. */
function configWith(name: OptionName, value: unknown): { main?: object; webchat?: object } {
  const nested = name.split('.').reduceRight((inner, key) => ({ [key]: inner }), value) as object;
  return { [options[name].section]: nested };
}
