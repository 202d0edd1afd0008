// Written by `npm run docs` from the option table: change it there.
import type { OptionName } from '../../src/config/options.js';

/** What each option does, under the headings of the documentation. */
export const optionTexts: readonly {
  readonly heading: string;
  readonly options: readonly { readonly name: OptionName; readonly text: string }[];
}[] = [
  {
    heading: 'The server',
    options: [
      {
        name: 'dataURL',
        text: 'Start URI of the chat service, e.g. `https://host/genesys/2/chat/customer-support`. Required to chat. Applies from the next chat.',
      },
      { name: 'apikey', text: 'Key for an API gateway in front of the server, sent as the header `apikey`.' },
      { name: 'enableCustomHeader', text: 'Whether the headers of `header` go with every request.' },
      {
        name: 'endpoint',
        text: 'The endpoint that the chat is started on, e.g. `Environment:default`; sent with the start as user data `endpoint`. Applies from the next chat.',
      },
      { name: 'header', text: 'Headers for every request, by name; used where `enableCustomHeader` is true.' },
      {
        name: 'xhrFields.withCredentials',
        text: "Whether cookies go with requests to another origin. The server must then name the page's origin.",
      },
      {
        name: 'ajaxTimeout',
        text: 'Milliseconds after which a request counts as unanswered. File transfers are not bounded.',
      },
    ],
  },
  {
    heading: 'What goes with a chat',
    options: [
      {
        name: 'userData',
        text: 'Attached to every chat for routing and the agent; options of a start are merged over it.',
      },
      { name: 'attachPageData', text: 'Whether time zone, page address and language go with the start of a chat.' },
    ],
  },
  {
    heading: 'Asking for news',
    options: [
      { name: 'polling.live', text: 'Milliseconds between two polls while someone typed or wrote in the last minute.' },
      { name: 'polling.idle', text: 'Milliseconds between two polls while nobody types or writes.' },
      { name: 'polling.hidden', text: 'Milliseconds between two polls while nobody can see the page.' },
      { name: 'pollExceptionLimit', text: 'How many polls may fail in a row before `chatServerWentOffline`.' },
    ],
  },
  {
    heading: 'Coming back',
    options: [
      {
        name: 'restoreTimeout',
        text: 'Milliseconds of absence after which a conversation is not taken up again. An asynchronous chat has no such end. Applies from the next page.',
      },
    ],
  },
  {
    heading: 'Privacy',
    options: [
      {
        name: 'mask',
        text: "What is made unreadable in the visitor's messages before they are sent: numbers of payment cards, and what matches patterns. Applies from the next message.",
      },
    ],
  },
  {
    heading: 'CometD',
    options: [
      {
        name: 'cometD.enabled',
        text: "Whether the site has asked for CometD's push, which is not here: while it is true no chat starts, and the console says so.",
      },
      {
        name: 'cometD.cometURL',
        text: 'Address of the CometD server, e.g. `https://host/genesys/cometd`. Not used: there is no CometD here.',
      },
      {
        name: 'cometD.channel',
        text: 'CometD channel of the chat service, e.g. `/service/chatV2/customer-support`. Not used: there is no CometD here.',
      },
      {
        name: 'cometD.apiURL',
        text: 'Address of what goes beside CometD, as files do, e.g. `https://host/genesys/2/chat-ntf`. Not used: there is no CometD here.',
      },
      {
        name: 'cometD.websocketEnabled',
        text: 'Whether CometD tries a WebSocket before long polling. Not used: there is no CometD here.',
      },
      { name: 'cometD.logLevel', text: 'How much CometD writes on the console. Not used: there is no CometD here.' },
    ],
  },
  {
    heading: 'Asynchronous chats',
    options: [
      {
        name: 'async.enabled',
        text: 'Whether the chat is asynchronous: without an end in time, with its history on return, and not ended with its window. Applies from the next chat. In Genesys Widgets it may also stand in `transport`.',
      },
      {
        name: 'async.newMessageRestoreState',
        text: 'How the window of an asynchronous chat comes back when there is a new message. Applies from the next page. In Genesys Widgets it may also stand in `transport`.',
      },
      {
        name: 'async.getSessionData',
        text: "Called with an asynchronous chat's session data, for the site to keep. Applies from the next chat. In Genesys Widgets it may also stand in `transport`.",
      },
      {
        name: 'async.setSessionData',
        text: 'Called for the session data that the site has kept, which it returns. Applies from the next chat. In Genesys Widgets it may also stand in `transport`.',
      },
    ],
  },
  {
    heading: 'Transports',
    options: [
      {
        name: 'transport.type',
        text: 'Which protocol the server speaks: `gms-rest`, that of Genesys Mobile Services, is the default; `demo` needs no server. With `transport.create`, a name for it. Applies from the next chat.',
      },
      {
        name: 'transport.create',
        text: "Makes a transport of the site's own, see `Transport`; may return a promise of one. Applies from the next chat.",
      },
      {
        name: 'transport.script',
        text: 'What the agent of the transport `demo` says and does, see `DemoScript`; default: a script that shows everything. Applies from the next chat.',
      },
      {
        name: 'transport.dataURL',
        text: 'Address of the server that `transport.type` speaks to. No transport that is built in reads it.',
      },
      {
        name: 'transport.deploymentKey',
        text: 'Id of the deployment on Genesys Cloud. No transport that is built in reads it.',
      },
      {
        name: 'transport.orgGuid',
        text: 'Id of the organisation on Genesys Cloud. No transport that is built in reads it.',
      },
      {
        name: 'transport.interactionData',
        text: 'Where the chat is routed to, as `{ routing: { targetType, targetAddress, priority } }`. No transport that is built in reads it.',
      },
      { name: 'transport.markdown', text: "As `markdown`: whether the other side's messages are written in it." },
      {
        name: 'transport.endpoint',
        text: 'The endpoint of a chat over this transport. No transport that is built in reads it.',
      },
      {
        name: 'transport.stream',
        text: 'The stream of a chat over this transport, e.g. `live`. No transport that is built in reads it.',
      },
      {
        name: 'transport.headers',
        text: 'Headers for every request of this transport, by name. No transport that is built in reads it.',
      },
    ],
  },
  {
    heading: 'Form',
    options: [
      {
        name: 'form',
        text: 'The registration form, in place of the built-in one; what is wrong in it is told when it is shown.',
      },
      {
        name: 'confirmFormCloseEnabled',
        text: 'Whether the visitor is asked before a form that was filled in is closed.',
      },
    ],
  },
  {
    heading: 'Message box and messages',
    options: [
      { name: 'maxMessageLength', text: 'How many characters the visitor may write in one message.' },
      {
        name: 'charCountEnabled',
        text: 'Whether the remaining characters are counted from the first one on; else near the limit only.',
      },
      {
        name: 'ariaCharRemainingIntervals',
        text: 'At which shares of the limit, in percent of it that remain, screen readers are told how many characters are left; `false`: never.',
      },
      { name: 'emojis', text: 'Whether there is an emoji picker at the message box.' },
      {
        name: 'emojiList',
        text: 'The emoji that the picker offers in place of all: one after the other in a text, or a list of them.',
      },
      {
        name: 'uploadsEnabled',
        text: 'Whether the visitor may send files: by a button, by pasting and by dropping them on the window.',
      },
      { name: 'markdown', text: "Whether the other side's messages are written in markdown." },
    ],
  },
  {
    heading: 'Window',
    options: [
      { name: 'actionsMenu', text: 'Whether the title bar has a menu of actions once there is a conversation.' },
      {
        name: 'surveyEnabled',
        text: 'Whether a visitor who talked with somebody is asked after the chat to take part in a survey; `WebChat.surveyAnswered` tells the answer.',
      },
      {
        name: 'titleNotice',
        text: "Whether the page's title tells of messages that came while the visitor could not see them.",
      },
      {
        name: 'sound',
        text: 'Whether two short tones tell of them too, unless the visitor turns them off in the menu.',
      },
    ],
  },
  {
    heading: 'Launcher',
    options: [
      {
        name: 'chatButton.enabled',
        text: 'Whether the launcher shows while the window is closed. In Genesys Widgets the default is false.',
      },
      {
        name: 'chatButton.openDelay',
        text: 'Milliseconds before the launcher appears. In Genesys Widgets the default is 1000.',
      },
      {
        name: 'chatButton.effect',
        text: 'How the launcher appears; without it, it is simply there. In Genesys Widgets the default is `fade`.',
      },
      { name: 'chatButton.effectDuration', text: "Milliseconds that the launcher's appearing takes." },
      {
        name: 'chatButton.template',
        text: 'HTML to stand in the launcher in place of icon and label, made harmless; `data-icon="chat"` and an empty `data-message="ChatButton"` in it are filled with them; false for the built-in launcher.',
      },
      { name: 'chatButton.hideDuringInvite', text: 'Whether the launcher makes room for an invitation.' },
    ],
  },
  {
    heading: 'Invitations',
    options: [
      {
        name: 'autoInvite.enabled',
        text: 'Whether a visitor who does nothing for a while is asked whether help is wanted: once a page.',
      },
      { name: 'autoInvite.timeToInviteSeconds', text: 'Seconds without a move of the visitor before the invitation.' },
      { name: 'autoInvite.inviteTimeoutSeconds', text: 'Seconds before the invitation goes away; with 0 it stays.' },
      { name: 'proactive.enabled', text: 'The old name of `autoInvite.enabled`.' },
      { name: 'proactive.idleTimer', text: 'The old name of `autoInvite.timeToInviteSeconds`.' },
      { name: 'proactive.cancelTimer', text: 'The old name of `autoInvite.inviteTimeoutSeconds`.' },
      {
        name: 'inviteOnRestoreTimeout',
        text: 'Whether a visitor who comes back too late for the last chat is asked whether a new one is wanted.',
      },
      {
        name: 'minimizeOnMobileRestore',
        text: 'Whether the window of an earlier page comes back behind the launcher where it would fill the screen.',
      },
    ],
  },
  {
    heading: 'Language',
    options: [
      {
        name: 'lang',
        text: 'Language of the window, as a BCP 47 tag. Default: that of the nearest ancestor with a language, else `en`.',
      },
      {
        name: 'i18n',
        text: 'Texts of the site over the built-in ones, `{<language>: {webchat: {<Key>: text}}}`, or the address of a JSON file that holds them.',
      },
      { name: 'timeFormat', text: 'Whether times of day go up to 12 or to 24; default: as the language has it.' },
      { name: 'themes', text: 'Themes of the site by name; what stands there for each is up to the site.' },
    ],
  },
  {
    heading: 'Looks',
    options: [
      {
        name: 'theme',
        text: "Colours of the window: those the visitor's system asks for, fixed ones, or those of a theme of the site, which styles `genesys-webchat[data-theme='<name>']`.",
      },
      { name: 'mobileMode', text: 'Whether the window fills the screen: always, never, or on small screens.' },
      {
        name: 'mobileModeBreakpoint',
        text: 'Width in pixels up to which a screen counts as small; one that is 480 pixels high or lower always does.',
      },
    ],
  },
  {
    heading: 'The site',
    options: [
      {
        name: 'cookieOptions',
        text: 'Lets cookies be written, and says how: `domain`, `path`, `sameSite`, `secure`, and `expires` in days or as a Date. Without it there are none. Applies from the next chat.',
      },
      {
        name: 'globals',
        text: 'Whether the tag reads `window._genesys.widgets`, and stands behind it and `window.CXBus` when it is the first on its page that may.',
      },
      {
        name: 'deploymentID',
        text: "Tells apart conversations of several chats on one site; default: the service's address does. Applies from the next chat.",
      },
    ],
  },
];
