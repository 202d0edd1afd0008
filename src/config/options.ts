import {
  boolean,
  callback,
  cookieOptions,
  emojiSet,
  headers,
  headerText,
  integer,
  languagePacks,
  markup,
  maskRules,
  object,
  oneOf,
  percentages,
  text,
  themeName,
  url,
  type OptionType,
} from './option-types.js';
import type { FormDefinition } from '../model/form-definition.js';

/** A part of the legacy configuration, `{ main, webchat }`. */
export type Section = 'main' | 'webchat';

/** One row of the table. */
interface Option<Value, Default> {
  /** What holds it. */
  readonly section: Section;
  readonly type: OptionType<Value>;
  readonly default: Default;
}

function rowOf(section: Section) {
  return <Value, Default extends Value | undefined = undefined>(
    type: OptionType<Value>,
    // Without one, the type of the default is undefined too.
    value?: Default,
  ): Option<Value, Default> => ({ section, type, default: value as Default });
}

const main = rowOf('main');
const webchat = rowOf('webchat');

/** With more milliseconds a browser's timer rings at once. */
const longestTimer = 2_147_483_647;

/**
 * Every option there is. A key is the option's path in its section of the legacy configuration; its attribute and
 * property names follow from it, see `option-names.ts`.
 */
export const options = {
  /** Start URI of the chat service, e.g. `https://host/genesys/2/chat/customer-support`. Required to chat. Applies from the next chat. Contract: WebChatService configuration. */
  dataURL: webchat(url),
  /** Key for an API gateway in front of the server, sent as the header `apikey`. Contract: WebChatService configuration. */
  apikey: webchat(headerText),
  /** Whether the headers of `header` go with every request. Contract: WebChatService configuration. */
  enableCustomHeader: webchat(boolean, false),
  /** The endpoint that the chat is started on, e.g. `Environment:default`; sent with the start as user data `endpoint`. Applies from the next chat. Contract: WebChatService configuration. */
  endpoint: webchat(text),
  /** Headers for every request, by name; used where `enableCustomHeader` is true. Contract: main configuration. */
  header: main(headers, {}),
  /** Whether cookies go with requests to another origin. The server must then name the page's origin. Contract: WebChatService configuration. */
  'xhrFields.withCredentials': webchat(boolean, false),
  /** Milliseconds after which a request counts as unanswered. File transfers are not bounded. Contract: WebChatService configuration. */
  ajaxTimeout: webchat(integer('milliseconds', 1, longestTimer), 10_000),
  /** Attached to every chat for routing and the agent; options of a start are merged over it. Contract: WebChatService configuration. */
  userData: webchat(object, {}),
  /** Whether time zone, page address and language go with the start of a chat. */
  attachPageData: webchat(boolean, true),
  /** Milliseconds between two polls while someone typed or wrote in the last minute. */
  'polling.live': webchat(integer('milliseconds', 1, 40_000), 3000),
  /** Milliseconds between two polls while nobody types or writes. */
  'polling.idle': webchat(integer('milliseconds', 1, 40_000), 5000),
  /** Milliseconds between two polls while nobody can see the page. */
  'polling.hidden': webchat(integer('milliseconds', 1, 40_000), 15_000),
  /** How many polls may fail in a row before `chatServerWentOffline`. Contract: WebChatService configuration. */
  pollExceptionLimit: webchat(integer('failed polls', 0), 5),
  /** Milliseconds of absence after which a conversation is not taken up again. An asynchronous chat has no such end. Applies from the next page. Contract: WebChatService configuration. */
  restoreTimeout: webchat(integer('milliseconds', 0), 60_000),
  /** What is made unreadable in the visitor's messages before they are sent: numbers of payment cards, and what matches patterns. Applies from the next message. */
  mask: webchat(maskRules, false),
  /** Whether the site has asked for CometD's push, which is not here: while it is true no chat starts, and the console says so. Contract: WebChatService configuration. */
  'cometD.enabled': webchat(boolean, false),
  /** Address of the CometD server, e.g. `https://host/genesys/cometd`. Not used: there is no CometD here. Contract: WebChatService configuration. */
  'cometD.cometURL': webchat(url),
  /** CometD channel of the chat service, e.g. `/service/chatV2/customer-support`. Not used: there is no CometD here. Contract: WebChatService configuration. */
  'cometD.channel': webchat(text),
  /** Address of what goes beside CometD, as files do, e.g. `https://host/genesys/2/chat-ntf`. Not used: there is no CometD here. Contract: WebChatService configuration. */
  'cometD.apiURL': webchat(url),
  /** Whether CometD tries a WebSocket before long polling. Not used: there is no CometD here. Contract: WebChatService configuration. */
  'cometD.websocketEnabled': webchat(boolean, true),
  /** How much CometD writes on the console. Not used: there is no CometD here. Contract: WebChatService configuration. */
  'cometD.logLevel': webchat(text, 'info'),
  /** Whether the chat is asynchronous: without an end in time, with its history on return, and not ended with its window. Applies from the next chat. Contract: WebChatService configuration, where it may also stand in `transport`. */
  'async.enabled': webchat(boolean, false),
  /** How the window of an asynchronous chat comes back when there is a new message. Applies from the next page. Contract: WebChatService configuration, where it may also stand in `transport`. */
  'async.newMessageRestoreState': webchat(oneOf('minimized', 'maximized'), 'minimized'),
  /** Called with an asynchronous chat's session data, for the site to keep. Applies from the next chat. Contract: WebChatService configuration, where it may also stand in `transport`. */
  'async.getSessionData': webchat(callback),
  /** Called for the session data that the site has kept, which it returns. Applies from the next chat. Contract: WebChatService configuration, where it may also stand in `transport`. */
  'async.setSessionData': webchat(callback),
  /** Which protocol the server speaks: `gms-rest`, that of Genesys Mobile Services, is the default; `demo` needs no server. With `transport.create`, a name for it. Applies from the next chat. Contract: WebChatService configuration. */
  'transport.type': webchat(text),
  /** Makes a transport of the site's own, see `Transport`; may return a promise of one. Applies from the next chat. */
  'transport.create': webchat(callback),
  /** What the agent of the transport `demo` says and does, see `DemoScript`; default: a script that shows everything. Applies from the next chat. */
  'transport.script': webchat(object),
  /** Address of the server that `transport.type` speaks to. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.dataURL': webchat(url),
  /** Id of the deployment on Genesys Cloud. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.deploymentKey': webchat(text),
  /** Id of the organisation on Genesys Cloud. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.orgGuid': webchat(text),
  /** Where the chat is routed to, as `{ routing: { targetType, targetAddress, priority } }`. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.interactionData': webchat(object, {}),
  /** As `markdown`: whether the other side's messages are written in it. Contract: WebChatService configuration. */
  'transport.markdown': webchat(boolean, false),
  /** The endpoint of a chat over this transport. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.endpoint': webchat(text),
  /** The stream of a chat over this transport, e.g. `live`. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.stream': webchat(text),
  /** Headers for every request of this transport, by name. No transport that is built in reads it. Contract: WebChatService configuration. */
  'transport.headers': webchat(headers, {}),
  /** The registration form, in place of the built-in one; what is wrong in it is told when it is shown. Contract: WebChat configuration. */
  // Its inside is checked by what shows it, since no other page has to pay for that.
  form: webchat(object as OptionType<FormDefinition>),
  /** Whether the visitor is asked before a form that was filled in is closed. Contract: WebChat configuration. */
  confirmFormCloseEnabled: webchat(boolean, true),
  /** How many characters the visitor may write in one message. Contract: WebChat configuration. */
  maxMessageLength: webchat(integer('characters', 1), 500),
  /** Whether the remaining characters are counted from the first one on; else near the limit only. Contract: WebChat configuration. */
  charCountEnabled: webchat(boolean, false),
  /** At which shares of the limit, in percent of it that remain, screen readers are told how many characters are left; `false`: never. Contract: WebChat configuration. */
  ariaCharRemainingIntervals: webchat(percentages, [75, 25, 10]),
  /** Whether there is an emoji picker at the message box. Contract: WebChat configuration. */
  emojis: webchat(boolean, false),
  /** The emoji that the picker offers in place of all: one after the other in a text, or a list of them. Contract: WebChat configuration. */
  emojiList: webchat(emojiSet),
  /** Whether the visitor may send files: by a button, by pasting and by dropping them on the window. Contract: WebChat configuration. */
  uploadsEnabled: webchat(boolean, false),
  /** Whether the other side's messages are written in markdown. Contract: WebChat configuration. */
  markdown: webchat(boolean, false),
  /** Whether the title bar has a menu of actions once there is a conversation. Contract: WebChat configuration. */
  actionsMenu: webchat(boolean, true),
  /** Whether a visitor who talked with somebody is asked after the chat to take part in a survey; `WebChat.surveyAnswered` tells the answer. */
  surveyEnabled: webchat(boolean, false),
  /** Whether the page's title tells of messages that came while the visitor could not see them. */
  titleNotice: webchat(boolean, true),
  /** Whether two short tones tell of them too, unless the visitor turns them off in the menu. */
  sound: webchat(boolean, false),
  /** Whether the launcher shows while the window is closed. Contract: WebChat configuration, where the default is false. */
  'chatButton.enabled': webchat(boolean, true),
  /** Milliseconds before the launcher appears. Contract: WebChat configuration, where the default is 1000. */
  'chatButton.openDelay': webchat(integer('milliseconds', 0, longestTimer), 0),
  /** How the launcher appears; without it, it is simply there. Contract: WebChat configuration, where the default is `fade`. */
  'chatButton.effect': webchat(oneOf('fade', 'slide')),
  /** Milliseconds that the launcher's appearing takes. Contract: WebChat configuration. */
  'chatButton.effectDuration': webchat(integer('milliseconds', 0, longestTimer), 300),
  /** HTML to stand in the launcher in place of icon and label, made harmless; `data-icon="chat"` and an empty `data-message="ChatButton"` in it are filled with them; false for the built-in launcher. Contract: WebChat configuration. */
  'chatButton.template': webchat(markup, false),
  /** Whether the launcher makes room for an invitation. Contract: WebChat configuration. */
  'chatButton.hideDuringInvite': webchat(boolean, true),
  /** Whether a visitor who does nothing for a while is asked whether help is wanted: once a page. Contract: WebChat configuration. */
  'autoInvite.enabled': webchat(boolean, false),
  /** Seconds without a move of the visitor before the invitation. Contract: WebChat configuration. */
  'autoInvite.timeToInviteSeconds': webchat(integer('seconds', 0, 86_400), 5),
  /** Seconds before the invitation goes away; with 0 it stays. Contract: WebChat configuration. */
  'autoInvite.inviteTimeoutSeconds': webchat(integer('seconds', 0, 86_400), 30),
  /** The old name of `autoInvite.enabled`. Contract: WebChat configuration. */
  'proactive.enabled': webchat(boolean, false),
  /** The old name of `autoInvite.timeToInviteSeconds`. Contract: WebChat configuration. */
  'proactive.idleTimer': webchat(integer('seconds', 0, 86_400)),
  /** The old name of `autoInvite.inviteTimeoutSeconds`. Contract: WebChat configuration. */
  'proactive.cancelTimer': webchat(integer('seconds', 0, 86_400)),
  /** Whether a visitor who comes back too late for the last chat is asked whether a new one is wanted. Contract: WebChat configuration. */
  inviteOnRestoreTimeout: webchat(boolean, false),
  /** Whether the window of an earlier page comes back behind the launcher where it would fill the screen. Contract: WebChat configuration. */
  minimizeOnMobileRestore: webchat(boolean, false),
  /** Language of the window, as a BCP 47 tag. Default: that of the nearest ancestor with a language, else `en`. Contract: main configuration. */
  lang: main(text),
  /** Texts of the site over the built-in ones, `{<language>: {webchat: {<Key>: text}}}`, or the address of a JSON file that holds them. Contract: main configuration. */
  i18n: main(languagePacks),
  /** Whether times of day go up to 12 or to 24; default: as the language has it. Contract: main configuration, and WebChat configuration, which wins. */
  timeFormat: main(oneOf(12, 24)),
  /** Themes of the site by name; what stands there for each is up to the site. Contract: main configuration. */
  themes: main(object, {}),
  /** Colours of the window: those the visitor's system asks for, fixed ones, or those of a theme of the site, which styles `genesys-webchat[data-theme='<name>']`. Contract: main configuration. */
  theme: main(themeName, 'auto'),
  /** Whether the window fills the screen: always, never, or on small screens. Contract: main configuration. */
  mobileMode: main(oneOf('auto', true, false), 'auto'),
  /** Width in pixels up to which a screen counts as small; one that is 480 pixels high or lower always does. Contract: main configuration. */
  mobileModeBreakpoint: main(integer('pixels', 0), 600),
  /** Lets cookies be written, and says how: `domain`, `path`, `sameSite`, `secure`, and `expires` in days or as a Date. Without it there are none. Applies from the next chat. Contract: main configuration. */
  cookieOptions: main(cookieOptions),
  /** Whether the tag reads `window._genesys.widgets`, and stands behind it and `window.CXBus` when it is the first on its page that may. */
  globals: main(boolean, true),
  /** Tells apart conversations of several chats on one site; default: the service's address does. Applies from the next chat. Contract: main configuration. */
  deploymentID: main(text),
} as const;

/** The path of an option. */
export type OptionName = keyof typeof options;

/** The value of each option, after defaults. */
export type ResolvedOptions = {
  readonly [Name in OptionName]: (typeof options)[Name] extends Option<infer Value, infer Default>
    ? undefined extends Default
      ? Value | undefined
      : Value
    : never;
};

/** All names, in the order of the table. */
export const optionNames = Object.keys(options) as readonly OptionName[];
