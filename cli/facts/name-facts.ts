import { nearestName } from '../../src/config/nearest-name.js';
import type { ChatCatalogue } from '../../src/plugins/names.js';
import { better, changes, same, sameBut, unsupported, type Fact } from './fact.js';
import { knownPlugins } from './known-plugins.js';
import { otherPlugins } from './plugin-facts.js';

/** What a name on the bus is. */
export type NameKind = 'commands' | 'events';

/** What is to be said of a command, and of some of its options. */
export interface CommandFact extends Fact {
  readonly options?: Readonly<Record<string, Fact>>;
}

const harmlessHtml = sameBut(
  'A text of HTML is made harmless, without handlers and inputs; an element is shown as it is, and moves into the tag.',
);

/** What is to be said of commands that are here; of all others: they work as they are. */
const commandFacts: Partial<Record<keyof ChatCatalogue['commands'], CommandFact>> = {
  'WebChat.open': {
    ...same,
    options: { async: changes('Set the option `async.enabled`: `open` does not choose between the two.') },
  },
  'WebChat.injectMessage': {
    ...sameBut('HTML is made harmless.'),
    options: { bubble: sameBut('Its `avatar` is not looked at: an avatar is that of the name.') },
  },
  'WebChat.showOverlay': harmlessHtml,
  'Toaster.open': harmlessHtml,
  'Overlay.open': harmlessHtml,
  'ChannelSelector.open': sameBut('Without waiting times: `ewt` needs a statistics server.'),
  'WebChatService.sendMessage': better('It waits in an outage, and is sent once; it fails only when it is refused.'),
  'WebChatService.sendTyping': better('However often it is called, it asks the server once in three seconds.'),
  'WebChatService.sendFilteredMessage': better('What it hides stays hidden after a reload.'),
  'WebChatService.registerPreProcessor': better('HTML that it gives (`html = true`) is made harmless.'),
  'WebChatService.updateUserData': better('Without a chat it is kept for the next one.'),
  'WebChatService.getTranscript': better('It answers after the end of the chat too.'),
  'WebChatService.getStats': better('It answers after the end of the chat too.'),
  'WebChatService.sendFile': better('A `File`, a list of them or what holds them.'),
  'WebChatService.configure': better('It may be called again: what it is given goes over what there is.'),
  'WebChatService.verifySession': better('It asks the server on every transport.'),
};

/** What is to be said of events that are here; of all others: they work as they are. */
const eventFacts: Partial<Record<keyof ChatCatalogue['events'], Fact>> = {
  'WebChat.messageAdded': sameBut('`html` is an array that holds the element: `html[0]`.'),
  'WebChatService.messageReceived': better(
    'Never twice for one message; what the visitor writes is told once it has arrived.',
  ),
  'WebChatService.restored': better('In every tab; participants and typing of the past are not told again.'),
  'WebChatService.error': better('`{status, statusCode, errors, operation}` of every backend.'),
};

/** Names that sites use and that are not here, since Genesys Widgets did not document them either, or no longer. */
const gone: Readonly<Record<NameKind, Readonly<Record<string, Fact>>>> = {
  commands: {
    'WebChat.addPrefilter': changes('Run `WebChatService.addPrefilter`.'),
    'WebChatService.requestChat': changes('Run `WebChatService.startChat`.'),
  },
  events: {
    'WebChat.errors': changes('Listen to `WebChatService.error`.'),
    'WebChat.failed': changes('Listen to `WebChat.rejected`.'),
    'WebChat.ended': changes('Listen to `WebChatService.ended`, or `WebChat.completed` and `WebChat.cancelled`.'),
    'WebChat.chatEnded': changes('Listen to `WebChatService.ended`, or `WebChat.completed` and `WebChat.cancelled`.'),
    'WebChatService.unminimized': changes('Listen to `WebChat.unminimized`.'),
    'WebChatService.ajaxResponse': unsupported(
      '`WebChatService.started` has the chat’s id, `getSessionData` all keys.',
    ),
    'WebChatService.agentTypingTimeout': changes('Listen to `WebChatService.agentTypingStopped`.'),
  },
};

const facts: Readonly<Record<NameKind, Readonly<Record<string, CommandFact | undefined>>>> = {
  commands: commandFacts,
  events: eventFacts,
};

/** What becomes of a name, without `cx.plugin.`; undefined where no plugin of Genesys Widgets has it. */
export function nameFact(kind: NameKind, fullName: string): CommandFact | undefined {
  const [plugin = '', name = ''] = fullName.split('.');
  const known = knownPlugins.get(plugin);
  if (known?.[kind].includes(name)) return facts[kind][fullName] ?? same;
  if (!known) return otherPlugins[plugin] ?? misspelt(kind, plugin, name);
  const what = kind === 'commands' ? 'command' : 'event';
  const meant = nearestName(name, known[kind]);
  return (
    gone[kind][fullName] ??
    (meant === undefined
      ? unsupported(`${plugin} has no ${what} of this name, here or in what Genesys documented.`)
      : changes(`${plugin} has no ${what} of this name: write \`${plugin}.${meant}\`.`))
  );
}

/** A plugin that is not here is one of the site's own, unless what it is asked for tells that another is meant. */
function misspelt(kind: NameKind, plugin: string, name: string): Fact | undefined {
  const meant = nearestName(plugin, [...knownPlugins.keys()]) ?? '';
  const meantName = nearestName(name, knownPlugins.get(meant)?.[kind] ?? []);
  if (meantName === undefined) return undefined;
  return changes(`There is no plugin of this name: write \`${meant}.${meantName}\`.`);
}

/** Which of the two a full name is; a command where it is neither. */
export function kindOf(fullName: string): NameKind {
  const [plugin = '', name = ''] = fullName.split('.');
  const known = knownPlugins.get(plugin);
  return known?.events.includes(name) || fullName in gone.events ? 'events' : 'commands';
}

/** All commands or events, and those of Genesys Widgets that are not here, with what becomes of them. */
export function legacyNames(kind: NameKind): ReadonlyMap<string, Fact> {
  const here = [...knownPlugins]
    .flatMap(([plugin, known]) => known[kind].map((name) => `${plugin}.${name}`))
    .map((fullName) => [fullName, facts[kind][fullName] ?? same] as const);
  return new Map([...Object.entries(gone[kind]), ...here]);
}
