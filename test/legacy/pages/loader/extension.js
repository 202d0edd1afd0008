window._genesys.widgets.extensions = window._genesys.widgets.extensions || {};
window._genesys.widgets.extensions['Loaded'] = function ($, CXBus) {
  var plugin = CXBus.registerPlugin('Loaded');
  plugin.before('WebChat.open', function (options) {
    options.form = { firstname: 'Loader', lastname: 'Page' };
    return options;
  });
  plugin.subscribe('WebChatService.ended', function () {
    document.title = 'Thank you';
  });
  plugin.ready();
};
