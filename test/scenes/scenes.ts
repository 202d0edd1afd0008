import type { Stage } from './stage.js';

/** A state of the chat that a visitor can see. */
export interface Scene {
  readonly name: string;
  /** Properties of the tag. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Brings the chat there. */
  readonly play: (stage: Stage) => Promise<void>;
}

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** A form with an input of every kind, and what a site says around them. */
const siteForm = {
  wrapper: '<table></table>',
  inputs: [
    { custom: '<h3>Before we start</h3><p>We keep this for <b>thirty days</b>. <a href="/privacy">Privacy</a></p>' },
    { name: 'firstname', label: '@i18n:webchat.ChatFormFirstName', required: true, autocomplete: 'given-name' },
    { name: 'lastname', label: '@i18n:webchat.ChatFormLastName', autocomplete: 'family-name' },
    {
      name: 'email',
      type: 'email',
      label: '@i18n:webchat.ChatFormEmail',
      placeholder: '@i18n:webchat.ChatFormPlaceholderEmail',
      wrapper: '<tr><th>{label}</th><td>{input} <small>Only for a copy of this chat.</small></td></tr>',
    },
    {
      name: 'topic',
      type: 'select',
      label: 'What is it about?',
      required: true,
      options: [
        { text: 'A repair', value: 'repair', group: 'A lamp I have' },
        { text: longWord, value: 'long', group: 'A lamp I have' },
        { text: 'An order', value: 'order', group: 'A lamp I want' },
      ],
    },
    { name: 'order', type: 'number', label: 'Order number', value: '1024', min: 1 },
    { name: 'story', type: 'textarea', label: 'Tell us more', maxlength: 500 },
    {
      name: 'terms',
      type: 'checkbox',
      required: true,
      label: 'I have read the <a href="https://lamps.example/terms">terms</a> and agree to what they say about my data',
    },
    { name: 'page', type: 'hidden', value: 'heron' },
  ],
};

const sideChannels = [
  { name: 'WebChat', displayTitle: 'Answers right now' },
  {
    name: 'Calls',
    displayName: 'Call us',
    displayTitle: 'From nine to five',
    icon: 'call',
    clickCommand: 'Calls.open',
  },
  { name: 'Mail', displayName: 'Write an email', icon: 'email', clickCommand: 'Mail.open' },
  {
    name: 'Callback',
    displayName: 'We call you back',
    icon: 'callback',
    clickCommand: 'Callback.open',
    readyEvent: 'Callback.ready',
  },
];

