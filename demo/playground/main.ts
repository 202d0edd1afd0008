import './play-app.js';

await customElements.whenDefined('genesys-webchat');
const app = document.querySelector('play-app');
const chat = document.querySelector('genesys-webchat');
if (app && chat) app.chat = chat;
