import { expect } from '@open-wc/testing';
import type { ChatMessage } from '../../src/model/message.js';
import { browserTabs } from '../../src/platform/tabs.js';
import { failuresOf, reasonOf } from '../bus/harness.js';
import { MemoryStorage } from '../support/memory-storage.js';
import { fastPolling, ServiceFixture, startedConversation, type Conversation } from '../support/service-fixture.js';

const noFilter =
  'Missing or invalid filters provided. Please provide a regular expression or an array of regular expressions.';

/** What the visitor sees: the texts of the messages, those on their way too. */
function seen(chat: Conversation): string[] {
  const messages = chat.service.stores.messages.get();
  return messages.filter(({ type }) => type === 'Message').map(({ text }) => text);
}

/** The agent says so, and the visitor's side hears of it. */
async function said(chat: Conversation, ...texts: string[]): Promise<void> {
  const agent = await chat.server.join();
  for (const text of texts) await agent.write(text);
  await chat.command('poll');
}

describe('addPrefilter', () => {
  it('hides what matches from the transcript and from messageReceived, but not from the originals', async () => {
    const chat = await startedConversation();
    await chat.command('addPrefilter', { filters: /^#terminate/ });
    await said(chat, '#terminate:now', 'Hello');

    expect(seen(chat)).to.deep.equal(['Hello']);
    const { messages, originalMessages } = await chat.command('getTranscript');
    expect(messages.map(({ text }) => text)).to.deep.equal(['', '', 'Hello']);
    expect(originalMessages).to.deep.equal((await chat.server.chat(chat.chatId)).transcript);
    const [received] = chat.all('messageReceived');
    expect(received?.messages.map(({ text }) => text)).to.deep.equal(['', 'Hello']);
    expect(received?.originalMessages).to.deep.equal(originalMessages.slice(1));
  });

  it('hides what was said before, on both sides', async () => {
    const chat = await startedConversation();
    await said(chat, 'secret of the agent', 'Hello');
    await chat.command('sendMessage', { message: 'my secret' });
    await chat.command('poll');
    expect(seen(chat)).to.deep.equal(['secret of the agent', 'Hello', 'my secret']);

    await chat.command('addPrefilter', { filters: /secret/ });
    expect(seen(chat)).to.deep.equal(['Hello']);
    const { messages, originalMessages } = await chat.command('getTranscript');
    expect(messages.filter(({ type }) => type === 'Message').map(({ text }) => text)).to.deep.equal(['Hello']);
    expect(JSON.stringify(originalMessages)).to.contain('secret of the agent').and.to.contain('my secret');
  });

  it('takes several, and resolves with all there are so far', async () => {
    const chat = await startedConversation();
    expect(await chat.command('addPrefilter', { filters: [/one/, /two/i] })).to.deep.equal([/one/, /two/i]);
    expect(await chat.command('addPrefilter', { filters: /three/u })).to.deep.equal([/one/, /two/i, /three/u]);
    await said(chat, 'one', 'TWO', 'three', 'ONE');
    expect(seen(chat)).to.deep.equal(['ONE']);
  });

  for (const flags of ['g', 'y', 'gy']) {
    it(`matches each message anew with the flags ${flags}, which would remember the last place`, async () => {
      const chat = await startedConversation();
      const filter = new RegExp('#', flags);
      await chat.command('addPrefilter', { filters: filter });
      await said(chat, '#1', '#2', '#3', '#4', 'Hello');
      expect(seen(chat)).to.deep.equal(['Hello']);
      expect(filter.lastIndex).to.equal(0);
    });
  }

  it('may match all: what has no text is no message, and stays', async () => {
    const chat = await startedConversation();
    await chat.command('addPrefilter', { filters: /(?:)/ });
    await said(chat, 'Hello');
    const { messages } = await chat.command('getTranscript');
    expect(messages.map(({ type }) => type)).to.deep.equal(['ParticipantJoined', 'ParticipantJoined']);
    expect(chat.names).to.include('agentConnected');
  });

  it('hides the visitor’s own messages while they are on their way', async () => {
    const chat = await startedConversation();
    await chat.command('addPrefilter', { filters: /^#/ });
    const sent = chat.command('sendMessage', { message: '#menu' });
    await chat.nextEvent('messageStatus');
    expect(seen(chat)).to.deep.equal([]);
    await sent;
    expect(await chat.server.visitorTexts()).to.deep.equal(['#menu']);
  });

  it('holds before the first chat, and for the one after', async () => {
    const chat = await startedConversation();
    await chat.command('endChat');
    await chat.command('addPrefilter', { filters: /^#/ });
    const { chatId } = await chat.command('startChat', { nickname: 'Ada' });
    const agent = await chat.server.join({}, chatId);
    await agent.write('#terminate');
    await agent.write('Hello again');
    await chat.command('poll');
    expect(seen(chat)).to.deep.equal(['Hello again']);
  });

  for (const [what, options] of [
    ['nothing', {}],
    ['null', { filters: null }],
    ['a text', { filters: 'secret' }],
    ['no filters at all', { filters: [] }],
    ['a list with a text among them', { filters: [/one/, 'two'] }],
    ['an object', { filters: { source: 'secret' } }],
  ] as const) {
    it(`rejects ${what}, and hides nothing`, async () => {
      const chat = await startedConversation();
      expect(await reasonOf(chat.command('addPrefilter', options))).to.equal(noFilter);
      await said(chat, 'one secret');
      expect(seen(chat)).to.deep.equal(['one secret']);
    });
  }
});

describe('sendFilteredMessage', () => {
  it('brings the message to the agent; the visitor sees it neither on its way nor in the transcript', async () => {
    const chat = await startedConversation();
    const shown: string[] = [];
    chat.service.stores.messages.listen(() => void shown.push(...seen(chat)));
    const options = { message: '#menu billing', regex: /^#menu/ };
    expect(await chat.command('sendFilteredMessage', options)).to.include({ statusCode: 0, chatId: chat.chatId });
    await chat.command('poll');

    expect(shown).to.deep.equal([]);
    expect(await chat.server.visitorTexts()).to.deep.equal(['#menu billing']);
    const { messages, originalMessages } = await chat.command('getTranscript');
    expect(messages.map(({ text }) => text)).to.deep.equal(['']);
    expect(originalMessages.at(-1)).to.include({ type: 'Message', text: '#menu billing' });
  });

  it('hides in the site’s other tabs too, and in those that open later', async () => {
    const storage = new MemoryStorage();
    const chat = await startedConversation({ webchat: fastPolling, platform: { storage, tabs: browserTabs() } });
    await chat.command('startPoll');
    const open = async () => {
      const webchat = { dataURL: chat.server.dataURL, ...fastPolling };
      const tab = Object.assign(new ServiceFixture({ webchat, platform: { storage, tabs: browserTabs() } }), {
        server: chat.server,
        chatId: chat.chatId,
      });
      await tab.nextEvent('restored');
      return tab;
    };
    const other = await open();
    const shown = new Set<string>();
    other.service.stores.messages.listen(() => {
      for (const text of seen(other)) shown.add(text);
    });
    await chat.command('sendMessage', { message: 'in sight' });
    await chat.command('sendFilteredMessage', { message: '#menu billing', regex: /^#menu/ });
    await chat.command('sendMessage', { message: 'Hello' });
    await other.until(() => seen(other).includes('Hello'));
    const later = await open();
    for (const tab of [chat, other, later]) expect(seen(tab)).to.deep.equal(['in sight', 'Hello']);
    expect([...shown]).to.deep.equal(['in sight', 'Hello']);
    expect(await chat.server.visitorTexts()).to.deep.equal(['in sight', '#menu billing', 'Hello']);
  });

  it('hides whatever else matches, of both sides, in this chat alone', async () => {
    const chat = await startedConversation();
    await chat.command('sendFilteredMessage', { message: '#menu', regex: '^#' });
    await said(chat, '#terminate', 'Hello');
    await chat.command('sendMessage', { message: '#again' });
    expect(seen(chat)).to.deep.equal(['Hello']);

    await chat.command('endChat');
    await chat.command('startChat', { nickname: 'Ada', message: '#begin' });
    expect(seen(chat)).to.deep.equal(['#begin']);
  });

  for (const [regex, words] of [
    [undefined, 'nothing'],
    ['', '""'],
    ['(', '"("'],
    [7, 'a value of type number'],
    [[/one/], 'a list'],
    [{}, 'a value of type object'],
  ] as const) {
    it(`rejects ${words} as regex with a sentence, and sends nothing`, async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('sendFilteredMessage', { message: 'Hello', regex }));
      expect(reason).to.equal(`regex takes a regular expression or the text of one, but got ${words}`);
      expect(await chat.server.visitorTexts()).to.deep.equal([]);
    });
  }

  it('rejects as sendMessage does, without a text and when the server refuses', async () => {
    const chat = await startedConversation();
    const empty = chat.command('sendFilteredMessage', { message: ' ', regex: /./ });
    expect(await reasonOf(empty)).to.equal('No message text provided');
    const long = chat.command('sendFilteredMessage', { message: 'x'.repeat(5000), regex: /./ });
    expect(await reasonOf(long)).to.include({ status: 200, statusCode: 2, operation: 'send' });
  });
});

describe('registerPreProcessor', () => {
  /** A conversation with preprocessors. */
  async function processed(...preprocessors: ((message: ChatMessage) => unknown)[]): Promise<Conversation> {
    const chat = await startedConversation();
    for (const preprocessor of preprocessors) await chat.command('registerPreProcessor', { preprocessor });
    return chat;
  }

  /** The newest entry of the conversation. */
  async function newest(chat: Conversation): Promise<ChatMessage | undefined> {
    return (await chat.command('getTranscript')).messages.at(-1);
  }

  it('resolves with the function that it was given', async () => {
    const preprocessor = (message: ChatMessage) => message;
    expect(await (await startedConversation()).command('registerPreProcessor', { preprocessor })).to.equal(
      preprocessor,
    );
  });

  it('changes the text before anybody sees it, and not the original', async () => {
    const chat = await processed((message) => ({ ...message, text: message.text.toUpperCase() }));
    await said(chat, 'Hello');
    expect(seen(chat)).to.deep.equal(['HELLO']);
    const [received] = chat.all('messageReceived');
    expect(received?.messages.at(-1)).to.include({ text: 'HELLO' });
    expect(received?.originalMessages.at(-1)).to.include({ text: 'Hello' });
    expect((await chat.command('getTranscript')).originalMessages.at(-1)).to.include({ text: 'Hello' });
  });

  it('may change the message that it is given and return that', async () => {
    const chat = await processed((message) => Object.assign(message, { text: 'changed' }));
    await said(chat, 'Hello');
    expect(seen(chat)).to.deep.equal(['changed']);
  });

  it('hides a message by an empty type', async () => {
    const chat = await processed((message) => (message.text === 'secret' ? { ...message, type: '' } : message));
    await said(chat, 'secret', 'Hello');
    expect(seen(chat)).to.deep.equal(['Hello']);
  });

  it('shows a notice as a message', async () => {
    const chat = await processed((message) =>
      message.type === 'CustomNotice' ? { ...message, type: 'Message', text: 'Your turn comes soon' } : message,
    );
    const agent = await chat.server.join();
    await agent.notice('{"queue":2}');
    await chat.command('poll');
    expect(seen(chat)).to.deep.equal(['Your turn comes soon']);
  });

  it('marks the text as HTML, and adds structured content', async () => {
    const content = [{ contentType: 'QuickReply', quickReply: { text: 'Yes' } }];
    const chat = await processed((message) => ({ ...message, html: true, content }));
    await said(chat, '<b>Hello</b>');
    expect(await newest(chat)).to.deep.include({ text: '<b>Hello</b>', html: true, content });
    expect(chat.all('messageReceived')[0]?.messages.at(-1)).to.deep.include({ html: true, content });
  });

  it('cannot change who said it, when, and where it stands', async () => {
    const forged = { id: 'x', index: 99, utcTime: 0, from: { type: 'Client' }, text: 7, html: 'yes', content: 'none' };
    const chat = await processed((message) => ({ ...message, ...forged }));
    await said(chat, 'Hello');
    const { transcript } = await chat.server.chat(chat.chatId);
    const { index, utcTime } = transcript.at(-1)!;
    const message = await newest(chat);
    expect(message).to.deep.include({ text: 'Hello', index, utcTime });
    expect(message?.from).to.include({ type: 'Agent', nickname: 'Bob' });
    expect(message).not.to.have.any.keys('html', 'content');
  });

  it('runs after those that were registered before it, on what they made of it', async () => {
    const chat = await processed(
      (message) => ({ ...message, text: `${message.text} one` }),
      (message) => ({ ...message, text: `${message.text} two` }),
    );
    await said(chat, 'Hello');
    expect(seen(chat)).to.deep.equal(['Hello one two']);
  });

  for (const [what, given] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Hi'],
    ['false', false],
  ] as const) {
    it(`leaves the message as it is by returning ${what}`, async () => {
      const chat = await processed(() => given);
      await said(chat, 'Hello');
      expect(seen(chat)).to.deep.equal(['Hello']);
    });
  }

  it('has no effect on the message by changing it and returning nothing', async () => {
    const chat = await processed((message) => {
      Object.assign(message, { text: 'changed', type: '', html: true });
    });
    await said(chat, 'Hello');
    expect(seen(chat)).to.deep.equal(['Hello']);
    expect(await newest(chat)).not.to.have.any.keys('html');
  });

  it('that throws is reported, and the others still run', async () => {
    const mistake = new Error('a mistake of the site');
    const chat = await processed(
      (message) => {
        message.text = 'half done';
        throw mistake;
      },
      (message) => ({ ...message, text: `${message.text}!` }),
    );
    expect(await failuresOf(() => said(chat, 'Hello'))).to.deep.equal([mistake, mistake]);
    expect(seen(chat)).to.deep.equal(['Hello!']);
    expect(chat.names).to.include('agentConnected');
  });

  it('is not run on what the visitor says', async () => {
    const given: string[] = [];
    const chat = await processed((message) => {
      given.push(`${message.type} ${message.from.type}`);
      return { ...message, text: 'changed' };
    });
    await chat.command('sendMessage', { message: 'My lamp is dark' });
    await said(chat, 'Hello');
    expect(seen(chat)).to.deep.equal(['My lamp is dark', 'changed']);
    expect(given).to.deep.equal(['ParticipantJoined Agent', 'Message Agent']);
  });

  it('changes each message once, however often the server repeats it', async () => {
    const chat = await processed((message) => ({ ...message, text: `${message.text}!` }));
    await chat.server.setFaults({ duplicateRate: 1 });
    await said(chat, 'Hello');
    await chat.command('poll');
    expect(seen(chat)).to.deep.equal(['Hello!']);
  });

  for (const preprocessor of [undefined, null, 'text', 7, {}, [() => undefined]]) {
    it(`rejects ${JSON.stringify(preprocessor) || 'nothing'}, and says of what type it is`, async () => {
      const chat = await startedConversation();
      const reason = await reasonOf(chat.command('registerPreProcessor', { preprocessor }));
      const type = typeof preprocessor;
      expect(reason).to.equal(`No preprocessor function provided. Type provided was '${type}'.`);
    });
  }
});
