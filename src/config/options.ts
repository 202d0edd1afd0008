import { boolean, headers, headerText, integer, object, oneOf, text, url, type OptionType } from './option-types.js';

/** One row of the table. */
interface Option<Value, Default> {
  /** The part of the legacy configuration that holds it: `{ main, webchat }`. */
  readonly section: 'main' | 'webchat';
  readonly type: OptionType<Value>;
  readonly default: Default;
}

function main<Value, Default extends Value | undefined>(
  type: OptionType<Value>,
  value: Default,
): Option<Value, Default> {
  return { section: 'main', type, default: value };
}

function webchat<Value, Default extends Value | undefined>(
  type: OptionType<Value>,
  value: Default,
): Option<Value, Default> {
  return { section: 'webchat', type, default: value };
}

/** With more milliseconds a browser's timer rings at once. */
const longestTimer = 2_147_483_647;

/**
 * Every option there is. A key is the option's path in its section of the legacy configuration; its attribute and
 * property names follow from it, see `option-names.ts`.
 */
export const options = {
  /** Start URI of the chat service, e.g. `https://host/genesys/2/chat/customer-support`. Required to chat. Applies from the next chat. Contract: WebChatService configuration. */
  dataURL: webchat(url, undefined),
  /** Key for an API gateway in front of the server, sent as the header `apikey`. Contract: WebChatService configuration. */
  apikey: webchat(headerText, undefined),
  /** Whether the headers of `header` go with every request. Contract: WebChatService configuration. */
  enableCustomHeader: webchat(boolean, false),
  /** Headers for every request, by name; used where `enableCustomHeader` is true. Contract: main configuration. */
  header: main(headers, {}),
  /** Whether cookies go with requests to another origin. The server must then name the page's origin. Contract: WebChatService configuration. */
  'xhrFields.withCredentials': webchat(boolean, false),
  /** Milliseconds after which a request counts as unanswered. File transfers are not bounded. */
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
  /** How many characters the visitor may write in one message. Contract: WebChat configuration. */
  maxMessageLength: webchat(integer('characters', 1), 500),
  /** Whether the launcher shows while the window is closed. Contract: WebChat configuration, where the default is false. */
  'chatButton.enabled': webchat(boolean, true),
  /** Language of the window, as a BCP 47 tag. Default: that of the nearest ancestor with a language, else `en`. Contract: main configuration. */
  lang: main(text, undefined),
  /** Colours of the window: those the visitor's system asks for, or fixed ones. Contract: main configuration. */
  theme: main(oneOf('auto', 'light', 'dark'), 'auto'),
  /** Whether the window fills the screen: always, never, or on small screens. Contract: main configuration. */
  mobileMode: main(oneOf('auto', true, false), 'auto'),
  /** Width in pixels up to which a screen counts as small. Contract: main configuration. */
  mobileModeBreakpoint: main(integer('pixels', 0), 600),
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
