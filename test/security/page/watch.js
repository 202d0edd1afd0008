/**
 * Notes everything that a page gets to see of the chat in it, with the place where it is seen. It runs before the page's
 * own scripts, and stands on `window.watch`.
 */

const notes = [];

function note(place, ...seen) {
  notes.push({ place, text: seen.map(textOf).join(' ') });
}

/** Whatever it is, as text in which everything can be found. */
function textOf(seen) {
  const known = new Set();
  const text = JSON.stringify(seen, (_name, value) => {
    if (typeof value === 'function') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    if (known.has(value)) return 'seen before';
    known.add(value);
    if (value instanceof Element) return value.outerHTML;
    return value instanceof Error ? `${String(value)} ${value.stack}` : value;
  });
  return text ?? String(seen);
}

/** Notes what a method is called with, which then does what it does. */
function follow(owner, name, place) {
  const original = owner[name];
  owner[name] = function (...given) {
    note(typeof place === 'function' ? place(this, given) : place, ...given);
    return original.apply(this, given);
  };
}

for (const level of ['debug', 'log', 'info', 'warn', 'error', 'table', 'dir', 'trace'])
  follow(console, level, 'console');
follow(window, 'reportError', 'console');
follow(history, 'pushState', 'history');
follow(history, 'replaceState', 'history');
follow(indexedDB, 'open', 'data base');
follow(Storage.prototype, 'setItem', (storage, [name]) =>
  storage === localStorage ? `local storage: ${name}` : 'session storage',
);

const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  note('DOM event', event.type, event.detail);
  return dispatchEvent.call(this, event);
};

/** All that stands in a tree, each time that it changes. */
const trees = new MutationObserver((changes) => {
  for (const root of new Set(changes.map(({ target }) => target.getRootNode()))) noteTree(root);
});
const everything = { subtree: true, childList: true, attributes: true, characterData: true };

function noteTree(root) {
  const inputs = [...root.querySelectorAll('input, textarea')].map(({ value }) => value);
  note('page', (root.documentElement ?? root).innerHTML, inputs);
  if (root === document) note('title', document.title);
}

trees.observe(document, everything);
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, options);
  trees.observe(root, everything);
  return root;
};

/** Listens to every event of the bus, and looks at what every command is given. */
function listen(chat) {
  const plugin = chat.bus.registerPlugin('Watch');
  for (const [name, { commands, events }] of Object.entries(plugin.registry())) {
    for (const event of events) plugin.subscribe(`${name}.${event}`, (told) => note('bus event', told));
    for (const command of commands) plugin.before(`${name}.${command}`, (options) => note('command options', options));
  }
}

/** Runs a command; its answer, or why there is none, is noted. */
async function run(name, options) {
  const chat = document.querySelector('genesys-webchat');
  note('command answer', name, await chat.command(name, options).catch((reason) => reason));
}

/** What was noted on this page so far, and what is where the page can look at any time. */
function collect() {
  note('cookie', document.cookie);
  note('address', location.href, window.name, performance.getEntries());
  note('history', history.state);
  return notes;
}

window.watch = { listen, run, collect };
