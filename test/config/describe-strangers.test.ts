import { expect } from '@open-wc/testing';
import { describeAttribute, describeStrangers } from '../../src/config/describe-strangers.js';

describe('what is no option in a configuration', () => {
  for (const [what, config, sentence] of [
    ['a slip', { main: { thema: 'dark' } }, 'there is no option main.thema, which is set to "dark". Write main.theme.'],
    [
      'a slip inside of a group',
      { webchat: { chatButton: { enable: false } } },
      'there is no option webchat.chatButton.enable, which is set to false. Write webchat.chatButton.enabled.',
    ],
    [
      'the name of an attribute',
      { webchat: { chatButtonEnabled: true } },
      'there is no option webchat.chatButtonEnabled, which is set to true. Write webchat.chatButton.enabled.',
    ],
    [
      'an option beside the sections',
      { dataURL: '/chat' },
      'there is no option dataURL, which is set to "/chat". Write webchat.dataURL.',
    ],
    [
      'a section in other letters',
      { webChat: { emojis: true } },
      'there is no option webChat, which is set to an object {emojis: boolean}. Write webchat.',
    ],
    [
      'an old name',
      { webchat: { confirmCloseEnabled: true } },
      'there is no option webchat.confirmCloseEnabled, which is set to true. Write webchat.confirmFormCloseEnabled.',
    ],
    [
      'what is like nothing',
      { webchat: { colour: 'red' } },
      'there is no option webchat.colour, which is set to "red". It has no effect, but for an extension that reads it.',
    ],
    [
      'a value where options are expected',
      { webchat: { autoInvite: true } },
      'webchat.autoInvite takes an object, but got true. It is ignored.',
    ],
  ] as const) {
    it(`is told with what is right: ${what}`, () => {
      expect(describeStrangers(config)).to.deep.equal([sentence]);
    });
  }

  it('is nothing that is asked of Genesys Widgets in vain, nothing inside of what a site fills as it likes', () => {
    const config = {
      main: { debug: true, preload: ['webchat'], themes: { acme: 'cx-theme-acme' }, i18n: { de: { webchat: {} } } },
      webchat: { userData: { anything: { goes: 1 } }, transport: { async: { enabled: true } }, timeFormat: 12 },
      sidebar: {},
    };
    expect(describeStrangers(config)).to.deep.equal([]);
  });
});

describe('what is no attribute of the tag', () => {
  for (const [name, sentence] of [
    ['dataurl', 'there is no attribute dataurl, which is set to "x". Write data-url.'],
    ['data-uri', 'there is no attribute data-uri, which is set to "x". Write data-url.'],
    ['emoji', 'there is no attribute emoji, which is set to "x". Write emojis.'],
    ['chat-button-enable', 'there is no attribute chat-button-enable, which is set to "x". Write chat-button-enabled.'],
    ['chat-button-colour', 'there is no attribute chat-button-colour, which is set to "x". It has no effect.'],
    ['user-data', 'user-data is no attribute; set the property userData.'],
    ['userdata', 'userdata is no attribute; set the property userData.'],
    ['config', 'config is no attribute; set the property config.'],
  ] as const) {
    it(`is told with what is right: ${name}`, () => {
      expect(describeAttribute({ name, value: 'x' })).to.deep.equal([sentence]);
    });
  }

  for (const name of [
    ...['id', 'class', 'style', 'slot', 'dir', 'title', 'hidden', 'part', 'exportparts', 'role', 'tabindex', 'inert'],
    ...['translate', 'nonce', 'popover', 'draggable', 'spellcheck', 'itemprop', 'accesskey', 'is', 'autofocus'],
    ...['aria-label', 'aria-hidden', 'data-testid', 'data-theme', 'data-id', 'data-v-7ba5bd90', 'data-reactroot'],
    ...['_ngcontent-ng-c12', 'ng-version', 'v-cloak', 'x-data', '@click', ':class', 'hx-get', 'client:load', 'onclick'],
  ]) {
    it(`is not told of ${name}, which is the page's or its framework's own`, () => {
      expect(describeAttribute({ name, value: '' })).to.deep.equal([]);
    });
  }
});
