import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../../components/genesys-webchat/index.js';
import type { GenesysWebchat } from '../../../components/genesys-webchat/index.js';
import { attributeName, propertyName } from '../../../src/config/option-names.js';
import { optionNames, options } from '../../../src/config/options.js';
import { recordConsoleErrors, recordConsoleWarnings } from '../../support/console-errors.js';

/** Text that each option takes as attribute, and the value that its property then has. */
const samples: Readonly<Record<string, readonly [attribute: string, property: unknown]>> = {
  dataURL: ['https://gms.example/genesys/2/chat/x', 'https://gms.example/genesys/2/chat/x'],
  apikey: ['key', 'key'],
  enableCustomHeader: ['', true],
  'xhrFields.withCredentials': ['true', true],
  ajaxTimeout: ['2500', 2500],
  attachPageData: ['false', false],
  'polling.live': ['1000', 1000],
  'polling.idle': ['2000', 2000],
  'polling.hidden': ['3000', 3000],
  pollExceptionLimit: ['2', 2],
  confirmFormCloseEnabled: ['false', false],
  maxMessageLength: ['140', 140],
  charCountEnabled: ['', true],
  emojis: ['', true],
  emojiList: ['👍👎', '👍👎'],
  uploadsEnabled: ['true', true],
  markdown: ['', true],
  actionsMenu: ['false', false],
  surveyEnabled: ['', true],
  titleNotice: ['false', false],
  sound: ['', true],
  'chatButton.enabled': ['false', false],
  'chatButton.openDelay': ['500', 500],
  'chatButton.effect': ['slide', 'slide'],
  'chatButton.effectDuration': ['100', 100],
  'chatButton.template': ['<b>Ask</b>', '<b>Ask</b>'],
  'chatButton.hideDuringInvite': ['false', false],
  'autoInvite.enabled': ['', true],
  'autoInvite.timeToInviteSeconds': ['7', 7],
  'autoInvite.inviteTimeoutSeconds': ['9', 9],
  'proactive.enabled': ['', true],
  'proactive.idleTimer': ['8', 8],
  'proactive.cancelTimer': ['6', 6],
  inviteOnRestoreTimeout: ['', true],
  minimizeOnMobileRestore: ['', true],
  lang: ['fr', 'fr'],
  i18n: ['/test/fixtures/language-packs.json', '/test/fixtures/language-packs.json'],
  timeFormat: ['24', 24],
  theme: ['dark', 'dark'],
  mobileMode: ['false', false],
  mobileModeBreakpoint: ['800', 800],
  endpoint: ['Environment:default', 'Environment:default'],
  restoreTimeout: ['0', 0],
  mask: ['', { cards: true, patterns: [] }],
  'cometD.enabled': ['', true],
  'cometD.cometURL': ['/genesys/cometd', '/genesys/cometd'],
  'cometD.channel': ['/service/chatV2/a', '/service/chatV2/a'],
  'cometD.apiURL': ['/genesys/2/chat-ntf', '/genesys/2/chat-ntf'],
  'cometD.websocketEnabled': ['false', false],
  'cometD.logLevel': ['debug', 'debug'],
  'async.enabled': ['', true],
  'async.newMessageRestoreState': ['maximized', 'maximized'],
  'transport.type': ['web-messaging', 'web-messaging'],
  'transport.dataURL': ['https://api.example', 'https://api.example'],
  'transport.deploymentKey': ['d', 'd'],
  'transport.orgGuid': ['o', 'o'],
  'transport.markdown': ['', true],
  'transport.endpoint': ['e', 'e'],
  'transport.stream': ['live', 'live'],
  globals: ['false', false],
  deploymentID: ['shop', 'shop'],
};

/** Values of options that have no attribute, where they take no object of whichever keys. */
const propertySamples: Readonly<Record<string, unknown>> = {
  'async.getSessionData': () => undefined,
  'async.setSessionData': () => '{}',
  'transport.create': () => undefined,
  cookieOptions: { domain: 'shop.example' },
  ariaCharRemainingIntervals: [50],
};

