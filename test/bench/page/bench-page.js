/**
 * What happens inside the measured page. Each function stands on `window.bench`, for the benchmark outside to call; the
 * marks `start` and `end` tell it which stretches count.
 */

const dataURL = new URL('/genesys/2/chat/bench', location.href).href;
const script = '/cdn/genesys-webchat.js';

/** @type {HTMLElement & Record<string, any>} */
let chat;

/** @type {HTMLTextAreaElement} */
let messageBox;

/** The shadow tree of the conversation. */
let transcript;

/** Puts a tag that asks the server so seldom that a measurement is not disturbed. */
function mount(pause = 40_000) {
  chat = document.createElement('genesys-webchat');
  chat.dataUrl = dataURL;
  chat.pollingLive = chat.pollingIdle = chat.pollingHidden = pause;
  document.body.append(chat);
}

/** From the script's start to a launcher that is painted. */
async function launcher() {
  performance.mark('start');
  await import(script);
  mount();
  await end(() => onScreen(...launcherButton));
}

/** From the script's start to a window with a form that is painted, in which the visitor can type. */
async function openWindow(chunk) {
  performance.mark('start');
  await load(chunk);
  mount();
  chat.open();
  await end(() => onScreen(...formField));
}

/** From the script's start to the message box of a chat that the page has started, painted. */
async function startedChat(chunk) {
  performance.mark('start');
  await load(chunk);
  mount();
  chat.startChat({ nickname: 'Ada' });
  await end(() => onScreen(...messageInput));
}

/** From the script's start to the visitor's first message in a chat that the page has started, painted. */
async function firstMessage(chunk) {
  performance.mark('start');
  await load(chunk);
  mount();
  await chat.startChat({ nickname: 'Ada' });
  chat.sendMessage('Hello');
  await end(() => (transcript ??= onScreen(...log)?.getRootNode()) && textOnScreen('Hello'));
}