/** Every state there is. */
export const scenes: readonly Scene[] = [
  {
    name: 'closed',
    play: async (stage) => {
      await stage.part('launcher-button').waitFor();
    },
  },
  {
    name: 'unread',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await stage.command('WebChat.minimize', { minimized: true });
      await agent.write('Your lamp is ready.');
      await agent.write('Shall we send it today?');
      await stage.page.locator('genesys-chat-launcher [part~="launcher-badge"]').getByText('2').waitFor();
    },
  },
  {
    name: 'invitation',
    play: async (stage) => {
      await stage.command('WebChat.invite');
      await stage.part('invite').waitFor();
    },
  },
  {
    name: 'invitation-above-launcher',
    options: { chatButtonHideDuringInvite: false },
    play: async (stage) => {
      await stage.command('WebChat.reInvite');
      await stage.part('invite').waitFor();
    },
  },
  {
    name: 'toast',
    play: async (stage) => {
      await stage.command('Toaster.open', {
        type: 'generic',
        title: 'Looking for a lamp?',
        body: 'We know all of them, and <b>half of them</b> are half the price this week.',
        icon: 'chat',
        controls: 'close',
        buttons: { type: 'binary', primary: 'Ask us', secondary: 'Not now' },
      });
      await stage.part('toaster').waitFor();
    },
  },
  {
    name: 'toast-beside-the-window',
    play: async (stage) => {
      await stage.openWindow();
      await stage.command('Toaster.open', { type: 'generic', title: 'No agent is here', body: 'We are back at nine.' });
      await stage.part('toaster').waitFor();
    },
  },
  {
    name: 'views-of-the-page',
    play: async (stage) => {
      await stage.run(`
        const view = (text) => Object.assign(document.createElement('button'), { textContent: text });
        await chat.command('WindowManager.registerDockView', { html: view('Your basket') });
        await chat.command('WindowManager.registerDockView', { html: view('Compare') });
        await chat.command('WindowManager.registerSideButton', { html: view('Feedback') });
        await chat.command('Toaster.open', { type: 'generic', title: 'Half price', controls: 'close' });`);
      await stage.part('toaster').waitFor();
    },
  },
  {
    name: 'overlay-of-the-page',
    play: async (stage) => {
      await stage.command('Overlay.open', {
        html: '<h2>Before you go</h2><p>Your basket is kept for a week on this device. <a href="/help.html">Read more</a></p><ul><li>Heron, cream</li><li>Plover</li></ul>',
      });
      await stage.part('modal').waitFor();
    },
  },
  {
    name: 'sidebar',
    play: async (stage) => {
      await stage.command('SideBar.configure', { channels: sideChannels });
      await stage.command('SideBar.open');
      await stage.part('side-bar').waitFor();
    },
  },
  {
    name: 'sidebar-expanded',
    play: async (stage) => {
      await stage.command('SideBar.configure', { channels: sideChannels });
      await stage.command('SideBar.open');
      await stage.command('SideBar.expand');
      await stage.part('side-bar-label').waitFor();
    },
  },
  {
    name: 'sidebar-beside-the-window',
    play: async (stage) => {
      await stage.command('SideBar.configure', { channels: sideChannels });
      await stage.command('SideBar.open');
      await stage.command('WebChat.open');
      await stage.part('form').waitFor();
    },
  },
  {
    name: 'channel-selector',
    play: async (stage) => {
      await stage.command('ChannelSelector.configure', { channels: sideChannels });
      await stage.command('ChannelSelector.open');
      await stage.part('channel').waitFor();
    },
  },
  {
    name: 'launcher-of-a-site',
    options: { chatButtonTemplate: '<strong>Ask the <em>workshop</em></strong>' },
    play: async (stage) => {
      await stage.part('launcher-button').getByText('workshop').waitFor();
    },
  },
  {
    name: 'launcher-of-genesys-widgets',
    options: {
      chatButtonTemplate:
        '<div role="button" tabindex="0"><span data-icon="chat"></span><span data-message="ChatButton"></span></div>',
    },
    play: async (stage) => {
      await stage.part('launcher-label').waitFor();
    },
  },
  {
    name: 'form',
    play: async (stage) => {
      await stage.openWindow();
    },
  },
  {
    name: 'form-errors',
    play: async (stage) => {
      await stage.openWindow();
      await stage.page.locator('genesys-chat-form input[name="email"]').fill('ada');
      await stage.part('submit-button').click();
      await stage.part('form-error').waitFor();
    },
  },
  {
    name: 'form-on-its-way',
    play: async (stage) => {
      await stage.openWindow();
      await stage.page.locator('genesys-chat-form input[name="firstname"]').fill('Ada');
      await stage.page.locator('genesys-chat-form input[name="lastname"]').fill('Lovelace');
      await stage.page.route('**/genesys/2/chat/**', () => undefined);
      await stage.part('submit-button').click();
      await stage.page.locator('genesys-chat-form form[aria-busy="true"]').waitFor();
    },
  },
  {
    name: 'form-refused',
    play: async (stage) => {
      await stage.openWindow();
      await stage.page.locator('genesys-chat-form input[name="firstname"]').fill('Ada');
      await stage.page.locator('genesys-chat-form input[name="lastname"]').fill('Lovelace');
      await stage.breakServer({ statusCode: 2 });
      await stage.part('submit-button').click();
      await stage.part('form-error').waitFor();
    },
  },
  {
    name: 'form-of-a-site',
    options: { form: siteForm },
    play: async (stage) => {
      await stage.openWindow();
      await stage.reads('Privacy');
    },
  },
  {
    name: 'form-of-a-site-below',
    options: { form: siteForm },
    play: async (stage) => {
      await stage.openWindow();
      await stage.part('submit-button').click();
      await stage.part('form-error').waitFor();
      await stage.page.locator('genesys-chat-form input[name="terms"]').focus();
    },
  },
  {
    name: 'question-before-closing',
    play: async (stage) => {
      await stage.openWindow();
      await stage.page.locator('genesys-chat-form input[name="firstname"]').fill('Ada');
      await stage.part('close-button').click();
      await stage.part('confirm').waitFor();
    },
  },
  {
    name: 'waiting',
    play: async (stage) => {
      await stage.startChat();
    },
  },
  {
    name: 'menu',
    options: { sound: true },
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('How can I help you?');
      await stage.reads('How can I help you?');
      const item = { id: 'hours', text: 'Opening hours and how to find our shop', command: 'Hours.show' };
      await stage.command('WebChat.addMenuItem', item);
      await stage.part('menu-button').click();
      await stage.part('menu').waitFor();
    },
  },
  {
    name: 'search',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Is it the switch of the Heron, or that of another lamp?');
      await stage.say('It is a Heron. The lamp stands on my desk.');
      await agent.write('I see.');
      await stage.reads('I see.');
      await stage.part('menu-button').click();
      await stage.part('menu-item').click();
      await stage.part('search-input').fill('lamp');
      await stage.part('search-count').waitFor();
    },
  },
  {
    name: 'search-without-results',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('How can I help you?');
      await stage.reads('How can I help you?');
      await stage.part('menu-button').click();
      await stage.part('menu-item').click();
      await stage.part('search-input').fill('candlestick');
      await stage.part('search-nothing').waitFor();
    },
  },
  {
    name: 'conversation',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Good morning, and thank you for writing to Saltmarsh Lamps.');
      await agent.write('How can I help you?');
      await stage.reads('How can I help you?');
      await stage.say('Good morning. The switch of my Heron has come loose.');
      await stage.say('Can it be repaired?');
      await agent.write('Of course. We repair every lamp for as long as it is yours.');
      await stage.reads('We repair every lamp');
      await agent.startTyping();
      await stage.part('typing').waitFor();
    },
  },
  {
    name: 'long-words',
    play: async (stage) => {
      const agent = await stage.startWithAgent(`Dr. Wolfgang ${longWord}`);
      await agent.write(`${longWord}, https-like text without a link, and many words of the usual length after it.`);
      await agent.write('One line\n\nand two more\nbelow it.');
      await stage.reads('One line');
      await stage.say(`${longWord}${longWord}`);
    },
  },
  {
    name: 'new-messages-below',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      const steps = [
        'Unplug the lamp',
        'Turn it over',
        'Loosen the ring',
        'Lift the switch',
        'Clean it',
        'Put it back',
      ];
      for (const step of steps)
        await agent.write(`${step}.\nTake your time.${'\n\nTell me when it is done.'.repeat(3)}`);
      await stage.reads('Put it back');
      await stage.part('log').evaluate((log) => {
        log.scrollTop = 0;
        return new Promise(requestAnimationFrame);
      });
      await agent.write('Is it done?');
      await stage.part('new-messages-button').waitFor();
    },
  },
  {
    name: 'too-long-text',
    options: { maxMessageLength: 20 },
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('message-input').fill('More than twenty characters');
      await stage.part('composer-error').waitFor();
    },
  },
  {
    name: 'overlay',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Which lamp is it?');
      await stage.reads('Which lamp is it?');
      await stage.command('WebChat.showOverlay', {
        html: '<div id="cx_chat_information"><h3>How we treat your words</h3><p>We keep this conversation for a month, so that whoever repairs your lamp knows what you have told us. <a href="/help.html">Read more</a></p></div>',
      });
      await stage.part('overlay-close-button').waitFor();
    },
  },
  {
    name: 'injected-messages',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Which lamp is it?');
      await stage.reads('Which lamp is it?');
      await stage.command('WebChat.injectMessage', {
        type: 'html',
        name: 'Workshop',
        text: '<p>This might help:</p><ul><li><a href="/help.html">Care of shades</a></li><li>Switches &amp; sockets</li></ul>',
      });
      await stage.say('The one with the cream neck.');
    },
  },
  {
    name: 'failed-message',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Which lamp is it?');
      await stage.reads('Which lamp is it?');
      await stage.command('WebChatService.stopPoll');
      await stage.breakServer({ statusCode: 2 });
      await stage.say('The one with the cream neck.');
      await stage.part('retry-button').waitFor();
    },
  },
  {
    name: 'connection-lost',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('One moment, please.');
      await stage.reads('One moment, please.');
      await stage.breakServer({ offline: true });
      await stage.part('notice').waitFor();
      await stage.say('I am waiting.');
    },
  },
  {
    name: 'links-and-markdown',
    options: { markdown: true },
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write(
        [
          'Here is how to **change the switch**:\n',
          '1. Unplug the lamp\n2. Loosen the *ring* by hand\n3. Press `reset` for five seconds\n',
          '- [x] Heron\n- [ ] Plover\n',
          '| Lamp | Price | Delivery |\n| :-- | --: | :-- |\n| Heron | 129 € | tomorrow |\n| Plover | 89 € | on Friday |\n',
          '```\nlamp.setLevel(0.8);\n```\n',
          '> We repair every lamp for as long as it is yours.\n',
          'More in the [guide](https://saltmarsh.example/guide).',
        ].join('\n'),
      );
      await stage.part('transcript').locator('table').waitFor();
      await stage.say(
        'I have seen https://saltmarsh.example/lamps/heron/spare-parts/switches?finish=cream&length=140#fitting already.',
      );
      await stage.part('bubble-own').locator('a').waitFor();
    },
  },
  {
    name: 'files',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      const base64 = await stage.picture();
      await agent.share('heron-in-the-evening.png', 'image/png', base64);
      await stage.part('file-image').waitFor();
      await agent.share('Warranty and repair of the Heron.pdf', 'application/pdf', base64);
      await stage.reads('Warranty and repair');
      await stage.send('receipt.pdf', 48_000);
      await stage.part('message-own').locator('[part~="meta"]').waitFor();
    },
  },
  {
    name: 'file-refused',
    options: { uploadsEnabled: true },
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('attach-button').waitFor();
      const file = { name: 'a-tool-that-somebody-has-written.exe', mimeType: '', buffer: Buffer.from('x') };
      await stage.page.locator('genesys-chat-composer-tools input[type="file"]').setInputFiles(file);
      await stage.part('composer-error').waitFor();
    },
  },
  {
    name: 'files-on-their-way',
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.page.route('**/file', (route) => route.fulfill({ status: 500, body: '' }));
      await stage.send('a-very-long-name-of-a-file-that-somebody-has-scanned-at-work-2026-05-02.pdf', 4_000_000);
      await stage
        .part('file-details')
        .getByText(/could|إرسال/)
        .waitFor();
      await stage.page.unroute('**/file');
      await stage.page.route('**/file', () => undefined);
      await stage.send('switch.zip', 3_400_000);
    },
  },
  {
    name: 'quick-replies-and-cards',
    play: async (stage) => {
      await stage.run(
        `await chat.command('WebChatService.registerPreProcessor', { preprocessor: (message) => {
          if (!message.text.startsWith('{')) return undefined;
          return JSON.parse(message.text, (key, value) => (value === 'picture' ? chat.dataset.picture : value));
        } })`,
      );
      const agent = await stage.startWithAgent('Saltmarsh Lamps');
      await stage.run(`chat.dataset.picture = 'data:image/png;base64,${await stage.picture()}'`);
      const card = (title: string, description: string): object => ({
        title,
        description,
        image: 'picture',
        actions: [
          { type: 'Link', text: 'Look at it', url: 'https://saltmarsh.example/lamps' },
          { type: 'Postback', text: 'Ask about it', payload: title },
        ],
      });
      const cards = [
        card('Heron', 'A reading lamp with a cream neck. 129 €'),
        card('Plover', 'Small, for the bedside. 89 €'),
        card('Egret', 'Tall and calm, for the corner. 219 €'),
      ];
      const carousel = { text: 'These are in stock:', content: [{ contentType: 'Carousel', carousel: { cards } }] };
      await agent.write(JSON.stringify(carousel));
      const replies = ['Another colour', 'Delivery', 'I would like to talk to a person'];
      const content = replies.map((text) => ({ contentType: 'QuickReply', quickReply: { text, payload: text } }));
      await agent.write(JSON.stringify({ text: 'What else would you like to know?', content }));
      await stage.part('quick-reply').waitFor();
    },
  },
  {
    name: 'card-without-a-picture',
    play: async (stage) => {
      await stage.run(
        `await chat.command('WebChatService.registerPreProcessor', { preprocessor: (message) => message.text.startsWith('{') ? JSON.parse(message.text) : undefined })`,
      );
      const agent = await stage.startWithAgent('Saltmarsh Lamps');
      const card = {
        title: `Spare parts of the ${longWord}`,
        description: 'Rings, switches and shades, and the tools that you need. '.repeat(4),
        defaultAction: { type: 'Link', url: 'https://saltmarsh.example/parts' },
        actions: [
          { type: 'Postback', text: 'Send me the list of all that there is for my lamp', payload: 'list' },
          { type: 'Postback', text: 'Call me', payload: 'call' },
        ],
      };
      await agent.write(JSON.stringify({ text: '', content: [{ contentType: 'Card', card }] }));
      await stage.part('card').waitFor();
    },
  },
  {
    name: 'emoji',
    options: { emojis: true, uploadsEnabled: true },
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('emoji-button').click();
      await stage.part('emoji-picker').waitFor();
      await stage.page.locator('genesys-chat-emoji button').first().waitFor();
    },
  },
  {
    name: 'emoji-that-there-is-not',
    options: { emojis: true },
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('emoji-button').click();
      await stage.part('emoji-picker').waitFor();
      await stage.page.locator('genesys-chat-emoji button').first().waitFor();
      await stage.page.locator('genesys-chat-emoji input').fill('no such emoji');
      await stage.page.locator('genesys-chat-emoji .none').waitFor();
    },
  },
  {
    name: 'file-over-the-window',
    options: { uploadsEnabled: true },
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Could you send us a picture of it?');
      await stage.reads('Could you send');
      await stage.part('attach-button').waitFor();
      await stage.dragFile();
      await stage.part('drop-zone').waitFor();
    },
  },
  {
    name: 'question-before-ending',
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('close-button').click();
      await stage.part('confirm').waitFor();
    },
  },
  {
    name: 'end-that-failed',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Is there anything else?');
      await stage.reads('anything else');
      await stage.command('WebChatService.stopPoll');
      await stage.part('close-button').click();
      await stage.part('confirm-button').waitFor();
      await stage.breakServer({ statusCode: 2 });
      await stage.part('confirm-button').click();
      await stage.part('notice-dismiss-button').waitFor();
    },
  },
  {
    name: 'question-of-an-asynchronous-chat',
    options: { asyncEnabled: true },
    play: async (stage) => {
      await stage.startWithAgent();
      await stage.part('close-button').click();
      await stage.part('leave-button').waitFor();
    },
  },
  {
    name: 'ended',
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('Have a good day.');
      await stage.reads('Have a good day.');
      await stage.part('message-input').fill('One more thing');
      await agent.end();
      await stage.part('end-draft').waitFor();
    },
  },
  {
    name: 'survey',
    options: { surveyEnabled: true },
    play: async (stage) => {
      const agent = await stage.startWithAgent();
      await agent.write('The new switch is on its way.');
      await stage.reads('The new switch');
      await stage.say('Thank you!');
      await agent.end();
      await stage.part('survey').waitFor();
    },
  },
  {
    name: 'ended-without-an-agent',
    play: async (stage) => {
      await stage.startChat();
      await stage.command('WebChat.endChat');
      await stage.part('new-chat-button').waitFor();
    },
  },
];