function tag(): Promise<GenesysWebchat> {
  return fixture<GenesysWebchat>(html`<genesys-webchat></genesys-webchat>`);
}

describe('<genesys-webchat> options', () => {
  for (const name of optionNames) {
    const sample = samples[name];
    if (!sample) {
      it(`${name} is a property only, since no attribute can hold it`, async () => {
        const element = await tag();
        const value = propertySamples[name] ?? { key: 'value' };
        Reflect.set(element, propertyName(name), value);
        expect(Reflect.get(element, propertyName(name))).to.deep.equal(value);
        expect('fromAttribute' in options[name].type).to.equal(false);
      });
      continue;
    }
    it(`${name} is set by the attribute ${attributeName(name)}`, async () => {
      const element = await tag();
      element.setAttribute(attributeName(name), sample[0]);
      expect(Reflect.get(element, propertyName(name))).to.deep.equal(sample[1]);
    });

    it(`${name} goes back to its default when the attribute goes`, async () => {
      const element = await tag();
      element.setAttribute(attributeName(name), sample[0]);
      element.removeAttribute(attributeName(name));
      expect(Reflect.get(element, propertyName(name))).to.equal(name === 'lang' ? '' : options[name].default);
    });

    it(`${name} is set by the property ${propertyName(name)}`, async () => {
      const element = await tag();
      Reflect.set(element, propertyName(name), sample[1]);
      expect(Reflect.get(element, propertyName(name))).to.deep.equal(sample[1]);
    });
  }

  it('takes mask in its short forms, and reads it in detail', async () => {
    const element = await tag();
    element.mask = true;
    expect(element.mask).to.deep.equal({ cards: true, patterns: [] });
    element.mask = /PIN/;
    expect(element.mask).to.deep.equal({ cards: true, patterns: [/PIN/] });
    element.mask = { cards: false };
    expect(element.mask).to.deep.equal({ cards: false, patterns: [] });
    element.mask = false;
    expect(element.mask).to.equal(false);
    const errors = recordConsoleErrors();
    // @ts-expect-error it takes no text
    element.mask = 'cards';
    expect(await told(errors.messages)).to.deep.equal([
      '[genesys-webchat] tag: mask takes true, false, a RegExp, a list of RegExp, or an object {cards: true or false, patterns: a list of RegExp}, but got "cards". It is ignored.',
    ]);
    errors.restore();
  });

  it('takes over properties that were set before the tag was defined', () => {
    const element = document.createElement('genesys-webchat');
    Object.defineProperty(element, 'maxMessageLength', {
      value: 7,
      configurable: true,
      writable: true,
      enumerable: true,
    });
    document.body.append(element);
    expect(Object.hasOwn(element, 'maxMessageLength')).to.equal(false);
    expect(element.maxMessageLength).to.equal(7);
    element.remove();
  });

  it('takes over a `config` that was set before the tag was defined', () => {
    const element = document.createElement('genesys-webchat');
    const value = { webchat: { maxMessageLength: 7 } };
    Object.defineProperty(element, 'config', { value, configurable: true, writable: true, enumerable: true });
    document.body.append(element);
    expect(Object.hasOwn(element, 'config')).to.equal(false);
    expect(element.config).to.equal(value);
    expect(element.maxMessageLength).to.equal(7);
    element.remove();
  });

  it('lets `config` win over attributes', async () => {
    const element = await tag();
    element.setAttribute('max-message-length', '7');
    element.config = { webchat: { maxMessageLength: 9 } };
    expect(element.maxMessageLength).to.equal(9);
  });

  describe('in a JSON script inside the tag', () => {
    const tagWith = (json: string): Promise<GenesysWebchat> =>
      fixture<GenesysWebchat>(`<genesys-webchat><script type="application/json">${json}</script></genesys-webchat>`);

    it('are read, in the shape of `config`', async () => {
      const element = await tagWith('{ "main": { "theme": "dark" }, "webchat": { "maxMessageLength": 7 } }');
      expect([element.theme, element.maxMessageLength]).to.deep.equal(['dark', 7]);
      await element.updateComplete;
      expect(element.dataset['theme']).to.equal('dark');
    });

    it('give way to attributes, properties and `config`', async () => {
      const element = await tagWith('{ "webchat": { "maxMessageLength": 7, "ajaxTimeout": 1 } }');
      element.setAttribute('max-message-length', '8');
      expect([element.maxMessageLength, element.ajaxTimeout]).to.deep.equal([8, 1]);
      element.removeAttribute('max-message-length');
      expect(element.maxMessageLength).to.equal(7);
      element.maxMessageLength = 9;
      element.config = { webchat: { ajaxTimeout: 2 } };
      expect([element.maxMessageLength, element.ajaxTimeout]).to.deep.equal([9, 2]);
    });

    it('may come later than the tag, bit by bit, and change', async () => {
      const errors = recordConsoleErrors();
      const element = await tag();
      const script = document.createElement('script');
      script.type = 'application/json';
      element.append(script);
      Object.defineProperty(document, 'readyState', { configurable: true, value: 'loading' });
      for (const bit of ['{ "webchat": { "maxMes', 'sageLength": 7 } }']) {
        script.append(bit);
        await Promise.resolve();
      }
      Reflect.deleteProperty(document, 'readyState');
      expect(element.maxMessageLength).to.equal(7);
      script.textContent = '{ "webchat": { "maxMessageLength": 8 } }';
      await Promise.resolve();
      expect(element.maxMessageLength).to.equal(8);
      script.remove();
      await Promise.resolve();
      expect(element.maxMessageLength).to.equal(500);
      expect(errors.messages).to.deep.equal([]);
      errors.restore();
    });

    for (const [what, json, got] of [
      ['no JSON', '{ webchat: {} }', /SyntaxError: .+/],
      ['nothing', '', /SyntaxError: .+/],
      ['a list', '[]', /a list/],
      ['no section', '{ "dataURL": "/chat" }', /an object \{dataURL: string\}/],
    ] as const) {
      it(`are told to be no good where there is ${what}, once, and the chat goes on`, async () => {
        const errors = recordConsoleErrors();
        const element = await tagWith(json);
        element.theme = 'dark';
        await element.updateComplete;
        const [sentence, ...more] = await told(errors.messages);
        errors.restore();
        const right = '[genesys-webchat] JSON script takes an object {main, webchat}, but got ';
        expect(sentence?.slice(0, right.length)).to.equal(right);
        expect(sentence).to.match(new RegExp(`but got ${got.source}. It is ignored.$`));
        expect(more).to.deep.equal([]);
        expect([element.theme, element.maxMessageLength]).to.deep.equal(['dark', 500]);
      });
    }

    it('name the option that is no good', async () => {
      const errors = recordConsoleErrors();
      await tagWith('{ "webchat": { "maxMessageLength": "many" } }');
      expect(await told(errors.messages)).to.deep.equal([
        '[genesys-webchat] JSON script: maxMessageLength takes a whole number of characters, 1 or more, but got "many". It is ignored.',
      ]);
      errors.restore();
    });
  });

  it('tells a bad value once, naming option, value and what is right, and goes on with the default', async () => {
    const errors = recordConsoleErrors();
    const element = await tag();
    element.setAttribute('max-message-length', 'many');
    element.setAttribute('theme', 'pink');
    await element.updateComplete;
    element.setAttribute('lang', 'de');
    await element.updateComplete;
    // The words come in a file of their own.
    await waitUntil(() => errors.messages.length >= 2, 'both mistakes are told', { timeout: 5000 });
    expect(errors.messages).to.deep.equal([
      '[genesys-webchat] tag: maxMessageLength takes a whole number of characters, 1 or more, but got "many". It is ignored.',
      '[genesys-webchat] tag: theme takes one of "auto", "light", "dark", or a name in main.themes, but got "pink". It is ignored.',
    ]);
    expect(element.maxMessageLength).to.equal(500);
    errors.restore();
  });

  describe('that are none', () => {
    const warned = async (open: () => Promise<GenesysWebchat>, count = 1) => {
      const log = recordConsoleWarnings();
      const element = await open();
      element.theme = 'dark';
      await element.updateComplete;
      await waitUntil(() => log.messages.length >= count, 'they are told', { timeout: 5000 });
      const sentences = [...log.messages];
      log.restore();
      return sentences;
    };

    it('are warned of once where they are attributes that can only be meant for the chat', async () => {
      const markup =
        '<genesys-webchat id="x" class="y" data-testid="chat" dataurl="/chat" chat-button-enable="false" x-data="1"></genesys-webchat>';
      expect(await warned(() => fixture<GenesysWebchat>(markup), 2)).to.deep.equal([
        '[genesys-webchat] tag: there is no attribute dataurl, which is set to "/chat". Write data-url.',
        '[genesys-webchat] tag: there is no attribute chat-button-enable, which is set to "false". Write chat-button-enabled.',
      ]);
    });

    it('are warned of in the JSON script', async () => {
      const markup =
        '<genesys-webchat><script type="application/json">{ "webchat": { "emoji": true } }</script></genesys-webchat>';
      expect(await warned(() => fixture<GenesysWebchat>(markup))).to.deep.equal([
        '[genesys-webchat] JSON script: there is no option webchat.emoji, which is set to true. Write webchat.emojis.',
      ]);
    });

    it('are warned of in the JSON script where one of two of a name is lost', async () => {
      const json = String.raw`{ "webchat": { "dataURL": "/\"chat\": {", "emojis": true }, "webchat" : { "emojis": true } }`;
      const markup = `<genesys-webchat><script type="application/json">${json}</script></genesys-webchat>`;
      expect(await warned(() => fixture<GenesysWebchat>(markup))).to.deep.equal([
        '[genesys-webchat] JSON script: a name stands twice in one object, and the last alone holds; lost with the first: webchat, dataURL, emojis. Put both together.',
      ]);
    });

    it('are warned of in `config` and in what is configured later', async () => {
      const sentences = await warned(async () => {
        const element = await fixture<GenesysWebchat>(
          html`<genesys-webchat .config=${{ webchat: { chatButton: { delay: 5 } } }}></genesys-webchat>`,
        );
        await element.command('WebChatService.configure', { userdata: {} });
        return element;
      }, 2);
      expect(sentences).to.deep.equal([
        '[genesys-webchat] config: there is no option webchat.chatButton.delay, which is set to 5. It has no effect, but for an extension that reads it.',
        '[genesys-webchat] configure: there is no option webchat.userdata, which is set to an object {}. Write webchat.userData.',
      ]);
    });
  });

  it('changes its theme at run time', async () => {
    const element = await tag();
    const scheme = () => getComputedStyle(element).colorScheme;
    expect(scheme()).to.equal('light dark');
    element.theme = 'dark';
    await element.updateComplete;
    expect(scheme()).to.equal('dark');
    element.theme = 'auto';
    await element.updateComplete;
    expect(scheme()).to.equal('light dark');
  });

  it('shows no launcher when chat-button-enabled is false', async () => {
    const element = await fixture<GenesysWebchat>(
      html`<genesys-webchat chat-button-enabled="false"></genesys-webchat>`,
    );
    expect(element.shadowRoot?.querySelector('genesys-chat-launcher')).to.equal(null);
  });
});

async function told(messages: readonly string[]): Promise<readonly string[]> {
  // The words come in a file of their own.
  await waitUntil(() => messages.length > 0, 'the mistake is told', { timeout: 5000 });
  return messages;
}