/** Loads the script; with a chunk's name as a page does that has a `modulepreload` for it. */
function load(chunk) {
  if (chunk) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/cdn/${chunk}`;
    document.head.append(link);
  }
  return import(script);
}

/** Starts a chat and gives its id. */
async function startChat(pause) {
  await import(script);
  mount(pause);
  await chat.startChat({ nickname: 'Ada' });
  await until(() => onScreen(...messageInput));
  const { chatId } = await chat.command('WebChatService.getSessionData');
  return chatId;
}

/**
 * Takes up the chat of the page before: from the server's answer with its history, which other chats are handed by their
 * page, until the newest message, of that text, is painted; and on until all is there. Milliseconds on the wall.
 */
async function restore(newest, count) {
  const begun = performance.now();
  let answered;
  const { fetch } = window;
  window.fetch = async (...request) => {
    const response = await fetch(...request);
    const body = await response.text();
    answered ??= performance.now();
    performance.mark('start');
    return new Response(body, response);
  };
  await import(script);
  mount();
  await until(() => (transcript ??= onScreen(...log)?.getRootNode()) && textOnScreen(newest));
  await painted();
  const shown = performance.now();
  window.fetch = fetch;
  await until(async () => (await received()) >= count);
  await still();
  performance.mark('end');
  return { total: shown - begun, shown: shown - answered, complete: performance.now() - answered };
}

/** Takes a chat up in another tab of the visitor's. */
async function follow(pause) {
  await import(script);
  mount(pause);
  await until(() => onScreen(...messageInput));
}

/** Lets so many milliseconds pass. */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Looks for what the next measurements need, so that they do not measure the search. */
function prepare() {
  messageBox = onScreen(...messageInput);
  transcript = onScreen(...log).getRootNode();
  messageBox.focus();
}

/** Asks for news and waits until the text is painted, and its receipt is on its way. */
async function liveMessage(text) {
  performance.mark('start');
  await chat.command('WebChatService.poll');
  await end(() => textOnScreen(text));
}

/** Asks for news where there is none. */
async function idlePoll() {
  performance.mark('start');
  await chat.command('WebChatService.poll');
  await end(() => true);
}

/** What a measurement costs in which nothing happens. */
async function nothing() {
  performance.mark('start');
  await end(() => true);
}

/** From the next key press until its letter is painted. Resolves with how to wait for that. */
function awaitKey(text) {
  messageBox.addEventListener('beforeinput', () => performance.mark('start'), { once: true });
  window.typed = end(() => messageBox.value === text);
}

async function typed() {
  await window.typed;
}

/** Puts tags in and out of the page. */
async function mountAndRemove(cycles) {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const tag = document.createElement('genesys-webchat');
    chat = tag;
    tag.id = 'cycle';
    tag.dataUrl = dataURL;
    document.body.append(tag);
    await tag.whenReady;
    await tag.open();
    await until(() => onScreen(...formField));
    tag.remove();
    await painted();
  }
}

/** Events and commands of the bus, so many each; milliseconds on the main thread are between the marks. */
async function publish(count) {
  await import(script);
  const { bus } = document.createElement('genesys-webchat');
  const plugin = bus.registerPlugin('Bench');
  for (let subscriber = 0; subscriber < 10; subscriber += 1) plugin.subscribe('Bench.happened', () => undefined);
  performance.mark('start');
  for (let number = 0; number < count; number += 1) plugin.publish('happened', { number });
  performance.mark('end');
}

async function command(count) {
  await import(script);
  const { bus } = document.createElement('genesys-webchat');
  const plugin = bus.registerPlugin('Bench');
  plugin.registerCommand('double', ({ data, deferred }) => deferred.resolve(2 * data.number));
  plugin.before('Bench.double', (options) => options);
  plugin.ready();
  performance.mark('start');
  for (let number = 0; number < count; number += 1) await plugin.command('Bench.double', { number });
  performance.mark('end');
}

/** How many messages the chat has. */
async function received() {
  const { messages } = await chat.command('WebChatService.getTranscript');
  return messages.filter(({ type }) => type === 'Message').length;
}

/** Marks the end of what counts: what is to be seen is painted. */
async function end(isSo) {
  await until(isSo);
  await painted();
  performance.mark('end');
}

/** Looks at once and then in frames, as what is on screen changes only there. */
async function until(isSo) {
  while (!(await isSo())) await new Promise(requestAnimationFrame);
}

/** The next frame is painted, which shows what is there now. */
async function painted() {
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

/** Waits until nothing is added to the transcript any more. */
async function still() {
  const log = transcript.querySelector('[part~="log"]');
  for (let height = -1, frames = 0; frames < 3; frames += 1) {
    if (log.scrollHeight !== height) frames = 0;
    height = log.scrollHeight;
    await new Promise(requestAnimationFrame);
  }
}

/** The text is in the newest bubble of the transcript, which is on screen. */
function textOnScreen(text) {
  const newest = [...transcript.querySelectorAll('.page:last-child [part~="bubble"]')].at(-1);
  return newest?.textContent.includes(text) && newest.checkVisibility();
}

/** What is found along a path through shadow trees, if it is to be seen. */
function onScreen(...path) {
  let found = chat;
  for (const selector of path) found = found?.shadowRoot.querySelector(selector);
  return found?.checkVisibility() ? found : undefined;
}

const launcherButton = ['genesys-chat-launcher', 'button'];
const formField = ['genesys-chat-window', 'genesys-chat-form', 'input'];
const messageInput = ['genesys-chat-window', 'genesys-chat-composer', 'textarea'];
const log = ['genesys-chat-window', 'genesys-chat-transcript', '.log'];

window.bench = {
  launcher,
  openWindow,
  startedChat,
  firstMessage,
  startChat,
  restore,
  follow,
  wait,
  prepare,
  liveMessage,
  idlePoll,
  nothing,
  awaitKey,
  typed,
  mountAndRemove,
  publish,
  command,
};
