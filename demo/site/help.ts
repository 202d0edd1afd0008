import type {} from '../../components/genesys-webchat/index.js';

const chat = document.querySelector('genesys-webchat');
const list = document.querySelector('#chat-events');
const emptyNote = document.querySelector<HTMLElement>('#no-chat-events');
const mostEntries = 30;

document.querySelector('#chat-with-us')?.addEventListener('click', () => {
  // It rejects while the chat is on screen already, where there is nothing left to do.
  chat?.open().catch(() => undefined);
});

/** Some of the tag's events; any other is listened to the same way. */
const events = {
  'WebChat.opened': 'The visitor opened the chat',
  'WebChat.minimized': 'The chat was minimised',
  'WebChat.closed': 'The chat was closed',
  'WebChatService.started': 'A conversation began',
  'WebChatService.agentConnected': 'An agent joined',
  'WebChatService.agentTypingStarted': 'The agent is typing',
  'WebChatService.messageReceived': 'Messages came',
  'WebChatService.disconnected': 'The connection is gone',
  'WebChatService.reconnected': 'The connection is back',
  'WebChatService.ended': 'The conversation ended',
};

for (const [name, meaning] of Object.entries(events)) {
  chat?.addEventListener(name, () => {
    showEvent(name, meaning);
  });
}

function showEvent(name: string, meaning: string): void {
  const entry = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString();
  const code = document.createElement('code');
  code.textContent = name;
  entry.append(time, code, meaning);
  list?.prepend(entry);
  if (list && list.children.length > mostEntries) list.lastElementChild?.remove();
  if (emptyNote) emptyNote.hidden = true;
}
