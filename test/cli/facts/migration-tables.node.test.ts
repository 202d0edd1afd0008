import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { knownPlugins } from '../../../cli/facts/known-plugins.js';
import { migrationTables } from '../../../cli/facts/migration-tables.js';
import { otherPlugins } from '../../../cli/facts/plugin-facts.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

void test('docs/ has its tables as the code has them (npm run docs writes them)', async () => {
  await promisify(execFile)('npm', ['run', '--silent', 'docs:check'], { cwd: root });
});

/** What the contract documents, by its own order. */
const contract = {
  options: `main.debug main.theme main.themes main.lang main.i18n main.header main.preload main.plugins main.mobileMode
    main.mobileModeBreakpoint main.timeFormat main.customStylesheetID main.downloadGoogleFont main.googleFontUrl
    main.deploymentID main.cookieOptions webchat.apikey webchat.endpoint webchat.dataURL webchat.enableCustomHeader
    webchat.cometD.enabled webchat.cometD.cometURL webchat.cometD.channel webchat.cometD.apiURL
    webchat.cometD.websocketEnabled webchat.cometD.logLevel webchat.userData webchat.ajaxTimeout
    webchat.xhrFields.withCredentials webchat.pollExceptionLimit webchat.restoreTimeout webchat.async.enabled
    webchat.async.newMessageRestoreState webchat.async.getSessionData webchat.async.setSessionData webchat.transport.type
    webchat.transport.dataURL webchat.transport.deploymentKey webchat.transport.orgGuid
    webchat.transport.interactionData webchat.transport.markdown webchat.transport.endpoint webchat.transport.stream
    webchat.transport.headers webchat.emojis webchat.emojiList webchat.form webchat.uploadsEnabled
    webchat.confirmFormCloseEnabled webchat.actionsMenu webchat.maxMessageLength webchat.charCountEnabled
    webchat.autoInvite.enabled webchat.autoInvite.timeToInviteSeconds webchat.autoInvite.inviteTimeoutSeconds
    webchat.inviteOnRestoreTimeout webchat.proactive.enabled webchat.proactive.idleTimer webchat.proactive.cancelTimer
    webchat.chatButton.enabled webchat.chatButton.template webchat.chatButton.effect webchat.chatButton.openDelay
    webchat.chatButton.effectDuration webchat.chatButton.hideDuringInvite webchat.minimizeOnMobileRestore
    webchat.markdown webchat.ariaIdleAlertIntervals webchat.ariaCharRemainingIntervals`,
  commands: `WebChatService.configure WebChatService.startChat WebChatService.endChat WebChatService.sendMessage
    WebChatService.sendCustomNotice WebChatService.sendTyping WebChatService.sendFilteredMessage
    WebChatService.addPrefilter WebChatService.updateUserData WebChatService.poll WebChatService.startPoll
    WebChatService.stopPoll WebChatService.resetPollExceptions WebChatService.restore WebChatService.getTranscript
    WebChatService.getAgents WebChatService.getStats WebChatService.sendFile WebChatService.downloadFile
    WebChatService.getFileLimits WebChatService.getSessionData WebChatService.fetchHistory
    WebChatService.registerTypingPreviewInput WebChatService.registerPreProcessor WebChatService.verifySession
    WebChat.configure WebChat.open WebChat.close WebChat.minimize WebChat.endChat WebChat.invite WebChat.reInvite
    WebChat.startChat WebChat.injectMessage WebChat.showChatButton WebChat.hideChatButton WebChat.showOverlay
    WebChat.hideOverlay WebChat.addPrefilter`,
  events: `WebChatService.ready WebChatService.restored WebChatService.restoreTimeout WebChatService.restoreFailed
    WebChatService.restoredOffline WebChatService.messageReceived WebChatService.error WebChatService.started
    WebChatService.ended WebChatService.agentTypingStarted WebChatService.agentTypingStopped
    WebChatService.pollingStarted WebChatService.pollingStopped WebChatService.clientConnected
    WebChatService.clientDisconnected WebChatService.agentConnected WebChatService.agentDisconnected
    WebChatService.supervisorConnected WebChatService.supervisorDisconnected WebChatService.botConnected
    WebChatService.botDisconnected WebChatService.clientTypingStarted WebChatService.clientTypingStopped
    WebChatService.disconnected WebChatService.reconnected WebChatService.connectionPending
    WebChatService.connectionRestored WebChatService.chatServerWentOffline WebChatService.chatServerBackOnline
    WebChat.ready WebChat.opened WebChat.started WebChat.submitted WebChat.rejected WebChat.completed
    WebChat.cancelled WebChat.closed WebChat.minimized WebChat.unminimized WebChat.messageAdded`,
};

const tables = migrationTables(() => false);

/** The cells of a table's rows by what is in the first. */
function rowsOf(name: string): Map<string, string[]> {
  const lines = (tables[name] ?? '').split('\n').slice(2);
  return new Map(
    lines
      .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$|^`|`$/g, '')))
      .map((cells) => [(cells[0] ?? '').replaceAll('`', ''), cells]),
  );
}

for (const what of ['options', 'commands', 'events'] as const) {
  void test(`what becomes of each of the contract's ${what} is told`, () => {
    const rows = rowsOf(what);
    assert.deepEqual(
      contract[what].split(/\s+/).filter((name) => !rows.has(name)),
      [],
    );
  });

  void test(`of the ${what} that change or are not supported it is told what to do, or why`, () => {
    const silent = [...rowsOf(what)].filter(
      ([, [, verdict, note]]) => /changes|not supported/.test(verdict ?? '') && !note,
    );
    assert.deepEqual(silent, []);
  });
}

void test('what Genesys Widgets did not have is in no table', () => {
  const { options = '' } = migrationTables((name) => name === 'webchat.mask');
  assert.equal(options.includes('`webchat.mask`'), false);
  assert.ok(options.includes('`webchat.form`'));
});

void test('no plugin is called missing that is here', () => {
  assert.deepEqual(
    [...knownPlugins.keys()].filter((name) => name in otherPlugins),
    [],
  );
});
