import { readFileSync } from 'node:fs';

/**
 * The bars of what a page loads, in kB of 1000 bytes, brotli. Which files count is read from the build's own graph, so that
 * a new lazy chunk counts until it is named below as one that an ordinary text chat never asks for.
 */
const notInATextChat = [
  // Loaded where a site has set an option wrong.
  /^src\/config\/describe-mistake\.ts$/,
  // Loaded where a tag has a JSON script.
  /^src\/config\/lost-names\.ts$/,
  // Loaded with the option `mask`, with cookies or with a keeping of the site's own, with files, and where extensions or custom windows ask for more than a chat.
  /^src\/(session\/(extension-commands|site-keeping)|model\/mask|platform\/upload|transport\/gms-rest\/file-job)\.ts$/,
  // Loaded with the options `emojis` and `uploadsEnabled`.
  /^components\/chat-composer\/composer-tools\.ts$/,
  // Loaded when a text comes near the limit of its length, and with the option `charCountEnabled`.
  /^components\/chat-composer\/character-count\.ts$/,
  // Loaded where a conversation is longer than a hundred messages, and when one comes below the view.
  /^components\/chat-transcript\/(paging|new-messages-button)\.ts$/,
  // Loaded when a visitor wants the menu of actions or a search in the conversation, and when a message comes that nobody sees.
  /^components\/(chat-menu|chat-search|attention)\//,
  // Loaded when a visitor is asked whether to end the chat, and when it has ended.
  /^components\/chat-(confirm|end)\//,
  // Loaded with an asynchronous chat, which may have begun long ago.
  /^components\/chat-history\//,
  // Loaded after a reload, where there is another tab, and while nobody can see the page.
  /^src\/(session\/(find-session|read-stored|hear-tab)|platform\/(steady-clock|timer-worker))\.ts$/,
  // Loaded where the window fills the screen.
  /^components\/genesys-webchat\/full-screen\.ts$/,
  // Loaded in pages that are not in English, and where a site has its own texts.
  /^components\/genesys-webchat\/spoken-language\.ts$/,
  /^src\/i18n\/(?!en\.)[a-z]{2}(-[A-Z]{2})?\.ts$/,
  // Loaded where a site names another transport than the default one, or brings its own.
  /^src\/create-other-transport\.ts$/,
  /^src\/transport\/(demo|own)\//,
  // Loaded where the launcher is not as it always is, with invitations, and for a page's own commands about them.
  /^components\/genesys-webchat\/(edge-view|launcher-content)\.ts$/,
  /^src\/plugins\/site-commands\.ts$/,
  /^components\/chat-overlay\//,
  /^src\/legacy\//,
  // Loaded where a page uses a global of Genesys Widgets, or a plugin of theirs.
  /^components\/genesys-webchat\/globals\//,
  // Loaded with the first command of Toaster, Overlay, WindowManager, SideBar or ChannelSelector.
  /^components\/(neighbours|chat-(toaster|modal|dock|side-bar|channel-selector))\//,
  // Loaded with the first form that is not in order.
  /^components\/chat-form\/field-mistakes\.ts$/,
  // Loaded where a site defines its own form.
  /^components\/chat-form\/defined-fields\.ts$/,
  // Loaded where code of the site gives HTML to show.
  /^components\/sanitized-html\//,
  // Loaded with the first failure of which a server, and not the network, is the reason.
  /^components\/chat-failure\//,
  // Loaded with the first message that is more than plain text, and with the first that failed.
  /^components\/(chat-message|markdown)\//,
  /^components\/chat-window\/markup-words\.ts$/,
  /^components\/emoji\//,
];

const graph = JSON.parse(readFileSync('dist/meta/cdn.json', 'utf8'));
const chunks = new Map(graph.map((chunk) => [chunk.fileName, chunk]));

const launcher = reach(['genesys-webchat.js'], ({ imports }) => imports);
const textChat = reach(['genesys-webchat.js'], ({ imports, dynamicImports }) => [
  ...imports,
  ...dynamicImports.filter((fileName) => !notInATextChat.some((place) => place.test(chunks.get(fileName).entry))),
]);

export default [
  check('before the launcher is on screen', '15 kB', launcher),
  check('while the chat is closed', '20 kB', launcher),
  check('an ordinary text chat', '40 kB', textChat),
];

function reach(start, next) {
  const found = new Set(start);
  for (const fileName of found) for (const other of next(chunks.get(fileName))) found.add(other);
  return [...found];
}

function check(name, limit, files) {
  return { name, limit, path: files.map((fileName) => `dist/cdn/${fileName}`) };
}
