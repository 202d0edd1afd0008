import { expect } from '@open-wc/testing';
import { describeConfig } from '../../../../components/genesys-webchat/globals/describe-config.js';

describe('what has no effect in _genesys.widgets', () => {
  for (const [what, config, sentence] of [
    [
      'an option that there is not',
      { webchat: { colour: 'red' } },
      'there is no option webchat.colour, which is set to "red". It has no effect, but for an extension that reads it.',
    ],
    [
      'an option in another case',
      { webchat: { dataUrl: '/chat' } },
      'there is no option webchat.dataUrl, which is set to "/chat". Write webchat.dataURL.',
    ],
    [
      'an option in the wrong section',
      { webchat: { lang: 'de' } },
      'there is no option webchat.lang, which is set to "de". Write main.lang.',
    ],
    [
      'an option inside of another',
      { webchat: { chatButton: { enabled: true, colour: 'red' } } },
      'there is no option webchat.chatButton.colour, which is set to "red". It has no effect, but for an extension that reads it.',
    ],
    [
      'a channel that is not here',
      { callus: { contacts: [] } },
      'callus configures CallUs, which is not part of this chat. It has no effect.',
    ],
    [
      'CometD',
      { webchat: { cometD: { enabled: true } } },
      'webchat.cometD.enabled is true, which is not here, so that no chat can start. Take cometD out, and set webchat.dataURL to a chat service of Genesys Mobile Services.',
    ],
    [
      'a transport that is not here',
      { webchat: { transport: { type: 'purecloud-v2-sockets' } } },
      'webchat.transport.type is "purecloud-v2-sockets", which is not here, so that no chat can start. Take transport out, and set webchat.dataURL to a chat service of Genesys Mobile Services.',
    ],
    [
      'a section that there is not',
      { chat: {} },
      'there is no section chat; there are main and webchat. It has no effect.',
    ],
    [
      'extensions that are no functions',
      { extensions: { Mine: 'code' } },
      'extensions.Mine takes a function, but got string. It has no effect.',
    ],
    ['an onReady that is no function', { onReady: 'go()' }, 'onReady takes a function. It has no effect.'],
  ] as const) {
    it(`is told: ${what}`, () => {
      expect(describeConfig(config)).to.deep.equal([sentence]);
    });
  }

  it('is nothing of what a page of Genesys Widgets usually has', () => {
    const config = {
      main: {
        debug: false,
        theme: 'dark',
        themes: { dark: 'cx-theme-dark' },
        lang: 'en',
        i18n: {},
        preload: ['webchat'],
      },
      webchat: {
        dataURL: 'https://gms.example/chat',
        userData: { anything: 1 },
        form: { inputs: [] },
        chatButton: { enabled: true, openDelay: 10 },
        autoInvite: { enabled: false },
        async: { enabled: false },
        cometD: { enabled: false },
        transport: { interactionData: { routing: {} } },
      },
      sidebar: {},
      extensions: {},
    };
    expect(describeConfig(config)).to.deep.equal([]);
  });
});
