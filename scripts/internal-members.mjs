import { readFileSync } from 'node:fs';

/** Members of Lit's classes and records that only Lit and our elements know, beside those that begin with `_$`. */
const ofLit = `
  addController createProperty createRenderRoot enableUpdating firstUpdated getUpdateComplete
  hasUpdated hostConnected hostDisconnected hostUpdate hostUpdated isUpdatePending performUpdate renderOptions renderRoot
  requestUpdate shadowRootOptions willUpdate
`;

/**
 * Members that only our own code knows: nothing that a page, an extension, a server, another tab or a later version is
 * given or gives. Where a name is missing, the linked file is a little larger; that is all.
 */
const ofOurs = `
  addPreProcessor adopt agentTyping alreadyActive alreadyClosed alreadyOpened appear areAll atOnce catchUp
  checkRunning claimLate clock conduct createSteadyClock createTransport demand demandRefresh dismissLabel emitter
  endedAt failedPolls filledIn forget forgetPolls hasInput hasSession hear heightOf interceptions intervals isAsKept
  isGone isHeld isHidden isIdle isNear isOf isOver isPending isSmall keeper kept lastAnswer leader listen
  malformedUserData markReady masked mistake mistakes newFrom noDataURL noFilter noSession noText notLoaded notOpen
  onAnswer onChange onCode onDismiss onDispose onEdit onFailure onFilters onFollow onFreeze onGoOn onHold onKeys
  onLead onOffline onOnline onSession onThaw onVisibilityChange onlyTo openStore opensOnStart optionsChanged outbox
  outcome participants phase pollFailed pollSucceeded poller postpone reader refilter refreshFrom refreshed resend
  restoreState running seenAt sessionEnded sessions setDraft setMuted setRunning setScript settings settle showsLauncher sought
  stores subscriptions succeeded takeHistory takeKeys takeReceipt tellAdded typed unanswered writeItem writeValue
`;

/** What lazy files give to those that load them. */
const ofFiles = `
  CharacterCount ComposerTools EdgeView ExtensionCommands FieldMistakes FullScreen GmsRestTransport NewMessagesButton
  Paging RichMessages SiteKeeping SpokenLanguage WidgetsPage WindowView attract conductWindow createChatService
  createOtherTransport defineFields describeMistakes failureWords findConversation hearTab markupWords menuOf readItems
  refusalOf sendWithProgress siteCommands
`;

/** What says how others see our records: events, commands and options, what is kept, and what tabs tell each other. */
const open = [
  ...['plugins/names', 'config/options', 'model/agent', 'model/chat-events', 'model/file-status', 'model/message'],
  ...['session/outbox-item', 'session/stored-session', 'session/tab-messages', 'transport/transport'],
];

/**
 * What to call internal members in all files of the linked build, as the minifier keeps it: nothing that stands in any of
 * them already.
 */
export function nameInternalMembers(files) {
  const names = [ofLit, ofOurs, ofFiles].flatMap((list) => list.match(/\S+/g));
  const told = open.map((path) => readFileSync(`src/${path}.ts`, 'utf8')).join('\n');
  for (const name of names) {
    // Whoever asks for a member by its name would not find it.
    if (
      files.some((code) => new RegExp(`(["'\`])${name}\\1`).test(code)) ||
      new RegExp(`\\b${name}\\??[:(]`).test(told)
    ) {
      throw new Error(`unable to shorten ${name}; it is known by its name`);
    }
  }
  const words = new Set(files.flatMap((code) => code.match(/[\w$]+/g)));
  const unused = names.find((name) => !words.has(name));
  if (unused) throw new Error(`unable to shorten ${unused}; nothing is called that`);
  const members = [...names, ...[...words].filter((word) => /^_\$\w+$/.test(word))];
  const free = Array.from({ length: 2 * members.length }, (_, at) => `_${at.toString(36)}`);
  const short = free.filter((name) => !words.has(name));
  return Object.fromEntries(members.map((name, at) => [name, short[at]]));
}
