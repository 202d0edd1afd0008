let chat = document.querySelector('genesys-webchat');
const toggle = document.querySelector('#toggle');

prepare(chat);

document.querySelector('#dark').addEventListener('click', () => {
  chat.setAttribute('theme', 'dark');
});

toggle.addEventListener('click', () => {
  if (chat.isConnected) {
    chat.remove();
  } else {
    chat = chat.cloneNode();
    prepare(chat);
    document.body.append(chat);
  }
  toggle.textContent = chat.isConnected ? 'Remove the chat' : 'Show the chat';
});

function prepare(element) {
  element.setAttribute('data-url', new URLSearchParams(location.search).get('chat'));
  element.userData = { plan: 'gold' };
  element.addEventListener('started', () => tell('started'));
  element.addEventListener('messageReceived', ({ detail }) => {
    for (const { text } of detail.messages) tell(text);
  });
}

function tell(line) {
  const item = document.createElement('li');
  item.textContent = line;
  document.querySelector('ul').append(item);
}
