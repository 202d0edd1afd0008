/** What happens inside the measured page. Each function stands on `window.bench`, for the benchmark outside to call. */

const longTasks = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: 'longtask', buffered: true });

const dataURL = new URL('/genesys/2/chat/bench', location.href).href;

/** @type {HTMLElement & Record<string, any>} */
let chat;

/** @type {HTMLTextAreaElement} */
let messageBox;

/** The shadow tree of the conversation. */
let transcript;

/** Puts a tag that asks the server so seldom that a measurement is not disturbed. */
function mount() {
  chat = document.createElement('genesys-webchat');
  chat.dataUrl = dataURL;
  chat.pollingLive = chat.pollingIdle = chat.pollingHidden = 3_600_000;
  document.body.append(chat);
}

/** From the script's start to a message box that is painted; milliseconds. */
async function coldStart() {
  const start = performance.now();
  await import('/cdn/genesys-webchat.js');
  mount();
  chat.startChat({ nickname: 'Ada' });
  await until(() => part('message-input')?.checkVisibility());
  await painted();
  return { wall: performance.now() - start, blocked: blockedTime() };
}

/** From the script's start to a launcher that is painted; milliseconds. */
async function launcher() {
  const start = performance.now();
  await import('/cdn/genesys-webchat.js');
  mount();
  await until(() => part('launcher-button')?.checkVisibility());
  await painted();
  return { wall: performance.now() - start };
}

/** Starts a chat and gives its id. */
async function startChat() {
  await import('/cdn/genesys-webchat.js');
  mount();
  await chat.startChat({ nickname: 'Ada' });
  await until(() => part('message-input')?.checkVisibility());
  const { chatId } = await chat.command('WebChatService.getSessionData');
  return chatId;
}

/** Takes up the chat of the page before, whose newest message has that text; milliseconds. */
async function restore(newest, count) {
  const start = performance.now();
  await import('/cdn/genesys-webchat.js');
  mount();
  await until(() => (transcript = part('transcript')?.getRootNode()));
  await until(() => textOnScreen(newest));
  await painted();
  const shown = performance.now() - start;
  await until(async () => (await received()) >= count);
  await still();
  return { shown, complete: performance.now() - start, longest: Math.max(0, ...longTasks) };
}

/** Looks for what the next measurements need, so that they do not measure the search. */
function prepare() {
  messageBox = part('message-input');
  transcript = part('transcript').getRootNode();
  messageBox.focus();
}

/** Asks for news and waits until the text is painted. */
async function liveMessage(text) {
  await chat.command('WebChatService.poll');
  await until(() => textOnScreen(text));
  await painted();
}

/** Waits until what was typed is painted. */
async function typed(text) {
  await until(() => messageBox.value === text);
  await painted();
}

/** What a measurement costs in which nothing happens. */
async function nothing() {
  await painted();
}

/** Puts tags in and out of the page. */
async function mountAndRemove(cycles) {
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const tag = document.createElement('genesys-webchat');
    tag.id = 'cycle';
    tag.dataUrl = dataURL;
    document.body.append(tag);
    await tag.whenReady;
    await tag.open();
    await until(() => part('form', tag)?.checkVisibility());
    tag.remove();
    await painted();
  }
}

/** How many messages the chat has. */
async function received() {
  const { messages } = await chat.command('WebChatService.getTranscript');
  return messages.filter(({ type }) => type === 'Message').length;
}

function blockedTime() {
  return longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
}

/** Looks in frames, as what is on screen changes only there. */
async function until(isSo) {
  while (!(await isSo())) await new Promise(requestAnimationFrame);
}

/** Two frames: what the first one shows is on screen in the second. */
async function painted() {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
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
  const newest = [...transcript.querySelectorAll('[part~="bubble"]')].at(-1);
  return newest?.textContent.includes(text) && newest.checkVisibility();
}

function part(name, root = chat) {
  return parts(name, root)[0];
}

function parts(name, root) {
  const found = [];
  for (const tree of [root.shadowRoot, root]) {
    if (!tree) continue;
    if (tree === root && root.part.contains(name)) found.push(root);
    for (const child of tree.querySelectorAll('*')) {
      if (child.part.contains(name)) found.push(child);
      if (child.shadowRoot) found.push(...parts(name, child));
    }
  }
  return found;
}

Object.assign(window, {
  bench: { coldStart, launcher, startChat, restore, prepare, liveMessage, typed, nothing, mountAndRemove },
});
