window._genesys = window._genesys || {};
window._genesys.widgets = {
  main: { i18n: { en: { webchat: { ChatTitle: 'Care' } } } },
  extensions: {
    Care: function ($, CXBus, Common) {
      var care = CXBus.registerPlugin('Care');
      care.command('WebChatService.registerPreProcessor', {
        preprocessor: function (message) {
          if (message.text && message.text.indexOf('offer:') === 0) {
            message.text = 'Take <b>' + message.text.replace('offer:', '') + '</b>';
            message.html = true;
          }
          return message;
        },
      });
      care.before('WebChat.open', function (options) {
        options.form = { autoSubmit: true, firstname: 'Ada', lastname: 'Lovelace' };
        return options;
      });
      care.subscribe('WebChat.opened', function () {
        care.command('WebChat.addMenuItem', { id: 'hello', text: 'Say hello', command: 'Care.hello' });
        care.command('WebChat.showOverlay', { html: '<p>Terms <i>of care</i></p>' });
      });
      care.registerCommand('hello', async function (e) {
        Common.log('Hello');
        await CXBus.command('WebChatService.sendMessage', { message: 'Hello' });
        e.deferred.resolve();
      });
      $(document.createElement('p')).addClass('care').text('We care').appendTo('body');
      $('.care').click(function () {
        care.command('WebChat.open');
      });
      care.republish('ready');
      care.ready();
    },
  },
};
