window._genesys = window._genesys || {};
window._genesys.widgets = {
  main: { lang: 'en', theme: 'dark', preload: ['webchat'] },
  webchat: { dataURL: window.chatService, polling: { live: 20, idle: 20 } },
};
