import { expect } from '@open-wc/testing';
import { attributeName, propertyName } from '../../src/config/option-names.js';
import { optionNames, options, type OptionName } from '../../src/config/options.js';
import { optionAttributes } from '../../src/config/read-options.js';

/** Property and attribute of every option; null where no attribute can hold the value. */
const table: Record<OptionName, [property: string, attribute: string | null]> = {
  dataURL: ['dataUrl', 'data-url'],
  apikey: ['apikey', 'apikey'],
  enableCustomHeader: ['enableCustomHeader', 'enable-custom-header'],
  header: ['header', null],
  'xhrFields.withCredentials': ['xhrFieldsWithCredentials', 'xhr-fields-with-credentials'],
  ajaxTimeout: ['ajaxTimeout', 'ajax-timeout'],
  userData: ['userData', null],
  attachPageData: ['attachPageData', 'attach-page-data'],
  'polling.live': ['pollingLive', 'polling-live'],
  'polling.idle': ['pollingIdle', 'polling-idle'],
  'polling.hidden': ['pollingHidden', 'polling-hidden'],
  pollExceptionLimit: ['pollExceptionLimit', 'poll-exception-limit'],
  form: ['form', null],
  confirmFormCloseEnabled: ['confirmFormCloseEnabled', 'confirm-form-close-enabled'],
  maxMessageLength: ['maxMessageLength', 'max-message-length'],
  charCountEnabled: ['charCountEnabled', 'char-count-enabled'],
  ariaCharRemainingIntervals: ['ariaCharRemainingIntervals', null],
  emojis: ['emojis', 'emojis'],
  emojiList: ['emojiList', 'emoji-list'],
  uploadsEnabled: ['uploadsEnabled', 'uploads-enabled'],
  markdown: ['markdown', 'markdown'],
  actionsMenu: ['actionsMenu', 'actions-menu'],
  surveyEnabled: ['surveyEnabled', 'survey-enabled'],
  titleNotice: ['titleNotice', 'title-notice'],
  sound: ['sound', 'sound'],
  'chatButton.enabled': ['chatButtonEnabled', 'chat-button-enabled'],
  'chatButton.openDelay': ['chatButtonOpenDelay', 'chat-button-open-delay'],
  'chatButton.effect': ['chatButtonEffect', 'chat-button-effect'],
  'chatButton.effectDuration': ['chatButtonEffectDuration', 'chat-button-effect-duration'],
  'chatButton.template': ['chatButtonTemplate', 'chat-button-template'],
  'chatButton.hideDuringInvite': ['chatButtonHideDuringInvite', 'chat-button-hide-during-invite'],
  'autoInvite.enabled': ['autoInviteEnabled', 'auto-invite-enabled'],
  'autoInvite.timeToInviteSeconds': ['autoInviteTimeToInviteSeconds', 'auto-invite-time-to-invite-seconds'],
  'autoInvite.inviteTimeoutSeconds': ['autoInviteInviteTimeoutSeconds', 'auto-invite-invite-timeout-seconds'],
  'proactive.enabled': ['proactiveEnabled', 'proactive-enabled'],
  'proactive.idleTimer': ['proactiveIdleTimer', 'proactive-idle-timer'],
  'proactive.cancelTimer': ['proactiveCancelTimer', 'proactive-cancel-timer'],
  inviteOnRestoreTimeout: ['inviteOnRestoreTimeout', 'invite-on-restore-timeout'],
  minimizeOnMobileRestore: ['minimizeOnMobileRestore', 'minimize-on-mobile-restore'],
  lang: ['lang', 'lang'],
  i18n: ['i18n', 'i18n'],
  timeFormat: ['timeFormat', 'time-format'],
  themes: ['themes', null],
  theme: ['theme', 'theme'],
  mobileMode: ['mobileMode', 'mobile-mode'],
  mobileModeBreakpoint: ['mobileModeBreakpoint', 'mobile-mode-breakpoint'],
  endpoint: ['endpoint', 'endpoint'],
  restoreTimeout: ['restoreTimeout', 'restore-timeout'],
  mask: ['mask', 'mask'],
  'cometD.enabled': ['cometdEnabled', 'cometd-enabled'],
  'cometD.cometURL': ['cometdCometUrl', 'cometd-comet-url'],
  'cometD.channel': ['cometdChannel', 'cometd-channel'],
  'cometD.apiURL': ['cometdApiUrl', 'cometd-api-url'],
  'cometD.websocketEnabled': ['cometdWebsocketEnabled', 'cometd-websocket-enabled'],
  'cometD.logLevel': ['cometdLogLevel', 'cometd-log-level'],
  'async.enabled': ['asyncEnabled', 'async-enabled'],
  'async.newMessageRestoreState': ['asyncNewMessageRestoreState', 'async-new-message-restore-state'],
  'async.getSessionData': ['asyncGetSessionData', null],
  'async.setSessionData': ['asyncSetSessionData', null],
  'transport.type': ['transportType', 'transport-type'],
  'transport.create': ['transportCreate', null],
  'transport.script': ['transportScript', null],
  'transport.dataURL': ['transportDataUrl', 'transport-data-url'],
  'transport.deploymentKey': ['transportDeploymentKey', 'transport-deployment-key'],
  'transport.orgGuid': ['transportOrgGuid', 'transport-org-guid'],
  'transport.interactionData': ['transportInteractionData', null],
  'transport.markdown': ['transportMarkdown', 'transport-markdown'],
  'transport.endpoint': ['transportEndpoint', 'transport-endpoint'],
  'transport.stream': ['transportStream', 'transport-stream'],
  'transport.headers': ['transportHeaders', null],
  cookieOptions: ['cookieOptions', null],
  globals: ['globals', 'globals'],
  deploymentID: ['deploymentId', 'deployment-id'],
};

describe('the names of an option', () => {
  for (const name of optionNames) {
    const [property, attribute] = table[name];
    it(`are ${property} and ${attribute ?? 'no attribute'} for ${name}`, () => {
      expect(propertyName(name)).to.equal(property);
      expect(optionAttributes().get(attribute ?? attributeName(name))).to.equal(attribute === null ? undefined : name);
    });
  }

  it('are those of this table, and no others', () => {
    expect([...optionNames].sort()).to.deep.equal(Object.keys(table).sort());
    expect([...optionAttributes().keys()].sort()).to.deep.equal(
      Object.values(table)
        .flatMap(([, attribute]) => attribute ?? [])
        .sort(),
    );
  });

  it('differ from each other', () => {
    expect(new Set(optionNames.map(propertyName)).size).to.equal(optionNames.length);
    expect(new Set(optionNames.map(attributeName)).size).to.equal(optionNames.length);
  });

  it('are attributes that HTML, which knows no case, can write', () => {
    for (const attribute of optionAttributes().keys()) expect(attribute).to.match(/^[a-z][a-z\d]*(?:-[a-z]+)*$/);
  });
});

describe('the default of an option', () => {
  for (const name of optionNames) {
    it(`is a value that ${name} takes, or none`, () => {
      const { default: value, type } = options[name];
      if (value !== undefined) expect(type.read(value)).to.deep.equal(value);
    });
  }
});
