import { type needlessOptions, optionAt, pathOf, renamedOptions } from '../../src/config/find-option.js';
import { optionNames, type OptionName } from '../../src/config/options.js';
import { better, changes, same, sameBut, unsupported, type Fact } from './fact.js';

const cometd = unsupported(
  'There is no CometD here, and no chat starts while it is enabled. Take `cometD` out, and set `dataURL`: the chat polls, adaptively.',
);
const otherTransport = unsupported(
  'It belongs to a transport that is not here: the chat speaks to Genesys Mobile Services.',
);

/** What is to be said of options that are here; of all others: they work as they are. */
const facts: Partial<Record<OptionName, Fact>> = {
  endpoint: sameBut('It goes with the start as user data `endpoint`.'),
  ajaxTimeout: better('By default 10 000; files may take as long as they take.'),
  pollExceptionLimit: better('After it the chat goes on trying, and loses nothing.'),
  restoreTimeout: better('A visitor in time goes on in every tab.'),
  'cometD.enabled': cometd,
  'cometD.cometURL': cometd,
  'cometD.channel': cometd,
  'cometD.apiURL': cometd,
  'cometD.websocketEnabled': cometd,
  'cometD.logLevel': cometd,
  'async.getSessionData': sameBut('It is given JSON text, and an empty text when the chat is over.'),
  'async.setSessionData': better('It may return a promise too.'),
  'transport.type': sameBut('`gms-rest`, which is the default, `demo`, or one of your own, see docs/transports.md.'),
  'transport.dataURL': otherTransport,
  'transport.deploymentKey': otherTransport,
  'transport.orgGuid': otherTransport,
  'transport.interactionData': otherTransport,
  'transport.endpoint': otherTransport,
  'transport.stream': otherTransport,
  'transport.headers': otherTransport,
  form: sameBut('Its HTML is made harmless; see docs/forms.md for what `validate` is given.'),
  maxMessageLength: better('A text that is too long is not cut off: the visitor sees by how much.'),
  emojis: better('With a search, skin tones and what was used last.'),
  uploadsEnabled: better('By pasting and dropping too, with progress and pictures.'),
  markdown: better('Markdown becomes elements, never HTML.'),
  'transport.markdown': better('Markdown becomes elements, never HTML.'),
  actionsMenu: better('With a search, copy, download and print.'),
  'chatButton.enabled': sameBut(
    'A tag shows its launcher by default; a chat that `_genesys.widgets` alone makes does not.',
  ),
  'chatButton.openDelay': sameBut('By default 0, not 1000.'),
  'chatButton.effect': sameBut('By default the launcher is simply there.'),
  'chatButton.template': sameBut(
    'It stands inside the launcher, with its places for icon and label filled, is made harmless, and the page’s styles do not reach it.',
  ),
  'proactive.enabled': sameBut('The name of today is `autoInvite.enabled`.'),
  'proactive.idleTimer': sameBut('The name of today is `autoInvite.timeToInviteSeconds`.'),
  'proactive.cancelTimer': sameBut('The name of today is `autoInvite.inviteTimeoutSeconds`.'),
  lang: better('Without it the chat speaks the language of the page, one of twelve.'),
  i18n: better('Twelve languages are built in; a pack may hold what differs only, and forms for numbers.'),
  timeFormat: better('Without it, as the language has it.'),
  theme: better('By default `auto`: what the visitor’s system asks for.'),
  themes: changes(
    'The names stay, the classes do not: set custom properties `--gwc-…` for `genesys-webchat[data-theme="<name>"]`, see docs/theming.md.',
  ),
  mobileMode: better('By the size of the screen, not the browser’s name.'),
  cookieOptions: better('Without it there are no cookies; the session is kept in local storage.'),
};

const needless: Readonly<Record<(typeof needlessOptions)[number], Fact>> = {
  'main.debug': better('Not needed: what is wrong is always told on the console. Take it out.'),
  'main.preload': better('Not needed: each part is loaded when it is used. Take it out.'),
  'main.plugins': better('Not needed: each part is loaded when it is used. Take it out.'),
  'main.customStylesheetID': changes(
    'Styles do not reach into the chat: use `genesys-webchat::part(…)`, see the hooks.',
  ),
  'main.downloadGoogleFont': better('Not needed: no font is ever fetched. Take it out.'),
  'main.googleFontUrl': changes('No font is ever fetched: load it yourself and set `--gwc-font-family`.'),
  'webchat.ariaIdleAlertIntervals': unsupported(
    'The server tells of idle time by messages, which screen readers are told. Take it out.',
  ),
};

/** Options of Genesys Widgets that are not here, by section and path; what begins so counts too. */
const gone: Readonly<Record<string, Fact>> = {
  ...needless,
  ...Object.fromEntries(Object.entries(renamedOptions).map(([path, name]) => [path, changes(`Write \`${name}\`.`)])),
  'webchat.tests': unsupported('It was never documented. Take it out.'),
};

/** What becomes of the option at a path; undefined where Genesys Widgets had none there either. */
export function optionFact(path: string): Fact | undefined {
  const name = optionAt(path);
  if (name) return facts[name] ?? same;
  const known = Object.keys(gone).find((each) => path === each || path.startsWith(`${each}.`));
  return known === undefined ? undefined : gone[known];
}

/** All options, and those of Genesys Widgets that are not here, by path, with what becomes of them. */
export function legacyOptions(): ReadonlyMap<string, Fact> {
  const here = optionNames.map((name) => [pathOf(name), facts[name] ?? same] as const);
  return new Map([...Object.entries(gone), ...here]);
}
